/// A run of marks that may end a sentence: `.`, `?!`, `. . .`, `…`, `。`.
struct Stop {
  /// Where the run stands.
  let range: Range<Int>
  /// Whether it is two or more full stops, spaced or not, or the one mark for them.
  let isEllipsis: Bool
  /// Whether it is one ASCII full stop.
  let isFullStop: Bool
  /// Whether its script puts no space after it.
  let isUnspaced: Bool

  /// Reads the run that starts at `index`.
  init(in text: [UInt8], at index: Int, to bound: Int) {
    var end = index
    var dots = 0
    var others = 0
    var unspaced = false
    while let mark = text.scalar(at: end, to: bound), mark.isStop {
      dots += mark == "." ? 1 : mark == "…" ? 3 : 0
      others += mark == "." || mark == "…" ? 0 : 1
      unspaced = unspaced || Self.isUnspaced(mark)
      end += text.width(at: end)
      if mark == ".", let next = Self.spacedDot(in: text, at: end, to: bound) { end = next }
    }
    range = index..<end
    isEllipsis = dots > 1 && others == 0
    isFullStop = dots == 1 && others == 0
    isUnspaced = unspaced
  }

  /// The dot after one space, as in `. . .`; not the point of `.5`.
  private static func spacedDot(in text: [UInt8], at index: Int, to bound: Int) -> Int? {
    let gap = text.has("\u{A0}", at: index) ? 2 : text.has(" ", at: index) ? 1 : 0
    let dot = index + gap
    guard gap > 0, dot < bound, text[dot] == 0x2E else { return nil }
    return dot + 1 < bound && text[dot + 1].isDigit ? nil : dot
  }

  private static func isUnspaced(_ mark: Unicode.Scalar) -> Bool {
    mark == "。" || mark == "！" || mark == "？" || mark == "｡"
  }
}
