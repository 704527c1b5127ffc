/// Lines that a page carried and the study did not say: running headers and page numbers.
enum Debris {
  /// How often a line must stand in a text to be its running header (requirement R-F3).
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
    var places: [String: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      guard let key = headerKey(text, line.ink) else { continue }
      places[key, default: []].append(index)
    }
    let title = lines.firstIndex { !$0.isBlank }
    return places.values.filter { $0.count >= returns }.joined().filter { $0 != title }.sorted()
  }

  /// The words of a line that may be a running header, without the page number at either end.
  private static func headerKey(_ text: [UInt8], _ ink: Range<Int>) -> String? {
    guard (8...200).contains(ink.count), !LineMarks.endsSentence(text, ink),
      !text[ink].contains(0x09), let first = text[ink].first,
      first.isLetter || first.isDigit || first >= 0x80
    else { return nil }
    let line = text.string(ink)
    let isNumber = { (mark: Character) in mark.isNumber || mark.isWhitespace || "|·".contains(mark)
    }
    let head = line.drop(while: isNumber)
    let words = String(
      head.prefix(upTo: head.lastIndex { !isNumber($0) }.map(head.index(after:)) ?? head.startIndex)
    )
    return isHeader(words, line: line) ? words : nil
  }

  private static func isHeader(_ words: String, line: String) -> Bool {
    guard words.contains(" "), words.contains(where: \.isLetter), let first = words.first,
      !first.isLowercase, !"“”‘’–—•«".contains(first), SectionName(words) == nil
    else { return false }
    let bytes = Array(line.utf8)
    return Attribution.note(line, afterQuotation: false) == nil
      && DialogueLabel(in: bytes, 0..<bytes.count) == nil
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
