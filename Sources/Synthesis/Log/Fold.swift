/// Who set something, in which action and when.
public struct Writer: Hashable, Sendable {
  /// The place in the order of acts.
  public let stamp: Stamp
  /// The action.
  public let action: ActionID
  /// Who did it.
  public let coder: EntityID
  /// The wall clock, in milliseconds since 1970.
  public let at: Int64

  /// Makes a writer.
  public init(stamp: Stamp, action: ActionID, coder: EntityID, at: Int64) {
    self.stamp = stamp
    self.action = action
    self.coder = coder
    self.at = at
  }

  /// Whether this comes before `other` in the order in which changes are folded.
  func precedes(_ other: Writer) -> Bool {
    (stamp, action) < (other.stamp, other.action)
  }
}

/// A change with the facts of its action that the fold needs.
public struct LoggedChange: Hashable, Sendable {
  /// The change.
  public let change: Change
  /// Who made it, in which action and when.
  public let writer: Writer

  /// Makes a logged change.
  public init(_ change: Change, by writer: Writer) {
    self.change = change
    self.writer = writer
  }
}

/// What the undoing of an action leaves standing of it.
public struct Undoing: Hashable, Sendable {
  /// The entities whose changes in the action stay, because others' work stands on them.
  public let kept: Set<EntityID>

  /// Makes an undoing that keeps the changes of these entities.
  public init(keeping kept: Set<EntityID> = []) { self.kept = kept }
}

/// One entity after all that happened to it.
public struct Folded: Hashable, Sendable {
  /// What it is.
  public let kind: Kind
  /// The values that stand.
  public let fields: Fields
  /// Who set each of them.
  public let writers: [String: Writer]
  /// Who made it.
  public let first: Writer

  /// Makes a folded entity.
  public init(kind: Kind, fields: Fields, writers: [String: Writer], first: Writer) {
    self.kind = kind
    self.fields = fields
    self.writers = writers
    self.first = first
  }

  /// Whether what makes it this thing stands, and nobody has deleted it or switched it off.
  ///
  /// Whether it *lives* depends on what it names as well.
  public var isOn: Bool {
    !fields.flag(Fields.deleted) && fields.flag("on", default: true)
      && (Kinds.named(kind.name)?.essentials ?? []).allSatisfy { fields.values[$0] != nil }
  }
}

extension Folded {
  /// Folds the changes of one entity.
  ///
  /// In the order (stamp, action id), without those of undone actions, the last writer of each
  /// field wins.
  ///
  /// - Parameters:
  /// - changes: The changes of one entity, in any order.
  /// - undone: How an action was undone, or `nil` where it stands.
  /// - Returns: The entity, or `nil` where no change stands.
  /// - Complexity: O(*n* log *n*) in the number of changes.
  public static func fold(
    _ changes: [LoggedChange], undone: (ActionID) -> Undoing?
  ) -> Folded? {
    let standing = changes.filter { logged in
      guard let undoing = undone(logged.writer.action) else { return true }
      return undoing.kept.contains(logged.change.entity)
    }.sorted { $0.writer.precedes($1.writer) }
    guard let first = standing.first else { return nil }
    var values: [String: FieldValue] = [:]
    var writers: [String: Writer] = [:]
    for logged in standing {
      for (name, value) in logged.change.fields {
        values[name] = value
        writers[name] = logged.writer
      }
    }
    return Folded(
      kind: first.change.kind, fields: Fields(values), writers: writers, first: first.writer)
  }
}

/// The undone-mark of an action: the entity through which an action is undone and redone.
///
/// Its identity is the action's own, so that two copies that both undo an act agree.
public struct UndoMark: Entity {
  /// The kind.
  public static let kind = Kind("action")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("undone", .flag), FieldDefinition("kept", .texts),
  ]
  /// What it is called.
  public static let noun = "act"

  /// What the folded mark of an action says: how it was undone, or `nil` where it stands.
  public static func undoing(_ folded: Folded?) -> Undoing? {
    guard let folded, folded.fields.flag("undone") else { return nil }
    return Undoing(keeping: Set(folded.fields.texts("kept").compactMap(EntityID.init(short:))))
  }
}
