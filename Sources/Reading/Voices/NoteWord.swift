/// One word of a note, looked at once.
struct NoteWord {
  /// The word in small letters (ASCII), without full stops, brackets and number signs at its edges.
  let small: String
  /// Whether it starts with a capital.
  let isCapital: Bool
  /// How many digits it starts with.
  let digits: Int
  /// Whether it is digits only.
  let isNumber: Bool
  /// Whether it is a year from 1900 to 2099, with or without something after it.
  let isYear: Bool
  /// Whether it is a participant's code: one to four letters and a number, as in `P12`, `SU-04`.
  let isCode: Bool
  /// Whether any digit stands in it.
  let hasDigit: Bool

  /// Looks at the word in `range`, which is not empty.
  init(_ text: [UInt8], _ range: Range<Int>) {
    var bare = range
    while let first = text[bare].first, ".#()".utf8.contains(first) { bare.removeFirst() }
    while let last = text[bare].last, ".#()".utf8.contains(last) { bare.removeLast() }
    small = text.small(bare)
    isCapital = text.scalar(at: range.lowerBound).isUpper
    digits = text[range].prefix { $0.isDigit }.count
    isNumber = digits == range.count
    hasDigit = text[range].contains { $0.isDigit }
    let century = text[range].prefix(2)
    isYear = digits == 4 && (century.elementsEqual("19".utf8) || century.elementsEqual("20".utf8))
    isCode = hasDigit && Self.isCode(text, range)
  }

  private static func isCode(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let letters = text[range].prefix { $0.isLetter }
    let name = text.string(letters.startIndex..<letters.endIndex)
    guard (1...4).contains(letters.count), !["Fig", "Tab"].contains(name),
      name == "p" || letters.contains(where: { $0 < 0x61 })
    else { return false }
    let rest = text[range].dropFirst(letters.count).drop { "-_#".utf8.contains($0) }
    let number = rest.prefix { $0.isDigit }.count
    return (1...4).contains(number) && rest.count - number <= 3
  }

  /// The words of `range` in parts divided by commas and the like; `nil` if there are too many.
  static func parts(_ text: [UInt8], _ range: Range<Int>) -> [[NoteWord]]? {
    var parts: [[NoteWord]] = [[]]
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let end = wordEnd(text, from: index, to: range.upperBound)
      if end > index {
        count += 1
        guard count <= 14 else { return nil }
        parts[parts.count - 1].append(NoteWord(text, index..<end))
      }
      if end < range.upperBound, isDivider(text[end]), parts.last?.isEmpty == false {
        parts.append([])
      }
      index = end < range.upperBound ? end + text.width(at: end) : end
    }
    return parts
  }

  private static func wordEnd(_ text: [UInt8], from start: Int, to bound: Int) -> Int {
    var end = start
    while end < bound, !text[end].isSpace, !isDivider(text[end]), text[end] != 0x3A,
      !text.has("\u{A0}", at: end)
    {
      end += 1
    }
    return end
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x3B || byte == 0x2F
  }
}

extension [UInt8] {
  /// The text of a short range with ASCII capitals made small.
  func small(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for (offset, index) in range.enumerated() { buffer[offset] = WordSearch.small(self[index]) }
      return range.count
    }
  }
}
