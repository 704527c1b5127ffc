import Synthesis

/// Reads a study's text into a draft.
public enum DraftReader {
  /// The most bytes that a source may have.
  public static let limit = 100_000_000

  /// Reads a source.
  ///
  /// - Parameters:
  ///   - source: The file's name and bytes.
  ///   - options: What is known about it, and what shall be done.
  /// - Returns: The draft; the same bytes and options give the same draft.
  /// - Throws: ``ReadingError`` if the bytes are no text that can be read without loss.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public static func read(
    _ source: SourceText, options: ReadingOptions
  ) throws(ReadingError) -> Draft {
    guard source.bytes.count <= limit else {
      throw .tooLarge(name: source.name, bytes: source.bytes.count, limit: limit)
    }
    throw .empty(name: source.name)
  }
}
