extension Layout {
  /// The layout after changes: positions moved, emptied blocks gone, joined blocks one.
  func applying(_ changes: [Cleaning.Change]) -> Layout {
    guard !changes.isEmpty else { return self }
    let edits = Edits(changes.map(\.edit))
    var result = Layout(text: edits.applied(to: text), blocks: [])
    var bridge = Bridges(changes)
    var joins = false
    for block in blocks {
      let range = result.text.trimmed(edits.moved(block.range))
      guard !range.isEmpty else { continue }
      if joins, let last = result.blocks.indices.last {
        result.blocks[last].range = result.blocks[last].range.lowerBound..<range.upperBound
      } else {
        result.blocks.append(Block(kind: block.kind, range: range, continues: block.continues))
      }
      joins = bridge.crosses(block.range.upperBound)
    }
    result.emphases = emphases.map {
      Emphasis(range: edits.moved($0.range), isStrong: $0.isStrong)
    }
    return result.withoutEdgeMarks
  }
}

/// Says of rising positions whether changes join what stands before and after them.
private struct Bridges {
  /// What stood between words now joined, with the lines dropped there.
  private var joining: [Range<Int>] = []
  private var next = 0

  init(_ changes: [Cleaning.Change]) {
    for change in changes {
      let range = change.edit.range
      if change.kind == .hyphenation || change.kind == .brokenParagraph {
        joining.append(range)
      } else if let last = joining.last, last.upperBound == range.lowerBound {
        joining[joining.count - 1] = last.lowerBound..<range.upperBound
      }
    }
  }

  mutating func crosses(_ position: Int) -> Bool {
    while next < joining.count, joining[next].upperBound <= position { next += 1 }
    return next < joining.count && joining[next].lowerBound <= position
  }
}
