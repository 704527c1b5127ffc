extension Cleaning {
  /// Paragraphs broken in mid-sentence: one ends in a letter or comma, the next starts small.
  func joins() -> [Change] {
    let prose = layout.blocks.filter { !isDebris($0) }
    return zip(prose, prose.dropFirst()).compactMap { first, second in
      guard first.kind == .paragraph, second.kind == .paragraph, breaksOff(first.range),
        layout.text.scalar(at: second.range.lowerBound).isLower,
        let gap = gap(after: first.range.upperBound, line: line(at: first.range.upperBound - 1))
      else { return nil }
      let edit = Edit(range: gap, replacement: [0x20])
      return Change(kind: .brokenParagraph, edit: edit, why: "breaks off in mid-sentence")
    }
  }

  private func breaksOff(_ range: Range<Int>) -> Bool {
    let last = layout.text.scalar(before: range.upperBound, from: range.lowerBound)
    return last.map { $0.isLetter || $0 == "," } ?? false
  }

  private func isDebris(_ block: Block) -> Bool {
    !debris.isEmpty && debris[line(at: block.range.lowerBound)] != nil
      && lines[line(at: block.range.lowerBound)].ink == block.range
  }

  /// The index of the line that holds a byte.
  func line(at byte: Int) -> Int {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].whole.lowerBound <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
