/// The numbers of lines: from 1 within a study, over all its documents and sections.
public struct LineNumbers<Reader: ReviewReading> {
  private let review: Reader

  /// Makes numbers that read from a review.
  public init(_ review: Reader) { self.review = review }

  /// The documents of a study in the order in which they were imported.
  public func documents(of study: EntityID) throws -> [Document] {
    try review.live(Document.kind).compactMap { Document(id: $0.id, fields: $0.folded.fields) }
      .filter { $0.study == study }
  }

  /// The number of the first line that meets a passage, and of the last; `nil` where none does.
  public func numbers(of passage: Passage, in document: EntityID) throws -> ClosedRange<Int>? {
    guard let fields = try review.folded(document)?.fields,
      let own = Document(id: document, fields: fields)
    else { return nil }
    let before = try documents(of: own.study).prefix { $0.id != document }
      .reduce(0) { $0 + (try review.lines(of: $1.id).lines.count) }
    let indices = try review.lines(of: document).indices(meeting: passage)
    guard let first = indices.first, let last = indices.last else { return nil }
    return (before + first + 1)...(before + last + 1)
  }

  /// “13” or “13–15”.
  public func name(of passage: Passage, in document: EntityID) throws -> String {
    guard let numbers = try numbers(of: passage, in: document) else { return "?" }
    return numbers.count == 1
      ? String(numbers.lowerBound) : "\(numbers.lowerBound)–\(numbers.upperBound)"
  }
}
