/// What `linewise check` found.
public struct CheckReport: Hashable, Sendable {
  /// The problems, each a sentence; none when all is well.
  public var problems: [String]
  /// What could not be looked at, each a sentence; none when all was.
  public var unseen: [String]

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - problems: The problems, each a sentence.
  ///   - unseen: What could not be looked at, each a sentence.
  public init(problems: [String], unseen: [String] = []) {
    self.problems = problems
    self.unseen = unseen
  }

  /// Whether all was looked at and nothing is wrong.
  public var ok: Bool { problems.isEmpty && unseen.isEmpty }

  /// The report as one JSON object on one line, which ends with a line feed.
  public var json: String {
    TableValue.record([
      ("ok", .flag(ok)), ("problems", .names(problems)), ("unseen", .names(unseen)),
    ]).jsonText + "\n"
  }

  /// The problems as rows.
  public var table: Table {
    Table(
      columns: [TableColumn("problem", title: "Problem")], rows: problems.map { [.text($0)] })
  }
}
