extension CellGrid {
  /// Writes text on one row.
  ///
  /// The text is made ``displayable(_:)`` first, so that no view has to think of it. What does not
  /// fit in `width`, or on the screen, is left out. Half a wide character is never written: one
  /// for which only one column is left becomes a space.
  ///
  /// - Parameters:
  ///   - text: Any text, however hostile.
  ///   - point: Where the first column goes; may lie outside the screen.
  ///   - width: Columns that may be used.
  ///   - style: How every cell of it is drawn.
  /// - Returns: The columns that the text took, at most `width`.
  @discardableResult
  package mutating func put(_ text: String, at point: Point, width: Int, style: Style) -> Int {
    let limit = min(width, size.columns - point.column)
    guard limit > 0, point.row >= 0, point.row < size.rows else { return 0 }
    if point.column >= 0, isPrintableASCII(text) {
      return put(ascii: text, at: point, limit: limit, style: style)
    }
    var used = 0
    forEachGlyph(of: text) { glyph, columns in
      guard used < limit else { return false }
      let fits = used + columns <= limit
      let cell = Cell(fits ? glyph : Glyph(" "), width: fits ? columns : 1, style: style)
      place(cell, column: point.column + used, row: point.row)
      used += cell.width
      return true
    }
    return used
  }

  /// Writes a text of which each byte is a cell, on the screen.
  private mutating func put(ascii text: String, at point: Point, limit: Int, style: Style) -> Int {
    let start = point.row * size.columns + point.column
    let end = start + min(limit, text.utf8.count)
    guard start < end else { return 0 }
    blankHalf(at: start)
    blankHalf(at: end - 1)
    var text = text
    text.withUTF8 { bytes in
      cells.withUnsafeMutableBufferPointer { cells in
        for index in start..<end {
          cells[index] = Cell(Glyph(ascii: bytes[index - start]), width: 1, style: style)
        }
      }
    }
    return end - start
  }

  /// Fills a rectangle with one character; with spaces, if it is not one column wide.
  package mutating func fill(_ rect: Rect, style: Style, with character: String = " ") {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    let shown = displayable(character)
    let cell = Cell(text: displayWidth(shown) == 1 ? shown : " ", width: 1, style: style)
    for row in visible.rowRange {
      let start = row * size.columns + visible.column
      let end = start + visible.columns
      blankHalf(at: start)
      blankHalf(at: end - 1)
      cells.withUnsafeMutableBufferPointer { $0[start..<end].update(repeating: cell) }
    }
  }

  /// Puts the cells of a rectangle on another ground and leaves all else as it is.
  package mutating func tint(_ rect: Rect, _ background: Background) {
    let visible = rect.intersection(bounds)
    for row in visible.rowRange {
      for column in visible.columnRange {
        cells[row * size.columns + column].style.background = background
      }
    }
  }

  /// Sets one cell, and its second half; a wide character that loses a half becomes spaces.
  private mutating func place(_ cell: Cell, column: Int, row: Int) {
    guard column >= 0 else { return placeLeftOfScreen(cell, column: column, row: row) }
    let index = row * size.columns + column
    blankHalf(at: index)
    if cell.width == 2 {
      blankHalf(at: index + 1)
      cells[index + 1] = .continuation(cell.style)
    }
    cells[index] = cell
  }

  /// Of a wide character that starts just left of the screen a space is seen, of others nothing.
  private mutating func placeLeftOfScreen(_ cell: Cell, column: Int, row: Int) {
    guard column == -1, cell.width == 2 else { return }
    place(cell.blanked, column: 0, row: row)
  }

  /// Takes the wide character away of which the cell at `index` is a half.
  private mutating func blankHalf(at index: Int) {
    switch cells[index].width {
    case 0:
      cells[index - 1] = cells[index - 1].blanked
      cells[index] = cells[index].blanked
    case 2:
      cells[index] = cells[index].blanked
      cells[index + 1] = cells[index + 1].blanked
    default: break
    }
  }
}
