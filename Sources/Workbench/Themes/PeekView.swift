import ScreenCells
import Synthesis

extension State {
  func drawPeek(on frame: inout Frame, _ rect: Rect) {
    guard rect.rows > 1 else { return }
    frame.fill(rect, style: .text)
    let focus = boardFocus
    guard let focus else {
      frame.rule(rect.top(1))
      return
    }
    let lines = themes.lines.flatMap { $0.subject.id == focus.id ? $0.lines : nil }
    frame.rule(
      rect.top(1), [(peekTitle(focus.id), .accent.bolded), (peekWords(focus.id), .faint)])
    var rows: [[(text: String, style: Style)]] = []
    if let statement = boards.board?.theme(focus.id)?.statement, peekSays(statement) {
      rows = statementRows(statement, rect.columns - 4).map { [($0, Style.text)] }
    }
    for line in (lines ?? []).prefix(max(0, rect.rows - 1 - rows.count)) {
      rows.append(Self.linePieces(line, width: rect.columns - 4))
    }
    for (offset, pieces) in rows.prefix(rect.rows - 1).enumerated() {
      frame.put(
        pieces, at: rect.line(offset + 1).origin.moved(columns: 2), width: rect.columns - 3)
    }
  }

  /// The name of what is under the cursor, before a theme's its number.
  private func peekTitle(_ id: EntityID) -> String {
    bank.codes[id] == nil ? numbered(id) : boardTitle(id)
  }

  private func peekWords(_ id: EntityID) -> String {
    guard let code = bank.codes[id] else {
      // How far a theme is agreed stands in the strip, where that has room for it.
      guard let board = boards.board, board.theme(id) != nil, !stripHasRoom(for: themesStrip.parts)
      else { return "" }
      return "  " + agreementWords(id, board)
    }
    return "  \(Self.count(code.lines, "line")) in \(code.studies) of "
      + Self.count(studies.count, "study", "studies")
  }

  /// Whether a statement stands in the peek, because the strip has no room for all of it.
  private func peekSays(_ statement: String) -> Bool {
    // Behind it stands how many parts there are beside it.
    !statement.isEmpty && !settings.isPlain && themes.carry == nil && boardLayout.peek.rows > 1
      && !stripHasRoom(for: [statement + " +1"])
  }

  /// A statement in two rows; what is cut ends with a sign of it.
  private func statementRows(_ statement: String, _ width: Int) -> [String] {
    let rows = Self.wrapped(statement, width)
    guard rows.count > 2 else { return rows }
    return [rows[0], cutEnd(rows[1] + " …", width: width)]
  }

  /// Whether the strip says parts of what is under the cursor whole, which it does not while
  /// something is carried.
  private func stripHasRoom(for parts: [String]) -> Bool {
    let strip = Rooms(size, .themes).strip
    guard themes.carry == nil, strip.rows > 1 else { return false }
    return Self.wrapped(parts.joined(separator: " · "), strip.columns - 2).count < strip.rows
  }

  /// Whether the rule of the peek names what the strip is about, so that its own need not.
  var peekNamesFocus: Bool {
    guard desk == .themes, themes.page == nil, themes.carry == nil, let focus = boardFocus
    else { return false }
    let peek = boardLayout.peek
    return peek.rows > 1 && displayWidth(peekTitle(focus.id)) <= peek.columns - 6
  }

  /// “Hollis 2019   13  What counted as progress …”.
  static func linePieces(
    _ line: CodedLine, width: Int
  ) -> [(text: String, style: Style)] {
    let label = padded(cutEnd(line.study, width: 16), 16)
    let number = rightAligned(String(line.number), 5)
    let text = cutEnd(line.text, width: max(4, width - 23))
    return [
      ("\(label)\(number) \(line.sign)", .faint), (text, line.isEvidence ? .quotation : .text),
    ]
  }

  /// The row of a page under the cursor, in words.
  private func pageStrip(_ page: BoardPage) -> [String] {
    let rows = pageRows
    guard rows.indices.contains(page.cursor) else { return [] }
    switch rows[page.cursor] {
    case .heading(let words), .fact(let words): return [words]
    case .text(let field, let text): return ["\(field): \(text.isEmpty ? "not written yet" : text)"]
    case .comment(_, let isReply, let isResolved, let text):
      return ["\(isReply ? "answer" : isResolved ? "settled comment" : "comment"): \(text)"]
    case .member(let id): return [bank.codes[id] == nil ? numbered(id) : boardTitle(id)]
    case .line(let index, _):
      guard let lines = themes.lines?.lines, lines.indices.contains(index) else { return [] }
      let line = lines[index]
      let kept = line.isEvidence ? "kept as evidence \(line.isAgainst ? "against" : "for")" : ""
      return ["\(line.study) \(line.number): \(line.text)", kept].filter { !$0.isEmpty }
    }
  }

  /// What the strip says of what is under the cursor, or of what is carried.
  var themesStrip: (title: String, parts: [String]) {
    if let carry = themes.carry {
      let why = carry.why.isEmpty ? "m why" : "why: \(carry.why)"
      return (
        "carrying \(boardTitles(carry.things))",
        ["\(carry.isAlso ? "also " : "")\(words(for: carry))", why, "P also there"]
      )
    }
    if let page = themes.page { return (boardTitle(page.subject), pageStrip(page)) }
    guard let focus = boardFocus, let board = boards.board else { return ("", []) }
    if let code = bank.codes[focus.id] {
      let parents = board.parents(of: focus.id).map { numbered($0) }
      let out = board.leftOut[focus.id].map { "left out: \($0.reason)" }
      let place = out ?? (parents.isEmpty ? "not placed" : parents.joined(separator: " · "))
      let definition = code.code.definition.isEmpty ? "no definition" : code.code.definition
      return (code.code.name, [place, definition])
    }
    guard let theme = board.theme(focus.id) else { return ("", []) }
    let statement = theme.statement.isEmpty ? "no statement yet (d writes it)" : theme.statement
    let agreement = agreementWords(focus.id, board)
    return (numbered(focus.id), peekSays(theme.statement) ? [agreement] : [statement, agreement])
  }
}

extension CodedLine {
  /// What stands before words that are kept as evidence: they are no coding.
  var sign: String { isEvidence ? (isAgainst ? "−" : "+") : " " }
}
