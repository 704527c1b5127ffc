/// Tells citations from other notes and runs of digits.
enum Citation {
  /// Whether the words are only numbers and ranges: `7, 21–23`.
  static func isNumbers(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var hasDigit = false
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      guard isInRange(scalar) else { return false }
      hasDigit = hasDigit || scalar.isDigit
      index += text.width(at: index)
    }
    return hasDigit
  }

  /// Whether the words are a page: `p. 153`, `pp. 4–5`, `p.153`.
  static func isPage(_ words: [NoteWord]) -> Bool {
    guard let first = words.first, !first.isCapital, words.count <= 2 else { return false }
    if words.count == 2 {
      return ["p", "pp", "page", "pages"].contains(first.small) && words[1].digits > 0
    }
    return first.small.hasPrefix("p.") || first.small.hasPrefix("pp.")
  }

  /// Whether the words name authors and a year, or are a note mark: `Hollis et al., 2019`, `^1`.
  static func isAuthorAndYear(_ text: [UInt8], _ range: Range<Int>, _ parts: [[NoteWord]]) -> Bool {
    if text[range.lowerBound] == UInt8(ascii: "^") { return true }
    guard let first = parts.first?.first, !Words.starters.contains(first.small) else {
      return false
    }
    let last = text[range.upperBound - 1]
    let isNamed = parts.contains { $0.contains { $0.small == "al" || $0.small == "ibid" } }
    if last == 0x2E || last == 0x21 || last == 0x3F {
      return isNamed && text.has("al.", at: range.upperBound - 3)
    }
    return isNamed || parts.contains { $0.contains(where: \.isYear) }
  }

  /// The index after the citation glued to the words before `index`, or `index` itself.
  ///
  /// It may be superscript, a caret group, or a bracketed or plain number.
  static func gluedEnd(in text: [UInt8], at index: Int, to bound: Int) -> Int {
    guard let scalar = text.scalar(at: index, to: bound) else { return index }
    switch scalar {
    case "^": return caretEnd(in: text, at: index, to: bound)
    case "(", "[": return bracketEnd(in: text, at: index, to: bound)
    case _ where isSuperscript(scalar): return superscriptEnd(in: text, at: index, to: bound)
    case _ where scalar.isDigit: return plainEnd(in: text, at: index, to: bound)
    default: return index
    }
  }

  private static func caretEnd(in text: [UInt8], at index: Int, to bound: Int) -> Int {
    let isGroup = text.has("^{", at: index)
    let close = UInt8(ascii: isGroup ? "}" : "^")
    var end = index + (isGroup ? 2 : 1)
    while let scalar = text.scalar(at: end, to: min(bound, index + 80)), isInRange(scalar) {
      end += text.width(at: end)
    }
    if end < bound, text[end] == close { return end + 1 }
    return isGroup || end == index + 1 ? index : text.trimmed(index..<end).upperBound
  }

  private static func isInRange(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isSpace || scalar == "," || scalar == ";" || scalar.isDash
  }

  private static func bracketEnd(in text: [UInt8], at index: Int, to bound: Int) -> Int {
    let found = Attribution.bracket(in: text, at: index, to: bound, afterQuotation: false)
    return found?.note == .citation ? found?.end ?? index : index
  }

  private static func superscriptEnd(in text: [UInt8], at index: Int, to bound: Int) -> Int {
    var end = index
    while let scalar = text.scalar(at: end, to: bound) {
      let next = end + text.width(at: end)
      let joins = scalar == "," || scalar.isDash || scalar == "⸴"
      let goesOn = joins && text.scalar(at: next, to: bound).map(isSuperscript) == true
      guard isSuperscript(scalar) || goesOn else { break }
      end = next
    }
    return end
  }

  /// A number whose superscript was lost, `support.12,13 The`: only after a letter and a full stop.
  private static func plainEnd(in text: [UInt8], at index: Int, to bound: Int) -> Int {
    guard index >= 2, let before = text.scalar(before: index - 1),
      before.isLetter || before.isCloser,
      text[index - 1] == 0x2E
    else { return index }
    var end = index
    while let scalar = text.scalar(at: end, to: min(bound, index + 40)),
      scalar.isDigit || scalar == "," || scalar.isDash
    {
      end += text.width(at: end)
    }
    return end
  }

  private static func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x207B, 0x207D, 0x207E: true
    default: false
    }
  }
}
