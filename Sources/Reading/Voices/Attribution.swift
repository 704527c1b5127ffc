/// What a note beside some words says: who spoke them, or which study they are cited from.
enum Note: Equatable {
  /// A participant, as written: `P12, female`.
  case speaker(String)
  /// A study.
  case citation
}

/// Reads the note in a bracket or after a dash.
enum Attribution {
  /// The most bytes of a note.
  static let limit = 160

  /// What the words of `range` say.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - range: What stands in the bracket or after the dash.
  ///   - afterQuotation: Whether a quotation ends just before; then a bare name is a speaker too.
  /// - Returns: The note, or `nil` where they say neither.
  static func note(in text: [UInt8], _ range: Range<Int>, afterQuotation: Bool) -> Note? {
    if Citation.isNumbers(text, range) { return .citation }
    guard let parts = NoteWord.parts(text, range), let first = parts.first, !first.isEmpty else {
      return nil
    }
    if Citation.isPage(first) { return .citation }
    if first.allSatisfy(SpeakerWords.allows), parts.contains(where: SpeakerWords.names) {
      return .speaker(text.words(range))
    }
    if Citation.isAuthorAndYear(text, range, parts) { return .citation }
    guard afterQuotation, SpeakerWords.isName(first), parts.allSatisfy({ $0.count <= 4 }) else {
      return nil
    }
    return .speaker(text.words(range))
  }

  /// What some words say by themselves.
  static func note(_ words: String, afterQuotation: Bool) -> Note? {
    let text = Array(words.utf8)
    return note(in: text, 0..<text.count, afterQuotation: afterQuotation)
  }

  /// The note in the bracket that opens at `index`, and the index after the bracket.
  static func bracket(
    in text: [UInt8], at index: Int, to bound: Int, afterQuotation: Bool
  ) -> (note: Note, end: Int)? {
    guard index < bound, text[index] == 0x28 || text[index] == 0x5B else { return nil }
    let close: UInt8 = text[index] == 0x28 ? 0x29 : 0x5D
    let reach = text[index..<min(bound, index + limit)]
    guard let end = reach.firstIndex(of: close) else { return nil }
    return note(in: text, index + 1..<end, afterQuotation: afterQuotation).map { ($0, end + 1) }
  }

  /// The speaker after the dash at `index`, to the end of the line or of the clause.
  static func dash(
    in text: [UInt8], at index: Int, to bound: Int
  ) -> (note: Note, end: Int)? {
    guard let dash = text.scalar(at: index, to: bound), dash.isDash || dash == "~" else {
      return nil
    }
    let start = text.skipSpace(from: index + text.width(at: index), to: bound)
    let end = clauseEnd(in: text, from: start, to: min(bound, start + limit))
    guard let end, let first = text.scalar(at: start, to: bound), !first.isLower else { return nil }
    guard case .speaker(let name)? = note(in: text, start..<end, afterQuotation: true) else {
      return nil
    }
    return (.speaker(name), end)
  }

  private static func clauseEnd(in text: [UInt8], from start: Int, to bound: Int) -> Int? {
    var index = start
    while index < bound {
      let isStop = text[index] == 0x2E && (index + 1 == bound || text[index + 1].isSpace)
      if text[index] == 0x0A || isStop { return text.trimmed(start..<index).upperBound }
      index += text.width(at: index)
    }
    return index - start < limit ? index : nil
  }
}

extension [UInt8] {
  /// The words of a short range with one space between them.
  func words(_ range: Range<Int>) -> String {
    let isPlain = range.allSatisfy { index in
      guard self[index].isSpace else { return true }
      return self[index] == 0x20 && index > range.lowerBound && self[index - 1] != 0x20
    }
    if isPlain, let last = self[range].last, last != 0x20 { return string(range) }
    let words = self[range].split(whereSeparator: \.isSpace)
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}
