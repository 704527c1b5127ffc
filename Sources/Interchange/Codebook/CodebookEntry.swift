/// One code as a codebook shows it.
public struct CodebookEntry: Hashable, Sendable {
  /// The code's id, as it is exported everywhere.
  public var id: String
  /// What the coders call it.
  public var name: String
  /// What it means.
  public var definition: String
  /// What belongs to it.
  public var includes: String
  /// What does not belong to it.
  public var excludes: String
  /// A typical case in the coders' words.
  public var example: String
  /// The coders' notes on it.
  public var memo: String
  /// How many lines bear it.
  public var lines: Int
  /// How many studies bear it.
  public var studies: Int
  /// How many coders have used it.
  public var coders: Int
  /// The labels of the studies that bear it, in the review's order.
  public var studyLabels: [String]
  /// The coder who made it; empty where nobody is named.
  public var createdBy: String
  /// When it was made, ISO 8601 UTC.
  public var createdAt: String
  /// The label of the study in which it was first used; empty where it is unused.
  public var firstStudy: String
  /// The number of the line on which it was first used.
  public var firstLine: Int?
  /// The names of the themes in which it stands.
  public var themes: [String]
  /// Its quotations, those that were chosen before the others.
  public var quotations: [CodebookQuotation]
  /// How many further quotations there are.
  public var quotationsLeft: Int

  /// Makes an entry with nothing but an id and a name unless told otherwise.
  ///
  /// - Parameters:
  ///   - id: The code's id.
  ///   - name: What the coders call it.
  ///   - definition: What it means.
  ///   - includes: What belongs to it.
  ///   - excludes: What does not belong to it.
  ///   - example: A typical case in the coders' words.
  ///   - memo: The coders' notes on it.
  ///   - lines: How many lines bear it.
  ///   - studies: How many studies bear it.
  ///   - coders: How many coders have used it.
  ///   - studyLabels: The labels of the studies that bear it.
  ///   - createdBy: The coder who made it.
  ///   - createdAt: When it was made, ISO 8601 UTC.
  ///   - firstStudy: The label of the study in which it was first used.
  ///   - firstLine: The number of the line on which it was first used.
  ///   - themes: The names of the themes in which it stands.
  ///   - quotations: Its quotations, those that were chosen before the others.
  ///   - quotationsLeft: How many further quotations there are.
  public init(
    id: String, name: String, definition: String = "", includes: String = "",
    excludes: String = "", example: String = "", memo: String = "", lines: Int = 0,
    studies: Int = 0, coders: Int = 0, studyLabels: [String] = [], createdBy: String = "",
    createdAt: String = "", firstStudy: String = "", firstLine: Int? = nil, themes: [String] = [],
    quotations: [CodebookQuotation] = [], quotationsLeft: Int = 0
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.includes = includes
    self.excludes = excludes
    self.example = example
    self.memo = memo
    self.lines = lines
    self.studies = studies
    self.coders = coders
    self.studyLabels = studyLabels
    self.createdBy = createdBy
    self.createdAt = createdAt
    self.firstStudy = firstStudy
    self.firstLine = firstLine
    self.themes = themes
    self.quotations = quotations
    self.quotationsLeft = quotationsLeft
  }
}
