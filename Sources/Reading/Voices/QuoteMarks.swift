/// Finds the two marks of a quotation.
///
/// A single mark is also an apostrophe: it opens only after white space, a bracket, a dash or the
/// paragraph's start and before a letter; it closes only after a letter or punctuation and before
/// white space, punctuation or a citation; and behind a plural's s it is a possessive as long as a
/// better closing mark follows.
struct QuoteMarks {
  /// The longest quotation in single marks, in bytes.
  private static let reach = 3000

  let text: [UInt8]
  let block: Range<Int>

  /// The index after the closing mark of the quotation that opens at `index`, or `nil`.
  func end(ofQuotationAt index: Int) -> Int? {
    let mark = text.scalar(at: index)
    switch mark {
    case "“": return close(of: index, with: ["”"])
    case "„": return close(of: index, with: ["“", "”"])
    case "«": return close(of: index, with: ["»"])
    case "「": return close(of: index, with: ["」"])
    case "『": return close(of: index, with: ["』"])
    case "\"": return opens(at: index, besideLetter: false) ? close(of: index, with: ["\""]) : nil
    case "‘": return opens(at: index, besideLetter: true) ? closeSingle(of: index, "’", "‘") : nil
    case "'": return opens(at: index, besideLetter: true) ? closeSingle(of: index, "'", "'") : nil
    default: return nil
    }
  }

  private func opens(at index: Int, besideLetter: Bool) -> Bool {
    let before = text.scalar(before: index, from: block.lowerBound)
    guard before.map({ $0.isSpace || $0.isOpener || $0.isDash || $0 == "/" }) ?? true else {
      return false
    }
    let start = index + text.width(at: index)
    guard let after = text.scalar(at: start, to: block.upperBound), !after.isSpace else {
      return false
    }
    guard besideLetter else { return true }
    return (after.isLetter || after == "[" || after == "…") && !isElision(at: start)
  }

  /// Whether the letters after the mark are those of `'tis` or `'em`.
  private func isElision(at index: Int) -> Bool {
    let end = WordSearch.end(of: text, startingAt: index)
    guard end - index <= 5 else { return false }
    return ["em", "tis", "twas", "til", "cause", "bout", "n", "cos", "round"]
      .contains(text.string(index..<end))
  }

  /// A mark that is no apostrophe: the next closing one, unless the same mark opens again before it.
  private func close(of index: Int, with marks: [Unicode.Scalar]) -> Int? {
    let opener = text.scalar(at: index)
    var next = index + text.width(at: index)
    while next < block.upperBound {
      if text[next] < 0x80, text[next] != 0x22 {
        next += 1
        continue
      }
      let scalar = text.scalar(at: next)
      if marks.contains(scalar) { return next + text.width(at: next) }
      if scalar == opener { return nil }
      next += text.width(at: next)
    }
    return nil
  }

  private func closeSingle(
    of index: Int, _ closer: Unicode.Scalar, _ opener: Unicode.Scalar
  ) -> Int? {
    var possessive: Int?
    var next = index + text.width(at: index)
    let bound = min(block.upperBound, index + Self.reach)
    while next < bound {
      let scalar = text.scalar(at: next)
      let end = next + text.width(at: next)
      if scalar == opener, opens(at: next, besideLetter: true) { break }
      if scalar == closer, isClosing(next..<end) {
        if !isPossessive(next..<end) { return end }
        possessive = possessive ?? end
      }
      next = end
    }
    return possessive
  }

  private func isClosing(_ mark: Range<Int>) -> Bool {
    let before = text.scalar(before: mark.lowerBound, from: block.lowerBound)
    let after = text.scalar(at: mark.upperBound, to: block.upperBound)
    guard let before, !before.isSpace else { return false }
    return after.map { !$0.isLetter && !($0.isDigit && before.isLetter && !isCited(mark)) } ?? true
  }

  /// Whether a digit right after the mark is a citation's: `…’12 The`.
  private func isCited(_ mark: Range<Int>) -> Bool {
    let end = text[mark.upperBound..<block.upperBound].prefix { $0.isDigit || $0 == 0x2C }.endIndex
    return text.scalar(at: end, to: block.upperBound).map { $0.isSpace || $0.isStop } ?? true
  }

  /// Whether the mark stands between `s` (or the `n` of `goin'`) and another word.
  private func isPossessive(_ mark: Range<Int>) -> Bool {
    let before = text[mark.lowerBound - 1]
    let isWeak = before == UInt8(ascii: "s") || text.has("in", at: mark.lowerBound - 2)
    guard isWeak, text.scalar(at: mark.upperBound, to: block.upperBound)?.isSpace == true else {
      return false
    }
    let next = text.skipSpace(from: mark.upperBound, to: block.upperBound)
    return text.scalar(at: next, to: block.upperBound)?.isLetter ?? false
  }
}
