/// Headings that Markdown does not mark as such.
enum MarkdownHeadings {
  /// The layout with paragraphs that are headings by their shape.
  ///
  /// A short paragraph that is strong as a whole is one in any file; other short lines count only
  /// where no heading is marked at all, as in plain text with Markdown's ending.
  static func completed(_ layout: Layout) -> Layout {
    let strong = Set(layout.emphases.lazy.filter(\.isStrong).map(\.range))
    let isMarked = layout.blocks.contains(where: \.isHeading)
    var result = layout
    for (index, block) in layout.blocks.enumerated() where block.kind == .paragraph {
      guard block.range.count <= 400, strong.contains(block.range) || !isMarked,
        !startsSmall(after: index, in: layout)
      else { continue }
      let words = layout.text.string(block.range)
      guard !words.contains("\n") else { continue }
      if let style = HeadingShape.alone(words, isFirst: index == 0) {
        result.blocks[index].kind = .heading(style)
      }
    }
    return result
  }

  private static func startsSmall(after index: Int, in layout: Layout) -> Bool {
    guard index + 1 < layout.blocks.count else { return false }
    return layout.text.scalar(at: layout.blocks[index + 1].range.lowerBound).isLower
  }
}
