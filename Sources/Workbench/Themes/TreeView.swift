import ScreenCells
import Synthesis

extension State {
  func drawTree(
    on frame: inout Frame, _ layout: BoardLayout, _ board: ThemeBoard,
    _ things: ThingsLook, _ memory: inout TreeMemory
  ) {
    let pane = layout.tree
    drawTreeHeading(on: &frame, layout.treeHeading)
    frame.mark(pane, as: .board(.treePane))
    let look = TreeLook(
      things: things, carried: themes.carry?.things ?? [],
      isAlso: themes.carry?.isAlso == true)
    memory.draw(treeLines(in: pane), in: pane, from: look, on: &frame) { place, frame in
      switch place.row {
      case .row(let row, let index, let gutter, let pointed):
        draw(row, index, gutter, pointed, on: &frame, place.rect, board)
      case .landing(let depth): drawLanding(depth, on: &frame, place.rect)
      case .end:
        let start = place.rect.origin.moved(columns: 3)
        frame.put("+ a new theme", at: start, style: .faint)
      }
    }
    guard themes.tree.isEmpty, themes.carry == nil else { return }
    let start = pane.origin.moved(columns: 2, rows: 1)
    let words = "no theme yet: mark codes with space, then + makes one"
    frame.fill(pane.line(1), style: .text)
    frame.put(cutEnd(words, width: pane.columns - 4), at: start, style: .faint)
    if themes.pane == .tree { frame.cursor = start }
  }

  private func drawTreeHeading(on frame: inout Frame, _ rect: Rect) {
    frame.fill(rect, style: .text)
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

  private func draw(
    _ row: TreeRow, _ index: Int, _ gutter: Gutter, _ pointed: TreeLook.Pointed?,
    on frame: inout Frame, _ rect: Rect, _ board: ThemeBoard
  ) {
    let ground: Background = gutter.isFocus ? .focusRow : .none
    frame.fill(rect, style: Style.text.on(ground))
    frame.mark(rect, as: .board(.row(index)))
    draw(gutter, of: row.id, on: &frame, rect, ground)
    let indent = 3 + row.depth * 2
    let counted = treeFigures(row, board)
    let figures = heldWords(row.id, in: rect, for: counted) ?? counted
    let room = rect.columns - indent - displayWidth(figures) - 1
    let start = rect.origin.moved(columns: indent)
    if row.isTheme {
      drawTheme(row, index, on: &frame, start, max(4, room), ground, board)
    } else {
      drawMember(row, on: &frame, start, max(4, room), ground, isFocus: gutter.isFocus)
    }
    frame.put(
      figures, endingAt: rect.endColumn, row: rect.row, style: Style.text.on(ground))
    if let pointed {
      let end = rect.endColumn - displayWidth(figures) - 1
      draw(pointed, on: &frame, start, end: end, row)
    }
  }

  private func draw(
    _ pointed: TreeLook.Pointed, on frame: inout Frame, _ start: Point, end: Int, _ row: TreeRow
  ) {
    guard let carry = themes.carry else { return }
    var title = carry.things.count == 1 ? boardTitle(carry.things[0]) : boardTitles(carry.things)
    // What it is called stands in the strip; here is room for one of both.
    if pointed.isNew { title = "a new theme" }
    let words = "━━━ \(carry.isAlso ? "also " : "")\(title) ━━━"
    let room = max(8, (end - start.column) * 3 / 5)
    if pointed.isBefore {
      let label = cutMiddle(words, width: room) + " "
      let used = frame.put(label, at: start, style: .accent.bolded)
      let name = cutEnd(boardTitle(row.id), width: max(0, end - start.column - used))
      frame.fill(
        Rect(
          column: start.column + used, row: start.row, columns: end - start.column - used, rows: 1),
        style: .text)
      frame.put(name, at: start.moved(columns: used), style: .faint)
    } else {
      frame.put(
        " " + cutMiddle(words, width: room), endingAt: end, row: start.row,
        style: .accent.bolded)
    }
  }

  private func drawTheme(
    _ row: TreeRow, _ index: Int, on frame: inout Frame, _ start: Point, _ room: Int,
    _ ground: Background, _ board: ThemeBoard
  ) {
    if !board.members(of: row.id).isEmpty {
      frame.put(row.isOpen ? "▾" : "▸", at: start, style: .faint.on(ground))
    }
    frame.mark(
      Rect(column: start.column, row: start.row, columns: 1, rows: 1), as: .board(.fold(index)))
    let theme = board.theme(row.id)
    let isNamed = theme?.name.isEmpty == false
    let number = board.number(of: row.id) ?? ""
    let isAgreed = board.isAgreed(row.id, by: coders)
    let mark = isAgreed ? " ◆" : ""
    let title = isNamed ? board.title(of: row.id) : "\(board.title(of: row.id)) (no name yet)"
    let isAnalytical = theme?.level == .analytical
    let style: Style = isAnalytical ? .heading.bolded : isNamed ? .text : .text.italicised
    let width = max(4, room - 2 - displayWidth(number) - 2 - displayWidth(mark))
    var pieces: [(text: String, style: Style)] = []
    // Number and name in one style: a step through the tree sends half the bytes of two.
    let words = (isNamed ? "\(number)  " : "") + cutMiddle(title, width: width)
    pieces.append((words, style.on(ground)))
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
      let code = bank.row(of: row.id)
      return Self.rightAligned(String(code?.lines ?? 0), 11)
        + Self.rightAligned("\(code?.studies ?? 0)/\(all)", 8)
    }
    let count = boards.counts[row.id]
    return Self.rightAligned(String(board.codes(under: row.id).count), 5)
      + Self.rightAligned(count.map { String($0.lines) } ?? "…", 6)
      + Self.rightAligned(count.map { "\($0.studies)/\(all)" } ?? "…", 8)
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
