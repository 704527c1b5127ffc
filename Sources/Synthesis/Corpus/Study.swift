/// One primary study: what counts in “5 of 6 studies”.
///
/// It may have several documents.
public struct Study: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("study")
  /// The fields; `column.` holds the reviewer's own characteristics.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("label", .text), FieldDefinition("citation", .text),
    FieldDefinition("year", .text), FieldDefinition("doi", .text), FieldDefinition("key", .text),
    FieldDefinition("group", .text), FieldDefinition("column.", .text),
  ]

  /// A study is nothing without a label.
  public static let essentials = ["label"]

  /// The identity.
  public let id: EntityID
  /// What the study is called: “Hollis 2019”.
  public let label: String
  /// The full citation.
  public let citation: String
  /// The year of publication.
  public let year: String
  /// The DOI.
  public let doi: String
  /// The citation key, as a bibliography has it: “hollis2019”.
  public let key: String
  /// The group of linked studies that it belongs to.
  public let group: String
  /// The reviewer's own columns.
  public let characteristics: [String: String]

  /// Reads folded fields.
  public init(id: EntityID, fields: Fields) {
    self.id = id
    label = fields.text("label")
    citation = fields.text("citation")
    year = fields.text("year")
    doi = fields.text("doi")
    key = fields.text("key")
    group = fields.text("group")
    characteristics = fields.family("column.").compactMapValues(\.text).filter { !$1.isEmpty }
  }
}
