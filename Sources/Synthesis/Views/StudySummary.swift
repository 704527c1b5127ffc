/// A study with what counts of it.
public struct StudySummary: Hashable, Sendable {
  /// The study.
  public let study: Study
  /// Its documents in the order of import.
  public let documents: [EntityID]
  /// All its lines, headings and ineligible ones too.
  public let lines: Int
  /// The lines to be coded or set aside.
  public let codable: Int
  /// The lines that the rule on quotations leaves out of the count.
  public let quotations: Int
  /// Lines with participants' words, or said to be the authors', that a person has confirmed.
  public let rolesConfirmed: Int
  /// Lines with participants' words that are a guess.
  public let rolesGuessed: Int
  /// How far each coder is who has begun.
  public let coverage: [EntityID: Coverage]
  /// Who has finished it.
  public let finishedBy: Set<EntityID>

  /// Makes a summary.
  public init(
    study: Study, documents: [EntityID], lines: Int, codable: Int, quotations: Int,
    rolesConfirmed: Int, rolesGuessed: Int, coverage: [EntityID: Coverage],
    finishedBy: Set<EntityID>
  ) {
    self.study = study
    self.documents = documents
    self.lines = lines
    self.codable = codable
    self.quotations = quotations
    self.rolesConfirmed = rolesConfirmed
    self.rolesGuessed = rolesGuessed
    self.coverage = coverage
    self.finishedBy = finishedBy
  }

  /// How far a coder is.
  public func coverage(of coder: EntityID) -> Coverage {
    coverage[coder] ?? Coverage(open: codable)
  }
}
