/// Reads the Markdown that study texts are written in, and keeps what a reader reads.
///
/// Understood: front matter (dropped), headings with `#` and underlined ones, block quotes, lists
/// (numbers stay, bullets go), tables with bars (a row becomes a line with tabs between the cells),
/// fenced code (shown verbatim), rules (dropped), footnotes (kept as text), and the inline markup of
/// ``MarkdownInline``. A paragraph indented after a colon is a quotation, not code. Nested lists are
/// read as flat ones. Line ends inside a paragraph stay.
struct MarkdownLayout {
  private let source: [UInt8]
  private let lines: [SourceLine]
  private var layout = Layout(text: [], blocks: [])
  private var open: Paragraph?
  private var fence: UInt8?

  /// A paragraph whose end has not been seen.
  private struct Paragraph {
    var kind: Block.Kind
    var bytes: [UInt8]
  }

  /// The text without markup, and its blocks.
  ///
  /// O(*n*).
  static func layout(of source: [UInt8]) -> Layout {
    var reader = MarkdownLayout(source: source, lines: SourceLines.lines(of: source))
    for index in reader.afterFrontMatter..<reader.lines.count { reader.add(index) }
    reader.close()
    return reader.layout.withoutEdgeMarks
  }

  private init(source: [UInt8], lines: [SourceLine]) {
    self.source = source
    self.lines = lines
  }

  private var afterFrontMatter: Int {
    guard let first = lines.first, source.string(first.ink) == "---" else { return 0 }
    let end = lines.dropFirst().prefix(200).firstIndex { line in
      line.ink.count == 3 && ["---", "..."].contains(source.string(line.ink))
    }
    return end.map { $0 + 1 } ?? 0
  }

  private mutating func add(_ index: Int) {
    let line = lines[index]
    if addFenced(line) { return }
    let quoted = MarkdownLine.quoted(source, line.ink)
    let isQuote = quoted.lowerBound > line.ink.lowerBound
    if quoted.isEmpty {
      close()
    } else if !addHeading(quoted, isQuote: isQuote), !addRow(quoted, index) {
      addProse(quoted, isQuote: isQuote, line: line)
    }
  }

  private mutating func addFenced(_ line: SourceLine) -> Bool {
    let mark = MarkdownLine.fence(source, line.ink)
    if let fence {
      if mark == fence { self.fence = nil } else { append(.verbatim, source[line.whole]) }
      return true
    }
    guard let mark else { return false }
    close()
    fence = mark
    return true
  }

  private mutating func addHeading(_ range: Range<Int>, isQuote: Bool) -> Bool {
    if let heading = MarkdownLine.heading(source, range) {
      close()
      append(.heading(.explicit(heading.level)), source[heading.words])
      return true
    }
    if let level = MarkdownLine.underline(source, range), let title = open,
      title.kind == .paragraph, !isQuote
    {
      open = nil
      append(.heading(.explicit(level)), title.bytes[...])
      return true
    }
    guard MarkdownLine.isRule(source, range) else { return false }
    close()
    return true
  }

  private mutating func addRow(_ range: Range<Int>, _ index: Int) -> Bool {
    let next = index + 1 < lines.count ? lines[index + 1].ink : 0..<0
    let isRow =
      layout.blocks.last?.kind == .row && open == nil && index > 0
      && !lines[index - 1].isBlank
    guard source[range].contains(UInt8(ascii: "|")),
      isRow || MarkdownLine.isTableRule(source, next) || MarkdownLine.isTableRule(source, range)
    else { return false }
    close()
    if !MarkdownLine.isTableRule(source, range) {
      append(.row, MarkdownLine.cells(source, range)[...])
    }
    return true
  }

  private mutating func addProse(_ range: Range<Int>, isQuote: Bool, line: SourceLine) {
    let item = MarkdownLine.item(source, range)
    let entersQuote = isQuote && open?.kind != .quotation
    let isSetOff = open == nil && line.indent >= 2 && endsWithColon
    if open == nil || item != nil || entersQuote {
      close()
      let kind: Block.Kind = isQuote || isSetOff ? .quotation : item == nil ? .paragraph : .item
      open = Paragraph(kind: kind, bytes: [])
    } else {
      open?.bytes.append(0x0A)
    }
    open?.bytes.append(contentsOf: source[item ?? range])
  }

  private var endsWithColon: Bool {
    layout.blocks.last.map { LineMarks.endsWithColon(layout.text, $0.range) } ?? false
  }

  private mutating func close() {
    guard let paragraph = open else { return }
    open = nil
    append(paragraph.kind, paragraph.bytes[...])
  }

  /// Appends a block after a blank line, or after a line end inside a list, table or listing.
  private mutating func append(_ kind: Block.Kind, _ bytes: ArraySlice<UInt8>) {
    let rendered = kind == .verbatim ? (Array(bytes), []) : MarkdownInline.render(Array(bytes))
    let ink = rendered.0.trimmed(0..<rendered.0.count)
    guard !ink.isEmpty else { return }
    if let last = layout.blocks.last {
      let isRun = last.kind == kind && [.item, .row, .verbatim].contains(kind)
      layout.text.append(contentsOf: isRun ? [0x0A] : [0x0A, 0x0A])
    }
    let start = layout.text.count
    layout.text.append(contentsOf: rendered.0[ink])
    layout.blocks.append(Block(kind: kind, range: start..<layout.text.count))
    layout.emphases += rendered.1.map { $0.moved(by: start - ink.lowerBound) }
  }
}

extension Emphasis {
  /// The same words further on.
  fileprivate func moved(by offset: Int) -> Emphasis {
    Emphasis(
      range: range.lowerBound + offset..<range.upperBound + offset, isStrong: isStrong)
  }
}
