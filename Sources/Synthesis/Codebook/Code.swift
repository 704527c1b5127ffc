/// A free code: what a line means, in the reviewer's words, and how it is to be used.
public struct Code: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("code")
  /// The fields.
  public static let fields: [FieldDefinition] =
    texts.map { FieldDefinition($0, .text) } + [
      FieldDefinition("inVivo", .flag), FieldDefinition("mergedInto", .mention(Code.kind)),
      FieldDefinition("madeIn", .mention(Document.kind)), FieldDefinition("madeAt", .number),
    ]
  /// A code is nothing without a name.
  public static let essentials = ["name"]
  /// The fields that a person writes.
  public static let texts = [
    "name", "definition", "includes", "excludes", "example", "memo", "colour",
  ]

  /// The identity.
  public let id: EntityID
  /// The name.
  public let name: String
  /// What it means.
  public let definition: String
  /// What belongs to it.
  public let includes: String
  /// What does not.
  public let excludes: String
  /// An example.
  public let example: String
  /// What somebody thinks of it.
  public let memo: String
  /// Whether the name was taken from a line's own words.
  public let isInVivo: Bool
  /// The code that this one was merged into, before cycles are broken.
  public let mergedInto: EntityID?
  /// The document in whose line it was first made.
  public let madeIn: EntityID?
  /// The position at which it was first made.
  public let madeAt: Int

  /// Reads folded fields.
  public init(id: EntityID, fields: Fields) {
    self.id = id
    name = fields.text("name")
    definition = fields.text("definition")
    includes = fields.text("includes")
    excludes = fields.text("excludes")
    example = fields.text("example")
    memo = fields.text("memo")
    isInVivo = fields.flag("inVivo")
    mergedInto = fields.entity("mergedInto")
    madeIn = fields.entity("madeIn")
    madeAt = fields.number("madeAt")
  }
}
