import Synthesis

/// One thing that cleaning would change in a text.
public struct Proposal: Equatable, Sendable {
  /// The kinds of change.
  public enum Kind: String, CaseIterable, Sendable {
    /// A line that returns at least three times is dropped as the running header.
    case runningHeader
    /// A line that is only a page number is dropped.
    case pageNumber
    /// A word broken by a hyphen at a line's end is joined.
    case hyphenation
    /// A paragraph broken in mid-sentence is joined.
    case brokenParagraph
  }

  /// What would be done.
  public var kind: Kind
  /// The scalars replaced, in the text **before** cleaning; proposals are disjoint.
  public var range: Passage
  /// What stands there.
  public var before: String
  /// What replaces it; empty where it is dropped.
  public var after: String
  /// Whether the draft's text has the change.
  public var accepted: Bool
  /// The reason, as a short sentence for people.
  public var why: String
}
