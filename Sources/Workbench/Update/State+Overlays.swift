import ScreenCells
import Synthesis

extension State {
  /// Text typed into whatever field is open.
  mutating func type(_ text: String) -> [Effect] {
    switch overlays.last {
    case .picker(var picker):
      guard picker.field.insertShort(text) else { return refuseLonger() }
      return replace(filled(picker))
    case .field(var prompt):
      guard prompt.field.insertShort(text) else { return refuseLonger() }
      replace(prompt)
    case .memo(var memo):
      memo.field.insert(text)
      overlays[overlays.count - 1] = .memo(memo)
    default: break
    }
    return []
  }

  private mutating func refuseLonger() -> [Effect] {
    message = Message(
      "a line holds \(TextField.longestLine) characters; a memo holds more", .wrong)
    return []
  }

  /// A paste goes to the open field and runs no command.
  mutating func paste(_ text: String) -> [Effect] {
    guard context.isTyping else {
      message = Message("a paste goes into a field; none is open", .wrong)
      return []
    }
    guard case .memo? = overlays.last else {
      return type(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    return type(text)
  }

  /// Puts a picker back and asks for the lines of the code in focus.
  mutating func replace(_ picker: Picker) -> [Effect] {
    overlays[overlays.count - 1] = .picker(picker)
    guard let code = picker.focusedCode, picker.detail?.code != code,
      let study = reader?.page.summary.study.id
    else { return [] }
    return [.loadCodeLines(code, notIn: study)]
  }

  mutating func runInOverlay(_ command: Command) -> [Effect] {
    switch overlays.last {
    case .picker(let picker): return run(command, in: picker)
    case .choice(let choice): return run(command, in: choice)
    case .field(let prompt): return run(command, in: prompt)
    case .memo(let memo): return run(command, in: memo)
    case .progress(let top): return runInProgress(command, top)
    case .reading(let page): return run(command, in: page)
    case nil: return []
    }
  }

  private mutating func replace(_ prompt: FieldPrompt) {
    overlays[overlays.count - 1] = .field(prompt)
    // The list narrows as I type.
    if case .filterCodes = prompt.purpose { filterCodes(prompt.field.text.trimmed) }
  }

  private mutating func run(_ command: Command, in page: ReadingPage) -> [Effect] {
    var page = page
    let half = max(1, size.rows / 2)
    switch command {
    case .cursorDown: page.top += 1
    case .cursorUp: page.top -= 1
    case .pageDown: page.top += half
    case .pageUp: page.top -= half
    case .listFirst: page.top = 0
    case .listLast: page.top = page.rows.count
    default:
      overlays.removeLast()
      return []
    }
    page.top = max(0, min(page.rows.count - 1, page.top))
    overlays[overlays.count - 1] = .reading(page)
    return []
  }

  private mutating func runInProgress(_ command: Command, _ top: Int) -> [Effect] {
    switch command {
    case .cursorDown, .pageDown: overlays[overlays.count - 1] = .progress(top: top + 1)
    case .cursorUp, .pageUp: overlays[overlays.count - 1] = .progress(top: max(0, top - 1))
    default: overlays.removeLast()
    }
    return []
  }

  private mutating func run(_ command: Command, in choice: Choice) -> [Effect] {
    var choice = choice
    switch command {
    case .cursorDown: choice.focus = (choice.focus + 1) % max(1, choice.rows.count)
    case .cursorUp:
      choice.focus = (choice.focus + choice.rows.count - 1) % max(1, choice.rows.count)
    case .choiceTake: return take(choice, row: choice.focus)
    case .choiceLast:
      guard let last = choice.last else {
        message = Message("there is no last one yet", .wrong)
        return []
      }
      return take(choice, row: last)
    case .actCancel:
      overlays.removeLast()
      return []
    default: return []
    }
    overlays[overlays.count - 1] = .choice(choice)
    return []
  }

  /// Takes the row of a letter; `nil` where no row has it.
  mutating func takeLetter(_ text: String) -> [Effect]? {
    guard case .choice(let choice)? = overlays.last,
      let row = choice.rows.firstIndex(where: { String($0.letter) == text.lowercased() })
    else { return nil }
    return take(choice, row: row)
  }

  mutating func take(_ choice: Choice, row: Int) -> [Effect] {
    overlays.removeLast()
    guard choice.rows.indices.contains(row) else { return [] }
    switch choice.rows[row].deed {
    case .setAside(let place, let reason):
      lastReason = reason
      reader?.selection = nil
      return perform(.setAside(at: place, reason: reason), at: place)
    case .otherReason(let place): ask("reason", .reason(place))
    case .voice(let voice, let place):
      reader?.selection = nil
      return perform(.setVoice(voice, at: place))
    case .confirmVoice(let place): return perform(.confirmVoice(at: place))
    case .tie(let place, let isAgainst):
      let title = isAgainst ? "evidence against which code" : "evidence for which code"
      overlays.append(
        .picker(filled(Picker(.evidence(place, isAgainst: isAgainst), title: title))))
    case .untie(let code, let place): return perform(.untie(code, at: place))
    case .memo(let target, let text): write(.memo(target), title: "memo", text: text)
    case .export(let kind): return [.export(kind)]
    case .eligible(let sections, let isEligible):
      ask(isEligible ? "why it is findings" : "why it is not", .why(sections, isEligible))
    case .done(let study, let isDone): return perform(.setDone(study: study, isDone: isDone))
    case .undoRest(let action): return perform(.undo(action, keepingUsed: true))
    case .undoThis(let action): return perform(.undo(action, keepingUsed: false))
    case .nameTheme(let draft): askForName(of: draft)
    case .leaveOut(let codes, let reason): return leaveOut(codes, reason: reason)
    case .otherLeavingOut(let codes): ask("reason", .leavingOut(codes))
    case .showArrangement(let arrangement): return show(arrangement: arrangement)
    case .newArrangement: ask("name of the draft", .arrangement)
    case .compare(let first, let second): compare(first, with: second)
    case .tieTheme(let place, let isAgainst): return openEvidenceThemes(place, isAgainst)
    case .loadMemo(let target):
      return [.loadMemo(target, title: "memo on \(choice.rows[row].label)")]
    case .matrixBand(let band): return take(band)
    }
    return []
  }

  mutating func ask(_ title: String, _ purpose: FieldPrompt.Purpose, text: String = "") {
    overlays.append(
      .field(FieldPrompt(title: title, field: TextField(text), purpose: purpose)))
  }

  mutating func write(_ purpose: MemoEditor.Purpose, title: String, text: String) {
    overlays.append(
      .memo(MemoEditor(title: title, field: TextField(text), purpose: purpose, before: text)))
  }

  private mutating func run(_ command: Command, in prompt: FieldPrompt) -> [Effect] {
    var prompt = prompt
    switch command {
    case .actCancel:
      overlays.removeLast()
      if case .filterCodes(let before) = prompt.purpose { filterCodes(before) }
      // What was dropped is dropped; its name waits.
      if case .newTheme(let draft, isDropped: true) = prompt.purpose { return make(draft) }
      return []
    case .textAccept:
      overlays.removeLast()
      return accept(prompt)
    default:
      _ = prompt.field.apply(command)
      replace(prompt)
      return []
    }
  }

  private mutating func accept(_ prompt: FieldPrompt) -> [Effect] {
    let text = prompt.field.text.trimmed
    if case .why(let sections, let isEligible) = prompt.purpose {
      let why = text.isEmpty ? "set by \(me.name)" : text
      return perform(.setSections(sections, isEligible: isEligible, why: why))
    }
    if let effects = acceptOnBoard(prompt.purpose, text) { return effects }
    guard !text.isEmpty else { return [] }
    switch prompt.purpose {
    case .rename(let code): return perform(.rename(code, to: text))
    case .label(let study): return perform(.setStudy(study, ["label": text]))
    case .goToLine:
      guard let number = Int(text) else {
        message = Message("‘\(text)’ is not the number of a line", .wrong)
        return []
      }
      return go(toLine: number)
    case .reason(let place):
      lastReason = text
      return perform(.setAside(at: place, reason: text), at: place)
    case .inVivo(let place):
      reader?.selection = nil
      return perform(.apply([.named(text, inVivo: true)], at: place), at: place, names: [text])
    case .importPath: return [.importText(path: text)]
    case .why, .newTheme, .renameTheme, .leavingOut, .round, .arrangement, .filterCodes, .carryWhy:
      return []
    }
  }

  private mutating func run(_ command: Command, in memo: MemoEditor) -> [Effect] {
    var memo = memo
    switch command {
    case .memoClose, .actCancel:
      overlays.removeLast()
      return keep(memo)
    case .textEditor: return [.edit(memo.field.text)]
    default:
      _ = memo.field.apply(command)
      overlays[overlays.count - 1] = .memo(memo)
      return []
    }
  }

  /// Leaving a memo keeps it.
  private mutating func keep(_ memo: MemoEditor) -> [Effect] {
    let text = memo.field.text
    guard text != memo.before else { return [] }
    guard text != memo.refused else {
      message = Message("let go: it could not be kept where it was written for", .wrong)
      return []
    }
    defer { pending[pending.count - 1].memo = memo }
    switch memo.purpose {
    case .memo(let target): return perform(.writeMemo(target, text: text))
    case .definition(let code): return perform(.define(code, ["definition": text]))
    case .themeText(let theme, let field): return perform(.setTheme(theme, [field: text]))
    case .comment(let target): return perform(.comment(target, text))
    case .reply(let thread): return perform(.reply(thread, text))
    }
  }

  mutating func replaceMemo(with text: String) {
    guard case .memo(var memo)? = overlays.last else { return }
    memo.field = TextField(text)
    overlays[overlays.count - 1] = .memo(memo)
  }
}
