/// A code, as `linewise codes` lists it.
public struct CodeRow: Hashable, TableRow {
  /// The code's id.
  public var id: String
  /// What the coders call it.
  public var name: String
  /// What it means; empty where nobody has said.
  public var definition: String
  /// How many lines bear it.
  public var lines: Int
  /// How many studies bear it.
  public var studies: Int
  /// How many coders have used it.
  public var coders: Int
  /// The names of the themes in which it stands.
  public var themes: [String]
  /// The coder who made it.
  public var createdBy: String
  /// When it was made, ISO 8601 UTC.
  public var createdAt: String

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - id: The code's id.
  ///   - name: What the coders call it.
  ///   - definition: What it means; empty where nobody has said.
  ///   - lines: How many lines bear it.
  ///   - studies: How many studies bear it.
  ///   - coders: How many coders have used it.
  ///   - themes: The names of the themes in which it stands.
  ///   - createdBy: The coder who made it.
  ///   - createdAt: When it was made, ISO 8601 UTC.
  public init(
    id: String, name: String, definition: String, lines: Int, studies: Int, coders: Int,
    themes: [String], createdBy: String, createdAt: String
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.lines = lines
    self.studies = studies
    self.coders = coders
    self.themes = themes
    self.createdBy = createdBy
    self.createdAt = createdAt
  }

  /// The columns, in the documented order.
  public static let columns = [
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("name", title: "Code"),
    TableColumn("definition", title: "Definition", audience: .programs),
    TableColumn("lines", title: "Lines", alignment: .right),
    TableColumn("studies", title: "Studies", alignment: .right),
    TableColumn("coders", title: "Coders", alignment: .right),
    TableColumn("themes", title: "Themes"),
    TableColumn("createdBy", title: "By", audience: .programs),
    TableColumn("createdAt", title: "At", audience: .programs),
  ]

  /// A cell for each column.
  public var cells: [TableValue] {
    [
      .text(id),
      .text(name),
      .text(definition),
      .integer(lines),
      .integer(studies),
      .integer(coders),
      .names(themes),
      .text(createdBy),
      .text(createdAt),
    ]
  }
}
