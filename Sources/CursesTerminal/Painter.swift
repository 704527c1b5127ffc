import ScreenCells

/// Draws screens through ncurses, which sends only what differs from what is shown.
///
/// Cells that are the same as in the last painting are not even handed to it: comparing them costs a
/// fraction of writing them.
struct Painter {
  private var inks: Inks
  private let ascii: Bool
  private var shown: CellGrid?
  private var cursorIsVisible: Bool?
  private var letters: [UInt32] = []

  init(inks: Inks, ascii: Bool) {
    self.inks = inks
    self.ascii = ascii
  }

  /// Makes the next painting write every row.
  mutating func forget() {
    shown = nil
    cursorIsVisible = nil
  }

  mutating func paint(_ grid: CellGrid, cursor: Point?, isVisible: Bool) {
    let window = Curses.size
    for change in changes(in: grid) where change.row < window.rows {
      let columns = change.columns.clamped(to: 0..<window.columns)
      paint(grid.row(change.row), columns, row: change.row)
    }
    shown = grid
    place(cursor, isVisible: isVisible, in: window)
    Curses.update()
  }

  /// Where it differs from what was written last; everywhere, on an empty window, if the size does.
  private func changes(in grid: CellGrid) -> [(row: Int, columns: Range<Int>)] {
    if let shown, shown.size == grid.size { return grid.changes(from: shown) }
    Curses.erase()
    return (0..<grid.size.rows).map { ($0, 0..<grid.size.columns) }
  }

  /// Cells of one style beside each other.
  private struct Run {
    var start = 0
    var end = 0
    /// How many blanks it begins with, and ends with.
    private(set) var before = 0
    private(set) var after = 0

    mutating func append(isBlank: Bool) {
      if isBlank, before == end - start { before += 1 }
      after = isBlank ? after + 1 : 0
      end += 1
    }
  }

  /// Writes some columns of one row, run by run.
  private mutating func paint(_ row: ArraySlice<Cell>, _ columns: Range<Int>, row number: Int) {
    let cells = row.dropFirst(columns.lowerBound).prefix(columns.count)
    guard var style = cells.first?.style else { return }
    var run = Run(start: columns.lowerBound, end: columns.lowerBound)
    letters.removeAll(keepingCapacity: true)
    for (column, cell) in zip(columns, cells) {
      if cell.style != style, cell.width > 0 {
        flush(style, run, row: number)
        (run, style) = (Run(start: column, end: column), cell.style)
      }
      append(cell, isCut: cell.width == 2 && column + 1 == columns.upperBound)
      run.append(isBlank: cell.isBlank)
    }
    flush(style, run, row: number)
  }

  private mutating func append(_ cell: Cell, isCut: Bool) {
    if isCut {
      letters.append(0x20)
    } else if ascii {
      letters += asciiFallback(cell.text).unicodeScalars.map(\.value)
    } else {
      cell.append(to: &letters)
    }
  }

  /// Writes a run in one style.
  ///
  /// Blanks at its edges are written plain where nobody sees their style: ncurses then knows them for
  /// blank, and clears the rest of a row without going to their end first.
  private mutating func flush(_ style: Style, _ run: Run, row: Int) {
    defer { letters.removeAll(keepingCapacity: true) }
    let isPlain = inks.leavesBlanksPlain(style)
    let before = isPlain ? run.before : 0
    let after = isPlain && run.before < run.end - run.start ? run.after : 0
    write(letters.prefix(before), .text, column: run.start, row: row)
    write(letters.dropFirst(before).dropLast(after), style, column: run.start + before, row: row)
    write(letters.suffix(after), .text, column: run.end - after, row: row)
  }

  private mutating func write(_ letters: ArraySlice<UInt32>, _ style: Style, column: Int, row: Int)
  {
    guard !letters.isEmpty else { return }
    inks.dip(into: style)
    Curses.write(letters, column: column, row: row)
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
