/// Tells citations from other notes and runs of digits (requirement F.3).
enum Citation {
  /// Whether the words are only numbers and ranges: `7, 21–23`.
  static func isNumbers(_ words: String) -> Bool {
    words.contains { $0.isNumber }
      && words.unicodeScalars.allSatisfy {
        $0.isDigit || $0.isSpace || $0.isDash || $0 == "," || $0 == ";"
      }
  }

  /// Whether the words are a page: `p. 153`, `pp. 4–5`.
  static func isPage(_ words: String) -> Bool {
    ["p.", "pp.", "page ", "pages "].contains { mark in
      words.lowercased().hasPrefix(mark) && isNumbers(String(words.dropFirst(mark.count)))
    }
  }

  /// Whether the words name authors and a year, or are a note mark: `Hollis et al., 2019`, `^1`.
  static func isAuthorAndYear(_ words: String) -> Bool {
    if words.hasPrefix("^") { return true }
    guard let last = words.last, !".!?".contains(last) else { return words.hasSuffix("et al.") }
    let first = words.prefix { $0.isLetter }.lowercased()
    guard !Words.starters.contains(first) else { return false }
    return words.contains("et al") || words.contains("ibid") || hasYear(words)
  }

  private static func hasYear(_ words: String) -> Bool {
    words.split { !$0.isASCII || !$0.isNumber }.contains { number in
      number.count == 4 && (number.hasPrefix("19") || number.hasPrefix("20"))
    }
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
    scalar.isDigit || scalar == " " || scalar == "," || scalar == ";" || scalar.isDash
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
