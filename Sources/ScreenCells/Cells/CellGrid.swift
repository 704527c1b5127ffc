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

  /// Where cells differ from those of another grid of the same size: of each such row the columns
  /// from the first that does to the last, with both halves of a wide character or none.
  package func changes(from other: CellGrid) -> [(row: Int, columns: Range<Int>)] {
    precondition(size == other.size, "grids of two sizes")
    return cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        (0..<size.rows).compactMap { row in
          let row = (number: row, cells: row * size.columns..<(row + 1) * size.columns)
          guard var first = row.cells.first(where: { mine[$0] != theirs[$0] }),
            var last = row.cells.last(where: { mine[$0] != theirs[$0] })
          else { return nil }
          if mine[first].width == 0 { first -= 1 }
          if mine[last].width == 2 { last += 1 }
          let start = row.cells.lowerBound
          return (row.number, first - start..<last + 1 - start)
        }
      }
    }
  }
}
