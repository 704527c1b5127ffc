extension PeopleLayout {
  /// The lines that a text takes in a column; without a limit it is one line, however long.
  func fit(_ text: String, to columnWidth: Int) -> [String] {
    guard width != nil, measure(text) > columnWidth else { return [text] }
    switch overflow {
    case .cut: return [cut(text, to: columnWidth)]
    case .wrapped: return wrap(text, to: columnWidth)
    }
  }

  /// The beginning of a text, with the ellipsis at its end.
  private func cut(_ text: String, to columnWidth: Int) -> String {
    prefix(of: text[...], within: max(0, columnWidth - measure(ellipsis))) + ellipsis
  }

  /// Lines that break at spaces, and inside a word only where it is longer than a line.
  private func wrap(_ text: String, to columnWidth: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ").flatMap({ pieces(of: $0, within: columnWidth) }) {
      let needed = measure(word)
      if !line.isEmpty, used + 1 + needed > columnWidth {
        lines.append(line)
        (line, used) = ("", 0)
      }
      used += line.isEmpty ? needed : 1 + needed
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A word, in pieces where it is longer than a line.
  private func pieces(of word: Substring, within columnWidth: Int) -> [String] {
    var pieces: [String] = []
    var rest = word
    while measure(String(rest)) > columnWidth {
      let piece = prefix(of: rest, within: columnWidth)
      pieces.append(piece)
      rest = rest.dropFirst(piece.count)
    }
    return rest.isEmpty ? pieces : pieces + [String(rest)]
  }

  /// As many characters as fit, and at least one.
  private func prefix(of text: Substring, within limit: Int) -> String {
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      used += measure(String(text[index]))
      if used > limit, end > text.startIndex { break }
      end = text.index(after: index)
    }
    return String(text[..<end])
  }
}
