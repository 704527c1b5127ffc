/// What is decided once for a whole review.
public struct Review: Entity {
  /// The kind.
  public static let kind = Kind("review")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("title", .text), FieldDefinition("question", .text),
    FieldDefinition("quotations", .text), FieldDefinition("unit", .text),
    FieldDefinition("reasons", .texts),
  ]

  /// The identity of the review, the same in every copy.
  public let id: EntityID
  /// The title.
  public let title: String
  /// The review's question.
  public let question: String
  /// What is done with lines that are wholly a participant's words.
  public let quotations: QuotationRule
  /// What one line is.
  public let unit: CodingUnit
  /// The reasons for setting a line aside, in the order in which they are offered.
  public let reasons: [String]

  /// The reasons that a review begins with.
  public static let firstReasons = [
    "not about the question", "other population", "setting", "method, not finding",
    "citation only", "table or caption",
  ]

  /// Reads folded fields.
  public init(id: EntityID, fields: Fields) {
    self.id = id
    title = fields.text("title")
    question = fields.text("question")
    quotations = QuotationRule(rawValue: fields.text("quotations")) ?? .evidence
    unit = CodingUnit(rawValue: fields.text("unit")) ?? .sentence
    let chosen = fields.texts("reasons")
    reasons = chosen.isEmpty ? Self.firstReasons : chosen
  }
}

/// Somebody who works on a review.
public struct Coder: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("coder")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("name", .text), FieldDefinition("initials", .text),
    FieldDefinition("role", .text),
  ]

  /// A coder is nobody without a name.
  public static let essentials = ["name"]

  /// What somebody may do.
  public enum Role: String, CaseIterable, Sendable {
    /// Codes lines.
    case coder
    /// Codes and organises themes.
    case reviewer
    /// Settles differences.
    case adjudicator
    /// Reads and exports; changes nothing.
    case reader
  }

  /// The identity.
  public let id: EntityID
  /// The name.
  public let name: String
  /// The initials that stand beside codes.
  public let initials: String
  /// What they may do.
  public let role: Role

  /// Reads folded fields.
  public init(id: EntityID, fields: Fields) {
    self.id = id
    name = fields.text("name")
    initials = fields.text("initials")
    role = Role(rawValue: fields.text("role")) ?? .coder
  }

  /// Names of coders without white space to spare.
  ///
  /// - Throws: ``Refusal`` where one is empty or twice there, or where there are more than 63.
  public static func distinct(_ names: [String]) throws(Refusal) -> [String] {
    let cleaned = names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard cleaned.count <= 63 else { throw .tooManyCoders }
    var seen: Set<String> = []
    for name in cleaned {
      if name.isEmpty { throw .emptyName(noun: noun) }
      guard seen.insert(name).inserted else { throw .nameTaken(noun: noun, name: name) }
    }
    return cleaned
  }

  /// The initials of a name: the first letters of its first and last words.
  public static func initials(of name: String) -> String {
    let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
    let chosen = words.count > 1 ? [words[0], words[words.count - 1]] : Array(words)
    return chosen.compactMap { $0.first.map(String.init) }.joined().uppercased()
  }
}
