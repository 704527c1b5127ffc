/// One theme as a table of themes shows it.
public struct ThemeEntry: Hashable, Sendable {
  /// Whether it goes beyond the studies.
  public var isAnalytical: Bool
  /// Its id, as it is exported everywhere.
  public var id: String
  /// Its number on the board: “1.2”.
  public var number: String
  /// What it is called; empty where its name waits.
  public var name: String
  /// What it says.
  public var statement: String
  /// Why its members belong together.
  public var rationale: String
  /// What it says to the review's question.
  public var answer: String
  /// The ids of the themes right above it.
  public var parents: [String]
  /// The ids of the nearest analytical themes above a descriptive one.
  public var analytical: [String]
  /// The names of the codes under it and under the themes below it, each once.
  public var codes: [String]
  /// How many distinct lines bear one of them.
  public var lines: Int
  /// The studies with such a line, by place in the table's studies.
  public var studies: [Int]
  /// Who agrees to it as it stands.
  public var agreedBy: [String]
  /// Whether every reviewer does.
  public var isAgreed: Bool
  /// What the authors of studies say, those words first that were chosen as evidence.
  public var authorTexts: [CodebookQuotation]
  /// What participants say, those words first that were chosen as evidence.
  public var quotations: [CodebookQuotation]
  /// Words kept as evidence against it.
  public var against: [CodebookQuotation]

  /// Makes a theme with nothing but an id, a number and a name unless told otherwise.
  ///
  /// - Parameters:
  ///   - isAnalytical: Whether it goes beyond the studies.
  ///   - id: Its id.
  ///   - number: Its number on the board.
  ///   - name: What it is called; empty where its name waits.
  ///   - statement: What it says.
  ///   - rationale: Why its members belong together.
  ///   - answer: What it says to the review's question.
  ///   - parents: The ids of the themes right above it.
  ///   - analytical: The ids of the nearest analytical themes above a descriptive one.
  ///   - codes: The names of the codes under it, each once.
  ///   - lines: How many distinct lines bear one of them.
  ///   - studies: The studies with such a line, by place.
  ///   - agreedBy: Who agrees to it as it stands.
  ///   - isAgreed: Whether every reviewer does.
  ///   - authorTexts: What the authors of studies say.
  ///   - quotations: What participants say.
  ///   - against: Words kept as evidence against it.
  public init(
    isAnalytical: Bool, id: String, number: String, name: String, statement: String = "",
    rationale: String = "", answer: String = "", parents: [String] = [],
    analytical: [String] = [], codes: [String] = [], lines: Int = 0, studies: [Int] = [],
    agreedBy: [String] = [], isAgreed: Bool = false, authorTexts: [CodebookQuotation] = [],
    quotations: [CodebookQuotation] = [], against: [CodebookQuotation] = []
  ) {
    self.isAnalytical = isAnalytical
    self.id = id
    self.number = number
    self.name = name
    self.statement = statement
    self.rationale = rationale
    self.answer = answer
    self.parents = parents
    self.analytical = analytical
    self.codes = codes
    self.lines = lines
    self.studies = studies
    self.agreedBy = agreedBy
    self.isAgreed = isAgreed
    self.authorTexts = authorTexts
    self.quotations = quotations
    self.against = against
  }
}
