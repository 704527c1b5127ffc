public import Synthesis

/// A line of a study, as `linewise lines` lists it.
public struct LineRow: Hashable, TableRow {
  /// The label of the study.
  public var study: String
  /// The title of the document.
  public var document: String
  /// The title of the section.
  public var section: String
  /// Whether its section takes part in the coding.
  public var eligible: Bool
  /// The number of the line within the study, from 1.
  public var line: Int
  /// The offset of the first scalar in the document's frozen text.
  public var start: Int
  /// The offset after the last scalar.
  public var end: Int
  /// Whose words it is.
  public var role: LineRole
  /// How far its coding is; `nil` where it is not codable for another reason.
  public var state: LineRow.State?
  /// Its words.
  public var text: String
  /// The names of the codes on it.
  public var codes: [String]

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - study: The label of the study.
  ///   - document: The title of the document.
  ///   - section: The title of the section.
  ///   - eligible: Whether its section takes part in the coding.
  ///   - line: The number of the line within the study, from 1.
  ///   - start: The offset of the first scalar in the document's frozen text.
  ///   - end: The offset after the last scalar.
  ///   - role: Whose words it is.
  ///   - state: How far its coding is; `nil` where it is not codable for another reason.
  ///   - text: Its words.
  ///   - codes: The names of the codes on it.
  public init(
    study: String, document: String, section: String, eligible: Bool, line: Int, start: Int,
    end: Int, role: LineRole, state: LineRow.State?, text: String, codes: [String]
  ) {
    self.study = study
    self.document = document
    self.section = section
    self.eligible = eligible
    self.line = line
    self.start = start
    self.end = end
    self.role = role
    self.state = state
    self.text = text
    self.codes = codes
  }

  /// The columns, in the documented order.
  public static let columns = [
    TableColumn("study", title: "Study"),
    TableColumn("document", title: "Document", audience: .programs),
    TableColumn("section", title: "Section", audience: .programs),
    TableColumn("eligible", title: "Eligible", audience: .programs),
    TableColumn("line", title: "Line", alignment: .right),
    TableColumn("start", title: "Start", alignment: .right, audience: .programs),
    TableColumn("end", title: "End", alignment: .right, audience: .programs),
    TableColumn("role", title: "Role"),
    TableColumn("state", title: "State"),
    TableColumn("text", title: "Text"),
    TableColumn("codes", title: "Codes"),
  ]

  /// A cell for each column.
  public var cells: [TableValue] {
    [
      .text(study),
      .text(document),
      .text(section),
      .flag(eligible),
      .integer(line),
      .integer(start),
      .integer(end),
      .text(role.rawValue),
      .optional(state?.rawValue),
      .text(text),
      .names(codes),
    ]
  }
}
