/// The folded fields of one entity, read by type.
public struct Fields: Hashable, Sendable {
  /// The field that hides an entity; nothing is ever erased.
  public static let deleted = "deleted"

  /// The values by name.
  public var values: [String: FieldValue]

  /// Makes fields of values.
  public init(_ values: [String: FieldValue] = [:]) { self.values = values }

  /// The text called `name`, or an empty one.
  public func text(_ name: String) -> String { values[name]?.text ?? "" }

  /// The number called `name`, or 0.
  public func number(_ name: String) -> Int { values[name]?.number ?? 0 }

  /// The flag called `name`, or the given default.
  public func flag(_ name: String, default fallback: Bool = false) -> Bool {
    values[name]?.flag ?? fallback
  }

  /// The identity called `name`, or `nil` where there is none.
  public func entity(_ name: String) -> EntityID? { values[name]?.entity }

  /// The numbers called `name`, or none.
  public func numbers(_ name: String) -> [Int] { values[name]?.numbers ?? [] }

  /// The texts called `name`, or none.
  public func texts(_ name: String) -> [String] { values[name]?.texts ?? [] }

  /// The passage of the fields `start` and `end`.
  public var passage: Passage { Passage(start: number("start"), end: number("end")) }

  /// The members of the family `prefix` (which ends in `.`) by the rest of their names.
  public func family(_ prefix: String) -> [String: FieldValue] {
    var members: [String: FieldValue] = [:]
    for (name, value) in values where name.hasPrefix(prefix) {
      members[String(name.dropFirst(prefix.count))] = value
    }
    return members
  }
}
