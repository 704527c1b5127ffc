/// That a code or a theme stands under a theme, or a theme at the top, in one arrangement.
///
/// It is its three facts, so that the same act in two copies is one placement; what changes is
/// whether it is on, its place among its siblings, and why it is there. A code may stand under
/// several themes, a theme too.
public struct Placement: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("placement")
  /// The fields.
  ///
  /// An empty `parent` is the top of the board, an empty `arrangement` the shared one.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("child", .anyLink), FieldDefinition("parent", .link(Theme.kind)),
    FieldDefinition("arrangement", .link(Arrangement.kind)), FieldDefinition("on", .flag),
    FieldDefinition("position", .text), FieldDefinition("why", .text),
  ]
  /// What identifies a placement.
  public static let facts = ["child", "parent", "arrangement"]

  /// The identity.
  public let id: EntityID
  /// The code or theme that stands there.
  public let child: EntityID
  /// The theme under which it stands; `nil` is the top of the board.
  public let parent: EntityID?
  /// The arrangement; `nil` is the shared one.
  public let arrangement: EntityID?
  /// The place among its siblings.
  public let position: OrderKey
  /// Why it is there, where somebody said.
  public let why: String
  /// Who first put it there, when, and its place in the order of acts.
  public let made: Writer

  /// Reads a folded entity; `nil` where it names nothing.
  public init?(id: EntityID, folded: Folded) {
    guard let child = folded.fields.entity("child") else { return nil }
    self.id = id
    self.child = child
    parent = folded.fields.entity("parent")
    arrangement = folded.fields.entity("arrangement")
    position = OrderKey(folded.fields.text("position"))
    why = folded.fields.text("why")
    made = folded.first
  }

  /// The facts as fields.
  static func facts(
    of child: EntityID, under parent: EntityID?, in arrangement: EntityID?
  ) -> [String: FieldValue] {
    [
      "child": .entity(child), "parent": parent.map(FieldValue.entity) ?? .text(""),
      "arrangement": arrangement.map(FieldValue.entity) ?? .text(""),
    ]
  }
}

/// That a code is left out of the themes of an arrangement, with a reason, so that “not placed”
/// can honestly reach nought.
public struct LeftOut: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("left-out")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("code", .link(Code.kind)),
    FieldDefinition("arrangement", .link(Arrangement.kind)), FieldDefinition("on", .flag),
    FieldDefinition("reason", .text),
  ]
  /// One a code and arrangement.
  public static let facts = ["code", "arrangement"]
  /// What it is called.
  public static let noun = "code left out"

  /// The identity.
  public let id: EntityID
  /// The code.
  public let code: EntityID
  /// The arrangement; `nil` is the shared one.
  public let arrangement: EntityID?
  /// Why.
  public let reason: String

  /// Reads folded fields; `nil` where they name no code.
  public init?(id: EntityID, fields: Fields) {
    guard let code = fields.entity("code") else { return nil }
    self.id = id
    self.code = code
    arrangement = fields.entity("arrangement")
    reason = fields.text("reason")
  }

  /// The facts as fields.
  static func facts(of code: EntityID, in arrangement: EntityID?) -> [String: FieldValue] {
    [
      "code": .entity(code),
      "arrangement": arrangement.map(FieldValue.entity) ?? .text(""),
    ]
  }
}
