/// Why a source cannot be read; its words are in ``sentence``.
public enum ReadingError: Error, Equatable, Sendable {
  /// The source holds nothing, or nothing but white space.
  case empty(name: String)
  /// The bytes are not text.
  case binary(name: String, reason: BinaryReason)
  /// The bytes are not UTF-8 from the byte offset on, and nothing said what else they are.
  case notUTF8(name: String, at: Int, suggestions: [SourceEncoding])
  /// The bytes are not the UTF-16 that their byte order mark, or the caller, says they are.
  case notUTF16(name: String, at: Int)
  /// The source has more bytes than are read.
  case tooLarge(name: String, bytes: Int, limit: Int)

  /// What makes bytes look like something other than text.
  public enum BinaryReason: Equatable, Sendable {
    /// A NUL at the byte offset.
    case nul(at: Int)
    /// More than one byte in a hundred is a control character.
    case controls(count: Int, of: Int)
  }
}
