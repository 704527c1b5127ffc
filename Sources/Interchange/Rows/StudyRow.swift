/// A study, as `linewise study list` lists it.
public struct StudyRow: TableRow {
  /// The study's id.
  public var id: String
  /// The label by which the review names it.
  public var label: String
  /// Its full reference.
  public var citation: String
  /// The year in which it was published.
  public var year: Int?
  /// Its digital object identifier.
  public var doi: String
  /// Its citation key.
  public var key: String
  /// The group of linked studies that it belongs to.
  public var group: String
  /// The reviewer's own columns, in their order.
  public var characteristics: [(String, String)]
  /// How many documents it has.
  public var documents: Int
  /// How many lines they have.
  public var lines: Int
  /// How many of the lines are in eligible sections.
  public var eligibleLines: Int

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - id: The study's id.
  ///   - label: The label by which the review names it.
  ///   - citation: Its full reference.
  ///   - year: The year in which it was published.
  ///   - doi: Its digital object identifier.
  ///   - key: Its citation key.
  ///   - group: The group of linked studies that it belongs to.
  ///   - characteristics: The reviewer's own columns, in their order.
  ///   - documents: How many documents it has.
  ///   - lines: How many lines they have.
  ///   - eligibleLines: How many of the lines are in eligible sections.
  public init(
    id: String, label: String, citation: String = "", year: Int? = nil, doi: String = "",
    key: String = "", group: String = "", characteristics: [(String, String)] = [], documents: Int,
    lines: Int,
    eligibleLines: Int
  ) {
    self.id = id
    self.label = label
    self.citation = citation
    self.year = year
    self.doi = doi
    self.key = key
    self.group = group
    self.characteristics = characteristics
    self.documents = documents
    self.lines = lines
    self.eligibleLines = eligibleLines
  }

  /// The columns, in the documented order.
  public static let columns = [
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("label", title: "Study"),
    TableColumn("citation", title: "Citation", audience: .programs),
    TableColumn("year", title: "Year", alignment: .right),
    TableColumn("doi", title: "DOI", audience: .programs),
    TableColumn("key", title: "Key"),
    TableColumn("group", title: "Group"),
    TableColumn("characteristics", title: "Characteristics", audience: .programs),
    TableColumn("documents", title: "Documents", alignment: .right),
    TableColumn("lines", title: "Lines", alignment: .right),
    TableColumn("eligibleLines", title: "Eligible", alignment: .right),
  ]

  /// A cell for each column.
  public var cells: [TableValue] {
    [
      .text(id),
      .text(label),
      .text(citation),
      .optional(year),
      .text(doi),
      .text(key),
      .text(group),
      .record(characteristics.map { ($0.0, .text($0.1)) }),
      .integer(documents),
      .integer(lines),
      .integer(eligibleLines),
    ]
  }
}
