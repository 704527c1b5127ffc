extension Cleaning {
  /// A word broken at a line's end.
  private struct BrokenWord {
    /// The hyphen, and the white space after it.
    let gap: Range<Int>
    /// Whether the hyphen is one that only shows at a line's end.
    let isSoft: Bool
    /// Both halves in small letters.
    let joined: [UInt8]
  }

  /// Words broken by a hyphen: joined where the text has the whole word, else without the break.
  func hyphens() -> [Change] {
    let broken = lines.indices.compactMap(brokenWord)
    guard !broken.isEmpty else { return [] }
    let known = WordSearch.found(Set(broken.map(\.joined)), in: layout.text)
    return broken.map { word in
      let joins = word.isSoft || known.contains(word.joined)
      return Change(
        kind: .hyphenation,
        edit: Edit(range: word.gap, replacement: joins ? [] : [0x2D]),
        why: joins ? "the whole word stands elsewhere" : "broken at its hyphen")
    }
  }

  private func brokenWord(at index: Int) -> BrokenWord? {
    let (text, ink) = (layout.text, lines[index].ink)
    guard debris[index] == nil,
      let hyphen = text.index(before: ink.upperBound, from: ink.lowerBound)
    else { return nil }
    let mark = text.scalar(at: hyphen)
    guard mark == "-" || mark == "\u{2010}" || mark == "\u{AD}",
      text.scalar(before: hyphen, from: ink.lowerBound)?.isLetter == true,
      let next = nextLine(after: index), text.scalar(at: lines[next].ink.lowerBound).isLower,
      let gap = gap(after: hyphen, line: index)
    else { return nil }
    let start = WordSearch.start(of: text, endingAt: hyphen, from: ink.lowerBound)
    let end = WordSearch.end(of: text, startingAt: lines[next].ink.lowerBound)
    let joined = text[start..<hyphen] + text[lines[next].ink.lowerBound..<end]
    return BrokenWord(gap: gap, isSoft: mark == "\u{AD}", joined: joined.map(WordSearch.small))
  }
}

/// Looks for words in a text, ASCII capitals taken as small letters.
enum WordSearch {
  /// Those of `wanted` that stand in `text` as whole words.
  ///
  /// O(*n*).
  static func found(_ wanted: Set<[UInt8]>, in text: [UInt8]) -> Set<[UInt8]> {
    let lengths = Set(wanted.map(\.count))
    var found: Set<[UInt8]> = []
    var start = 0
    while start < text.count {
      let end = end(of: text, startingAt: start)
      if lengths.contains(end - start) {
        let word = text[start..<end].map(small)
        if wanted.contains(word) { found.insert(word) }
      }
      start = end > start ? end : start + text.width(at: start)
    }
    return found
  }

  /// A byte with an ASCII capital made small.
  static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Where the word that ends at `end` starts.
  static func start(of text: [UInt8], endingAt end: Int, from bound: Int) -> Int {
    var start = end
    while let before = text.index(before: start, from: bound), text.scalar(at: before).isLetter {
      start = before
    }
    return start
  }

  /// Where the word that starts at `start` ends.
  static func end(of text: [UInt8], startingAt start: Int) -> Int {
    var end = start
    while let scalar = text.scalar(at: end, to: text.count), scalar.isLetter {
      end += text.width(at: end)
    }
    return end
  }
}
