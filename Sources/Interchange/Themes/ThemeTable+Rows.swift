import Synthesis

extension ThemeTable {
  /// A row a descriptive theme, for a spreadsheet; an analytical theme without any has a row too.
  ///
  /// Each quotation has two columns: the words alone, ready to be quoted, and where they come from
  /// (`Alder 2019, line 12; P3; participant; chosen`).
  ///
  /// - Parameter guarding: Whether cells that a spreadsheet would calculate get an apostrophe.
  /// - Returns: Comma-separated values, UTF-8, with line feeds.
  public func csv(guarding: Bool = true) -> String {
    Table(columns: Self.sheetColumns, rows: rows.map(sheetCells))
      .text(as: .csv(guarding: guarding))
  }

  private static let kinds = ["authorText", "quotation", "against"]

  private static let sheetColumns: [TableColumn] =
    (["analytical", "number", "theme", "under", "statement", "codes", "studies", "of"]
    + ["studyNames", "lines"]
    + kinds.flatMap { kind in
      (1...quotationColumns).flatMap { ["\(kind)\($0)", "\(kind)\($0)Source"] }
    } + ["agreedBy", "agreed", "rationale", "answer", "id"]).map { TableColumn($0) }

  private func sheetCells(of row: ThemeEntry) -> [TableValue] {
    let words = [row.authorTexts, row.quotations, row.against]
    return [
      .names(analytical(of: row).map(\.shownName)), .text(row.number),
      row.isAnalytical ? .missing : .text(row.shownName), .names(under(row).map(\.shownName)),
      .text(row.statement), .names(row.codes), .integer(row.studies.count),
      .integer(studies.count), .names(studies.names(at: row.studies)), .integer(row.lines),
    ] + words.flatMap(sheetCells) + [
      .names(row.agreedBy), .flag(row.isAgreed), .text(row.rationale), .text(row.answer),
      .text(row.id),
    ]
  }

  private func sheetCells(of quotations: [CodebookQuotation]) -> [TableValue] {
    (0..<quotationColumns).flatMap { index -> [TableValue] in
      guard index < quotations.count else { return [.missing, .missing] }
      return [.text(quotations[index].text), .text(quotations[index].sheetSource)]
    }
  }

  /// An array with an object a row; see <doc:ShapesOfJSON>.
  ///
  /// - Returns: The text.
  public func json() -> String {
    let keys = [
      "id", "number", "name", "level", "analytical", "under", "statement", "rationale", "answer",
      "codes", "lines", "studies", "of", "authorTexts", "quotations", "against", "agreedBy",
      "agreed", "round",
    ]
    return Table(columns: keys.map { TableColumn($0) }, rows: rows.map(cells)).text(as: .json)
  }

  private func cells(of row: ThemeEntry) -> [TableValue] {
    [
      .text(row.id), .text(row.number), .text(row.name),
      .text(row.isAnalytical ? "analytical" : "descriptive"),
      .list(analytical(of: row).map(value)), .list(under(row).map(value)), .text(row.statement),
      .text(row.rationale), .text(row.answer), .names(row.codes), .integer(row.lines),
      .names(studies.names(at: row.studies)), .integer(studies.count),
      .list(row.authorTexts.map(\.value)), .list(row.quotations.map(\.value)),
      .list(row.against.map(\.value)), .names(row.agreedBy), .flag(row.isAgreed),
      .optional(round),
    ]
  }

  private func value(of theme: ThemeEntry) -> TableValue {
    .record([
      ("id", .text(theme.id)), ("number", .text(theme.number)), ("name", .text(theme.name)),
      ("statement", .text(theme.statement)), ("answer", .text(theme.answer)),
    ])
  }
}

private let quotationColumns = 3
