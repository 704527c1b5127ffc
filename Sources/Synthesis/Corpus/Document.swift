/// A text of a study, frozen when it was imported.
public struct Document: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("document")
  /// The fields.
  ///
  /// `lines` alternates the scalars between two lines and the scalars of a line; `headings` and
  /// `paragraphs` are line numbers from 0, each but the first as the distance from the one before.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("study", .link(Study.kind)), FieldDefinition("title", .text),
    FieldDefinition("text", .text), FieldDefinition("original", .text),
    FieldDefinition("file", .text), FieldDefinition("encoding", .text),
    FieldDefinition("lines", .numbers), FieldDefinition("headings", .numbers),
    FieldDefinition("paragraphs", .numbers),
  ]

  /// A document is nothing without its study and its text.
  public static let essentials = ["study", "text"]

  /// The identity.
  public let id: EntityID
  /// The study.
  public let study: EntityID
  /// The title.
  public let title: String
  /// The SHA-256 of the frozen text, in hexadecimal.
  public let text: String
  /// The SHA-256 of the original bytes, in hexadecimal.
  public let original: String
  /// The lines as they were cut at import.
  public let lines: [Passage]
  /// The indices of lines that are headings.
  public let headings: [Int]
  /// The index of the first line of each paragraph.
  public let paragraphs: [Int]

  /// Reads folded fields; `nil` where they name no study.
  public init?(id: EntityID, fields: Fields) {
    guard let study = fields.entity("study") else { return nil }
    self.id = id
    self.study = study
    title = fields.text("title")
    text = fields.text("text")
    original = fields.text("original")
    lines = Self.passages(from: fields.numbers("lines"))
    headings = Self.sums(of: fields.numbers("headings"))
    paragraphs = Self.sums(of: fields.numbers("paragraphs"))
  }

  /// The gaps and lengths of ordered, disjoint passages.
  public static func deltas(of passages: [Passage]) -> [Int] {
    var last = 0
    return passages.flatMap { passage in
      defer { last = passage.end }
      return [passage.start - last, passage.length]
    }
  }

  /// The passages of gaps and lengths, up to the first that no text can have.
  public static func passages(from deltas: [Int]) -> [Passage] {
    let ends = sums(of: deltas)
    return stride(from: 0, to: ends.count - 1, by: 2).map { index in
      Passage(start: ends[index], end: ends[index + 1])
    }
  }

  /// The distances between ordered numbers, the first as it is.
  public static func differences(of numbers: [Int]) -> [Int] {
    zip(numbers, [0] + numbers).map { $0 - $1 }
  }

  /// The numbers of distances, up to the first that is negative or leads nowhere.
  public static func sums(of differences: [Int]) -> [Int] {
    var sum = 0
    var sums: [Int] = []
    for difference in differences {
      let (next, isOver) = sum.addingReportingOverflow(difference)
      guard difference >= 0, !isOver else { break }
      sum = next
      sums.append(sum)
    }
    return sums
  }
}

/// A part of a document under one heading, and whether its lines are findings to be coded.
public struct Section: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("section")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("document", .link(Document.kind)), FieldDefinition("start", .number),
    FieldDefinition("end", .number), FieldDefinition("title", .text),
    FieldDefinition("level", .number), FieldDefinition("eligible", .flag),
    FieldDefinition("why", .text),
  ]
  /// A section is its range.
  public static let facts = ["document", "start", "end"]

  /// The identity.
  public let id: EntityID
  /// The document.
  public let document: EntityID
  /// The range, heading and all.
  public let passage: Passage
  /// The heading.
  public let title: String
  /// How deep it stands: 1 for the headings of the whole, 0 for what comes before any.
  public let level: Int
  /// Whether its lines are findings.
  public let isEligible: Bool
  /// Why it was taken so.
  public let why: String

  /// Reads folded fields; `nil` where they name no document.
  public init?(id: EntityID, fields: Fields) {
    guard let document = fields.entity("document") else { return nil }
    self.id = id
    self.document = document
    passage = fields.passage
    title = fields.text("title")
    level = fields.number("level")
    isEligible = fields.flag("eligible")
    why = fields.text("why")
  }
}

/// Whose words a passage is.
public struct Role: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("role")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("document", .link(Document.kind)), FieldDefinition("start", .number),
    FieldDefinition("end", .number), FieldDefinition("voice", .text),
    FieldDefinition("speaker", .text), FieldDefinition("confirmed", .flag),
    FieldDefinition("why", .text), FieldDefinition("on", .flag),
  ]
  /// A role is its range.
  public static let facts = ["document", "start", "end"]
  /// What it is called.
  public static let noun = "whose words"

  /// The identity.
  public let id: EntityID
  /// The document.
  public let document: EntityID
  /// The range.
  public let passage: Passage
  /// Whose words.
  public let voice: Voice
  /// The participant, as the authors name them.
  public let speaker: String
  /// Whether a person has said so; a guess otherwise.
  public let isConfirmed: Bool

  /// Reads folded fields; `nil` where they name no document or voice.
  public init?(id: EntityID, fields: Fields) {
    guard let document = fields.entity("document"),
      let voice = Voice(rawValue: fields.text("voice"))
    else { return nil }
    self.id = id
    self.document = document
    self.voice = voice
    passage = fields.passage
    speaker = fields.text("speaker")
    isConfirmed = fields.flag("confirmed")
  }
}

/// A line boundary that a person set or took away.
public struct Cut: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("cut")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("document", .link(Document.kind)), FieldDefinition("position", .number),
    FieldDefinition("cut", .flag),
  ]
  /// A cut is its position.
  public static let facts = ["document", "position"]
  /// What it is called.
  public static let noun = "line boundary"
}
