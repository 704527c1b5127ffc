/// Valid UTF-8 walked scalar by scalar, without a `String` of the whole document.
///
/// Every index is that of a scalar's first byte.
extension [UInt8] {
  /// How many bytes the scalar at `index` takes.
  func width(at index: Int) -> Int {
    switch self[index] {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  /// The scalar at `index`.
  func scalar(at index: Int) -> Unicode.Scalar {
    let lead = self[index]
    guard lead >= 0x80 else { return Unicode.Scalar(lead) }
    let width = width(at: index)
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    for next in index + 1..<Swift.min(index + width, count) {
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The start of the scalar before `index`, or `nil` at `bound`.
  func index(before index: Int, from bound: Int) -> Int? {
    guard index > bound else { return nil }
    var start = index - 1
    while start > bound, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The scalar before `index`, or `nil` at `bound`.
  func scalar(before index: Int, from bound: Int = 0) -> Unicode.Scalar? {
    self.index(before: index, from: bound).map { scalar(at: $0) }
  }

  /// The scalar at `index`, or `nil` from `bound` on.
  func scalar(at index: Int, to bound: Int) -> Unicode.Scalar? {
    index < bound ? scalar(at: index) : nil
  }

  /// Whether the bytes of `word` stand at `index`.
  func has(_ word: StaticString, at index: Int) -> Bool {
    word.withUTF8Buffer { wanted in
      guard index >= 0, index + wanted.count <= count else { return false }
      return wanted.indices.allSatisfy { self[index + $0] == wanted[$0] }
    }
  }

  /// The first index from `index` on that holds no white space, at most `bound`.
  func skipSpace(from index: Int, to bound: Int) -> Int {
    var index = index
    while index < bound {
      if self[index] < 0x80 {
        guard self[index].isSpace else { return index }
        index += 1
      } else {
        guard scalar(at: index).isSpace else { return index }
        index += width(at: index)
      }
    }
    return bound
  }

  /// `range` without white space at its edges.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skipSpace(from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    while let last = index(before: end, from: start), scalar(at: last).isSpace {
      end = last
    }
    return start..<end
  }

  /// The text of a short range.
  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}

extension UInt8 {
  /// Whether the byte is ASCII white space.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter of any script.
  var isLetter: Bool {
    if isASCII { return UInt8(value).isLetter }
    return !(0x2000...0x206F).contains(value) && properties.isAlphabetic
  }

  /// Whether the scalar is a small letter.
  var isLower: Bool { isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase }

  /// Whether the scalar is a capital.
  var isUpper: Bool {
    isASCII ? (0x41...0x5A).contains(value) : properties.generalCategory == .uppercaseLetter
  }

  /// Whether the scalar is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// Whether the scalar is white space by Unicode, whose list is fixed for ever.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether the scalar is a dash: hyphen, U+2010 to U+2015, or minus.
  var isDash: Bool { self == "-" || (0x2010...0x2015).contains(value) || self == "\u{2212}" }

  /// Whether the scalar ends a sentence in some script.
  var isStop: Bool {
    switch self {
    case ".", "!", "?", "…", "。", "！", "？", "｡", "।", "؟", "۔", "‼", "⁇", "⁈", "⁉": true
    default: false
    }
  }

  /// Whether the scalar closes a quotation or a bracket.
  var isCloser: Bool {
    switch self {
    case "\"", "'", "”", "’", "»", "›", ")", "]", "」", "』", "）", "】", "〉", "》": true
    default: false
    }
  }

  /// Whether the scalar opens a quotation or a bracket.
  var isOpener: Bool {
    switch self {
    case "\"", "'", "“", "‘", "„", "‚", "«", "‹", "(", "[", "¿", "¡", "「", "『", "（", "【": true
    default: false
    }
  }
}
