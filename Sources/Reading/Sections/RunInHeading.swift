/// Finds headings that open their paragraph: `Being listened to. The first …`.
enum RunInHeading {
  /// How far a heading may reach, in bytes.
  private static let longest = 100

  /// The layout with each run-in heading as a block of its own.
  static func split(_ layout: Layout) -> Layout {
    let marked = markedHeads(layout)
    var result = layout
    result.blocks = layout.blocks.flatMap { block in
      let end = marked[block.range.lowerBound] ?? spokenEnd(of: layout.text, block)
      return end.map { parts(of: block, in: layout.text, at: $0) } ?? [block]
    }
    return result
  }

  private static func parts(of block: Block, in text: [UInt8], at end: Int) -> [Block] {
    let rest = text.trimmed(end..<block.range.upperBound)
    guard block.kind == .paragraph, !rest.isEmpty else { return [block] }
    return [
      Block(kind: .runIn, range: block.range.lowerBound..<end),
      Block(kind: .paragraph, range: rest, continues: true),
    ]
  }

  // MARK: By emphasis

  /// The ends of emphasised headings by where they start.
  private static func markedHeads(_ layout: Layout) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    for emphasis in layout.emphases where emphasis.range.count <= longest {
      guard let end = markedEnd(emphasis.range, in: layout.text) else { continue }
      ends[emphasis.range.lowerBound] = end
    }
    return ends
  }

  /// The end of an emphasised heading, its full stop inside the emphasis or just after it.
  private static func markedEnd(_ range: Range<Int>, in text: [UInt8]) -> Int? {
    let words = text.string(range)
    guard let first = words.first, first.isUppercase || first.isNumber,
      words.split(whereSeparator: \.isWhitespace).count <= 12,
      Attribution.note(words, afterQuotation: false) == nil
    else { return nil }
    if words.hasSuffix(".") || words.hasSuffix("?") { return range.upperBound }
    return text.has(". ", at: range.upperBound) ? range.upperBound + 1 : nil
  }

  // MARK: By words

  private static func spokenEnd(of text: [UInt8], _ block: Block) -> Int? {
    guard block.kind == .paragraph, text.scalar(at: block.range.lowerBound).isUpper else {
      return nil
    }
    let reach = min(block.range.upperBound, block.range.lowerBound + longest)
    guard let stop = firstStop(in: text, block.range.lowerBound..<reach) else { return nil }
    let window =
      block.range.lowerBound..<scalarStart(text, min(block.range.upperBound, reach + 100))
    let sentences = Segmenter.sentences(of: text, in: window)
    guard let head = sentences.first, head.upperBound == stop + 1, sentences.count > 1 else {
      return nil
    }
    return isTitleLike(text.string(head.lowerBound..<stop)) ? stop + 1 : nil
  }

  private static func firstStop(in text: [UInt8], _ range: Range<Int>) -> Int? {
    let stop = text[range].firstIndex { $0 == 0x2E || $0 == 0x2C || $0 == 0x3A || $0 == 0x22 }
    return stop.flatMap { text[$0] == 0x2E ? $0 : nil }
  }

  private static func scalarStart(_ text: [UInt8], _ index: Int) -> Int {
    var index = index
    while index < text.count, index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// Whether a short sentence names a theme: two to ten words, and none that makes it a statement.
  static func isTitleLike(_ sentence: String) -> Bool {
    let words = sentence.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "–" }.map(
      String.init)
    guard (2...10).contains(words.count), let first = words.first, let last = words.last else {
      return false
    }
    guard !"“‘'(".contains(sentence.first ?? "("), !sentence.contains("“") else { return false }
    if first.hasSuffix("ing"), first.count > 4, !notGerunds.contains(first) {
      return words.allSatisfy { !strongVerbs.contains($0) }
    }
    return !subjects.contains(first) && !last.hasSuffix("ed")
      && words.allSatisfy { !strongVerbs.contains($0) && !verbs.contains($0) }
  }

  private static let notGerunds: Set<String> = [
    "nothing", "everything", "something", "during", "anything",
  ]

  private static let subjects: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "this", "these", "those", "there", "that", "most",
    "some", "many", "all", "one", "several", "few", "others", "none", "both", "everyone", "nobody",
    "yes", "no", "not", "participants", "patients", "women", "men", "people", "so", "but", "and",
    "however", "then",
  ]

  private static let strongVerbs: Set<String> = [
    "was", "were", "is", "are", "has", "have", "had", "did", "does", "would", "could", "should",
    "might", "must", "can", "will", "said", "reported", "described", "felt", "told", "found",
  ]

  private static let verbs: Set<String> = [
    "do", "may", "knew", "went", "came", "made", "took", "gave", "got", "saw", "thought", "left",
    "kept", "spoke", "wanted", "helped", "mattered", "seemed", "became", "remained", "used",
    "valued", "needed", "liked", "differed", "varied", "agreed", "disagreed", "lost", "won",
  ]
}
