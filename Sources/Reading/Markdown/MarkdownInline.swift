/// Takes the inline markup out of a paragraph of Markdown.
///
/// Emphasis, strong, struck-through and code marks, links and images (their words stay), HTML tags
/// and comments, entities and escapes. Footnote marks `[^1]`, bracketed numbers and the carets of
/// superscripts are text and stay. Links by reference stay as they are written.
struct MarkdownInline {
  /// How far the other half of a mark is looked for, in bytes.
  private static let reach = 2000

  private let source: [UInt8]
  private var edits: [Edit] = []
  private var emphases: [Emphasis] = []
  private var delimiters: [Delimiter] = []
  private var linkEnds: [Range<Int>] = []

  /// The words of a paragraph, and where emphasis was.
  ///
  /// O(*n*).
  static func render(_ source: [UInt8]) -> (text: [UInt8], emphases: [Emphasis]) {
    var inline = MarkdownInline(source: source)
    var index = 0
    while index < source.count { index = inline.step(at: index) }
    let edits = Edits(inline.edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
    let text = edits.applied(to: source)
    let blanks = blankLines(of: text)
    let moved = inline.emphases.map {
      Emphasis(range: blanks.moved(edits.moved($0.range)), isStrong: $0.isStrong)
    }
    return (blanks.applied(to: text), moved.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// Takes out lines that held nothing but marks: a paragraph has no blank line in it.
  private static func blankLines(of text: [UInt8]) -> Edits {
    Edits(
      SourceLines.lines(of: text).dropFirst().filter(\.isBlank).map { line in
        Edit(range: line.whole.lowerBound - 1..<line.whole.upperBound)
      })
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func step(at index: Int) -> Int {
    switch source[index] {
    case UInt8(ascii: "\\"): escape(at: index)
    case UInt8(ascii: "`"): code(at: index)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): delimiter(at: index)
    case UInt8(ascii: "["): linkStart(at: index, mark: index)
    case UInt8(ascii: "!") where source.has("![", at: index): linkStart(at: index + 1, mark: index)
    case UInt8(ascii: "]"): linkEnd(at: index)
    case UInt8(ascii: "<"): tag(at: index)
    case UInt8(ascii: "&"): entity(at: index)
    default: index + 1
    }
  }

  private mutating func escape(at index: Int) -> Int {
    guard index + 1 < source.count else { return index + 1 }
    let next = source[index + 1]
    let isMark = next < 0x80 && next > 0x20 && !next.isLetter && !next.isDigit && next != 0x7F
    guard isMark || next == 0x0A else { return index + 1 }
    edits.append(Edit(range: index..<index + 1))
    return index + 2
  }

  private mutating func code(at index: Int) -> Int {
    let count = source[index...].prefix { $0 == 0x60 }.count
    let bound = min(source.count, index + Self.reach)
    var end = index + count
    while end < bound {
      let run = source[end..<bound].prefix { $0 == 0x60 }.count
      if run == count {
        edits.append(Edit(range: index..<index + count))
        edits.append(Edit(range: end..<end + count))
        return end + count
      }
      end += max(1, run)
    }
    return index + count
  }

  private mutating func entity(at index: Int) -> Int {
    guard let found = Entities.read(source, at: index) else { return index + 1 }
    edits.append(Edit(range: index..<found.end, replacement: found.text))
    return found.end
  }
}

// MARK: - Links and tags

extension MarkdownInline {
  private mutating func linkStart(at index: Int, mark: Int) -> Int {
    guard !source.has("[^", at: index), let close = closingBracket(of: index),
      let end = destinationEnd(after: close)
    else { return index + 1 }
    edits.append(Edit(range: mark..<index + 1))
    linkEnds.append(close..<end)
    return index + 1
  }

  private mutating func linkEnd(at index: Int) -> Int {
    guard let last = linkEnds.last, last.lowerBound == index else { return index + 1 }
    linkEnds.removeLast()
    edits.append(Edit(range: last))
    return last.upperBound
  }

  private func closingBracket(of index: Int) -> Int? {
    var depth = 0
    for next in index..<min(source.count, index + 600) {
      if source[next] == UInt8(ascii: "[") { depth += 1 }
      if source[next] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return next }
      if depth > 3 { return nil }
    }
    return nil
  }

  /// The end of `](address "title")`, or `nil` where that is no link's.
  private func destinationEnd(after close: Int) -> Int? {
    guard source.has("](", at: close) else { return nil }
    let bound = min(source.count, close + Self.reach)
    var depth = 0
    var title = (mark: close, end: close)
    for next in close + 1..<bound {
      switch source[next] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case 0x20, 0x0A:
        if next >= title.end { title = titleMark(after: next, to: bound) }
        if next >= title.mark { return nil }
      default: break
      }
      if depth == 0 { return next + 1 }
    }
    return nil
  }

  /// Where the last quotation mark before the bracket stands, and where the bracket: a space before
  /// that mark is one of a quoted title, or before it.
  private func titleMark(after space: Int, to bound: Int) -> (mark: Int, end: Int) {
    let rest = source[space..<bound].prefix { $0 != UInt8(ascii: ")") }
    let mark = rest.lastIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    return (mark ?? space, rest.endIndex)
  }

  private mutating func tag(at index: Int) -> Int {
    let reach = source[index..<min(source.count, index + Self.reach)]
    if source.has("<!--", at: index) { return comment(at: index) }
    guard let close = reach.firstIndex(of: UInt8(ascii: ">")), close > index + 1 else {
      return index + 1
    }
    if source.has("<http", at: index) || source.has("<mailto", at: index) {
      edits.append(Edit(range: index..<index + 1))
      edits.append(Edit(range: close..<close + 1))
      return close + 1
    }
    let first = source[index + 1]
    guard first.isLetter || first == UInt8(ascii: "/") && source[index + 2].isLetter else {
      return index + 1
    }
    let isBreak = source.has("<br", at: index) && !source.has("\n", at: close + 1)
    edits.append(Edit(range: index..<close + 1, replacement: isBreak ? [0x0A] : []))
    return close + 1
  }

  private mutating func comment(at index: Int) -> Int {
    var end = index + 4
    let bound = min(source.count, index + Self.reach)
    while end < bound, !source.has("-->", at: end) { end += 1 }
    guard end < bound else { return index + 4 }
    edits.append(Edit(range: index..<end + 3))
    return end + 3
  }
}

// MARK: - Emphasis

extension MarkdownInline {
  /// A run of emphasis marks that may still be closed.
  private struct Delimiter {
    let byte: UInt8
    let start: Int
    var count: Int
    var end: Int { start + count }
  }

  private mutating func delimiter(at index: Int) -> Int {
    let byte = source[index]
    let length = source[index...].prefix { $0 == byte }.count
    let end = index + length
    guard byte != UInt8(ascii: "~") || length == 2 else { return end }
    let flank = Flanks(source, index..<end)
    var used = 0
    if flank.canClose { used = close(byte, index, length) }
    if flank.canOpen, used < length {
      delimiters.append(Delimiter(byte: byte, start: index + used, count: length - used))
    }
    return end
  }

  /// Matches a closing run with the openers before it, and says how many of its marks were used.
  private mutating func close(_ byte: UInt8, _ start: Int, _ length: Int) -> Int {
    var used = 0
    while used < length, let opener = lastOpener(of: byte) {
      let marks = min(2, length - used, delimiters[opener].count)
      let end = delimiters[opener].end
      edits.append(Edit(range: end - marks..<end))
      edits.append(Edit(range: start + used..<start + used + marks))
      emphases.append(Emphasis(range: end..<start + used, isStrong: marks == 2))
      delimiters[opener].count -= marks
      delimiters.removeSubrange((delimiters[opener].count == 0 ? opener : opener + 1)...)
      used += marks
    }
    return used
  }

  private func lastOpener(of byte: UInt8) -> Int? {
    delimiters.suffix(16).lastIndex { $0.byte == byte }
  }

  /// On which sides of a run words stand close.
  private struct Flanks {
    let canOpen: Bool
    let canClose: Bool

    init(_ source: [UInt8], _ run: Range<Int>) {
      let before = source.scalar(before: run.lowerBound) ?? " "
      let after = source.scalar(at: run.upperBound, to: source.count) ?? " "
      let left = Self.leans(on: after, from: before)
      let right = Self.leans(on: before, from: after)
      let isUnderscore = source[run.lowerBound] == UInt8(ascii: "_")
      canOpen = left && !(isUnderscore && right && !Self.isMark(before))
      canClose = right && !(isUnderscore && left && !Self.isMark(after))
    }

    private static func leans(on near: Unicode.Scalar, from far: Unicode.Scalar) -> Bool {
      !near.isSpace && (!isMark(near) || far.isSpace || isMark(far))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII { return !scalar.isLetter && !scalar.isDigit && !scalar.isSpace }
      return scalar.isCloser || scalar.isOpener || scalar.isDash || scalar.isStop
    }
  }
}
