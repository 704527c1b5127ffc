import ScreenCells
import Synthesis

extension State {
  mutating func runThemes(_ command: Command, digit: Int?) -> [Effect] {
    guard boards.board != nil else {
      message = Message("the board is being read …")
      return []
    }
    if themes.carry != nil { return runCarry(command) }
    if themes.page != nil, let effects = runPage(command) { return effects }
    if moveOnBoard(command) { return loadPeek() }
    switch command {
    case .thingOpen: return openBoardThing()
    case .markToggle:
      markAndStep()
      return loadPeek()
    case .markClear:
      themes.marks = []
      return []
    case .findOpen: ask("only codes with", .filterCodes(before: themes.filter), text: themes.filter)
    case .viewWhose: showOtherCodes()
    case .orderNext: takeNextOrder()
    case .viewQuestion:
      themes.hasQuestion.toggle()
      return loadPeek()
    case .needNext, .needPrevious: goToNeed(forward: command == .needNext)
    case .chainUp: return goUpTheChain()
    case .chainDown: return goDownTheChain()
    default: return actOnBoard(command, digit: digit)
    }
    refreshBoard()
    return loadPeek()
  }

  private mutating func moveOnBoard(_ command: Command) -> Bool {
    let half = max(1, boardRows / 2)
    switch command {
    case .cursorDown: moveBoardCursor(by: 1)
    case .cursorUp: moveBoardCursor(by: -1)
    case .pageDown: moveBoardCursor(by: half)
    case .pageUp: moveBoardCursor(by: -half)
    case .listFirst: moveBoardCursor(by: .min / 2)
    case .listLast: moveBoardCursor(by: .max / 2)
    case .blockNext: moveToBlock(forward: true)
    case .blockPrevious: moveToBlock(forward: false)
    case .paneNext, .panePrevious: themes.pane = themes.pane == .codes ? .tree : .codes
    case .cursorIn: goInOnBoard()
    case .cursorOut: goOutOnBoard()
    default: return false
    }
    return true
  }

  /// The rows of the list that the cursor is in.
  var boardRows: Int {
    max(1, themes.pane == .codes ? boardLayout.codes.rows : boardLayout.tree.rows)
  }

  private mutating func moveBoardCursor(by count: Int) {
    switch themes.pane {
    case .codes:
      themes.codeCursor = max(0, min(themes.codes.count - 1, themes.codeCursor + count))
    case .tree:
      themes.treeCursor = max(0, min(themes.tree.count - 1, themes.treeCursor + count))
    }
  }

  /// To the next theme of the tree; in the list of codes to the next first letter.
  private mutating func moveToBlock(forward: Bool) {
    switch themes.pane {
    case .tree:
      let indices = themes.tree.indices
      let others =
        forward
        ? Array(indices.dropFirst(themes.treeCursor + 1))
        : Array(indices.prefix(themes.treeCursor).reversed())
      if let next = others.first(where: { themes.tree[$0].isTheme }) { themes.treeCursor = next }
    case .codes:
      guard themes.codes.indices.contains(themes.codeCursor) else { return }
      let letter = firstLetter(themes.codeCursor)
      let others =
        forward
        ? Array(themes.codes.indices.dropFirst(themes.codeCursor + 1))
        : Array(themes.codes.indices.prefix(themes.codeCursor).reversed())
      if let next = others.first(where: { firstLetter($0) != letter }) { themes.codeCursor = next }
    }
  }

  private func firstLetter(_ index: Int) -> Character? {
    themes.names[themes.codes[index]]?.key.first
  }

  /// Opens a closed theme, else goes to its first member; from the codes to the tree.
  private mutating func goInOnBoard() {
    guard themes.pane == .tree else {
      themes.pane = .tree
      return
    }
    guard themes.tree.indices.contains(themes.treeCursor) else { return }
    let row = themes.tree[themes.treeCursor]
    guard row.isTheme else { return }
    if row.isOpen {
      let next = themes.treeCursor + 1
      if themes.tree.indices.contains(next), themes.tree[next].parent == row.id {
        themes.treeCursor = next
      }
    } else {
      turnTheme(row.id)
    }
  }

  /// Closes an open theme, else goes to the theme above; from the top to the codes.
  private mutating func goOutOnBoard() {
    guard themes.pane == .tree, themes.tree.indices.contains(themes.treeCursor) else {
      themes.pane = .codes
      return
    }
    let row = themes.tree[themes.treeCursor]
    if row.isTheme, row.isOpen, boards.board?.members(of: row.id).isEmpty == false {
      turnTheme(row.id)
    } else if let parent = row.parent,
      let above = themes.tree[..<themes.treeCursor].lastIndex(where: { $0.id == parent })
    {
      themes.treeCursor = above
    } else {
      themes.pane = .codes
    }
  }

  /// Opens or closes a theme.
  mutating func turnTheme(_ theme: EntityID) {
    if themes.turned.remove(theme) == nil { themes.turned.insert(theme) }
    if let board = boards.board { themes.refreshTree(board) }
  }

  private mutating func markAndStep() {
    guard let focus = boardFocus else { return }
    turnMark(focus.id)
    moveBoardCursor(by: 1)
  }

  mutating func turnMark(_ id: EntityID) {
    if themes.marks.remove(id) == nil { themes.marks.insert(id) }
  }

  private mutating func showOtherCodes() {
    let all = ThemesDesk.Shown.allCases
    let index = all.firstIndex(of: themes.shown) ?? 0
    themes.shown = all[(index + 1) % all.count]
    message = Message("codes: \(themes.shown.words)")
  }

  private mutating func takeNextOrder() {
    let all = ThemesDesk.Order.allCases
    let index = all.firstIndex(of: themes.order) ?? 0
    themes.order = all[(index + 1) % all.count]
    message = Message("codes \(themes.order.words)")
  }

  /// To the next code that has no theme, as long as there is one.
  private mutating func goToNeed(forward: Bool) {
    guard let board = boards.board else { return }
    themes.pane = .codes
    guard !board.notPlaced.isEmpty else {
      message = Message("every code stands under a theme or is left out")
      return
    }
    if themes.shown == .leftOut {
      themes.shown = .notPlaced
      themes.refreshCodes(bank, boards)
    }
    let indices = Array(themes.codes.indices)
    let at = themes.codeCursor
    let after = indices.filter { $0 > at } + indices.filter { $0 <= at }
    let order = forward ? after : Array(after.dropLast().reversed()) + after.suffix(1)
    if let next = order.first(where: { board.notPlaced.contains(themes.codes[$0]) }) {
      themes.codeCursor = next
    } else if !themes.filter.isEmpty {
      message = Message("the filter shows no code without a theme; / changes it")
    }
  }

  /// From a code to its theme, from a theme to the one above.
  mutating func goUpTheChain() -> [Effect] {
    guard let focus = boardFocus, let board = boards.board else { return [] }
    guard let parent = focus.parent ?? board.parents(of: focus.id).first else {
      message = Message(
        focus.isTheme ? "nothing stands above this theme" : "this code stands under no theme yet")
      return []
    }
    showInTree(parent)
    return loadPeek()
  }

  /// From a theme to its first member, from a code to its lines.
  private mutating func goDownTheChain() -> [Effect] {
    guard let focus = boardFocus, let board = boards.board else { return [] }
    guard focus.isTheme else { return openPage(of: focus.id) }
    guard let first = board.members(of: focus.id).first else {
      message = Message("nothing stands under this theme yet")
      return []
    }
    if !themes.isOpen(focus.id, on: board) { turnTheme(focus.id) }
    let row = themes.tree.firstIndex { $0.id == first.id && $0.parent == focus.id }
    if let row {
      themes.pane = .tree
      themes.treeCursor = row
    }
    return loadPeek()
  }

  /// Puts the cursor on a theme or code of the tree, opening what is above it.
  mutating func showInTree(_ id: EntityID) {
    guard let board = boards.board else { return }
    for theme in board.ancestors(of: id) where !themes.isOpen(theme, on: board) {
      turnTheme(theme)
    }
    if let row = themes.tree.firstIndex(where: { $0.id == id }) {
      themes.pane = .tree
      themes.treeCursor = row
    }
  }

  /// Asks for the lines of what is under the cursor, for the peek.
  func loadPeek() -> [Effect] {
    guard themes.page == nil, boardLayout.peek.rows > 0, let focus = boardFocus,
      let subject = linesSubject(of: focus.id), themes.lines?.subject != subject
    else { return [] }
    return [.loadPeek(subject, limit: 40)]
  }

  /// Asks again for the lines on screen, because some changed.
  func reloadLines() -> [Effect] {
    if let page = themes.page { return loadLines(of: page.subject) }
    guard boardLayout.peek.rows > 0, let focus = boardFocus,
      let subject = linesSubject(of: focus.id)
    else { return [] }
    return [.loadPeek(subject, limit: 40)]
  }

  /// Asks for the lines of a page.
  func loadLines(of id: EntityID) -> [Effect] {
    linesSubject(of: id).map { [.loadBoardLines($0, limit: Self.linesOnPage)] } ?? []
  }

  /// How many lines a page lists at most; it says so where there are more.
  static let linesOnPage = 2000

  /// The lines of a code, or of all the codes under a theme.
  func linesSubject(of id: EntityID) -> LinesSubject? {
    if bank.codes[id] != nil { return LinesSubject(id, codes: [id]) }
    return boards.board.map { LinesSubject(id, codes: $0.codes(under: id)) }
  }
}

extension State {
  /// The board was read: what waits for it is shown.
  mutating func boardChanged() -> [Effect] {
    refreshBoard()
    comeToKeptPlace()
    seekOnBoard()
    if case .picker(let picker)? = overlays.last, picker.isCompact {
      overlays[overlays.count - 1] = .picker(filled(picker))
    }
    return desk == .themes ? loadPeek() : []
  }

  /// Brings what is in focus on screen; while the mouse carries, it says what is.
  mutating func settleBoard() {
    guard desk == .themes else { return }
    let layout = boardLayout
    if let page = themes.page { return settlePage(page) }
    Self.keep(&themes.codeTop, themes.codeCursor, layout.codes.rows, of: themes.codes.count)
    // Others may have taken rows away while a hand held the tree where it was.
    themes.treeTop = max(0, min(themes.treeTop, themes.tree.count - 1))
    if let carry = themes.carry {
      guard !carry.isByMouse, let row = landingRow?.before else { return }
      Self.keep(&themes.treeTop, row, layout.tree.rows - 1, of: themes.tree.count + 1)
    } else {
      Self.keep(&themes.treeTop, themes.treeCursor, layout.tree.rows, of: themes.tree.count)
    }
  }

  /// Scrolls no further than the cursor needs, with a row to spare.
  private static func keep(_ top: inout Int, _ cursor: Int, _ rows: Int, of count: Int) {
    guard rows > 0 else { return }
    if cursor < top { top = cursor }
    if cursor >= top + rows { top = cursor - rows + 1 }
    top = max(0, min(top, max(0, count - rows)))
  }

  private mutating func settlePage(_ page: BoardPage) {
    let body = Rooms(size, .themes).body.withoutTop(1)
    let lines = pageLines(width: body.columns - 6)
    guard let first = lines.firstIndex(where: { $0.row == page.cursor }) else { return }
    let last = lines.lastIndex { $0.row == page.cursor } ?? first
    // What stands above the first row to stop at is seen with it.
    let isFirst = !lines[..<first].contains { pageRows[$0.row].isStop }
    var top = page.top
    Self.keep(&top, last, body.rows, of: lines.count)
    if first < top { top = first }
    themes.page?.top = isFirst && last < body.rows ? 0 : top
  }

  mutating func wheelOnBoard(_ rows: Int, _ point: Point) -> [Effect] {
    let layout = boardLayout
    if themes.page != nil { return run(rows > 0 ? .cursorDown : .cursorUp) }
    if themes.carry != nil {
      themes.treeTop = max(0, min(themes.tree.count - 1, themes.treeTop + rows))
      if themes.carry?.isByMouse == true { pointCarry(at: point) }
      return []
    }
    let isCodes = layout.codes.rows > 0 && (!layout.isWide || layout.codes.contains(point))
    themes.pane = isCodes ? .codes : .tree
    return run(rows > 0 ? .cursorDown : .cursorUp)
  }
}
