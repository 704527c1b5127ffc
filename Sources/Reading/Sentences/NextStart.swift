/// How the text goes on after a stop.
struct NextStart {
  /// The first scalar after opening marks, or `nil` at the end.
  private let first: Unicode.Scalar?
  /// The letters of the first word in small letters; at most 15 bytes of it.
  let word: String
  private let isBrand: Bool
  private let isEditorial: Bool

  /// Looks at the text from `index` on.
  init(in text: [UInt8], at index: Int, to bound: Int) {
    let start = Self.skipOpeners(in: text, from: index, to: bound)
    first = text.scalar(at: start, to: bound)
    let letters = Self.letters(in: text, at: start, to: bound)
    word = text.small(letters)
    isBrand = text[letters].dropFirst().contains { (0x41...0x5A).contains($0) }
    isEditorial = Self.isEditorialLetter(in: text, at: start, to: bound)
  }

  /// Whether a sentence may begin so: with a capital, a letter of a script without capitals, a
  /// digit, a brand such as `eHealth`, an editor's `[t]hey`, or a symbol; not with a small letter.
  var beginsSentence: Bool {
    guard let first else { return true }
    if first.isLower { return isBrand || isEditorial }
    if first.isASCII {
      return first.isLetter || first.isDigit || "$#@&*".unicodeScalars.contains(first)
    }
    return !first.isDash && first != "…" && !first.isCloser
  }

  /// Whether it goes on with a number.
  var isDigit: Bool { first?.isDigit == true }

  /// Whether it goes on in hiragana, as the Japanese particles after a closed quotation do.
  var isHiragana: Bool { first.map { (0x3041...0x309F).contains($0.value) } ?? false }

  private static func skipOpeners(in text: [UInt8], from index: Int, to bound: Int) -> Int {
    var index = index
    while let scalar = text.scalar(at: index, to: min(bound, index + 64)),
      scalar.isOpener || scalar == "…" || scalar == "." || scalar == "]"
    {
      index = text.skipSpace(from: index + text.width(at: index), to: bound)
    }
    return index
  }

  private static func letters(in text: [UInt8], at index: Int, to bound: Int) -> Range<Int> {
    var end = index
    while let scalar = text.scalar(at: end, to: min(bound, index + 15)), scalar.isLetter {
      let next = end + text.width(at: end)
      guard next <= index + 15 else { break }
      end = next
    }
    return index..<end
  }

  /// Whether `index` is the letter of `[t]hey`.
  private static func isEditorialLetter(in text: [UInt8], at index: Int, to bound: Int) -> Bool {
    guard index > 0, index + 2 < bound, text[index - 1] == 0x5B else { return false }
    return text[index].isLetter && text[index + 1] == 0x5D && text[index + 2].isLetter
  }
}
