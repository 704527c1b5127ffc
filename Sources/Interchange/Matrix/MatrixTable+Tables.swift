import Synthesis

extension MatrixTable {
  /// A row a theme or code and a column a study, for a spreadsheet.
  ///
  /// - Parameter guarding: Whether cells that a spreadsheet would calculate get an apostrophe.
  /// - Returns: Comma-separated values, UTF-8, with line feeds.
  public func csv(guarding: Bool = true) -> String {
    let columns =
      (subject == .themes ? ["number", "theme"] : ["code"]).map { TableColumn($0) }
      + matrix.columns.map { TableColumn($0.label) }
      + ["studies", "of", "total", "studyNames"].map { TableColumn($0) }
    let rows = matrix.rows.indices.map { index -> [TableValue] in
      let row = matrix.rows[index]
      let share = matrix.share(of: index)
      return (subject == .themes ? [.text(row.number)] : []) + [.text(row.title)]
        + matrix.cells[index].map { .integer($0) }
        + [
          .integer(share.studies), .integer(share.of), .integer(matrix.totals[index]),
          .names(matrix.labels(of: index)),
        ]
    }
    return Table(columns: columns, rows: rows).text(as: .csv(guarding: guarding))
  }

  /// One JSON object; see <doc:ShapesOfJSON>.
  ///
  /// - Returns: The text, which ends with a line feed.
  public func json() -> String {
    func figures(_ numbers: [Int]) -> TableValue { .list(numbers.map { .integer($0) }) }
    return TableValue.record([
      ("rows", .names(matrix.rows.map(\.title))), ("columns", .names(matrix.columns.map(\.label))),
      ("cells", .list(matrix.cells.map(figures))), ("counted", .text(matrix.kind.rawValue)),
      ("numbers", .names(matrix.rows.map(\.number))),
      ("ids", .names(matrix.rows.map(\.id.description))),
      ("totals", figures(matrix.totals)),
      ("studies", .list(matrix.rows.indices.map { .names(matrix.labels(of: $0)) })),
      ("of", .integer(matrix.columns.count)), ("rowsPresent", figures(matrix.rowsPresent)),
      ("leftOut", .names(leftOut)), ("linked", .flag(isLinked)),
      ("subject", .text(subject.rawValue)), ("round", .optional(round)),
    ]).jsonText + "\n"
  }

  /// A table to read, in Markdown.
  ///
  /// - Returns: The text.
  public func markdown() -> String {
    let heading = "# " + (subject == .themes ? "Themes by studies" : "Codes by studies")
    let name = title.isEmpty ? "" : ": " + MarkdownText.inline(title)
    var blocks = [heading + name]
    blocks.append(
      matrix.rows.isEmpty
        ? "There are no \(rowWord)s yet." : markdownRows.joined(separator: "\n"))
    blocks += notes(naming: MarkdownText.inline)
    if !studies.legend.isEmpty {
      blocks.append(
        studies.legend.map { "- \($0.number) · \(MarkdownText.inline($0.label))" }
          .joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var markdownRows: [String] {
    let names = matrix.columns.map { MarkdownText.cell($0.label) }
    let titles =
      [subject == .themes ? "Theme" : "Code"] + names + ["Studies"]
      + [totalTitle].compactMap { $0 }
    let rules = [":---"] + titles.dropFirst().map { _ in "---:" }
    let rows = matrix.rows.indices.map { index in
      [MarkdownText.cell(name(of: matrix.rows[index]))] + matrix.cells[index].map(String.init)
        + [share(of: index)] + (totalTitle == nil ? [] : [String(matrix.totals[index])])
    }
    let margin =
      [marginTitle] + columnShares + [""]
      + (totalTitle == nil ? [] : [""])
    return ([titles, rules] + rows + [margin]).map { "| " + $0.joined(separator: " | ") + " |" }
  }
}
