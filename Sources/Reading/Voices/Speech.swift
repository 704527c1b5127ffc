/// What words themselves say about who speaks them.
enum Speech {
  /// Whether a first person speaks in `range`: `I`, `we`, `my` … O(*n*).
  static func isFirstPerson(_ text: [UInt8], in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(WordSearch.end(of: text, startingAt: index), range.upperBound)
      if end - index == 1, text[index] == UInt8(ascii: "I") { return true }
      if isFirstPerson(text, index..<end) { return true }
      index = end > index ? end : index + text.width(at: index)
    }
    return false
  }

  /// Whether a word is one of the first person, but not in capitals: `US` is a country.
  private static func isFirstPerson(_ text: [UInt8], _ word: Range<Int>) -> Bool {
    guard (2...9).contains(word.count), text[word.lowerBound + 1] >= 0x61 else { return false }
    let first = WordSearch.small(text[word.lowerBound])
    return "mouw".utf8.contains(first) && Words.firstPerson.contains(text.small(word))
  }

  /// How many words stand in `range`, counted up to `limit`; an ideograph counts as one.
  static func words(_ text: [UInt8], in range: Range<Int>, upTo limit: Int) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound, count < limit {
      let scalar = text.scalar(at: index)
      let isWord = scalar.isLetter || scalar.isDigit
      var end = index + text.width(at: index)
      if isWord, scalar.value < 0x2E80 { end = max(end, wordEnd(text, index, range.upperBound)) }
      count += isWord ? 1 : 0
      index = end
    }
    return count
  }

  private static func wordEnd(_ text: [UInt8], _ index: Int, _ bound: Int) -> Int {
    var end = index
    while let scalar = text.scalar(at: end, to: bound),
      scalar.isLetter || scalar.isDigit || scalar == "'" || scalar == "’" || scalar == "-"
    {
      end += text.width(at: end)
    }
    return end
  }

  /// Whether the words before a quotation say that a participant speaks: “one woman told us:”.
  static func introduces(_ text: [UInt8], before index: Int, from bound: Int) -> Bool {
    var (start, isSaid, isNamed) = (index, false, false)
    while let before = text.index(before: start, from: max(bound, index - 100)) {
      if text[before] == 0x2E || text[before] == 0x21 || text[before] == 0x3F { break }
      guard text.scalar(at: before).isLetter else {
        start = before
        continue
      }
      let word = WordSearch.start(of: text, endingAt: start, from: max(bound, index - 100))
      let small = text.small(word..<start)
      isSaid = isSaid || verbs.contains(small)
      isNamed = isNamed || SpeakerWords.isRole(small) || plurals.contains(small)
      start = word
    }
    return isSaid && isNamed
  }

  private static let verbs: Set<String> = [
    "said", "says", "told", "explained", "recalled", "put", "described", "commented", "stated",
    "reported", "remarked", "reflected", "shared", "added", "noted", "expressed", "asked", "felt",
  ]

  private static let plurals: Set<String> = [
    "participants", "patients", "women", "men", "carers", "nurses", "parents", "users", "students",
    "mothers", "fathers", "respondents", "interviewees",
  ]
}
