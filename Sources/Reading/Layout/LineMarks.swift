/// What the beginning or end of a line says about it.
enum LineMarks {
  /// Whether the words of `range` end as a sentence does, closing marks and citations aside.
  static func endsSentence(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while let last = text.index(before: end, from: range.lowerBound) {
      let scalar = text.scalar(at: last)
      if scalar.isStop || scalar == ":" || scalar == "：" { return true }
      guard scalar.isCloser || scalar.isDigit || scalar.value > 0x2070 && scalar.value < 0x2080,
        range.upperBound - last < 40
      else { return false }
      end = last
    }
    return false
  }

  /// Whether the words of `range` end with a colon, as before a quotation.
  static func endsWithColon(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let last = text.scalar(before: range.upperBound, from: range.lowerBound)
    return last == ":" || last == "："
  }

  /// Whether a line starts as an item of a list: `-`, `•`, `1.`, `2)`, `(a)`.
  static func startsItem(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let mark = text[range.prefix(12)].split(separator: 0x20, maxSplits: 1).first,
      mark.endIndex < range.upperBound, text[mark.endIndex].isSpace
    else { return false }
    let word = text.string(mark.startIndex..<mark.endIndex)
    if ["-", "*", "•", "–", "◦", "▪", "·", "+", "‣", "o"].contains(word) {
      return word == "-"
        || Attribution.dash(in: text, at: range.lowerBound, to: range.upperBound) == nil
    }
    return isCount(word)
  }

  private static func isCount(_ word: String) -> Bool {
    guard let last = word.last, last == "." || last == ")" else { return false }
    let inner = word.dropLast().drop { $0 == "(" }
    let isNumber =
      inner.count <= 2 && !inner.isEmpty && inner.allSatisfy { $0.isASCII && $0.isNumber }
    let isLetter = inner.count == 1 && inner.first?.isLowercase == true
    return isNumber || isLetter || ["ii", "iii", "iv", "vi", "vii", "viii"].contains(inner)
  }

  /// Whether the line holds a tab between words, as rows of a table do.
  static func isRow(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    text[range].contains(0x09)
  }
}

extension Range<Int> {
  /// The first `count` indices at most.
  fileprivate func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
