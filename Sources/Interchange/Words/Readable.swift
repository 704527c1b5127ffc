/// A text from outside as the lines of a document for people.
///
/// Line breaks of every kind end a line, empty lines are left out, control characters become their
/// visible pictures, and a line that changes the direction of writing is isolated, so that it cannot
/// reorder what stands beside it. Formats of data (CSV, JSON) carry the text itself instead.
func readableLines(_ text: String) -> [String] {
  visibleLines(text).map { isolated($0.unicodeScalars) }
}

/// A text from outside on one line; line breaks are spaces.
func readable(_ text: String) -> String { readableLines(text).joined(separator: " ") }

/// The same on one line whose direction of writing is not isolated, for cutting it into lines.
func visibleLine(_ text: String) -> String { visibleLines(text).joined(separator: " ") }

private func visibleLines(_ text: String) -> [String] {
  var lines: [String.UnicodeScalarView] = [.init()]
  for scalar in text.unicodeScalars {
    if isLineBreak(scalar) {
      lines.append(.init())
    } else {
      lines[lines.count - 1].append(visible(scalar))
    }
  }
  return lines.map { String(trimmed($0)) }.filter { !$0.isEmpty }
}

private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// The picture of a control character, a space for a tab, else the character itself.
private func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x09: " "
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? replacement
  case 0x7F: "\u{2421}"
  case 0x80...0x9F, 0xFFFE, 0xFFFF: replacement
  default: scalar
  }
}

private func trimmed(_ line: String.UnicodeScalarView) -> String.UnicodeScalarView {
  let end = line.reversed().drop { $0 == " " }.count
  return String.UnicodeScalarView(line.prefix(end).drop { $0 == " " })
}

private let replacement: Unicode.Scalar = "\u{FFFD}"
