/// The codes of a review with what they mean, how far they reach and what shows it: the codebook
/// that goes into the supplement of a paper.
///
/// It holds no clock and nothing of the machine, so the same review gives the same bytes.
public struct Codebook: Hashable, Sendable {
  /// The title of the review.
  public var title: String
  /// The question that the review asks.
  public var question: String
  /// The codes, in the order in which they are printed.
  public var entries: [CodebookEntry]
  /// The names of the coders.
  public var coders: [String]
  /// How many studies the review has: the denominator of every "in n of N studies".
  public var studies: Int
  /// The round at which the review is shown, or `nil` for how it stands.
  public var round: String?
  /// The program that made it.
  public var program: String
  /// The version of the program, or `nil` where it is not to be printed.
  public var version: String?
  /// How the studies are named in it.
  public var naming: StudyNaming

  /// Makes a codebook.
  ///
  /// - Parameters:
  ///   - title: The title of the review.
  ///   - question: The question that the review asks.
  ///   - entries: The codes, in the order in which they are printed.
  ///   - coders: The names of the coders.
  ///   - studies: How many studies the review has.
  ///   - round: The round at which the review is shown.
  ///   - program: The program that made it.
  ///   - version: The version of the program.
  ///   - naming: How the studies are named in it.
  public init(
    title: String, question: String = "", entries: [CodebookEntry], coders: [String] = [],
    studies: Int = 0, round: String? = nil, program: String = "Linewise",
    version: String? = nil, naming: StudyNaming = StudyNaming([])
  ) {
    self.title = title
    self.question = question
    self.entries = entries
    self.coders = coders
    self.studies = studies
    self.round = round
    self.program = program
    self.version = version
    self.naming = naming
  }
}
