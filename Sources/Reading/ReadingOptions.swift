import Synthesis

/// What is known about a source before it is read, and what shall be done with it.
public struct ReadingOptions: Sendable {
  /// The format, or `nil` to tell it by name and bytes.
  public var format: ReadingFormat?
  /// The encoding, or `nil` to decide it once by byte order mark and strict UTF-8.
  public var encoding: SourceEncoding?
  /// What one line of coding is.
  public var unit: CodingUnit
  /// Which cleaning proposals are applied before the text is frozen.
  public var accepts: Acceptance

  /// Makes options; the defaults decide format and encoding by the bytes and change nothing.
  public init(
    format: ReadingFormat? = nil,
    encoding: SourceEncoding? = nil,
    unit: CodingUnit = .sentence,
    accepts: Acceptance = .none
  ) {
    self.format = format
    self.encoding = encoding
    self.unit = unit
    self.accepts = accepts
  }
}

/// Which cleaning proposals are applied.
public enum Acceptance: String, CaseIterable, Sendable {
  /// The text stays as it is, and every proposal is listed.
  case none
  /// Every proposal is applied, and listed as accepted.
  case all
}

/// The encodings that a source can be read as.
public enum SourceEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252; its five unassigned bytes become the C1 controls of the same number.
  case windows1252 = "windows-1252"
  /// ISO 8859-1: each byte is the scalar of the same number.
  case latin1 = "iso-8859-1"
}
