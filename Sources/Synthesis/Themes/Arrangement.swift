/// A private draft of how codes and themes stand: a reviewer's own until it is revealed.
///
/// The shared board is no entity: it is the arrangement that is there without being made.
public struct Arrangement: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("arrangement")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("name", .text), FieldDefinition("owner", .link(Coder.kind)),
    FieldDefinition("revealed", .flag),
  ]
  /// A draft is nobody's without these.
  public static let essentials = ["name", "owner"]
  /// What it is called.
  public static let noun = "draft"
  /// The name of the shared board, which no draft or round may have.
  public static let sharedName = "shared"

  /// The identity.
  public let id: EntityID
  /// The name.
  public let name: String
  /// Whose draft it is.
  public let owner: EntityID
  /// Whether everybody may see it.
  public let isRevealed: Bool

  /// Reads folded fields; `nil` where they name nobody.
  public init?(id: EntityID, fields: Fields) {
    guard let owner = fields.entity("owner") else { return nil }
    self.id = id
    self.owner = owner
    name = fields.text("name")
    isRevealed = fields.flag("revealed")
  }

  /// Whether `viewer` may see it.
  public func isVisible(to viewer: EntityID?) -> Bool { isRevealed || owner == viewer }
}

/// That a person agrees to a theme as it stands.
///
/// It is signed over the statement and the members; where either changes it no longer holds, and
/// where they come back it holds again. Nobody sets it for another.
public struct ThemeAgreement: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("agreement")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("theme", .link(Theme.kind)), FieldDefinition("coder", .link(Coder.kind)),
    FieldDefinition("on", .flag), FieldDefinition("basis", .text),
  ]
  /// One a theme and coder.
  public static let facts = ["theme", "coder"]

  /// The identity.
  public let id: EntityID
  /// The theme.
  public let theme: EntityID
  /// Who agrees.
  public let coder: EntityID
  /// What was agreed to, as ``basis(statement:members:)`` gives it.
  public let basis: String
  /// Who wrote it first, and when.
  public let made: Writer

  /// Reads a folded entity; `nil` where it names nothing.
  public init?(id: EntityID, folded: Folded) {
    guard let theme = folded.fields.entity("theme"), let coder = folded.fields.entity("coder")
    else { return nil }
    self.id = id
    self.theme = theme
    self.coder = coder
    basis = folded.fields.text("basis")
    made = folded.first
  }

  /// The digest of what an agreement is about: the statement and the members, in no order.
  public static func basis(statement: String, members: some Sequence<EntityID>) -> String {
    var hasher = Digest.Hasher()
    hasher.update(framed: Array(statement.utf8))
    for member in members.sorted() { hasher.update(framed: member.bytes) }
    return hasher.finish().hex
  }
}
