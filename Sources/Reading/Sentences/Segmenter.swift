/// Cuts a stretch of text into sentences by fixed rules.
///
/// No model and no locale: the same bytes give the same cuts. Only offsets are made; the text stays
/// as it is. One pass, with look-aheads of at most a few hundred bytes.
struct Segmenter {
  /// The longest bracket inside a sentence that is passed over whole.
  private static let longestAside = 300

  private let text: [UInt8]
  private let block: Range<Int>
  private var sentences: [Range<Int>] = []
  private var start: Int
  private var nextClose = [UInt8(ascii: ")"): -1, UInt8(ascii: "]"): -1]

  /// The sentences of `block`, without the white space between them.
  static func sentences(of text: [UInt8], in block: Range<Int>) -> [Range<Int>] {
    var segmenter = Segmenter(text: text, block: text.trimmed(block))
    segmenter.run()
    return segmenter.sentences
  }

  private init(text: [UInt8], block: Range<Int>) {
    self.text = text
    self.block = block
    start = block.lowerBound
  }

  private mutating func run() {
    var index = start
    while index < block.upperBound {
      index = step(at: index)
    }
    if start < block.upperBound { sentences.append(start..<block.upperBound) }
  }

  private mutating func step(at index: Int) -> Int {
    let byte = text[index]
    if byte == 0x28 || byte == 0x5B, index > start { return afterAside(at: index) }
    guard byte >= 0x80 || byte == 0x2E || byte == 0x21 || byte == 0x3F else { return index + 1 }
    guard text.scalar(at: index).isStop else { return index + text.width(at: index) }
    return afterStop(Stop(in: text, at: index, to: block.upperBound))
  }

  private mutating func afterStop(_ stop: Stop) -> Int {
    let tail = SentenceTail(in: text, from: stop.range.upperBound, to: block.upperBound)
    let next = text.skipSpace(from: tail.end, to: block.upperBound)
    guard next < block.upperBound else {
      return block.upperBound
    }
    let judge = SentenceEnd(text: text, sentence: start, block: block, stop: stop, tail: tail)
    guard judge.ends(before: next) else { return max(stop.range.upperBound, tail.end) }
    sentences.append(start..<tail.end)
    start = next
    return next
  }

  /// Passes over a short bracket inside a sentence, but stops at a full stop before its end.
  private mutating func afterAside(at index: Int) -> Int {
    let close: UInt8 = text[index] == 0x28 ? 0x29 : 0x5D
    if let known = nextClose[close], known <= index {
      let end = text[index..<block.upperBound].firstIndex(of: close) ?? block.upperBound
      nextClose[close] = end
    }
    guard let end = nextClose[close], end < block.upperBound, end - index <= Self.longestAside
    else { return index + 1 }
    guard let last = text.index(before: end, from: index), last > index,
      text.scalar(at: last).isStop
    else { return end + 1 }
    return last
  }
}
