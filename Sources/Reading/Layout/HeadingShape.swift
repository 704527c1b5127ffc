/// Tells headings of a plain text by their shape.
enum HeadingShape {
  /// The longest heading, in bytes.
  private static let longest = 200

  /// How a line that stands by itself shows that it is a heading, or `nil`.
  ///
  /// - Parameters:
  ///   - line: The line's words.
  ///   - isFirst: Whether nothing stands before it: then it may be as long as a title.
  /// - Returns: The style, or `nil` for prose.
  static func alone(_ line: String, isFirst: Bool) -> HeadingStyle? {
    guard line.utf8.count <= longest * (isFirst ? 2 : 1) else { return nil }
    if let level = marks(line) { return .explicit(level) }
    guard isPlausible(line, words: isFirst ? 30 : 12) else { return nil }
    if let strong = strong(line) { return strong }
    if isFirst { return .title }
    if let number = HeadingNumber(line) { return .numbered(number.depth) }
    return line.first?.isUppercase == true || isCapless(line) ? .short : nil
  }

  /// How a line shows that it is a heading even with text right below it, or `nil`.
  static func anywhere(_ line: String) -> HeadingStyle? {
    guard line.utf8.count <= longest else { return nil }
    if let level = marks(line) { return .explicit(level) }
    return isPlausible(line, words: 12) ? strong(line) : nil
  }

  /// The style of a plausible line that needs no blank line below it.
  private static func strong(_ line: String) -> HeadingStyle? {
    guard line.first?.isLowercase == false else { return nil }
    let isKnown = line.utf8.count <= 90 && SectionName(line).map { $0 != .aside } == true
    if let number = HeadingNumber(line), isKnown || number.depth > 1 || isCapitals(number.rest) {
      return .numbered(number.depth)
    }
    if isCapitals(line) { return .capitals }
    return isKnown ? .known : nil
  }

  /// The level of a Markdown heading left in a plain text.
  private static func marks(_ line: String) -> Int? {
    let count = line.prefix { $0 == "#" }.count
    return (1...6).contains(count) && line.dropFirst(count).first == " " ? count : nil
  }

  /// Whether a line may be a heading: few words, at least one letter, no end of a sentence.
  private static func isPlausible(_ line: String, words limit: Int) -> Bool {
    guard let first = line.unicodeScalars.first, let last = line.unicodeScalars.last,
      !openings.contains(first), !endings.contains(last), !line.utf8.contains(0x09)
    else { return false }
    let words = line.utf8.split(whereSeparator: \.isSpace)
    let isQuestion = last == "?" || last == "？" || last == "؟"
    guard words.count <= (isQuestion ? min(limit, 8) : limit) || isSpaced(words),
      let end = words.last, !dangling.contains(String(Substring(end)).lowercased())
    else { return false }
    return line.unicodeScalars.contains(where: \.isLetter)
      && !isProse(HeadingNumber(line)?.rest ?? line) && !isNote(line)
  }

  private static let openings = Set("\"“‘'([–—-•*|".unicodeScalars)
  private static let endings = Set(".!:;,…\"”’'-–—。！：".unicodeScalars)

  /// Whether the words are more than one sentence, or end as one before a citation.
  private static func isProse(_ line: String) -> Bool {
    let text = Array(line.utf8)
    guard text.contains(0x2E) else { return false }
    let ends = text.indices.contains { index in
      text[index] == 0x2E
        && SentenceTail(in: text, from: index + 1, to: text.count).end == text.count
    }
    return ends || Segmenter.sentences(of: text, in: 0..<text.count).count > 1
  }

  /// Whether the line names a participant, alone or before a turn of talk.
  private static func isNote(_ line: String) -> Bool {
    let text = Array(line.utf8)
    if let label = DialogueLabel(in: text, 0..<text.count), label.kind != .name { return true }
    guard text.contains(where: \.isDigit),
      case .speaker? = Attribution.note(line, afterQuotation: false)
    else { return false }
    return SectionName(line) == nil
  }

  private static func isCapitals(_ line: String) -> Bool {
    let letters = line.filter(\.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase)
  }

  /// Whether the words are the letters of spaced capitals.
  private static func isSpaced(_ words: [Substring.UTF8View]) -> Bool {
    words.count <= 60 && words.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isLetter) }
  }

  /// Whether the line's script has no capitals.
  private static func isCapless(_ line: String) -> Bool {
    line.first(where: \.isLetter).map { !$0.isCased } ?? false
  }

  /// Words that break a sentence off; a preposition may end a heading: “Being listened to”.
  private static let dangling: Set<String> = [
    "the", "a", "an", "of", "and", "or", "that", "was", "were", "is", "are", "which", "who",
    "these", "their", "our", "had", "have", "has", "be", "but", "because",
  ]
}
