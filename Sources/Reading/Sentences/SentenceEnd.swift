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
    if stop.isEllipsis { return start.word != "i" && !start.word.hasPrefix("i'") }
    return !stop.isFullStop || !isAbbreviation(before: start)
  }

  private func isAbbreviation(before start: NextStart) -> Bool {
    let word = wordBeforeStop
    guard !word.isEmpty, !isEnumerator(word) else { return !word.isEmpty }
    let likesToBegin = Words.starters.contains(start.word) || tail.hasCloser
    if isInitial(word) { return !likesToBegin }
    let small = word.lowercased()
    if Words.rarelyEnding.contains(small) { return !likesToBegin }
    guard word != word.uppercased() || word.contains(".") || word.allSatisfy(\.isNumber) else {
      return false
    }
    return Words.neverEnding.contains(small) || Words.beforeNumbers.contains(small) && start.isDigit
  }

  /// Letters, digits and inner full stops before the stop, at most 12 bytes.
  private var wordBeforeStop: String {
    var start = stop.range.lowerBound
    while let before = text.index(before: start, from: max(sentence, stop.range.lowerBound - 13)) {
      let scalar = text.scalar(at: before)
      guard scalar.isLetter || scalar.isDigit || scalar == "." else { break }
      start = before
    }
    return text.string(start..<stop.range.lowerBound)
  }

  private func isInitial(_ word: String) -> Bool {
    word.count == 1 && word.first?.isUppercase == true
  }

  /// The number or letter of a list item at the start of its paragraph: `2.`, `iv.`.
  private func isEnumerator(_ word: String) -> Bool {
    let length = word.utf8.count
    guard sentence == block.lowerBound, stop.range.lowerBound - length == sentence else {
      return false
    }
    return length <= 3 && word.allSatisfy(\.isNumber) || length == 1 && word != "I"
      || ["ii", "iii", "iv", "vi", "vii", "viii", "ix"].contains(word)
  }
}
