/// Cutting a rectangle into panes. Every cut is clamped: more than there is gives all there is.
extension Rect {
  /// The topmost `count` rows.
  package func top(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: clamp(count, to: rows))
  }

  /// The lowest `count` rows.
  package func bottom(_ count: Int) -> Rect {
    withoutTop(rows - clamp(count, to: rows))
  }

  /// The leftmost `count` columns.
  package func left(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: clamp(count, to: columns), rows: rows)
  }

  /// The rightmost `count` columns.
  package func right(_ count: Int) -> Rect {
    withoutLeft(columns - clamp(count, to: columns))
  }

  /// All but the topmost `count` rows.
  package func withoutTop(_ count: Int) -> Rect {
    let cut = clamp(count, to: rows)
    return Rect(column: column, row: row + cut, columns: columns, rows: rows - cut)
  }

  /// All but the lowest `count` rows.
  package func withoutBottom(_ count: Int) -> Rect {
    top(rows - clamp(count, to: rows))
  }

  /// All but the leftmost `count` columns.
  package func withoutLeft(_ count: Int) -> Rect {
    let cut = clamp(count, to: columns)
    return Rect(column: column + cut, row: row, columns: columns - cut, rows: rows)
  }

  /// All but the rightmost `count` columns.
  package func withoutRight(_ count: Int) -> Rect {
    left(columns - clamp(count, to: columns))
  }

  /// The rectangle without `columns` at the left and right, and `rows` at the top and bottom.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    withoutLeft(columns).withoutRight(columns).withoutTop(rows).withoutBottom(rows)
  }

  /// The row that lies `offset` below the top, as a rectangle one high; empty if there is none.
  package func line(_ offset: Int) -> Rect {
    offset < 0 ? top(0) : withoutTop(offset).top(1)
  }

  private func clamp(_ count: Int, to limit: Int) -> Int {
    min(max(0, count), limit)
  }
}
