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

extension String {
  /// The text without U+0000, at which SQLite would end it.
  var withoutNUL: String {
    guard utf8.contains(0) else { return self }
    var kept = UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.filter { $0.value != 0 })
    return String(kept)
  }
}

extension FieldValue {
  /// The value without U+0000 in its texts.
  var withoutNUL: FieldValue {
    switch self {
    case .text(let text): .text(text.withoutNUL)
    case .list(let values): .list(values.map(\.withoutNUL))
    case .number, .flag: self
    }
  }

  /// Whether both are the same value to the byte: two spellings of one accented letter are not.
  public static func == (left: FieldValue, right: FieldValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.number(let left), .number(let right)): left == right
    case (.flag(let left), .flag(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    default: false
    }
  }

  /// Feeds the bytes.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text):
      hasher.combine(text.utf8.count)
      for byte in text.utf8 { hasher.combine(byte) }
    case .number(let number): hasher.combine(number)
    case .flag(let flag): hasher.combine(flag)
    case .list(let values): hasher.combine(values)
    }
  }

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
