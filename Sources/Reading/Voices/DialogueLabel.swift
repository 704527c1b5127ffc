/// The name before a turn of talk: `P12: …`, `Interviewer: …`, `Maria: …`.
struct DialogueLabel: Equatable {
  /// Who is named.
  enum Kind: Equatable {
    /// A participant by role or code.
    case participant
    /// A bare name, which may also be a label such as `Note`.
    case name
    /// Whoever asks.
    case interviewer
  }

  /// The name as written.
  let name: String
  /// Who is named.
  let kind: Kind
  /// Where the words start.
  let end: Int

  /// Reads the label that a line or paragraph starts with, or gives `nil`.
  init?(in text: [UInt8], _ range: Range<Int>) {
    let head = text[range.lowerBound..<min(range.upperBound, range.lowerBound + 48)]
    guard let colon = head.firstIndex(of: 0x3A), colon + 1 < range.upperBound,
      text[colon + 1].isSpace, let first = head.first,
      first >= 0x41 || first == 0x5B || first == 0x28
    else { return nil }
    let label = text.string(range.lowerBound..<colon)
    guard let kind = Self.kind(of: label) else { return nil }
    name = label
    self.kind = kind
    end = text.skipSpace(from: colon + 1, to: range.upperBound)
  }

  private static func kind(of label: String) -> Kind? {
    let bare = label.replacing("(", with: ", ").replacing(")", with: "")
    guard !label.contains(where: { ".?!\"“”".contains($0) }), SectionName(label) == nil else {
      return nil
    }
    let words = bare.split { $0.isWhitespace || $0 == "," }
    guard let first = words.first, words.count <= 5, first.first?.isLowercase == false else {
      return nil
    }
    if interviewers.contains(first.lowercased()), words.count <= 2 { return .interviewer }
    guard case .speaker? = Attribution.note(bare, afterQuotation: true) else { return nil }
    guard !labels.contains(first.lowercased()) else { return nil }
    let isNamed = bare.split(separator: ",").contains { part in
      SpeakerWords.names(part.split(whereSeparator: \.isWhitespace))
    }
    return isNamed ? .participant : words.count == 1 ? .name : nil
  }

  private static let interviewers: Set<String> = [
    "interviewer", "researcher", "moderator", "facilitator", "i", "int", "q", "ir",
  ]

  private static let labels: Set<String> = [
    "note", "notes", "aim", "aims", "objective", "design", "theme", "subtheme", "sub-theme",
    "category", "table", "figure", "box", "keywords", "doi", "email", "source", "url", "date",
    "author", "authors", "title", "correspondence", "code", "example", "quote", "key", "purpose",
    "case", "group", "interview", "citation", "published", "received", "accepted", "copyright",
    "data", "interpretation", "registration", "setting", "measures", "https", "http",
  ]
}
