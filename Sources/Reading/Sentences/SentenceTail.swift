/// What belongs to a sentence after its stop: closing marks, citations, and the quotation's speaker.
struct SentenceTail {
  /// Where the sentence ends if it ends here.
  let end: Int
  /// Whether a closing mark was passed.
  let hasCloser: Bool

  /// Reads on from the index after the stop.
  init(in text: [UInt8], from index: Int, to bound: Int) {
    var end = index
    var closed = false
    while let next = Self.step(in: text, at: end, to: bound, closed: &closed), next > end {
      end = next
    }
    self.end = end
    hasCloser = closed
  }

  private static func step(
    in text: [UInt8], at index: Int, to bound: Int, closed: inout Bool
  ) -> Int? {
    guard let scalar = text.scalar(at: index, to: bound) else { return nil }
    if scalar.isCloser {
      closed = true
      return index + text.width(at: index)
    }
    let glued = Citation.gluedEnd(in: text, at: index, to: bound)
    if glued > index { return glued }
    if scalar.isStop { return index + text.width(at: index) }
    return noteEnd(in: text, from: index, to: bound, closed: closed)
  }

  /// The end of a speaker or citation that follows, in brackets or after a dash.
  private static func noteEnd(
    in text: [UInt8], from index: Int, to bound: Int, closed: Bool
  ) -> Int? {
    let next = text.skipSpace(from: index, to: bound)
    guard next < bound else { return nil }
    if let found = Attribution.bracket(in: text, at: next, to: bound, afterQuotation: closed),
      !isEnumerator(text, next..<found.end, after: index)
    {
      return found.end
    }
    return Attribution.dash(in: text, at: next, to: bound)?.end
  }

  /// `(1)` after a space counts off a list; `[1]` cites.
  private static func isEnumerator(_ text: [UInt8], _ range: Range<Int>, after index: Int) -> Bool {
    text[range.lowerBound] == 0x28 && range.lowerBound > index
      && Citation.isNumbers(text, range.lowerBound + 1..<range.upperBound - 1)
  }
}
