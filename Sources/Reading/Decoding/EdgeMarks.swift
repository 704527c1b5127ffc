/// Marks at the edges of a text that are none of its characters: they say how it was stored.
enum EdgeMarks {
  /// What stands between them: no byte order mark before it, no white space and ^Z after it.
  static func inside(_ text: [UInt8]) -> Range<Int> {
    let end = end(of: text)
    return min(start(of: text), end)..<end
  }

  private static func start(of text: [UInt8]) -> Int {
    var start = 0
    while text.has("\u{FEFF}", at: start) { start += 3 }
    return start
  }

  private static func end(of text: [UInt8]) -> Int {
    var end = text.count
    while let last = text.index(before: end, from: 0) {
      let scalar = text.scalar(at: last)
      guard scalar.isSpace || scalar == "\u{1A}" else { break }
      end = last
    }
    return end
  }
}

extension Layout {
  /// The layout without marks at its edges.
  ///
  /// They come to stand there when what stood around them is taken off, and a text that is read
  /// again would lose them.
  var withoutEdgeMarks: Layout {
    let inside = EdgeMarks.inside(text)
    guard inside.count < text.count else { return self }
    var result = Layout(text: Array(text[inside]), blocks: [])
    result.blocks = blocks.compactMap { block in
      let range = result.text.trimmed(block.range.inside(inside))
      return range.isEmpty ? nil : Block(kind: block.kind, range: range, continues: block.continues)
    }
    result.emphases = emphases.map {
      Emphasis(range: $0.range.inside(inside), isStrong: $0.isStrong)
    }
    return result
  }
}

extension Range<Int> {
  /// The part that lies in `other`, counted from where that starts.
  fileprivate func inside(_ other: Range<Int>) -> Range<Int> {
    let part = clamped(to: other)
    return part.lowerBound - other.lowerBound..<part.upperBound - other.lowerBound
  }
}
