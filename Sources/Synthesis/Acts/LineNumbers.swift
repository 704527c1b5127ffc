/// The numbers of lines: from 1 within a study, over all its documents and sections.
public struct LineNumbers<Reader: ReviewReading> {
  private let review: Reader

  /// Makes numbers that read from a review.
  public init(_ review: Reader) { self.review = review }

  /// The number of the first line that meets a passage, and of the last; `nil` where none does.
  public func numbers(of passage: Passage, in document: EntityID) throws -> ClosedRange<Int>? {
    guard let study = try review.folded(document)?.fields.entity("study") else { return nil }
    let before = try review.documents(of: study).prefix { $0 != document }
      .reduce(0) { $0 + (try review.lines(of: $1).lines.count) }
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
