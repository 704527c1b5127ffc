/// What sort of thing an entity is, by the name that stands in the log.
public struct Kind: Hashable, Sendable, CustomStringConvertible {
  /// The name in the log.
  public let name: String

  /// Makes a kind of a name.
  public init(_ name: String) { self.name = name }

  /// The name in the log.
  public var description: String { name }
}

/// The type of a field, fixed for its kind.
public enum FieldType: Hashable, Sendable {
  /// A text.
  case text
  /// A whole number.
  case number
  /// Yes or no.
  case flag
  /// Whole numbers in order.
  case numbers
  /// Texts in order.
  case texts
  /// The name of another entity, which must live for this one to live; empty text names none.
  case link(Kind)
  /// The name of an entity of any kind, which must live for this one to live.
  case anyLink
  /// The name of another entity that this one outlives.
  case mention(Kind)
}

/// One field of a kind.
public struct FieldDefinition: Hashable, Sendable {
  /// The field's name in the log. A name that ends in `.` stands for a family: `column.` for all
  /// of `column.country`, `column.age` …
  public let name: String
  /// The field's type.
  public let type: FieldType

  /// Makes a field.
  public init(_ name: String, _ type: FieldType) {
    self.name = name
    self.type = type
  }
}

/// A kind of thing that a review holds: the fields it has in the log and the value they fold to.
///
/// A further kind is one small file that conforms to this protocol, and one line in ``Kinds/all``.
public protocol Entity: Sendable {
  /// The kind.
  static var kind: Kind { get }
  /// The fields that changes of this kind may set, beside `deleted`, which all have.
  static var fields: [FieldDefinition] { get }
  /// The fields that identify a thing that is its facts, in the order in which they are hashed;
  /// empty for what has a random identity.
  static var facts: [String] { get }
  /// The fields without which there is no such thing: an undo that takes one of them away takes
  /// the thing away, whatever was set of it besides.
  static var essentials: [String] { get }
  /// What a person calls a thing of this kind in a sentence.
  static var noun: String { get }
}

extension Entity {
  /// Most kinds have a random identity.
  public static var facts: [String] { [] }
  /// What is its facts is nothing without them.
  public static var essentials: [String] { facts }
  /// Most kinds are called what they are.
  public static var noun: String { kind.name }

  /// The type of the field `name`, or `nil` where the kind has no such field.
  public static func type(of name: String) -> FieldType? {
    if name == Fields.deleted { return .flag }
    return fields.first { $0.name == name || ($0.name.hasSuffix(".") && name.hasPrefix($0.name)) }?
      .type
  }

  /// The identity that `fields` give a thing that is its facts.
  public static func identity(of fields: [String: FieldValue]) -> EntityID {
    EntityID.derived(
      kind,
      from: facts.map { name in
        switch fields[name] {
        case .text(let text)?: text
        case .number(let number)?: String(number)
        case .flag(let flag)?: String(flag)
        case .list?, nil: ""
        }
      })
  }
}

/// Every kind that this version knows.
public enum Kinds {
  /// The kinds, in the order in which they arrived in the program.
  public static let all: [any Entity.Type] = [
    Review.self, Coder.self, Study.self, Document.self, Section.self, Role.self, Cut.self,
    Code.self, Coding.self, SetAside.self, Evidence.self, Memo.self, StudyDone.self, Look.self,
    UndoMark.self, Theme.self, Placement.self, LeftOut.self, Arrangement.self,
    ThemeAgreement.self, Round.self, ThreadComment.self,
  ]

  private static let byName: [String: any Entity.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.kind.name, $0) })

  /// The kind called `name`, or `nil` where a newer version made it.
  public static func named(_ name: String) -> (any Entity.Type)? { byName[name] }
}
