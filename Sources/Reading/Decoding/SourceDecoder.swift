/// Decides once what bytes are, and turns them into UTF-8 with line feeds.
enum SourceDecoder {
  /// A source as text.
  struct Decoded {
    /// UTF-8, line feeds only, no byte order mark, no white space at the end.
    var text: [UInt8]
    /// What the bytes were read as.
    var encoding: SourceEncoding
  }

  /// Reads bytes by byte order mark, else as told, else as strict UTF-8.
  ///
  /// Never loses a byte silently.
  static func decode(
    _ source: SourceText, as told: SourceEncoding?
  ) throws(ReadingError) -> Decoded {
    let (encoding, skip) = mark(of: source.bytes) ?? (told ?? .utf8, 0)
    let text = try text(of: source, as: encoding, skipping: skip, guessed: told == nil)
    let lines = LineEnds.normalised(text)
    guard lines.contains(where: { !$0.isSpace }), !lines.trimmed(0..<lines.count).isEmpty else {
      throw .empty(name: source.name)
    }
    return Decoded(text: lines, encoding: encoding)
  }

  private static func mark(of bytes: [UInt8]) -> (SourceEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  private static func text(
    of source: SourceText, as encoding: SourceEncoding, skipping skip: Int, guessed: Bool
  ) throws(ReadingError) -> [UInt8] {
    let bytes = skip == 0 ? source.bytes : Array(source.bytes.dropFirst(skip))
    switch encoding {
    case .utf8:
      try checkControls(bytes, of: source)
      try checkUTF8(bytes, of: source, skipped: skip)
      return bytes
    case .windows1252, .latin1:
      try checkControls(bytes, of: source)
      return SingleByte.decode(bytes, as: encoding)
    case .utf16LittleEndian, .utf16BigEndian:
      guard let text = UTF16Bytes.decode(bytes, bigEndian: encoding == .utf16BigEndian) else {
        let offset = UTF16Bytes.firstFault(bytes, bigEndian: encoding == .utf16BigEndian)
        throw .notUTF16(name: source.name, at: offset + skip)
      }
      try checkControls(text, of: source)
      return text
    }
  }

  private static func checkUTF8(
    _ bytes: [UInt8], of source: SourceText, skipped: Int
  ) throws(ReadingError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .notUTF8(
        name: source.name, at: error.byteOffsets.lowerBound + skipped,
        suggestions: [.windows1252, .latin1])
    }
  }

  /// Refuses a NUL, and more than one C0 control in a hundred bytes; tabs and line ends are none.
  private static func checkControls(
    _ bytes: [UInt8], of source: SourceText
  ) throws(ReadingError) {
    var count = 0
    for (index, byte) in bytes.enumerated() where byte < 0x20 && !byte.isSpace {
      guard byte != 0 else { throw .binary(name: source.name, reason: .nul(at: index)) }
      count += 1
    }
    guard count * 100 <= bytes.count else {
      throw .binary(name: source.name, reason: .controls(count: count, of: bytes.count))
    }
  }
}
