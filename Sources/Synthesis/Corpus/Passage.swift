/// A stretch of a document's frozen text.
///
/// Positions are Unicode scalar offsets from 0 and the range is half-open, the unit of REFI-QDA and
/// the one unit on disk and in exports:
///
///     Passage(start: 3, end: 9).length  // 6
///
/// A `String.Index` distance counts graphemes and must never be stored as a position.
public struct Passage: Hashable, Comparable, Sendable {
  /// The offset of the first scalar.
  public let start: Int
  /// The offset after the last scalar.
  public let end: Int

  /// Makes a passage; an end before the start is taken as the start.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// How many scalars the passage holds.
  public var length: Int { end - start }

  /// Whether the passage holds no scalar.
  public var isEmpty: Bool { start == end }

  /// Whether both passages hold a common scalar.
  public func meets(_ other: Passage) -> Bool {
    max(start, other.start) < min(end, other.end)
  }

  /// Whether every scalar of `other` lies in this passage.
  public func contains(_ other: Passage) -> Bool {
    start <= other.start && other.end <= end
  }

  /// The common scalars, or `nil` where there are none.
  public func clamped(to other: Passage) -> Passage? {
    meets(other) ? Passage(start: max(start, other.start), end: min(end, other.end)) : nil
  }

  /// Orders by start, then by end.
  public static func < (left: Passage, right: Passage) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
