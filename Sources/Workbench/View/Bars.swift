import ScreenCells
import Synthesis

/// What the top line says.
struct TopLine: Equatable {
  /// A few words, and what a click on them does.
  struct Piece: Equatable {
    let text: String
    let style: Style
    var command: Command?
  }

  let desk: Desk
  /// The study, or what the desk is about.
  let whole: String
  /// The section, or a part of that.
  let part: String
  /// How far things are, and who is here.
  let right: [Piece]
}

extension State {
  /// What the top line says now.
  var topLine: TopLine {
    let (whole, part) = whereIAm
    return TopLine(desk: desk, whole: whole, part: part, right: topRight)
  }

  func draw(_ top: TopLine, on frame: inout Frame, _ rect: Rect) {
    frame.fill(rect, style: .bar)
    var column = 1
    for desk in Desk.allCases where desk == top.desk || rect.columns >= 110 {
      let style: Style = desk == top.desk ? .barStrong.bolded : .barDim
      let used = frame.put(desk.title, at: Point(column: column, row: rect.row), style: style)
      frame.mark(
        Rect(column: column, row: rect.row, columns: used, rows: 1), as: .command(desk.command))
      column += used + 2
    }
    let width = top.right.reduce(0) { $0 + displayWidth($1.text) }
    let end = rect.endColumn - width - 1
    let place = Self.place(top.whole, top.part, width: max(0, end - column - 1))
    let named = frame.put(place, at: Point(column: column, row: rect.row), style: .bar)
    if top.desk == .themes {
      frame.mark(
        Rect(column: column, row: rect.row, columns: named, rows: 1),
        as: .command(.arrangementChoose))
    }
    var at = max(column, end)
    for piece in top.right {
      let used = frame.put(piece.text, at: Point(column: at, row: rect.row), style: piece.style)
      if let command = piece.command {
        frame.mark(Rect(column: at, row: rect.row, columns: used, rows: 1), as: .command(command))
      }
      at += used
    }
  }

  /// Study and section, or what the desk is about.
  private var whereIAm: (whole: String, part: String) {
    if desk == .themes, let place = boardNameParts { return place }
    if desk == .matrix { return (matrixPlace, "") }
    guard desk == .code, let reader else { return (review.title, "") }
    let label = reader.page.summary.study.label
    guard let line = reader.focusOrFirst, let section = reader.section(of: line) else {
      return (label, "")
    }
    if settings.hidesHeadings, let place = reader.placeOfSection(line) { return (label, place) }
    return (label, section.title.isEmpty ? "beginning" : section.title)
  }

  /// “Hollis 2019 › Findings” in so many columns: of a long label the beginning and the end are
  /// kept, and something of both.
  static func place(_ whole: String, _ part: String, width: Int) -> String {
    guard !part.isEmpty else { return cutMiddle(whole, width: width) }
    let both = "\(whole) › \(part)"
    guard displayWidth(both) > width else { return both }
    let room = width - 3
    guard room >= 12 else { return cutMiddle(whole, width: width) }
    let partWidth = min(displayWidth(part), max(room / 3, room - displayWidth(whole)))
    return cutMiddle(whole, width: room - partWidth) + " › " + cutEnd(part, width: partWidth)
  }

  /// The study and section in full where the top line has no room for them.
  func placeThatIsCut(of top: TopLine) -> String? {
    let both = top.part.isEmpty ? top.whole : "\(top.whole) › \(top.part)"
    let desks = Desk.allCases.filter { $0 == top.desk || size.columns >= 110 }
    let left = 1 + desks.reduce(0) { $0 + displayWidth($1.title) + 2 }
    let right = top.right.reduce(2) { $0 + displayWidth($1.text) }
    return displayWidth(both) > size.columns - left - right ? both : nil
  }

  /// Which board, and the last round that was named of it.
  private var boardNameParts: (whole: String, part: String)? {
    guard let facts = boards.facts else { return nil }
    let draft = boards.arrangement.flatMap { facts.arrangements[$0] }
    let round = facts.roundsInOrder.last { $0.arrangement == boards.arrangement }
    return (draft.map { "draft ‘\($0.name)’" } ?? "shared", round.map { "after \($0.name)" } ?? "")
  }

  /// “47 codes · 12 not placed · 2 left out”.
  private var boardWords: String? {
    guard let board = boards.board else { return nil }
    let isNarrow = size.columns < 64
    let left = board.leftOut.isEmpty ? "" : " · \(board.leftOut.count) left out"
    return isNarrow
      ? "\(board.notPlaced.count) not placed"
      : "\(Self.count(bank.codes.count, "code")) · \(board.notPlaced.count) not placed\(left)"
  }

  /// Coverage in words, and who I am.
  private var topRight: [TopLine.Piece] {
    typealias Piece = TopLine.Piece
    var pieces: [Piece] = []
    if desk == .code, let summary = reader?.page.summary {
      let coverage = summary.coverage(of: me.id)
      let isNarrow = size.columns < 64
      pieces = [
        Piece(text: "\(coverage.coded)\(isNarrow ? "" : " coded")", style: .bar),
        Piece(text: " · \(coverage.setAside)\(isNarrow ? "–" : " aside")", style: .bar),
        Piece(text: " · ", style: .bar),
        Piece(
          text: "\(coverage.open)\(isNarrow ? "○" : " open")", style: .bar, command: .needNext),
      ]
      if summary.finishedBy.contains(me.id) {
        pieces.append(Piece(text: " · finished", style: .bar))
      }
    }
    if desk == .themes, let words = boardWords {
      pieces = [Piece(text: words, style: .bar, command: .needNext)]
    }
    if desk == .matrix {
      pieces = matrixFigures.map { Piece(text: $0.words, style: .bar, command: $0.command) }
    }
    pieces.append(Piece(text: "    ", style: .bar))
    pieces.append(Piece(text: me.initials, style: .barStrong.bolded, command: .viewWhose))
    for companion in companions.prefix(3) {
      pieces.append(Piece(text: "  \(words(for: companion))", style: .bar))
    }
    if companions.count > 3 {
      pieces.append(Piece(text: " +\(companions.count - 3)", style: .bar))
    }
    if !settings.mouseIsOn { pieces.append(Piece(text: " mouse off", style: .barDim)) }
    return pieces
  }

  /// “JS 41” in the study on screen, “JS Marrow 41” elsewhere.
  private func words(for companion: Companion) -> String {
    let coder = coders.first { $0.id == companion.coder }?.initials ?? "?"
    let isHere = companion.study == reader?.page.summary.study.id
    let label = studies.first { $0.study.id == companion.study }?.study.label ?? ""
    let word =
      isHere || size.columns < 100 ? "" : label.split(separator: " ").first.map(String.init) ?? ""
    let line = companion.line > 0 && (isHere || !word.isEmpty) ? String(companion.line) : ""
    return [coder, word, line].filter { !$0.isEmpty }.joined(separator: " ")
  }

  func drawBottomLine(on frame: inout Frame, _ rect: Rect) {
    frame.fill(rect, style: .bar)
    let said = fullRows == nil ? message : nil
    let undoes = undoWords
    let room = rect.columns - 2
    var column = 1
    let wanted =
      said.map {
        min(displayWidth($0.text + undoes), $0.isSaidInFull ? room : max(room / 2, room - 46))
      } ?? 0
    let limit = rect.endColumn - 1 - (wanted > 0 ? wanted + 2 : 0)
    for hint in hints {
      let keys = hint.keys
      let width = displayWidth(keys) + 1 + displayWidth(hint.label)
      guard column + width <= limit else { continue }
      let start = column
      column += frame.put(keys, at: Point(column: column, row: rect.row), style: .key.on(.bar))
      column += 1
      column += frame.put(
        hint.label, at: Point(column: column, row: rect.row), style: .bar)
      frame.mark(
        Rect(column: start, row: rect.row, columns: column - start, rows: 1),
        as: .command(hint.command))
      column += 3
    }
    guard let said else { return }
    let end = rect.endColumn - 1
    let text = cutEnd(said.text, width: end - column - displayWidth(undoes))
    let style: Style = said.sort == .wrong ? .error.bolded.on(.bar) : .bar
    let width = displayWidth(text) + displayWidth(undoes)
    frame.put(text + undoes, endingAt: end, row: rect.row, style: style)
    guard !undoes.isEmpty else { return }
    frame.mark(
      Rect(column: end - width, row: rect.row, columns: width, rows: 1),
      as: .command(.historyUndo))
  }

  /// What is said in full, in rows, where the bottom line has no room for it.
  private var fullRows: [String]? {
    guard let message, message.isSaidInFull,
      displayWidth(message.text + undoWords) > size.columns - 2
    else { return nil }
    return Self.wrapped(message.text, size.columns - 2)
  }

  /// Draws what is said in full beside what it is about, until the next key.
  func drawWhatIsSaidInFull(on frame: inout Frame, _ rooms: Rooms) {
    guard let message, let rows = fullRows else { return }
    let rect = overlayRect(rows: rows.count + 1, rooms)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1))
    for (offset, row) in rows.prefix(rect.rows - 1).enumerated() {
      frame.put(
        row, at: rect.line(offset + 1).origin.moved(columns: 1), width: rect.columns - 2,
        style: message.sort == .wrong ? .error.bolded : .text)
    }
    closeOverlay(on: &frame, rooms)
  }

  /// What stands behind an act of mine: the key that undoes it, where that key would.
  private var undoWords: String {
    guard message?.isUndoable == true, overlays.isEmpty, prefix.isEmpty,
      let key = keymap.keys(for: .historyUndo, in: deskContext).first
    else { return "" }
    return " · \(KeyDisplay.text(key, ascii: settings.isASCII)) undoes"
  }

  /// Whether nothing is left to do in the study but to say so.
  private var isComplete: Bool {
    guard desk == .code, let study = reader?.page.summary else { return false }
    return study.codable > 0 && study.coverage(of: me.id).open == 0
      && !study.finishedBy.contains(me.id)
  }

  private struct Hint {
    let keys: String
    let label: String
    let command: Command
  }

  /// The five keys that matter now; what may be left out stands last.
  private var hints: [Hint] {
    let context = self.context
    guard prefix.isEmpty else {
      return [Hint(keys: KeyDisplay.text(["esc"]), label: "stop", command: .actCancel)]
    }
    return hintedCommands.compactMap { hinted in
      // Where no line is open, going to one gives way to what is left to say.
      let offersDone = hinted == .needNext && isComplete
      let command = offersDone ? .studyDone : hinted
      guard let key = keymap.keys(for: command, in: context).first,
        let label = offersDone ? "I have finished" : label(of: command, in: context)
      else { return nil }
      return Hint(
        keys: KeyDisplay.text(key, ascii: settings.isASCII), label: label, command: command)
    }
  }
}

extension State {
  private var hintedCommands: [Command] {
    guard overlays.isEmpty else { return context.hinted }
    switch desk {
    case .code where reader == nil: return [.deskStudies, .placeLeave, .helpOpen]
    case .matrix where matrix.page != nil: return matrix.page?.hinted ?? []
    case .matrix where matrix.table?.rows.isEmpty ?? true:
      return [.deskThemes, .matrixRows, .placeLeave, .helpOpen]
    case .studies where studies.isEmpty: return [.studyImport, .deskCode, .helpOpen]
    default: return context.hinted
    }
  }

  /// What the bottom line calls a command; `nil` where it would say nothing true.
  private func label(of command: Command, in context: Context) -> String? {
    if command == .checkAgree, overlays.isEmpty, focusedThemeIfAny == nil { return nil }
    if case .choice(let choice)? = overlays.last, command == .choiceLast, choice.last == nil {
      return nil
    }
    guard case .picker(let picker)? = overlays.last else {
      return CommandTable.entry(command, in: context)?.label
    }
    switch (command, picker.purpose) {
    case (.pickerTake, .code(_, let isRun)):
      return picker.focus == nil ? isRun ? "next open line" : "done" : "add"
    case (.pickerTake, .help), (.pickerTake, .palette): return "run"
    case (.pickerTake, .find): return picker.rows.first?.isSearch == true ? "search" : "go there"
    case (.pickerTake, .evidence), (.pickerTake, .evidenceTheme): return "tie"
    case (.pickerTake, .theme): return picker.focused?.isNew == true ? "make" : "put there"
    case (.pickerTake, .mergeTheme): return "merge"
    case (.pickerPrevious, .code): return picker.field.isEmpty ? nil : "new code"
    case (.pickerPrevious, _): return nil
    case (.pickerDetail, _): return picker.hasDetail ? "lines" : nil
    default: return CommandTable.entry(command, in: context)?.label
    }
  }
}

extension Picker.Row {
  /// Whether taking it searches.
  var isSearch: Bool { if case .search = deed { true } else { false } }
}

extension Desk {
  /// The command that goes there.
  var command: Command {
    switch self {
    case .code: .deskCode
    case .themes: .deskThemes
    case .matrix: .deskMatrix
    case .studies: .deskStudies
    case .history: .deskHistory
    }
  }
}

extension Context {
  /// The commands that the bottom line shows.
  ///
  /// The way to help comes first among equals: it is the last to go where there is no room.
  var hinted: [Command] {
    switch self {
    case .code: [.codePick, .codeAgain, .lineSetAside, .needNext, .helpOpen]
    case .codeMargin: [.codeOpen, .thingTakeOff, .memoEdit, .cursorOut, .helpOpen]
    case .select: [.codePick, .selectWord, .evidenceTie, .actCancel, .helpOpen]
    case .bounds: [.boundKeep, .boundWord, .boundOtherEnd, .actCancel, .helpOpen]
    case .themes: [.themePut, .carryPickUp, .thingNew, .needNext, .helpOpen]
    case .themesPage: [.definitionEdit, .checkAgree, .commentAdd, .placeLeave, .helpOpen]
    case .carry: [.carryDrop, .carryDown, .carryNextTheme, .themePut, .actCancel]
    case .matrix: [.thingOpen, .studyWithout, .matrixCells, .saturationOpen, .helpOpen]
    case .studies: [.thingOpen, .cursorIn, .studyImport, .sectionEligibility, .helpOpen]
    case .history: [.thingOpen, .historyUndoThis, .blockNext, .deskCode, .helpOpen]
    case .choice: [.choiceTake, .choiceLast, .actCancel, .helpOpen]
    case .text: [.textAccept, .actCancel, .helpOpen]
    case .memo: [.memoClose, .textEditor, .helpOpen]
    case .picker: [.pickerTake, .pickerPrevious, .pickerDetail, .actCancel, .helpOpen]
    case .everywhere: [.placeLeave, .helpOpen]
    }
  }
}
