import Synthesis

extension Codebook {
  /// An array with an object a code, whose first keys are those of `linewise codes`.
  ///
  /// - Returns: The text.
  public func json() -> String { Table(rows: entries).text(as: .json) }
}

extension CodebookEntry: TableRow {
  /// The columns: those of ``CodeRow``, then what only the codebook has.
  public static let columns =
    CodeRow.columns
    + [
      TableColumn("includes"), TableColumn("excludes"), TableColumn("example"),
      TableColumn("memo"), TableColumn("studyLabels"), TableColumn("firstStudy"),
      TableColumn("firstLine", alignment: .right), TableColumn("quotations"),
      TableColumn("quotationsLeft", alignment: .right),
    ]

  /// A cell for each column.
  public var cells: [TableValue] {
    row.cells + [
      .text(includes), .text(excludes), .text(example), .text(memo), .names(studyLabels),
      .text(firstStudy), .optional(firstLine), .list(quotations.map(\.value)),
      .integer(quotationsLeft),
    ]
  }

  private var row: CodeRow {
    CodeRow(
      id: id, name: name, definition: definition, lines: lines, studies: studies, coders: coders,
      themes: themes, createdBy: createdBy, createdAt: createdAt)
  }
}

extension CodebookQuotation {
  /// The words with where they come from.
  var value: TableValue {
    .record([
      ("text", .text(text)), ("study", .text(study)), ("line", .integer(line)),
      ("speaker", .text(speaker)), ("voice", .text(voice.rawValue)), ("chosen", .flag(chosen)),
    ])
  }
}
