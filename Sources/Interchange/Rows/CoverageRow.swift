/// How far a coder is with a study, as `linewise coverage` lists it.
public struct CoverageRow: Hashable, TableRow {
  /// The label of the study.
  public var study: String
  /// The coder.
  public var coder: String
  /// How many lines can be coded: coded, set aside and open together.
  public var eligible: Int
  /// How many lines the coder has coded.
  public var coded: Int
  /// How many lines the coder has set aside.
  public var setAside: Int
  /// How many lines the coder has yet to code or set aside.
  public var open: Int
  /// How many lines the rule on quotations keeps from coding.
  public var quotations: Int
  /// How many lines have a role that somebody confirmed.
  public var rolesConfirmed: Int
  /// How many lines have a role that is still a guess.
  public var rolesGuessed: Int

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - study: The label of the study.
  ///   - coder: The coder.
  ///   - eligible: How many lines can be coded: coded, set aside and open together.
  ///   - coded: How many lines the coder has coded.
  ///   - setAside: How many lines the coder has set aside.
  ///   - open: How many lines the coder has yet to code or set aside.
  ///   - quotations: How many lines the rule on quotations keeps from coding.
  ///   - rolesConfirmed: How many lines have a role that somebody confirmed.
  ///   - rolesGuessed: How many lines have a role that is still a guess.
  public init(
    study: String, coder: String, eligible: Int, coded: Int, setAside: Int, open: Int,
    quotations: Int, rolesConfirmed: Int, rolesGuessed: Int
  ) {
    self.study = study
    self.coder = coder
    self.eligible = eligible
    self.coded = coded
    self.setAside = setAside
    self.open = open
    self.quotations = quotations
    self.rolesConfirmed = rolesConfirmed
    self.rolesGuessed = rolesGuessed
  }

  /// The columns, in the documented order.
  public static let columns = [
    TableColumn("study", title: "Study"),
    TableColumn("coder", title: "Coder"),
    TableColumn("eligible", title: "Codable", alignment: .right),
    TableColumn("coded", title: "Coded", alignment: .right),
    TableColumn("setAside", title: "Set aside", alignment: .right),
    TableColumn("open", title: "Open", alignment: .right),
    TableColumn("quotations", title: "Quotations", alignment: .right),
    TableColumn("rolesConfirmed", title: "Confirmed", alignment: .right),
    TableColumn("rolesGuessed", title: "Guessed", alignment: .right),
  ]

  /// A cell for each column.
  public var cells: [TableValue] {
    [
      .text(study),
      .text(coder),
      .integer(eligible),
      .integer(coded),
      .integer(setAside),
      .integer(open),
      .integer(quotations),
      .integer(rolesConfirmed),
      .integer(rolesGuessed),
    ]
  }
}
