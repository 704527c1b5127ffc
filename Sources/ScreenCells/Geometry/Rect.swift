/// A rectangle of cells.
///
/// Never of negative size: what is cut off beyond its end is empty.
package struct Rect: Hashable, Sendable {
  /// The leftmost column.
  package var column: Int
  /// The topmost row.
  package var row: Int
  /// The width in cells.
  package private(set) var columns: Int
  /// The height in cells.
  package private(set) var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The top left corner.
  package var origin: Point { Point(column: column, row: row) }
  package var size: Size { Size(columns: columns, rows: rows) }
  /// The column just right of the rectangle.
  package var endColumn: Int { column + columns }
  /// The row just below the rectangle.
  package var endRow: Int { row + rows }
  package var columnRange: Range<Int> { column..<endColumn }
  package var rowRange: Range<Int> { row..<endRow }
  /// Whether no cell lies in it.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  package func contains(_ point: Point) -> Bool {
    columnRange.contains(point.column) && rowRange.contains(point.row)
  }

  /// The cells that lie in both; an empty rectangle if none does.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle moved by some cells.
  package func moved(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(column: column + columns, row: row + rows, columns: self.columns, rows: self.rows)
  }
}
