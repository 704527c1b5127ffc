/// What `linewise import` did with one document.
public struct ImportReport: Hashable, Sendable {
  /// The label of the study that the document belongs to.
  public var study: String
  /// The title of the document.
  public var document: String
  /// Its sections, with the eligibility guessed.
  public var sections: [Section]
  /// What cleaning was proposed, and what was done with it.
  public var proposals: [Proposal]
  /// How many lines it has.
  public var lines: Int
  /// How many of them are in eligible sections.
  public var eligibleLines: Int

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - study: The label of the study that the document belongs to.
  ///   - document: The title of the document.
  ///   - sections: Its sections, with the eligibility guessed.
  ///   - proposals: What cleaning was proposed, and what was done with it.
  ///   - lines: How many lines it has.
  ///   - eligibleLines: How many of them are in eligible sections.
  public init(
    study: String, document: String, sections: [Section], proposals: [Proposal], lines: Int,
    eligibleLines: Int
  ) {
    self.study = study
    self.document = document
    self.sections = sections
    self.proposals = proposals
    self.lines = lines
    self.eligibleLines = eligibleLines
  }

  /// The report as one JSON object on one line, which ends with a line feed.
  public var json: String {
    TableValue.record([
      ("study", .text(study)), ("document", .text(document)),
      ("sections", .list(sections.map(\.value))), ("proposals", .list(proposals.map(\.value))),
      ("lines", .integer(lines)), ("eligibleLines", .integer(eligibleLines)),
    ]).jsonText + "\n"
  }

  /// The sections as rows.
  public var table: Table { Table(rows: sections) }

  /// The proposals as rows.
  public var proposalTable: Table { Table(rows: proposals) }
}
