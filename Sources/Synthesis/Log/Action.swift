/// The identity of an action.
public typealias ActionID = EntityID

/// When an act was done, as an order: one 64-bit number that carries by itself, so that a clock
/// that once was wrong costs nothing but a wrong time shown.
public struct Stamp: Hashable, Comparable, Sendable {
  /// The number.
  public let value: Int64

  /// Takes a number from the log.
  public init(_ value: Int64) { self.value = value }

  /// The stamp of an act done at `now` (milliseconds since 1970) in a file whose largest stamp is
  /// `last`: max(now · 2¹⁶, last + 1).
  public static func next(now: Int64, after last: Stamp) -> Stamp {
    let clock = max(0, min(now, Int64.max >> 17)) << 16
    // A hostile log may stand at the very end; there is nothing after it.
    let (successor, isOver) = last.value.addingReportingOverflow(1)
    return Stamp(isOver ? last.value : max(clock, successor))
  }

  /// Orders by the number.
  public static func < (left: Stamp, right: Stamp) -> Bool { left.value < right.value }
}

/// What an action does to one entity: the fields that it sets.
public struct Change: Hashable, Sendable {
  /// The kind of the entity.
  public let kind: Kind
  /// The entity.
  public let entity: EntityID
  /// The fields set, by name.
  public let fields: [String: FieldValue]
  /// For each field that had a value, the action whose value this one replaces; several where it
  /// settles a conflict between them.
  public let over: [String: [ActionID]]

  /// Makes a change.
  public init(
    kind: Kind, entity: EntityID, fields: [String: FieldValue], over: [String: [ActionID]] = [:]
  ) {
    self.kind = kind
    self.entity = entity
    self.fields = fields
    self.over = over
  }
}

/// One act of one coder: everything that anyone does to a review is one of these in its log.
///
/// An action has at most one change an entity and is never altered or removed.
public struct Action: Hashable, Sendable {
  /// The identity, the same in every copy of the review.
  public let id: ActionID
  /// The place in the order of acts.
  public let stamp: Stamp
  /// The wall clock when it was done, in milliseconds since 1970: shown, never ordered by.
  public let at: Int64
  /// Who did it.
  public let coder: EntityID
  /// What was done, in one word.
  public let verb: Verb
  /// Why, where somebody said.
  public let note: String
  /// What it changed.
  public let changes: [Change]

  /// Makes an action.
  public init(
    id: ActionID, stamp: Stamp, at: Int64, coder: EntityID, verb: Verb, note: String = "",
    changes: [Change]
  ) {
    self.id = id
    self.stamp = stamp
    self.at = at
    self.coder = coder
    self.verb = verb
    self.note = note
    self.changes = changes
  }
}

extension Action {
  /// The hash of this action's row in a file whose last row had the hash `previous`: SHA-256 of the
  /// previous hash, the row and its changes as stored, each piece with its length in front.
  ///
  /// It proves that a file is as it was written; it does not prove who wrote it.
  public func hash(after previous: Digest, stored: [StoredChange]) -> Digest {
    var hasher = Digest.Hasher()
    hasher.update(framed: previous.bytes)
    hasher.update(framed: id.bytes)
    hasher.update(framed: Array(String(stamp.value).utf8))
    hasher.update(framed: Array(String(at).utf8))
    hasher.update(framed: coder.bytes)
    hasher.update(framed: Array(verb.rawValue.utf8))
    hasher.update(framed: Array(note.utf8))
    for change in stored {
      hasher.update(framed: Array(change.kind.utf8))
      hasher.update(framed: change.entity.bytes)
      hasher.update(framed: change.fields)
      hasher.update(framed: change.over)
    }
    return hasher.finish()
  }
}

/// A change as its bytes stand on disk, which are hashed and never encoded again.
public struct StoredChange: Hashable, Sendable {
  /// The kind's name.
  public let kind: String
  /// The entity.
  public let entity: EntityID
  /// The canonical JSON of the fields.
  public let fields: [UInt8]
  /// The canonical JSON of what they replaced: field → action, or a list of them; empty where
  /// nothing was replaced.
  public let over: [UInt8]

  /// Takes bytes as they stand on disk.
  public init(kind: String, entity: EntityID, fields: [UInt8], over: [UInt8]) {
    self.kind = kind
    self.entity = entity
    self.fields = fields
    self.over = over
  }

  /// Encodes a change, once and for ever.
  public init(_ change: Change) {
    kind = change.kind.name
    entity = change.entity
    fields = CanonicalJSON.encode(change.fields)
    over = change.over.isEmpty ? [] : CanonicalJSON.encode(change.over.mapValues(Self.value))
  }

  /// Reads the change back.
  ///
  /// - Throws: ``CanonicalJSON/Malformed`` where the bytes are not ours.
  public func change() throws(CanonicalJSON.Malformed) -> Change {
    let replaced = over.isEmpty ? [:] : try CanonicalJSON.decode(over)
    return Change(
      kind: Kind(kind), entity: entity, fields: try CanonicalJSON.decode(fields),
      over: replaced.compactMapValues(Self.actions))
  }

  /// One action as its identity, several as a list of theirs.
  private static func value(_ actions: [ActionID]) -> FieldValue {
    actions.count == 1 ? .entity(actions[0]) : .list(actions.map(FieldValue.entity))
  }

  private static func actions(_ value: FieldValue) -> [ActionID]? {
    (value.texts ?? [value.text].compactMap(\.self)).map(EntityID.init(short:))
      .reduce(into: [] as [ActionID]?) { actions, id in
        if let id { actions?.append(id) } else { actions = nil }
      }
  }
}
