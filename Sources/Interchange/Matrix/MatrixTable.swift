public import Synthesis

/// Themes or codes by studies, with their margins and what the figures mean.
///
/// All figures are those of one ``StudyMatrix``; nothing is counted here.
public struct MatrixTable: Hashable, Sendable {
  /// What the rows are.
  public enum Subject: String, CaseIterable, Sendable {
    /// The themes of a board.
    case themes
    /// The codes of the bank.
    case codes
  }

  /// The title of the review.
  public var title: String
  /// The round at which the review is shown, or `nil` for how it stands.
  public var round: String?
  /// What the rows are.
  public var subject: Subject
  /// The figures; its columns are called as ``studies`` names them.
  public var matrix: StudyMatrix
  /// How the studies are named.
  public var studies: StudyNaming
  /// The names of the studies that do not count.
  public var leftOut: [String]
  /// Whether linked studies count as one.
  public var isLinked: Bool

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - title: The title of the review.
  ///   - round: The round at which the review is shown.
  ///   - subject: What the rows are.
  ///   - matrix: The figures, with columns called as `studies` names them.
  ///   - studies: How the studies are named.
  ///   - leftOut: The names of the studies that do not count.
  ///   - isLinked: Whether linked studies count as one.
  public init(
    title: String, round: String? = nil, subject: Subject, matrix: StudyMatrix,
    studies: StudyNaming, leftOut: [String] = [], isLinked: Bool = false
  ) {
    self.title = title
    self.round = round
    self.subject = subject
    self.matrix = matrix
    self.studies = studies
    self.leftOut = leftOut
    self.isLinked = isLinked
  }
}
