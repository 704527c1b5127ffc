import Synthesis

extension Codebook {
  /// A row a code, for a spreadsheet.
  ///
  /// What a reader looks for stands first and the id last. The first three quotations have two
  /// columns each: the words alone, ready to be quoted, and where they come from
  /// (`Alder 2019, line 12; P3; participant; chosen`).
  ///
  /// - Parameter guarding: Whether cells that a spreadsheet would calculate get an apostrophe.
  /// - Returns: Comma-separated values, UTF-8, with line feeds.
  public func csv(guarding: Bool = true) -> String {
    Table(columns: Self.sheetColumns, rows: entries.map(\.sheetCells))
      .text(as: .csv(guarding: guarding))
  }

  private static let sheetColumns: [TableColumn] =
    [
      "name", "definition", "includes", "excludes", "example", "themes", "lines", "studies",
      "coders", "studyLabels",
    ].map { TableColumn($0) }
    + (1...quotationColumns).flatMap {
      [TableColumn("quotation\($0)"), TableColumn("quotation\($0)Source")]
    }
    + ["quotationsLeft", "memo", "firstStudy", "firstLine", "createdBy", "createdAt", "id"]
    .map { TableColumn($0) }
}

private let quotationColumns = 3

extension CodebookEntry {
  fileprivate var sheetCells: [TableValue] {
    [
      .text(name), .text(definition), .text(includes), .text(excludes), .text(example),
      .names(themes), .integer(lines), .integer(studies), .integer(coders), .names(studyLabels),
    ] + quotationCells + [
      .integer(quotationsLeft + max(0, quotations.count - quotationColumns)), .text(memo),
      .text(firstStudy), .optional(firstLine), .text(createdBy), .text(createdAt), .text(id),
    ]
  }

  private var quotationCells: [TableValue] {
    (0..<quotationColumns).flatMap { index -> [TableValue] in
      guard index < quotations.count else { return [.missing, .missing] }
      return [.text(quotations[index].text), .text(quotations[index].sheetSource)]
    }
  }
}

extension CodebookQuotation {
  /// Where the words come from, in one cell.
  var sheetSource: String {
    var parts = ["\(citedStudy(study)), line \(line)"]
    if !speaker.isEmpty { parts.append(speaker) }
    parts.append(voice.rawValue)
    if chosen { parts.append("chosen") }
    return parts.joined(separator: "; ")
  }
}
