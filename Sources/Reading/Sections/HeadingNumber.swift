/// The number before a heading: `3`, `3.1.`, `III.`, `3a)`, `Chapter 4`.
struct HeadingNumber: Equatable {
  /// How many levels the number has: 1 for `3` and `III.`, 2 for `3.1`.
  let depth: Int
  /// The last of its numbers; 0 where it is a Roman numeral.
  let last: Int
  /// The heading without the number.
  let rest: String

  /// Reads the number of a heading; fails where it has none, or no word after it.
  init?(_ heading: String) {
    let words = heading.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2, let first = words[1].first, !first.isLowercase else { return nil }
    let mark = words[0]
    rest = String(words[1])
    if Self.isRoman(mark) {
      (depth, last) = (1, 0)
    } else {
      guard let parts = Self.parts(of: mark), parts.count <= 4, let end = parts.last else {
        return nil
      }
      (depth, last) = (parts.count, end)
    }
  }

  private static func parts(of mark: Substring) -> [Int]? {
    var bare = mark
    while let end = bare.last, end == "." || end == ")" { bare.removeLast() }
    if let end = bare.last, "abcdef".contains(end) { bare.removeLast() }
    let fields = bare.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { $0.count <= 2 ? Int($0) : nil }
    return numbers.count == fields.count && !numbers.isEmpty ? numbers : nil
  }

  /// Capitals of a Roman numeral with a full stop, or two and more without one.
  private static func isRoman(_ mark: Substring) -> Bool {
    let bare = mark.last == "." ? mark.dropLast() : mark
    let isLongEnough = bare.count > 1 || mark.last == "."
    return isLongEnough && bare.count <= 5 && !bare.isEmpty
      && bare.allSatisfy { "IVX".contains($0) }
  }
}
