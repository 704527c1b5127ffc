/// A note of one coder's about a study, a line or the review as a whole. (A memo on a code or on a
/// coding is a field of theirs.)
public struct Memo: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("memo")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("about", .anyLink), FieldDefinition("start", .number),
    FieldDefinition("end", .number), FieldDefinition("coder", .link(Coder.kind)),
    FieldDefinition("text", .text),
  ]
  /// One memo a coder and thing; entries of the review's journal have random identities instead.
  public static let facts = ["about", "start", "end", "coder"]

  /// The identity.
  public let id: EntityID
  /// What it is about: a review, a study, or the document of a passage.
  public let about: EntityID
  /// The passage of a document, empty where it is about the whole.
  public let passage: Passage
  /// Whose memo it is.
  public let coder: EntityID
  /// What it says.
  public let text: String

  /// Reads folded fields; `nil` where they name nothing.
  public init?(id: EntityID, fields: Fields) {
    guard let about = fields.entity("about"), let coder = fields.entity("coder") else { return nil }
    self.id = id
    self.about = about
    self.coder = coder
    passage = fields.passage
    text = fields.text("text")
  }
}

/// That a coder has finished a study.
public struct StudyDone: Entity {
  /// The kind.
  public static let kind = Kind("done")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("study", .link(Study.kind)), FieldDefinition("coder", .link(Coder.kind)),
    FieldDefinition("on", .flag),
  ]
  /// One a coder and study.
  public static let facts = ["study", "coder"]
  /// What it is called.
  public static let noun = "finished study"
}

/// That a coder looked at others' codes of a study before having finished it.
public struct Look: Entity {
  /// The kind.
  public static let kind = Kind("look")
  /// The fields.
  public static let fields: [FieldDefinition] = StudyDone.fields
  /// One a coder and study.
  public static let facts = StudyDone.facts
}
