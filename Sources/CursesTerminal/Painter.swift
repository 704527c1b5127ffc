import ScreenCells

/// Draws pictures through ncurses, which sends only what differs from what is shown.
///
/// Cells that are the same as in the last painting are not even handed to it: comparing them costs a
/// fraction of writing them.
struct Painter {
  private var pen: LetterPen
  private var shown: CellGrid?
  private var cursorIsVisible: Bool?

  init(inks: Inks, ascii: Bool) {
    pen = LetterPen(inks: inks, ascii: ascii)
  }

  /// Makes the next painting write every row.
  mutating func forget() {
    shown = nil
    cursorIsVisible = nil
  }

  mutating func paint(_ picture: Picture) {
    let (window, grid) = (Curses.size, picture.grid)
    for change in changes(in: grid) where change.row < window.rows {
      let columns = change.columns.clamped(to: 0..<window.columns)
      let cells = grid.row(change.row).dropFirst(columns.lowerBound).prefix(columns.count)
      Curses.write(pen.letters(for: cells), column: columns.lowerBound, row: change.row)
    }
    shown = grid
    place(picture.cursor, isVisible: picture.cursorVisible, in: window)
    Curses.update()
  }

  /// Where it differs from what was written last; everywhere, on an empty window, if the size does.
  private func changes(in grid: CellGrid) -> [(row: Int, columns: Range<Int>)] {
    if let shown, shown.size == grid.size { return grid.changes(from: shown) }
    Curses.erase()
    return (0..<grid.size.rows).map { ($0, 0..<grid.size.columns) }
  }

  /// Puts the cursor where the focus is, also when it is not to be seen.
  private mutating func place(_ point: Point?, isVisible: Bool, in window: Size) {
    let isVisible = isVisible && point != nil
    if isVisible != cursorIsVisible { Curses.show(cursor: isVisible) }
    cursorIsVisible = isVisible
    let place = point ?? Point(column: 0, row: window.rows - 1)
    Curses.move(
      column: min(max(0, place.column), window.columns - 1),
      row: min(max(0, place.row), window.rows - 1))
  }
}
