/// What somebody says to the others about a thing: threaded, open until it is resolved.
public struct ThreadComment: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("comment")
  /// The fields.
  ///
  /// `start` and `end` say which words of a document; a reply names its thread in `to`
  /// and what the thread is about in `about`.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("about", .anyLink), FieldDefinition("start", .number),
    FieldDefinition("end", .number), FieldDefinition("to", .link(ThreadComment.kind)),
    FieldDefinition("coder", .link(Coder.kind)), FieldDefinition("text", .text),
    FieldDefinition("resolved", .flag),
  ]
  /// A comment is nothing without these.
  public static let essentials = ["about", "coder", "text"]

  /// The identity.
  public let id: EntityID
  /// A theme, a code, a study, or the document of a passage.
  public let about: EntityID
  /// The passage of a document, empty where it is about the whole.
  public let passage: Passage
  /// The comment that began the thread; `nil` where this one does.
  public let thread: EntityID?
  /// Who said it.
  public let coder: EntityID
  /// What was said.
  public let text: String
  /// Whether the thread is settled.
  public let isResolved: Bool
  /// When, and its place in the order of acts.
  public let made: Writer

  /// Reads a folded entity; `nil` where it names nothing.
  public init?(id: EntityID, folded: Folded) {
    let fields = folded.fields
    guard let about = fields.entity("about"), let coder = fields.entity("coder") else { return nil }
    self.id = id
    self.about = about
    self.coder = coder
    passage = fields.passage
    thread = fields.entity("to")
    text = fields.text("text")
    isResolved = fields.flag("resolved")
    made = folded.first
  }
}
