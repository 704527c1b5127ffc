/// The themes of a review with what shows them: the table of themes that goes into a paper.
///
/// It holds no clock and nothing of the machine, so the same review gives the same bytes.
public struct ThemeTable: Hashable, Sendable {
  /// The title of the review.
  public var title: String
  /// The question that the review asks.
  public var question: String
  /// The round at which the review is shown, or `nil` for how it stands.
  public var round: String?
  /// How the studies are named; their number is the denominator of every “n of N studies”.
  public var studies: StudyNaming
  /// The themes in the order of the board, analytical and descriptive.
  public var entries: [ThemeEntry]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - title: The title of the review.
  ///   - question: The question that the review asks.
  ///   - round: The round at which the review is shown.
  ///   - studies: How the studies are named.
  ///   - entries: The themes in the order of the board.
  public init(
    title: String, question: String = "", round: String? = nil, studies: StudyNaming,
    entries: [ThemeEntry]
  ) {
    self.title = title
    self.question = question
    self.round = round
    self.studies = studies
    self.entries = entries
  }
}
