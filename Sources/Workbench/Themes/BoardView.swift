import ScreenCells
import Synthesis

extension State {
  func drawThemes(on frame: inout Frame, _ rect: Rect) {
    guard let board = boards.board else {
      frame.put(
        "The board is being read …", at: rect.origin.moved(columns: 2, rows: 1), style: .faint)
      frame.cursor = rect.origin.moved(columns: 2, rows: 1)
      return
    }
    if themes.page != nil { return drawPage(on: &frame, rect) }
    let layout = boardLayout
    drawQuestion(on: &frame, layout.question)
    if layout.codesRule.rows > 0 { drawCodesRule(on: &frame, layout.codesRule) }
    if layout.codes.rows > 0 { drawCodes(on: &frame, layout) }
    if layout.tree.rows > 0 { drawTree(on: &frame, layout, board) }
    if layout.isWide {
      for row in layout.codesHeading.row..<layout.codes.endRow {
        frame.put("│", at: Point(column: layout.tree.column - 2, row: row), style: .rule)
      }
    }
    drawPeek(on: &frame, layout.peek)
    if frame.cursor == nil { frame.cursor = themes.carry?.pointer ?? layout.peek.origin }
  }

  private func drawQuestion(on frame: inout Frame, _ rect: Rect) {
    guard rect.rows > 0 else { return }
    frame.put("Q", at: rect.origin.moved(columns: 2), style: .accent.bolded)
    frame.put(
      cutEnd(review.question, width: rect.columns - 8), at: rect.origin.moved(columns: 5),
      style: .text)
  }

  private func drawCodesRule(on frame: inout Frame, _ rect: Rect) {
    let isHere = themes.carry?.place == .codes
    frame.rule(
      rect,
      [
        (
          isHere ? "back to the codes" : "codes: \(boards.board?.notPlaced.count ?? 0) not placed",
          isHere ? .accent.bolded : .faint
        )
      ])
    frame.mark(rect, as: .board(.codesPane))
  }
}

// MARK: - The codes

extension State {
  private func drawCodes(on frame: inout Frame, _ layout: BoardLayout) {
    drawCodesHeading(on: &frame, layout.codesHeading)
    frame.mark(layout.codes, as: .board(.codesPane))
    guard !themes.codes.isEmpty else {
      frame.put(
        cutEnd(noCodesWords, width: layout.codes.columns - 4),
        at: layout.codes.origin.moved(columns: 4, rows: 1), style: .faint)
      if themes.pane == .codes { frame.cursor = layout.codes.origin.moved(columns: 4, rows: 1) }
      return
    }
    for (offset, index) in (themes.codeTop..<themes.codes.count).prefix(layout.codes.rows)
      .enumerated()
    {
      drawCode(index, on: &frame, layout.codes.line(offset))
    }
  }

  private var noCodesWords: String {
    if !themes.filter.isEmpty { return "no code with “\(themes.filter)”; / changes it" }
    switch themes.shown {
    case .notPlaced where bank.codes.isEmpty: return "no code yet: g c goes to the lines"
    case .notPlaced: return "every code is placed or left out; a shows all"
    case .all: return "no code yet: g c goes to the lines"
    case .leftOut: return "no code is left out; a shows the others"
    }
  }

  private func drawCodesHeading(on frame: inout Frame, _ rect: Rect) {
    let isActive = themes.pane == .codes && themes.carry == nil
    let hidden = hiddenMarks
    var words = "\(themes.shown.words), \(themes.order.words)"
    if !themes.filter.isEmpty { words += ", with “\(themes.filter)”" }
    let used = frame.put(
      "Codes", at: rect.origin.moved(columns: 2), style: isActive ? .accent.bolded : .heading)
    let figures = rect.columns >= 40 ? "lines studies" : "lines"
    let marked =
      themes.marks.isEmpty
      ? ""
      : "\(themes.marks.count) marked" + (hidden > 0 ? ", \(hidden) not shown" : "")
    let room = rect.columns - used - 6 - displayWidth(figures)
    let column = rect.column + used + 4
    let shown = cutEnd(marked.isEmpty ? words : "\(marked) · \(words)", width: room)
    frame.put(shown, at: Point(column: column, row: rect.row), style: .faint)
    frame.mark(
      Rect(column: column, row: rect.row, columns: displayWidth(shown), rows: 1),
      as: .command(.orderNext))
    frame.put(figures, endingAt: rect.endColumn, row: rect.row, style: .faint)
  }

  /// How many marked things neither list shows.
  private var hiddenMarks: Int {
    guard !themes.marks.isEmpty else { return 0 }
    var hidden = themes.marks
    for code in themes.codes where !hidden.isEmpty { hidden.remove(code) }
    for row in themes.tree where !hidden.isEmpty { hidden.remove(row.id) }
    return hidden.count
  }

  private func drawCode(_ index: Int, on frame: inout Frame, _ rect: Rect) {
    let id = themes.codes[index]
    guard let row = bank.codes[id] else { return }
    let isFocus = themes.pane == .codes && index == themes.codeCursor
    let ground: Background = isFocus ? .focusRow : .none
    frame.fill(rect, style: Style.text.on(ground))
    frame.mark(rect, as: .board(.code(index)))
    drawGutter(of: id, isFocus: isFocus, on: &frame, rect, ground)
    let isOut = boards.board?.leftOut[id] != nil
    let hasStudies = rect.columns >= 40
    let figures =
      Self.rightAligned(String(row.lines), 5)
      + (hasStudies ? Self.rightAligned("\(row.studies)/\(studies.count)", 8) : "")
    let isPlaced = themes.shown == .all && boards.board?.parents(of: id).isEmpty == false
    let place =
      isPlaced ? boards.board.flatMap { $0.parents(of: id).first.flatMap($0.number) } : nil
    let held = heldBy(id) ?? place ?? ""
    let room = rect.columns - 5 - displayWidth(figures) - displayWidth(held) - 1
    frame.put(
      cutMiddle(row.code.name, width: room), at: rect.origin.moved(columns: 4),
      style: (isOut ? Style.dim : isFocus ? .text.bolded : .text).on(ground))
    if !held.isEmpty {
      frame.put(
        held, endingAt: rect.endColumn - displayWidth(figures) - 1, row: rect.row,
        style: .faint.on(ground))
    }
    frame.put(
      figures, endingAt: rect.endColumn, row: rect.row,
      style: (isOut ? Style.dim : .text).on(ground))
  }

  /// The cursor, the mark, and what a partner has just changed, before and behind a row.
  private func drawGutter(
    of id: EntityID, isFocus: Bool, on frame: inout Frame, _ rect: Rect, _ ground: Background
  ) {
    if isFocus {
      frame.put("▌", at: rect.origin, style: .accent.on(ground))
      if themes.carry == nil { frame.cursor = rect.origin.moved(columns: 2) }
    }
    if themes.marks.contains(id) {
      frame.put("✓", at: rect.origin.moved(columns: 2), style: .accent.bolded.on(ground))
    }
    if let glow = themes.glow[id] {
      frame.put(glow.initials, endingAt: rect.endColumn + 2, row: rect.row, style: .text.reversed)
    }
  }

  /// “JS holds it”, of what a partner carries.
  private func heldBy(_ id: EntityID) -> String? {
    companions.first { $0.holding.contains(id) }.map { companion in
      "\(coders.first { $0.id == companion.coder }?.initials ?? "?") holds it"
    }
  }

  static func rightAligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth(text))) + text
  }
}

// MARK: - The tree

extension State {
  private func drawTree(on frame: inout Frame, _ layout: BoardLayout, _ board: ThemeBoard) {
    let rect = layout.tree
    drawTreeHeading(on: &frame, layout.treeHeading)
    frame.mark(rect, as: .board(.treePane))
    if themes.tree.isEmpty, themes.carry == nil {
      frame.put(
        cutEnd("no theme yet: mark codes with space, then + makes one", width: rect.columns - 4),
        at: rect.origin.moved(columns: 2, rows: 1), style: .faint)
      if themes.pane == .tree { frame.cursor = rect.origin.moved(columns: 2, rows: 1) }
      return
    }
    let landing = landingRow
    var offset = 0
    for index in themes.treeTop..<(themes.tree.count + 1) {
      if let landing, landing.before == index, offset < rect.rows {
        drawLanding(landing.depth, on: &frame, rect.line(offset))
        offset += 1
      }
      guard index < themes.tree.count, offset < rect.rows else { break }
      drawTreeRow(index, on: &frame, rect.line(offset), board)
      offset += 1
    }
  }

  private func drawTreeHeading(on frame: inout Frame, _ rect: Rect) {
    let isActive = themes.pane == .tree || themes.carry != nil
    let draft = boards.arrangement.flatMap { boards.facts?.arrangements[$0]?.name }
    let used = frame.put(
      "Themes", at: rect.origin.moved(columns: 2), style: isActive ? .accent.bolded : .heading)
    if let draft {
      frame.put(
        cutEnd("draft ‘\(draft)’", width: max(0, rect.columns - used - 32)),
        at: rect.origin.moved(columns: used + 4), style: .faint)
    }
    frame.put("codes lines studies", endingAt: rect.endColumn, row: rect.row, style: .faint)
  }

  private func drawTreeRow(
    _ index: Int, on frame: inout Frame, _ rect: Rect, _ board: ThemeBoard
  ) {
    let row = themes.tree[index]
    let isFocus = themes.pane == .tree && index == themes.treeCursor && themes.carry == nil
    let isTarget = isCarryTarget(row)
    let ground: Background = isFocus || isTarget ? .focusRow : .none
    frame.fill(rect, style: Style.text.on(ground))
    frame.mark(rect, as: .board(.row(index)))
    drawGutter(of: row.id, isFocus: isFocus, on: &frame, rect, ground)
    let indent = 3 + row.depth * 2
    let figures = treeFigures(row, board)
    let held = heldBy(row.id).map { "  \($0)" } ?? ""
    let room = rect.columns - indent - displayWidth(figures) - displayWidth(held) - 1
    let start = rect.origin.moved(columns: indent)
    if row.isTheme {
      drawTheme(row, index, on: &frame, start, max(4, room), ground, board)
    } else {
      drawMember(row, on: &frame, start, max(4, room), ground, isFocus: isFocus)
    }
    frame.put(
      held + figures, endingAt: rect.endColumn, row: rect.row, style: Style.text.on(ground))
  }

  /// Whether what is carried goes into the theme of a row.
  private func isCarryTarget(_ row: TreeRow) -> Bool {
    guard let carry = themes.carry else { return false }
    switch carry.place {
    case .slot(let parent, _), .new(let parent): return row.isTheme && row.id == parent
    case .codes, .nowhere: return false
    }
  }

  private func drawTheme(
    _ row: TreeRow, _ index: Int, on frame: inout Frame, _ start: Point, _ room: Int,
    _ ground: Background, _ board: ThemeBoard
  ) {
    let hasMembers = !board.members(of: row.id).isEmpty
    frame.put(
      hasMembers ? (row.isOpen ? "▾" : "▸") : " ", at: start, style: .faint.on(ground))
    frame.mark(
      Rect(column: start.column, row: start.row, columns: 1, rows: 1), as: .board(.fold(index)))
    let isNamed = board.theme(row.id)?.name.isEmpty == false
    let number = board.number(of: row.id) ?? ""
    let isAgreed = board.isAgreed(row.id, by: coders)
    let mark = isAgreed ? " ◆" : ""
    let title = isNamed ? board.title(of: row.id) : "\(board.title(of: row.id)) (no name yet)"
    let isAnalytical = board.theme(row.id)?.level == .analytical
    let style: Style = isAnalytical ? .heading.bolded : isNamed ? .text : .text.italicised
    let width = max(4, room - 2 - displayWidth(number) - 2 - displayWidth(mark))
    var pieces: [(text: String, style: Style)] = []
    if isNamed { pieces.append(("\(number)  ", .faint.on(ground))) }
    pieces.append((cutMiddle(title, width: width), style.on(ground)))
    if isAgreed { pieces.append((mark, Style.text.on(ground))) }
    frame.put(pieces, at: start.moved(columns: 2), width: room)
  }

  private func drawMember(
    _ row: TreeRow, on frame: inout Frame, _ start: Point, _ room: Int, _ ground: Background,
    isFocus: Bool
  ) {
    let isElsewhere = (boards.board?.parents(of: row.id).count ?? 0) > 1
    let more = isElsewhere ? "  also elsewhere" : ""
    let isCarried = themes.carry?.things.contains(row.id) == true && themes.carry?.isAlso != true
    let style: Style = isCarried ? .faint : isFocus ? .text.bolded : .text
    let shown = room > 60 ? more : isElsewhere ? " +" : ""
    frame.put("▪", at: start, style: hue(of: row).on(ground))
    frame.put(
      [
        (
          cutMiddle(bank.name(of: row.id), width: max(4, room - 2 - displayWidth(shown))),
          style.on(ground)
        ), (shown, .faint.on(ground)),
      ], at: start.moved(columns: 2), width: room - 2)
  }

  /// The hue of the theme at the top under which a row stands.
  private func hue(of row: TreeRow) -> Style {
    guard let board = boards.board, let parent = row.parent else { return .mark }
    let top = board.ancestors(of: row.id).last ?? parent
    let index = board.roots.firstIndex { $0.id == top } ?? 0
    return .hue(index)
  }

  private func treeFigures(_ row: TreeRow, _ board: ThemeBoard) -> String {
    let all = studies.count
    guard row.isTheme else {
      let code = bank.codes[row.id]
      return Self.rightAligned(String(code?.lines ?? 0), 11)
        + Self.rightAligned("\(code?.studies ?? 0)/\(all)", 8)
    }
    let count = boards.counts[row.id]
    return Self.rightAligned(String(board.codes(under: row.id).count), 5)
      + Self.rightAligned(count.map { String($0.lines) } ?? "…", 6)
      + Self.rightAligned(count.map { "\($0.studies)/\(all)" } ?? "…", 8)
  }

  /// Before which row of the tree, and how deep, what is carried is drawn.
  var landingRow: (before: Int, depth: Int)? {
    guard let carry = themes.carry else { return nil }
    switch carry.place {
    case .codes, .nowhere: return nil
    case .new(let parent):
      guard let parent else { return (themes.tree.count, 0) }
      return rowBehind(parent)
    case .slot(let parent, let index):
      let siblings = boardSiblings(under: parent, except: carry.things)
      if siblings.indices.contains(index),
        let row = themes.tree.firstIndex(where: {
          $0.id == siblings[index].id && $0.parent == parent
        })
      {
        return (row, themes.tree[row].depth)
      }
      guard let parent else { return (themes.tree.count, 0) }
      return rowBehind(parent)
    }
  }

  /// The row behind a theme and all that is shown under it.
  private func rowBehind(_ theme: EntityID) -> (before: Int, depth: Int)? {
    guard let row = themes.tree.firstIndex(where: { $0.id == theme }) else { return nil }
    let depth = themes.tree[row].depth
    let end =
      themes.tree.indices.first { $0 > row && themes.tree[$0].depth <= depth }
      ?? themes.tree.count
    return (end, depth + 1)
  }

  private func drawLanding(_ depth: Int, on frame: inout Frame, _ rect: Rect) {
    guard let carry = themes.carry else { return }
    let style = Style.accent.bolded
    frame.fill(rect, style: style, with: "━")
    let indent = 3 + depth * 2
    frame.fill(rect.left(indent), style: .text)
    let title = carry.things.count == 1 ? boardTitle(carry.things[0]) : boardTitles(carry.things)
    let words = " \(carry.isAlso ? "also " : "")\(title) "
    let start = rect.origin.moved(columns: indent + 3)
    frame.put(
      cutMiddle(words, width: max(4, rect.columns - indent - 8)), at: start, style: style)
    frame.cursor = start
  }
}

// MARK: - What the thing under the cursor holds

extension State {
  private func drawPeek(on frame: inout Frame, _ rect: Rect) {
    guard rect.rows > 1 else { return }
    let focus = boardFocus
    guard let focus else {
      frame.rule(rect.top(1))
      return
    }
    let lines = themes.lines.flatMap { $0.subject.id == focus.id ? $0.lines : nil }
    frame.rule(
      rect.top(1),
      [(boardTitle(focus.id), .accent.bolded), ("  " + peekWords(focus.id), .faint)])
    var rows: [[(text: String, style: Style)]] = []
    if let statement = boards.board?.theme(focus.id)?.statement, !statement.isEmpty {
      rows = Self.wrapped(statement, rect.columns - 4).prefix(2).map { [($0, Style.text)] }
    }
    for line in lines ?? [] { rows.append(Self.linePieces(line, width: rect.columns - 4)) }
    if lines == nil { rows.append([("…", .faint)]) }
    for (offset, pieces) in rows.prefix(rect.rows - 1).enumerated() {
      frame.put(
        pieces, at: rect.line(offset + 1).origin.moved(columns: 2), width: rect.columns - 3)
    }
  }

  private func peekWords(_ id: EntityID) -> String {
    if let code = bank.codes[id] {
      return "\(Self.count(code.lines, "line")) in \(code.studies) of "
        + Self.count(studies.count, "study", "studies")
    }
    guard let board = boards.board, board.theme(id) != nil else { return "" }
    return agreementWords(id, board)
  }

  /// “Hollis 2019   13  What counted as progress …”.
  static func linePieces(
    _ line: CodedLine, width: Int
  ) -> [(text: String, style: Style)] {
    let label = padded(cutEnd(line.study, width: 16), 16)
    let number = rightAligned(String(line.number), 5)
    return [
      ("\(label)\(number)  ", .faint), (cutEnd(line.text, width: max(4, width - 23)), .text),
    ]
  }

  /// What the strip says of what is under the cursor, or of what is carried.
  var themesStrip: (title: String, parts: [String]) {
    if let carry = themes.carry {
      let why = carry.why.isEmpty ? "m why" : "why: \(carry.why)"
      return (
        "carrying \(boardTitles(carry.things))",
        ["\(carry.isAlso ? "also " : "")\(words(for: carry))", "P also there", why]
      )
    }
    guard let focus = boardFocus, let board = boards.board else { return ("", []) }
    if let code = bank.codes[focus.id] {
      let parents = board.parents(of: focus.id).map(numbered)
      let out = board.leftOut[focus.id].map { "left out: \($0.reason)" }
      let place = out ?? (parents.isEmpty ? "not placed" : parents.joined(separator: " · "))
      let definition = code.code.definition.isEmpty ? "no definition" : code.code.definition
      return (code.code.name, [place, definition])
    }
    guard let theme = board.theme(focus.id) else { return ("", []) }
    let statement = theme.statement.isEmpty ? "no statement yet (d writes it)" : theme.statement
    return (numbered(focus.id), [statement, agreementWords(focus.id, board)])
  }
}
