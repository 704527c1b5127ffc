/// Finds paragraphs, headings, lists, rows and set-off quotations in a plain text by its shape.
///
/// A blank line ends a paragraph; single line ends inside one do not, unless the lines are so long
/// that each is a paragraph.
struct PlainLayout {
  let text: [UInt8]
  let lines: [SourceLine]
  let debris: Set<Int>
  private let base: Int
  private var blocks: [Block] = []
  private var open: (kind: Block.Kind, range: Range<Int>)?

  /// Finds the blocks of `text`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - lines: Its lines.
  ///   - debris: The indices of lines that are running headers and page numbers, never headings.
  /// - Returns: The text with its blocks.
  static func layout(of text: [UInt8], lines: [SourceLine], debris: Set<Int>) -> Layout {
    var layout = PlainLayout(text: text, lines: lines, debris: debris)
    for chunk in SourceLines.chunks(of: lines) { layout.add(chunk) }
    return Layout(text: text, blocks: layout.blocks)
  }

  private init(text: [UInt8], lines: [SourceLine], debris: Set<Int>) {
    self.text = text
    self.lines = lines
    self.debris = debris
    base = lines.lazy.filter { !$0.isBlank }.map(\.indent).min() ?? 0
  }

  private mutating func add(_ chunk: Range<Int>) {
    let shape = ChunkShape(text: text, lines: lines[chunk], isFirst: blocks.isEmpty)
    for index in chunk { add(index, of: chunk, shape) }
    close()
  }

  private mutating func add(_ index: Int, of chunk: Range<Int>, _ shape: ChunkShape) {
    let line = lines[index].ink
    if let style = headingStyle(of: index, in: chunk, shape) {
      close()
      blocks.append(Block(kind: .heading(style), range: line))
    } else if startsBlock(index, of: chunk, shape) {
      close()
      open = (kind(of: index, in: chunk, shape), line)
    } else if let start = open?.range.lowerBound {
      open?.range = start..<line.upperBound
    }
  }

  private mutating func close() {
    if let open { blocks.append(Block(kind: open.kind, range: open.range)) }
    open = nil
  }

  private func startsBlock(_ index: Int, of chunk: Range<Int>, _ shape: ChunkShape) -> Bool {
    guard let open, index > chunk.lowerBound, !shape.isLineEach else { return true }
    if open.kind == .quotation, isIndented(index) != isIndented(index - 1) { return true }
    if isIndented(index), LineMarks.endsWithColon(text, lines[index - 1].ink) { return true }
    let isAfterEnd = LineMarks.endsSentence(text, lines[index - 1].ink)
    if isAfterEnd, isIndented(index), !isIndented(index - 1) { return true }
    let line = lines[index].ink
    if shape.isDialogue, DialogueLabel(in: text, line) != nil { return true }
    return LineMarks.startsItem(text, line)
      && (open.kind == .item || isAfterEnd)
  }

  private func kind(of index: Int, in chunk: Range<Int>, _ shape: ChunkShape) -> Block.Kind {
    if shape.isTable { return .row }
    if isSetOff(index, in: chunk) { return .quotation }
    return LineMarks.startsItem(text, lines[index].ink) ? .item : .paragraph
  }

  /// Whether a block starting at the line is indented after a colon, or after such a block.
  private func isSetOff(_ index: Int, in chunk: Range<Int>) -> Bool {
    guard isIndented(index), let last = blocks.last, !last.isHeading else { return false }
    let goesOn = index + 1 < chunk.upperBound && index == chunk.lowerBound
    guard !goesOn || isIndented(index + 1) else { return false }
    return LineMarks.endsWithColon(text, last.range) || last.kind == .quotation
  }

  private func isIndented(_ index: Int) -> Bool {
    let line = lines[index]
    return line.indent > base + 1 || line.indent > base && text[line.whole.lowerBound] == 0x09
  }
}

extension PlainLayout {
  private func headingStyle(
    of index: Int, in chunk: Range<Int>, _ shape: ChunkShape
  ) -> HeadingStyle? {
    let ink = lines[index].ink
    guard ink.count <= 400, !debris.contains(index), !shape.isTable else { return nil }
    guard open?.kind != .quotation, !isSetOff(index, in: chunk),
      !shape.isDialogue || DialogueLabel(in: text, ink) == nil
    else { return nil }
    if shape.hasTitle, index == chunk.lowerBound {
      return HeadingShape.alone(text.string(ink), isFirst: true)
    }
    if chunk.count == 1 || shape.isLineEach { return lonelyStyle(of: index) }
    guard
      index == chunk.lowerBound || LineMarks.endsSentence(text, lines[index - 1].ink) || open == nil
    else { return nil }
    return HeadingShape.anywhere(text.string(ink))
  }

  private func lonelyStyle(of index: Int) -> HeadingStyle? {
    guard !goesOnSmall(after: index),
      let style = HeadingShape.alone(text.string(lines[index].ink), isFirst: blocks.isEmpty)
    else { return nil }
    if case .numbered(let depth) = style, isCounted(index, depth: depth) { return nil }
    return style
  }

  /// Whether the next words start with a small letter: then the line is half a sentence.
  private func goesOnSmall(after index: Int) -> Bool {
    let next = nextInk(after: index)
    return next.map { text.scalar(at: lines[$0].ink.lowerBound).isLower } ?? false
  }

  /// Whether the next line counts on from this one with nothing between: a list, not headings.
  private func isCounted(_ index: Int, depth: Int) -> Bool {
    [nextInk(after: index), previousInk(before: index)].contains { neighbour in
      guard let neighbour, lines[neighbour].ink.count <= 400,
        let mine = HeadingNumber(text.string(lines[index].ink)),
        let other = HeadingNumber(text.string(lines[neighbour].ink))
      else { return false }
      return other.depth == mine.depth && mine.last > 0 && abs(other.last - mine.last) == 1
    }
  }

  private func nextInk(after index: Int) -> Int? {
    var next = index + 1
    while next < lines.count, lines[next].isBlank || debris.contains(next) { next += 1 }
    return next < lines.count ? next : nil
  }

  private func previousInk(before index: Int) -> Int? {
    var next = index - 1
    while next >= 0, lines[next].isBlank || debris.contains(next) { next -= 1 }
    return next >= 0 ? next : nil
  }
}

/// What the lines of a chunk have in common.
struct ChunkShape {
  /// Lines longer than this, in bytes, were not broken by hand.
  private static let longLine = 160

  /// Whether each line is a paragraph.
  let isLineEach: Bool
  /// Whether the lines are rows of a table.
  let isTable: Bool
  /// Whether the lines are turns of talk.
  let isDialogue: Bool
  /// Whether the first line is the text's title, with names and the like below it.
  let hasTitle: Bool

  init(text: [UInt8], lines: ArraySlice<SourceLine>, isFirst: Bool) {
    let rows = lines.count { LineMarks.isRow(text, $0.ink) }
    isTable = rows >= 2 && rows * 2 > lines.count
    isLineEach = isTable || Self.isLineEach(text, lines)
    isDialogue = lines.count > 1 && Self.isDialogue(text, lines)
    let ends = lines.last.map { LineMarks.endsSentence(text, $0.ink) } ?? true
    hasTitle = isFirst && lines.count > 1 && lines.count <= 6 && !ends && !isLineEach
  }

  private static func isLineEach(_ text: [UInt8], _ lines: ArraySlice<SourceLine>) -> Bool {
    guard lines.count > 1 else { return false }
    let total = lines.reduce(0) { $0 + $1.ink.count }
    let long = lines.reduce(0) { $0 + ($1.ink.count > longLine ? $1.ink.count : 0) }
    return long * 2 >= total
      || lines.count > 2 && lines.allSatisfy { LineMarks.endsSentence(text, $0.ink) }
  }

  private static func isDialogue(_ text: [UInt8], _ lines: ArraySlice<SourceLine>) -> Bool {
    guard let first = lines.first, DialogueLabel(in: text, first.ink) != nil else { return false }
    return lines.dropFirst().contains { DialogueLabel(in: text, $0.ink) != nil }
  }
}
