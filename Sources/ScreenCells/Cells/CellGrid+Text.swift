/// The cells in text, for golden files and for `--plain`.
extension CellGrid {
  /// The rows joined by newlines, without the spaces at their ends.
  package var text: String {
    (0..<size.rows).map(line).joined(separator: "\n")
  }

  /// One row as text, without the spaces at its end.
  package func line(_ row: Int) -> String {
    var line = ""
    var spaces = 0
    for cell in self.row(row) where cell.width > 0 {
      if cell.glyph.isSpace {
        spaces += 1
      } else {
        line += String(repeating: " ", count: spaces) + cell.text
        spaces = 0
      }
    }
    return line
  }

  /// Where there is more than plain text: for each such row its number and its runs.
  ///
  /// A run is `columns role`, then the marks that were added and the ground, as in
  /// `3: 0-4 heading, 6-20 dim on focusLine`. Columns count from 0, both ends included.
  package var styleRuns: String {
    (0..<size.rows).compactMap { row in
      let runs = self.runs(inRow: row).filter { $0.style != .text }
      guard !runs.isEmpty else { return nil }
      return "\(row): " + runs.map(describe).joined(separator: ", ")
    }.joined(separator: "\n")
  }

  /// The stretches of one row that have one style, from the left.
  package func runs(inRow row: Int) -> [(columns: Range<Int>, style: Style)] {
    var runs: [(columns: Range<Int>, style: Style)] = []
    for (column, cell) in self.row(row).enumerated() {
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        runs.append((column..<column + 1, cell.style))
      }
    }
    return runs
  }

  private func describe(_ run: (columns: Range<Int>, style: Style)) -> String {
    var words = ["\(run.columns.lowerBound)-\(run.columns.upperBound - 1)", run.style.role.name]
    if run.style.bold { words.append("bold") }
    if run.style.italic { words.append("italic") }
    if run.style.underline { words.append("underline") }
    if run.style.reverse { words.append("reverse") }
    if run.style.background != .none { words.append("on \(run.style.background)") }
    return words.joined(separator: " ")
  }
}
