/// One line of a text.
struct SourceLine: Equatable {
  /// From its first byte to before its line feed.
  let whole: Range<Int>
  /// The same without white space at its edges; empty for a blank line.
  let ink: Range<Int>

  /// Whether the line holds nothing but white space.
  var isBlank: Bool { ink.isEmpty }

  /// How many bytes of white space stand before its first word.
  var indent: Int { ink.lowerBound - whole.lowerBound }
}

/// The lines of a text.
enum SourceLines {
  /// The lines of `range`.
  ///
  /// O(*n*).
  static func lines(of text: [UInt8], in range: Range<Int>) -> [SourceLine] {
    var lines: [SourceLine] = []
    var start = range.lowerBound
    for index in range where text[index] == 0x0A {
      lines.append(line(of: text, start..<index))
      start = index + 1
    }
    lines.append(line(of: text, start..<range.upperBound))
    return lines
  }

  /// The lines of the whole text.
  static func lines(of text: [UInt8]) -> [SourceLine] { lines(of: text, in: 0..<text.count) }

  /// Runs of lines without a blank one between them.
  static func chunks(of lines: [SourceLine]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start: Int?
    for (index, line) in lines.enumerated() {
      if line.isBlank {
        if let first = start { chunks.append(first..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { chunks.append(first..<lines.count) }
    return chunks
  }

  private static func line(of text: [UInt8], _ whole: Range<Int>) -> SourceLine {
    let ink = text.trimmed(whole)
    return SourceLine(whole: whole, ink: ink.isEmpty ? whole.lowerBound..<whole.lowerBound : ink)
  }
}
