/// The cells of a screen, apart from what a program attaches to them.
///
/// A wide character always owns both its cells or neither, whatever was written over it. ``Screen``
/// is this and the places that can be clicked; whoever only draws takes a grid.
package struct CellGrid: Hashable, Sendable {
  package let size: Size
  /// All cells, row after row from the top left.
  package internal(set) var cells: [Cell]

  /// Makes a blank grid.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The rectangle of all cells.
  package var bounds: Rect { Rect(size) }

  /// The cells of one row, from the left, which must be one of the grid's.
  package func row(_ number: Int) -> ArraySlice<Cell> {
    cells[number * size.columns..<(number + 1) * size.columns]
  }

  /// The rows in which a cell differs from that of another grid of the same size.
  package func rows(differingFrom other: CellGrid) -> [Int] {
    precondition(size == other.size, "grids of two sizes")
    return cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        (0..<size.rows).filter { row in
          let start = row * size.columns
          return (start..<start + size.columns).contains { mine[$0] != theirs[$0] }
        }
      }
    }
  }
}
