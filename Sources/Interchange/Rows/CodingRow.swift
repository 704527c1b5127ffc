/// A code on a passage, as `linewise codings` lists it.
public struct CodingRow: Hashable, TableRow {
  /// The coding's id.
  public var id: String
  /// The name of the code.
  public var code: String
  /// The label of the study.
  public var study: String
  /// The title of the document.
  public var document: String
  /// The number of the line within the study, from 1.
  public var line: Int
  /// The offset of the first scalar in the document's frozen text.
  public var start: Int
  /// The offset after the last scalar.
  public var end: Int
  /// The coded words.
  public var text: String
  /// Who coded it.
  public var coder: String
  /// When, ISO 8601 UTC.
  public var at: String
  /// The coder's note on it; empty where there is none.
  public var memo: String

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - id: The coding's id.
  ///   - code: The name of the code.
  ///   - study: The label of the study.
  ///   - document: The title of the document.
  ///   - line: The number of the line within the study, from 1.
  ///   - start: The offset of the first scalar in the document's frozen text.
  ///   - end: The offset after the last scalar.
  ///   - text: The coded words.
  ///   - coder: Who coded it.
  ///   - at: When, ISO 8601 UTC.
  ///   - memo: The coder's note on it; empty where there is none.
  public init(
    id: String, code: String, study: String, document: String, line: Int, start: Int, end: Int,
    text: String, coder: String, at: String, memo: String = ""
  ) {
    self.id = id
    self.code = code
    self.study = study
    self.document = document
    self.line = line
    self.start = start
    self.end = end
    self.text = text
    self.coder = coder
    self.at = at
    self.memo = memo
  }

  /// The columns, in the documented order.
  public static let columns = [
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("code", title: "Code"),
    TableColumn("study", title: "Study"),
    TableColumn("document", title: "Document", audience: .programs),
    TableColumn("line", title: "Line", alignment: .right),
    TableColumn("start", title: "Start", alignment: .right, audience: .programs),
    TableColumn("end", title: "End", alignment: .right, audience: .programs),
    TableColumn("text", title: "Text"),
    TableColumn("coder", title: "Coder"),
    TableColumn("at", title: "At", audience: .programs),
    TableColumn("memo", title: "Memo", audience: .programs),
  ]

  /// A cell for each column.
  public var cells: [TableValue] {
    [
      .text(id),
      .text(code),
      .text(study),
      .text(document),
      .integer(line),
      .integer(start),
      .integer(end),
      .text(text),
      .text(coder),
      .text(at),
      .text(memo),
    ]
  }
}
