/// A theme, as `linewise theme list` lists it.
///
/// Codes, studies and lines are those of everything under it, also under themes below.
public struct ThemeRow: Hashable, TableRow {
  /// The theme's id.
  public var id: String
  /// What it is called; “pile 3” while its name waits.
  public var name: String
  /// `descriptive` or `analytical`.
  public var level: String
  /// Its number on the board: “1.2”.
  public var number: String
  /// The names of the themes under which it stands.
  public var parents: [String]
  /// The names of the codes under it, in the order of the board.
  public var codes: [String]
  /// The labels of the studies in which it has a line.
  public var studies: [String]
  /// How many studies there are.
  public var studyCount: Int
  /// How many distinct lines it has.
  public var lines: Int
  /// What it says.
  public var statement: String
  /// Why these belong together.
  public var rationale: String
  /// What it says to the review's question.
  public var answer: String
  /// Whether every reviewer agrees to it as it stands.
  public var isAgreed: Bool
  /// Who agrees to it as it stands.
  public var agreedBy: [String]
  /// Who agreed to it as it stood before.
  public var lapsed: [String]
  /// Whether somebody has named it.
  public var isNamed: Bool

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - id: The theme's id.
  ///   - name: What it is called; “pile 3” while its name waits.
  ///   - level: `descriptive` or `analytical`.
  ///   - number: Its number on the board: “1.2”.
  ///   - parents: The names of the themes under which it stands.
  ///   - codes: The names of the codes under it, in the order of the board.
  ///   - studies: The labels of the studies in which it has a line.
  ///   - studyCount: How many studies there are.
  ///   - lines: How many distinct lines it has.
  ///   - statement: What it says.
  ///   - rationale: Why these belong together.
  ///   - answer: What it says to the review's question.
  ///   - isAgreed: Whether every reviewer agrees to it as it stands.
  ///   - agreedBy: Who agrees to it as it stands.
  ///   - lapsed: Who agreed to it as it stood before.
  ///   - isNamed: Whether somebody has named it.
  public init(
    id: String, name: String, level: String, number: String, parents: [String], codes: [String],
    studies: [String], studyCount: Int, lines: Int, statement: String = "",
    rationale: String = "", answer: String = "", isAgreed: Bool = false, agreedBy: [String] = [],
    lapsed: [String] = [], isNamed: Bool = true
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.number = number
    self.parents = parents
    self.codes = codes
    self.studies = studies
    self.studyCount = studyCount
    self.lines = lines
    self.statement = statement
    self.rationale = rationale
    self.answer = answer
    self.isAgreed = isAgreed
    self.agreedBy = agreedBy
    self.lapsed = lapsed
    self.isNamed = isNamed
  }

  /// The columns, in the documented order.
  public static let columns = [
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("number", title: "No", audience: .people),
    TableColumn("name", title: "Theme"),
    TableColumn("level", title: "Level"),
    TableColumn("number", title: "No", audience: .programs),
    TableColumn("parents", title: "Under", audience: .programs),
    TableColumn("codes", title: "Codes", audience: .programs),
    TableColumn("studies", title: "Studies", audience: .programs),
    TableColumn("codeCount", title: "Codes", alignment: .right, audience: .people),
    TableColumn("lines", title: "Lines", alignment: .right),
    TableColumn("studyCount", title: "Studies", alignment: .right, audience: .people),
    TableColumn("statement", title: "Statement", audience: .programs),
    TableColumn("rationale", title: "Rationale", audience: .programs),
    TableColumn("answer", title: "Answer", audience: .programs),
    TableColumn("status", title: "Status"),
    TableColumn("agreedBy", title: "Agreed by", audience: .programs),
    TableColumn("lapsed", title: "Lapsed", audience: .programs),
    TableColumn("named", title: "Named", audience: .programs),
  ]

  /// A cell for each column.
  public var cells: [TableValue] {
    [
      .text(id),
      .text(number),
      .text(name),
      .text(level),
      .text(number),
      .names(parents),
      .names(codes),
      .names(studies),
      .integer(codes.count),
      .integer(lines),
      .text("\(studies.count) of \(studyCount)"),
      .text(statement),
      .text(rationale),
      .text(answer),
      .text(isAgreed ? "agreed" : "draft"),
      .names(agreedBy),
      .names(lapsed),
      .flag(isNamed),
    ]
  }
}
