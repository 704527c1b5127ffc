import Synthesis

/// Cuts blocks into the lines of coding.
enum LineCutter {
  /// The lines of all blocks, in order.
  ///
  /// O(*n*).
  static func lines(of layout: Layout, unit: CodingUnit) -> [DraftLine] {
    var lines: [DraftLine] = []
    for (index, block) in layout.blocks.enumerated() {
      for range in ranges(of: block, in: layout.text, unit: unit) {
        lines.append(DraftLine(range: range, block: index))
      }
    }
    return lines
  }

  private static func ranges(
    of block: Block, in text: [UInt8], unit: CodingUnit
  ) -> [Range<Int>] {
    if block.isHeading || block.kind == .row || block.kind == .verbatim { return [block.range] }
    switch unit {
    case .paragraph: return [block.range]
    case .sentence: return Segmenter.sentences(of: text, in: block.range)
    case .line:
      return SourceLines.lines(of: text, in: block.range).filter { !$0.isBlank }.map(\.ink)
    }
  }
}
