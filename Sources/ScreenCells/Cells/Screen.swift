/// A whole terminal as a view draws it: cells, where the cursor is, what can be clicked, and what is
/// to be said aloud.
///
/// A view makes one of every state; a painter shows its ``picture``; a test reads ``text``.
package struct Screen<Target: Hashable & Sendable>: Sendable {
  /// What is drawn.
  package internal(set) var grid: CellGrid
  /// Where the terminal's cursor stands: on the row or cell in focus, even when it is not
  /// visible, because screen readers and braille displays follow it.
  package var cursor: Point?
  /// Whether the cursor is drawn: in fields that are typed in.
  package var cursorVisible = false
  /// What happened, in words, for those who listen.
  package var announcement = ""
  private var targets: [(rect: Rect, target: Target)] = []

  /// Makes a blank screen.
  package init(size: Size) {
    grid = CellGrid(size: size)
  }

  package var size: Size { grid.size }

  /// What a terminal shows of it.
  package var picture: Picture {
    Picture(grid: grid, cursor: cursor, cursorVisible: cursorVisible)
  }

  /// Keeps the cells alone, for a view that draws on those of the screen before.
  package mutating func keepCells() {
    cursor = nil
    cursorVisible = false
    announcement = ""
    targets.removeAll(keepingCapacity: true)
  }

  /// The rectangle of all cells.
  package var bounds: Rect { grid.bounds }

  /// All cells, row after row from the top left.
  package var cells: [Cell] { grid.cells }

  /// The cells of one row, from the left, which must be one of the screen's.
  package func row(_ number: Int) -> ArraySlice<Cell> {
    grid.row(number)
  }

  /// The cell at a place, which must be on the screen.
  package subscript(row row: Int, column column: Int) -> Cell {
    precondition(row < size.rows && column < size.columns, "a place outside the screen")
    return grid.cells[row * size.columns + column]
  }

  /// Makes the cells of `rect` stand for `target`: what a click there means.
  package mutating func mark(_ rect: Rect, as target: Target) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    targets.append((visible, target))
  }

  /// What was marked at `point`; where several were, the latest.
  package func target(at point: Point) -> Target? {
    targets.last { $0.rect.contains(point) }?.target
  }

  /// Where `target` was marked last.
  package func lastRect(of target: Target) -> Rect? {
    targets.last { $0.target == target }?.rect
  }

  /// Where `target` was marked, in the order of marking, for tests that click by name.
  package func rects(of target: Target) -> [Rect] {
    targets.filter { $0.target == target }.map(\.rect)
  }
}
