/// The formats that a study text is read from.
public enum ReadingFormat: String, CaseIterable, Sendable {
  /// Plain text; headings, quotations and lists are guessed from its shape.
  case text
  /// Markdown; what a reader reads is kept, the markup is not.
  case markdown

  /// Tells the format of a file.
  ///
  /// The ending decides; without a known one, an ATX heading at the start of a line among the first
  /// 64 KiB says Markdown.
  ///
  /// - Parameters:
  ///   - name: The file's name; only its ending counts.
  ///   - bytes: The file's bytes.
  /// - Returns: The format; ``text`` where nothing speaks for another.
  public static func detect(name: String, bytes: [UInt8]) -> ReadingFormat {
    switch SourceText(name: name, bytes: []).ending {
    case "md", "markdown", "mdown", "mkd": .markdown
    case "txt", "text": .text
    default: hasHeadingMark(bytes.prefix(65_536)) ? .markdown : .text
    }
  }

  private static func hasHeadingMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      let marks = line.prefix { $0 == UInt8(ascii: "#") }
      return (1...6).contains(marks.count) && line.dropFirst(marks.count).first == 0x20
    }
  }
}
