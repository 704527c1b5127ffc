/// What one line of Markdown is, by its own bytes.
enum MarkdownLine {
  /// The line without the marks of a block quote.
  static func quoted(_ source: [UInt8], _ ink: Range<Int>) -> Range<Int> {
    var start = ink.lowerBound
    while start < ink.upperBound, source[start] == UInt8(ascii: ">") {
      start = source.skipSpace(from: start + 1, to: ink.upperBound)
    }
    return start..<ink.upperBound
  }

  /// The level and words of a `#` heading.
  static func heading(_ source: [UInt8], _ range: Range<Int>) -> (level: Int, words: Range<Int>)? {
    let level = source[range].prefix { $0 == UInt8(ascii: "#") }.count
    let start = range.lowerBound + level
    guard (1...6).contains(level), start < range.upperBound, source[start].isSpace else {
      return nil
    }
    let words = source.trimmed(start..<range.upperBound)
    let marks = source[words].reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let end = words.upperBound - marks
    guard marks > 0, end > words.lowerBound, source[end - 1].isSpace else { return (level, words) }
    return (level, source.trimmed(words.lowerBound..<end))
  }

  /// The level that a line of `=` or `-` gives to the words above it.
  static func underline(_ source: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = source[range].first, source[range].allSatisfy({ $0 == first }) else {
      return nil
    }
    return first == UInt8(ascii: "=") ? 1 : first == UInt8(ascii: "-") && range.count > 1 ? 2 : nil
  }

  /// Whether a line is a rule: three or more of `-`, `*` or `_`, with or without spaces.
  static func isRule(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = source[range].first, "-*_".utf8.contains(first) else { return false }
    let marks = source[range].count { $0 == first }
    return marks >= 3 && source[range].allSatisfy { $0 == first || $0.isSpace }
  }

  /// The byte of a code fence, three or more of it.
  static func fence(_ source: [UInt8], _ range: Range<Int>) -> UInt8? {
    guard let first = source[range].first, "`~".utf8.contains(first) else { return nil }
    return source[range].prefix { $0 == first }.count >= 3 ? first : nil
  }

  /// What stays of a list item: its words, and its number if it has one.
  static func item(_ source: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let first = source[range].first, range.count > 2 else { return nil }
    if "-*+".utf8.contains(first) {
      guard source[range.lowerBound + 1].isSpace else { return nil }
      return source.trimmed(range.lowerBound + 1..<range.upperBound)
    }
    let digits = source[range].prefix { $0.isDigit }.count
    let mark = range.lowerBound + digits
    guard (1...3).contains(digits), mark + 1 < range.upperBound, ".)".utf8.contains(source[mark]),
      source[mark + 1].isSpace
    else { return nil }
    return range
  }

  /// Whether a line is the rule under a table's head: bars, dashes and colons.
  static func isTableRule(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    source[range].contains(UInt8(ascii: "|")) && source[range].contains(UInt8(ascii: "-"))
      && source[range].allSatisfy { "|-: \t".utf8.contains($0) }
  }

  /// The cells of a row with tabs between them.
  static func cells(_ source: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var cells = source[range].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if let last = cells.last, last.allSatisfy(\.isSpace) { cells.removeLast() }
    let words = cells.map { Array(source[source.trimmed($0.startIndex..<$0.endIndex)]) }
    return Array(words.joined(separator: [0x09]))
  }
}
