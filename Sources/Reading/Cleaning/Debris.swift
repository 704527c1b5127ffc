/// Lines that a page carried and the study did not say: running headers and page numbers.
enum Debris {
  /// How often a line must stand in a text to be its running header.
  private static let returns = 3

  /// The lines that look like debris, by their index.
  ///
  /// O(*n*).
  static func find(in text: [UInt8], lines: [SourceLine]) -> [Int: Proposal.Kind] {
    var found: [Int: Proposal.Kind] = [:]
    for index in runningHeaders(text, lines) { found[index] = .runningHeader }
    for index in lines.indices where isPageNumber(text, lines, index) { found[index] = .pageNumber }
    return found
  }

  // MARK: Running headers

  private static func runningHeaders(_ text: [UInt8], _ lines: [SourceLine]) -> [Int] {
    var places: [ArraySlice<UInt8>: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      guard let words = headerWords(text, line.ink) else { continue }
      places[text[words], default: []].append(index)
    }
    let title = lines.firstIndex { !$0.isBlank }
    let headers = places.filter { words, indices in
      indices.count >= returns && isHeader(words, in: text, lines[indices[0]].ink)
    }
    return headers.values.joined().filter { $0 != title }.sorted()
  }

  /// The words of a line that may be a running header, without the page number at either end.
  private static func headerWords(_ text: [UInt8], _ ink: Range<Int>) -> Range<Int>? {
    guard (8...200).contains(ink.count), !LineMarks.endsSentence(text, ink),
      !text[ink].contains(0x09), text[ink].contains(0x20)
    else { return nil }
    var words = ink
    while let first = text[words].first, isPageMark(first) { words.removeFirst() }
    while let last = text[words].last, isPageMark(last) { words.removeLast() }
    return words.isEmpty ? nil : words
  }

  private static func isPageMark(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isSpace || byte == UInt8(ascii: "|")
  }

  private static func isHeader(
    _ words: ArraySlice<UInt8>, in text: [UInt8], _ line: Range<Int>
  ) -> Bool {
    let first = text.scalar(at: words.startIndex)
    guard words.contains(0x20), words.contains(where: { $0.isLetter || $0 >= 0xC3 }),
      first.isLetter || first.isDigit, !first.isLower,
      SectionName(text.string(words.startIndex..<words.endIndex)) == nil
    else { return false }
    return Attribution.note(in: text, line, afterQuotation: false) == nil
      && DialogueLabel(in: text, line) == nil
  }

  // MARK: Page numbers

  private static func isPageNumber(_ text: [UInt8], _ lines: [SourceLine], _ index: Int) -> Bool {
    let ink = lines[index].ink
    guard !ink.isEmpty, ink.count <= 20 else { return false }
    if text[ink].allSatisfy(\.isDigit) {
      return ink.count <= 4 && !hasNumberBeside(text, lines, index)
    }
    return isNamedPage(text.string(ink))
  }

  /// Whether the line before or after is a number too, as in a column of a table.
  private static func hasNumberBeside(
    _ text: [UInt8], _ lines: [SourceLine], _ index: Int
  ) -> Bool {
    [index - 1, index + 1].contains { beside in
      guard lines.indices.contains(beside), !lines[beside].isBlank else { return false }
      return text[lines[beside].ink].allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x25 }
    }
  }

  /// `Page 3`, `Page 3 of 12`, `p. 3`, `- 3 -`, `– 3 –`.
  private static func isNamedPage(_ line: String) -> Bool {
    let words = line.lowercased().split { $0.isWhitespace || $0 == "|" }
    let others = words.filter { !$0.allSatisfy { $0.isASCII && $0.isNumber } }
    guard words.count - others.count >= 1 else { return false }
    return [["page"], ["page", "of"], ["p."], ["-", "-"], ["–", "–"], ["—", "—"]].contains(others)
  }
}
