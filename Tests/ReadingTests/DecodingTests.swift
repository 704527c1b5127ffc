import Reading
import Testing

@Suite struct DecodingTests {
  private func read(_ bytes: [UInt8], as encoding: SourceEncoding? = nil) throws -> Draft {
    let options = ReadingOptions(encoding: encoding)
    return try DraftReader.read(SourceText(name: "a.txt", bytes: bytes), options: options)
  }

  private let text = "Zoë said “no” – 12 €.\nThen she left."

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func everyEncodingGivesTheSameText() throws {
    let legacy: [UInt8] =
      Array("Zo".utf8) + [0xEB] + Array(" said ".utf8) + [0x93] + Array("no".utf8) + [0x94, 0x20]
      + [0x96] + Array(" 12 ".utf8) + [0x80] + Array(".\r\nThen she left.\r\n".utf8)
    let drafts = [
      try read(Array(text.utf8)), try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      try read(utf16(text, bigEndian: false)), try read(utf16(text, bigEndian: true)),
      try read(legacy, as: .windows1252),
    ]
    #expect(drafts.allSatisfy { $0.text == Array(text.utf8) })
    #expect(drafts.map(\.encoding) == ["utf-8", "utf-8", "utf-16le", "utf-16be", "windows-1252"])
  }

  @Test(arguments: [
    "a b.\r\n\r\nC d.\r\n", "a b.\r\rC d.", "a b.\n\u{0C}C d.", "a b.\u{0C}C d.\n ",
  ])
  func lineEndsBecomeLineFeedsAndNothingIsLeftAtTheEnd(_ source: String) throws {
    #expect(try read(Array(source.utf8)).string == "a b.\n\nC d.")
  }

  @Test func latin1IsReadByteByByte() throws {
    #expect(try read([0x41, 0xE9, 0x2E], as: .latin1).string == "Aé.")
  }

  @Test(arguments: [
    [0x41, 0xE9, 0x2E], [0x41, 0xED, 0xA0, 0x80], [0x41, 0xC0, 0xAF], [0x41, 0xE2, 0x80],
  ])
  func whatIsNotUTF8IsAQuestion(_ bytes: [UInt8]) throws {
    #expect(
      throws: ReadingError.notUTF8(name: "a.txt", at: 1, suggestions: [.windows1252, .latin1])
    ) { try read(bytes) }
  }

  @Test func aLoneSurrogateIsNamed() {
    #expect(throws: ReadingError.notUTF16(name: "a.txt", at: 4)) {
      try read([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00])
    }
  }

  @Test func aNULOrManyControlsAreNoText() {
    #expect(throws: ReadingError.binary(name: "a.txt", reason: .nul(at: 1))) {
      try read([0x41, 0x00, 0x42])
    }
    #expect(throws: ReadingError.binary(name: "a.txt", reason: .controls(count: 2, of: 100))) {
      try read([0x01, 0x02] + Array(repeating: 0x41, count: 98))
    }
    #expect(throws: Never.self) { try read([0x01] + Array(repeating: 0x41, count: 99)) }
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{3000}\u{A0}", "\u{0C}"])
  func nothingButWhiteSpaceIsEmpty(_ source: String) {
    #expect(throws: ReadingError.empty(name: "a.txt")) { try read(Array(source.utf8)) }
  }

  @Test func tooManyBytesAreRefused() {
    let bytes = [UInt8](repeating: 0x41, count: DraftReader.limit + 1)
    #expect(
      throws: ReadingError.tooLarge(
        name: "a.txt", bytes: DraftReader.limit + 1, limit: DraftReader.limit)
    ) { try read(bytes) }
  }

  @Test(arguments: [
    (
      ReadingError.empty(name: "a.txt"),
      "“a.txt” holds no text: check that the file is the one meant."
    ),
    (
      .binary(name: "a.pdf", reason: .nul(at: 7)),
      "“a.pdf” is not text (a NUL at byte 7): export it as plain text or Markdown first."
    ),
    (
      .notUTF8(name: "a.txt", at: 7, suggestions: [.windows1252, .latin1]),
      "“a.txt” is not UTF-8 (byte 7): say what it is with --encoding, for example windows-1252 or iso-8859-1, or save it as UTF-8."
    ),
    (
      .notUTF16(name: "a.txt", at: 4),
      "“a.txt” is marked as UTF-16 but is not (byte 4): save it as UTF-8."
    ),
    (
      .tooLarge(name: "a.txt", bytes: 9, limit: 8),
      "“a.txt” has 9 bytes, and at most 8 are read: import it in parts."
    ),
  ])
  func anErrorNamesTheThingTheReasonAndTheNextStep(_ error: ReadingError, _ sentence: String) {
    #expect(error.sentence == sentence)
  }

  @Test(arguments: [
    ("a.md", "x", ReadingFormat.markdown), ("a.txt", "# x", .text), ("-", "# x\n", .markdown),
    ("a", "#hash\nx", .text), ("A.MARKDOWN", "", .markdown),
  ])
  func theFormatIsToldByNameElseByBytes(_ name: String, _ text: String, _ format: ReadingFormat) {
    #expect(ReadingFormat.detect(name: name, bytes: Array(text.utf8)) == format)
  }
}
