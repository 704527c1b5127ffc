/// Judges whether a stop ends its sentence, by what stands before and after it.
struct SentenceEnd {
  /// The text.
  let text: [UInt8]
  /// Where the sentence starts.
  let sentence: Int
  /// The stretch that is cut.
  let block: Range<Int>
  /// The marks.
  let stop: Stop
  /// What belongs to the sentence after them.
  let tail: SentenceTail

  /// Whether the sentence ends, given that more text starts at `next`.
  func ends(before next: Int) -> Bool {
    let start = NextStart(in: text, at: next, to: block.upperBound)
    if next == tail.end { return stop.isUnspaced && !(tail.hasCloser && start.isHiragana) }
    guard start.beginsSentence else { return false }
    if stop.isEllipsis { return start.word != "i" }
    return !stop.isFullStop || !isAbbreviation(before: start)
  }

  private func isAbbreviation(before start: NextStart) -> Bool {
    let word = wordBeforeStop
    guard (1...6).contains(word.count) else { return false }
    if isEnumerator(word) { return true }
    let likesToBegin = Words.starters.contains(start.word) || tail.hasCloser
    if word.count == text.width(at: word.lowerBound), text.scalar(at: word.lowerBound).isUpper {
      return !likesToBegin
    }
    let small = text.small(word)
    if Words.rarelyEnding.contains(small) { return !likesToBegin }
    guard text[word].contains(where: { $0 >= 0x61 || $0 == 0x2E }) else { return false }
    return Words.neverEnding.contains(small) || Words.beforeNumbers.contains(small) && start.isDigit
  }

  /// Letters, digits and inner full stops before the stop, at most 13 bytes.
  private var wordBeforeStop: Range<Int> {
    var start = stop.range.lowerBound
    let bound = max(sentence, stop.range.lowerBound - 13)
    while start > bound, isInWord(text[start - 1]) { start -= 1 }
    return start..<stop.range.lowerBound
  }

  private func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter || byte.isDigit || byte == 0x2E
  }

  /// The number or letter of a list item at the start of its paragraph: `2.`, `iv.`.
  private func isEnumerator(_ word: Range<Int>) -> Bool {
    guard sentence == block.lowerBound, word.lowerBound == sentence else { return false }
    if text[word].allSatisfy(\.isDigit) { return word.count <= 3 }
    if word.count == 1 { return text[sentence] != UInt8(ascii: "I") }
    return ["ii", "iii", "iv", "vi", "vii", "viii", "ix"].contains(text.string(word))
  }
}
