/// The value of one field of an entity.
///
/// There are no floats: a value is stored, hashed and compared by its bytes.
public enum FieldValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case number(Int)
  /// Yes or no.
  case flag(Bool)
  /// Several values in order.
  case list([FieldValue])
}

extension FieldValue {
  /// An identity as a value: its 22 characters.
  public static func entity(_ id: EntityID) -> FieldValue { .text(id.short) }

  /// The text, if this is one.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number, if this is one.
  public var number: Int? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The flag, if this is one.
  public var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// The identity that this value names, if it is one.
  public var entity: EntityID? { text.flatMap(EntityID.init(short:)) }

  /// The numbers of a list of numbers.
  public var numbers: [Int]? {
    guard case .list(let values) = self else { return nil }
    let numbers = values.compactMap(\.number)
    return numbers.count == values.count ? numbers : nil
  }

  /// The texts of a list of texts.
  public var texts: [String]? {
    guard case .list(let values) = self else { return nil }
    let texts = values.compactMap(\.text)
    return texts.count == values.count ? texts : nil
  }
}
