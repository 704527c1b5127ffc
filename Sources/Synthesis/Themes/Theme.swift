/// A theme: a descriptive one gathers codes by what they share, an analytical one goes beyond the
/// primary studies and says what descriptive themes mean for the review's question (Thomas &
/// Harden 2008, stages 2 and 3).
///
/// Its name may wait. Where it stands is not said here but by its placements.
public struct Theme: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("theme")
  /// The fields.
  public static let fields: [FieldDefinition] =
    [FieldDefinition("level", .text)] + texts.map { FieldDefinition($0, .text) } + [
      FieldDefinition("arrangement", .mention(Arrangement.kind)),
      FieldDefinition("mergedInto", .mention(Theme.kind)),
    ]
  /// A theme is nothing without a level.
  public static let essentials = ["level"]
  /// The fields that a person writes.
  public static let texts = ["name", "statement", "rationale", "answer", "memo", "colour"]

  /// What a theme is called in a sentence while its name waits.
  public static let unnamed = "a theme without a name"

  /// How far a theme goes beyond the studies.
  public enum Level: String, CaseIterable, Sendable {
    /// Gathers codes; stays close to the studies.
    case descriptive
    /// Goes beyond the studies.
    case analytical
  }

  /// The identity.
  public let id: EntityID
  /// How far it goes beyond the studies.
  public let level: Level
  /// The name; empty where it waits.
  public let name: String
  /// What the theme says, in a sentence or more.
  public let statement: String
  /// Why these belong together.
  public let rationale: String
  /// What it says to the review's question.
  public let answer: String
  /// What somebody thinks of it.
  public let memo: String
  /// The private draft in which it was made; `nil` where it was made on the shared board.
  public let home: EntityID?
  /// The theme that this one was merged into, before cycles are broken.
  public let mergedInto: EntityID?
  /// Who made it, when, and its place in the order of acts.
  public let made: Writer
  /// Who merged it into another, if anybody did; else who made it.
  public let merged: Writer

  /// Reads a folded entity.
  public init(id: EntityID, folded: Folded) {
    let fields = folded.fields
    self.id = id
    level = Level(rawValue: fields.text("level")) ?? .descriptive
    name = fields.text("name")
    statement = fields.text("statement")
    rationale = fields.text("rationale")
    answer = fields.text("answer")
    memo = fields.text("memo")
    home = fields.entity("arrangement")
    mergedInto = fields.entity("mergedInto")
    made = folded.first
    merged = folded.writers["mergedInto"] ?? folded.first
  }
}
