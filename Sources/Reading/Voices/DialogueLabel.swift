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
    guard let first = head.first, first >= 0x41, first < 0x61 || first >= 0x80,
      let colon = head.firstIndex(of: 0x3A), colon + 1 < range.upperBound,
      text[colon + 1].isSpace, let kind = Self.kind(of: text, range.lowerBound..<colon)
    else { return nil }
    name = text.string(range.lowerBound..<colon)
    self.kind = kind
    end = text.skipSpace(from: colon + 1, to: range.upperBound)
  }

  private static func kind(of text: [UInt8], _ label: Range<Int>) -> Kind? {
    guard !text[label].contains(where: { ".?!\"\n".utf8.contains($0) }),
      let parts = NoteWord.parts(text, label), let words = parts.first, let first = words.first,
      parts.joined().count <= 5
    else { return nil }
    if interviewers.contains(first.small), words.count <= 2 { return .interviewer }
    guard !labels.contains(first.small), words.allSatisfy(SpeakerWords.allows) else { return nil }
    if parts.contains(where: SpeakerWords.names) { return .participant }
    guard words.count == 1, parts.count == 1, SpeakerWords.isName(words) else { return nil }
    return SectionName(text.string(label)) == nil ? .name : nil
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
