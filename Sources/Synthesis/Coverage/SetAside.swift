/// That a coder set lines aside, and why.
public struct SetAside: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("set-aside")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("document", .link(Document.kind)), FieldDefinition("start", .number),
    FieldDefinition("end", .number), FieldDefinition("coder", .link(Coder.kind)),
    FieldDefinition("reason", .text), FieldDefinition("on", .flag),
  ]
  /// What identifies a set-aside.
  public static let facts = ["document", "start", "end", "coder"]
  /// What it is called.
  public static let noun = "set-aside line"

  /// The identity.
  public let id: EntityID
  /// The document.
  public let document: EntityID
  /// The passage.
  public let passage: Passage
  /// Who set it aside.
  public let coder: EntityID
  /// Why.
  public let reason: String

  /// Reads folded fields; `nil` where a fact is missing.
  public init?(id: EntityID, fields: Fields) {
    guard let document = fields.entity("document"), let coder = fields.entity("coder") else {
      return nil
    }
    self.id = id
    self.document = document
    self.coder = coder
    passage = fields.passage
    reason = fields.text("reason")
  }
}
