/// A text from outside as Markdown that shows that text and nothing else.
///
/// The Markdown that is meant is CommonMark with tables, and pandoc's, which adds citations,
/// mathematics, sub- and superscripts and lists with letters. An email address still becomes a link
/// on sites that link bare addresses; nothing in Markdown prevents that.
enum MarkdownText {
  /// The text within a heading or a sentence, on one line.
  static func inline(_ text: String) -> String { escaped(text).joined(separator: " ") }

  /// The text on one line, where it begins an item of a list.
  static func opening(_ text: String) -> String { escapedAtStart(readable(text)) }

  /// The text within a cell of a table.
  static func cell(_ text: String) -> String { escaped(text).joined(separator: "<br>") }

  /// The text as lines of one paragraph, which may stand at the margin or in a quotation.
  static func paragraph(_ text: String) -> [String] {
    let lines = readableLines(text).map { escapedAtStart($0) }
    return lines.enumerated().map { $0 < lines.count - 1 ? $1 + "\\" : $1 }
  }

  private static func escaped(_ text: String) -> [String] {
    readableLines(text).map { escaped($0.unicodeScalars[...]) }
  }

  /// A line, without what would begin a block, then without what is markup anywhere.
  private static func escapedAtStart(_ line: String) -> String {
    let scalars = line.unicodeScalars
    guard let marker = blockMarker(in: scalars) else { return escaped(scalars[...]) }
    let after = scalars.index(after: marker)
    return String(scalars[..<marker]) + "\\" + String(scalars[marker]) + escaped(scalars[after...])
  }

  /// Where the sign stands that makes the beginning of a line a list, a heading or a rule.
  private static func blockMarker(
    in line: String.UnicodeScalarView
  ) -> String.UnicodeScalarView.Index? {
    guard let first = line.first else { return nil }
    if "-+=:%(".unicodeScalars.contains(first) { return line.startIndex }
    guard let end = line.firstIndex(where: { !isASCIIAlphanumeric($0) }), end > line.startIndex,
      line[end] == "." || line[end] == ")"
    else { return nil }
    let after = line.index(after: end)
    return after == line.endIndex || line[after] == " " ? end : nil
  }

  private static func escaped(_ line: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var rest = line
    while let scalar = rest.popFirst() {
      if isMarkup(scalar) || startsAddress(scalar, before: rest, after: result) {
        result.append("\\")
      }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    "\\`*_{}[]<>#|~^$&@".unicodeScalars.contains(scalar)
  }

  /// Whether `http://` or `www.` would become a link here.
  private static func startsAddress(
    _ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView,
    after written: String.UnicodeScalarView
  ) -> Bool {
    switch scalar {
    case ":": rest.starts(with: "//".unicodeScalars)
    case ".": String(written.suffix(3)).lowercased() == "www"
    default: false
    }
  }

  private static func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }
}
