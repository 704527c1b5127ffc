import ScreenCells
import Synthesis

extension State {
  /// Takes what happened and says what is to be done about it.
  package mutating func update(_ input: WorkbenchInput) -> [Effect] {
    var effects = take(input)
    if input.changesTheMatrix { matrix.isStale = true }
    if isLeaving, pending.isEmpty { effects.append(.quit) }
    settle()
    return effects
  }

  private mutating func take(_ input: WorkbenchInput) -> [Effect] {
    switch input {
    case .input(.key(let key), _): return take(key)
    case .input(.mouse(let mouse), let time): return take(mouse, at: time)
    case .input(.paste(let text), _): return paste(text)
    case .input(.pasteCut(let bytes), _):
      message = Message("the paste was too long: \(bytes) bytes were left out", .wrong)
    case .resized(let size): resize(size)
    case .performed(let number, let performed): return take(performed, number: number)
    case .waiting(let obstacle): take(obstacle)
    case .news(let news): return take(news)
    case .bank(let bank): take(bank)
    case .study(let page, let spot): return take(page, at: spot)
    case .sections(let study, let sections): studyList.sections[study] = sections
    case .memo(let target, let title, let text): write(.memo(target), title: title, text: text)
    case .history(let items): historyList.take(items)
    case .codeLines(let code, let lines): take(lines, of: code)
    case .board(let facts):
      boards.take(facts, bank: bank)
      return boardChanged()
    case .codedLines(let coded, let changed):
      boards.take(coded, changed: changed)
      if themes.order == .together { themes.refreshCodes(bank, boards) }
      return matrixLinesAgain
    case .tick(let time): tick(at: time)
    case .boardLines(let subject, let lines): take(lines, of: subject)
    case .hits(let words, let hits): return take(hits, of: words)
    case .told(let words): message = Message(words)
    case .failed(let words): message = Message(words, .wrong)
    case .undoable(let sentence): undoable = sentence
    case .companions(let companions): self.companions = companions
    case .edited(let text): replaceMemo(with: text)
    }
    return []
  }

  /// Brings what is in focus on screen.
  private mutating func settle() {
    let height = readerHeight
    reader?.scroll(height: height)
    let rows = listHeight
    Self.follow(&studyList.top, studyList.cursor, rows)
    Self.follow(&historyList.top, historyList.cursor, rows)
    settleBoard()
    settleMatrix()
  }

  static func follow(_ top: inout Int, _ cursor: Int, _ rows: Int) {
    if cursor < top { top = max(0, cursor - rows / 2) }
    if cursor >= top + rows { top = max(0, cursor - rows / 2) }
  }

  private mutating func resize(_ size: Size) {
    self.size = size
    reader?.resize(columns: size.columns)
  }
}

extension State {
  private mutating func take(_ key: Key) -> [Effect] {
    // What the mouse carries on the board takes keys; anything else it holds is put back.
    if themes.carry?.isByMouse != true { endDrag() }
    forgetWhatWasSaidInFull()
    let token = key.token
    let context = self.context
    if context.isTyping, prefix.isEmpty, let text = key.text {
      return type(text)
    }
    if case .choice? = overlays.last, let text = key.text, let effects = takeLetter(text) {
      return effects
    }
    let sequence = prefix + [token]
    switch keymap.lookup(sequence, in: context) {
    case .command(let command, let digit):
      prefix = []
      return run(command, digit: digit)
    case .prefix:
      prefix = sequence
      return []
    case .none:
      let wasPrefix = !prefix.isEmpty
      prefix = []
      if !wasPrefix, let command = commandOfTheProgram(sequence) { return run(command) }
      if wasPrefix, token == "esc" || token == "ctrl-c" { return [] }
      let shown = KeyDisplay.text(sequence, ascii: settings.isASCII)
      message = Message(
        KeymapHint.otherScript(token) ?? "\(shown) is no key here; \(helpKey) lists the keys",
        .wrong)
      return []
    }
  }

  /// What a key of all desks does where something is typed or chosen too: a screen that is spoilt is
  /// drawn again, and the program stopped, wherever one is.
  private func commandOfTheProgram(_ sequence: KeySequence) -> Command? {
    guard case .command(let command, _) = keymap.lookup(sequence, in: .everywhere),
      command == .screenRedraw || command == .programSuspend
    else { return nil }
    return command
  }

  /// What is said in full stands until the next key.
  mutating func forgetWhatWasSaidInFull() {
    if message?.isSaidInFull == true { message = nil }
  }

  private var helpKey: String {
    keymap.keys(for: .helpOpen, in: context).first.map {
      KeyDisplay.text($0, ascii: settings.isASCII)
    } ?? "?"
  }

  /// Runs a command, or says why not.
  package mutating func run(_ command: Command, digit: Int? = nil) -> [Effect] {
    if let reason = reason(against: command) {
      message = Message("not now: \(reason)", .wrong)
      return []
    }
    forgetWhatWasSaidInFull()
    if let effects = runProgram(command) { return effects }
    if !overlays.isEmpty { return runInOverlay(command) }
    if let effects = runEverywhere(command) { return effects }
    switch desk {
    case .code: return runCode(command, digit: digit)
    case .themes: return runThemes(command, digit: digit)
    case .matrix: return runMatrix(command, digit: digit)
    case .studies: return runStudies(command)
    case .history: return runHistory(command)
    }
  }

  /// Commands that are the same on every desk and under every overlay.
  private mutating func runProgram(_ command: Command) -> [Effect]? {
    switch command {
    case .programLeave:
      leave()
      return []
    case .screenRedraw: return [.redraw]
    case .programSuspend: return [.suspend]
    case .helpOpen:
      // Help on help on help would have to be closed as many times.
      if case .picker(let picker)? = overlays.last, case .help = picker.purpose { return [] }
      let context = self.context
      overlays.append(.picker(filled(Picker(.help(context), title: "keys: \(context.title)"))))
      return []
    default: return nil
    }
  }

  /// Leaves as soon as every act is on disk.
  mutating func leave() {
    isLeaving = true
    overlays = []
    if !pending.isEmpty {
      message = Message("waiting for \(Self.count(pending.count, "act")) to be saved …")
    }
  }

  /// Performs an act: shown at once, saved in the background.
  mutating func perform(
    _ intent: Intent, at place: Place? = nil, names: [String] = [], quietly isQuiet: Bool = false
  ) -> [Effect] {
    let number = nextNumber
    nextNumber += 1
    var act = Pending(number: number, place: place, names: names, isQuiet: isQuiet)
    act.things = intent.thingsPlaced
    if case .makeTheme = intent { act.makesTheme = true }
    if case .makeArrangement(let name) = intent { act.draft = name }
    pending.append(act)
    if !act.things.isEmpty { refreshLeaving() }
    return [.perform(intent, number: number)]
  }
}
