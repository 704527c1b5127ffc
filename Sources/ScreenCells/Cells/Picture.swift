/// What a terminal shows: cells, and where its cursor is.
package struct Picture: Hashable, Sendable {
  /// What is drawn.
  package let grid: CellGrid
  /// Where the terminal's cursor stands.
  package let cursor: Point?
  /// Whether it is drawn.
  package let cursorVisible: Bool

  /// Makes a picture.
  package init(grid: CellGrid, cursor: Point?, cursorVisible: Bool) {
    self.grid = grid
    self.cursor = cursor
    self.cursorVisible = cursorVisible
  }
}
