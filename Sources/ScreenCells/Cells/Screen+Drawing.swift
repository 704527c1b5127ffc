/// What a view writes with. See ``CellGrid`` for the rules of each.
extension Screen {
  /// Writes text on one row, made harmless, clipped to `width` columns and to the screen.
  ///
  /// Gives the columns that were used. Half a wide character is never written: one for which only
  /// one column is left becomes a space.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, width: Int = .max, style: Style
  ) -> Int {
    grid.put(text, at: point, width: width, style: style)
  }

  /// Fills a rectangle with one character; with spaces, if it is not one column wide.
  package mutating func fill(_ rect: Rect, style: Style, with character: String = " ") {
    grid.fill(rect, style: style, with: character)
  }

  /// Puts the cells of a rectangle on another ground and leaves all else as it is.
  package mutating func tint(_ rect: Rect, _ background: Background) {
    grid.tint(rect, background)
  }
}

/// The screen in text and as a picture. See ``CellGrid``.
extension Screen {
  /// The rows joined by newlines, without the spaces at their ends.
  package var text: String { grid.text }

  /// One row as text, without the spaces at its end.
  package func line(_ row: Int) -> String {
    grid.line(row)
  }

  /// Where the screen is more than plain text: `row: columns role …`, a line for each such row.
  package var styleRuns: String { grid.styleRuns }

  /// A standalone SVG document, with a bar above it that says `title`, if there is one.
  package func svg(palette: Palette, title: String? = nil) -> String {
    grid.svg(palette: palette, cursor: cursorVisible ? cursor : nil, title: title)
  }
}
