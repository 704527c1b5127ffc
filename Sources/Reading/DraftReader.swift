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
    let decoded = try SourceDecoder.decode(source, as: options.encoding)
    let format = options.format ?? .detect(name: source.name, bytes: source.bytes)
    let page = format == .text ? plain(decoded.text) : markdown(decoded.text)
    let changes = Cleaning.changes(for: page.layout, lines: page.lines, debris: page.debris)
    let accepted = options.accepts == .all
    let layout = RunInHeading.split(accepted ? page.layout.applying(changes) : page.layout)
    guard !layout.blocks.isEmpty else { throw .empty(name: source.name) }
    var draft = DraftMaker(layout: layout, unit: options.unit).draft(for: source)
    draft.encoding = decoded.encoding.rawValue
    draft.proposals = DraftMaker.proposals(changes, in: page.layout.text, accepted: accepted)
    return draft
  }

  /// A text before cleaning.
  private typealias Page = (layout: Layout, lines: [SourceLine], debris: [Int: Proposal.Kind])

  private static func plain(_ text: [UInt8]) -> Page {
    let lines = SourceLines.lines(of: text)
    let debris = Debris.find(in: text, lines: lines)
    return (PlainLayout.layout(of: text, lines: lines, debris: Set(debris.keys)), lines, debris)
  }

  private static func markdown(_ source: [UInt8]) -> Page {
    let layout = MarkdownHeadings.completed(MarkdownLayout.layout(of: source))
    let lines = SourceLines.lines(of: layout.text)
    let prose = Set(layout.blocks.lazy.filter { $0.kind == .paragraph }.map(\.range.lowerBound))
    let debris = Debris.find(in: layout.text, lines: lines)
      .filter { prose.contains(lines[$0.key].ink.lowerBound) }
    return (layout, lines, debris)
  }
}
