/// What `linewise check` found.
public struct CheckReport: Hashable, Sendable {
  /// The problems, each a sentence; none when all is well.
  public var problems: [String]

  /// Makes a report.
  ///
  /// - Parameter problems: The problems, each a sentence.
  public init(problems: [String]) { self.problems = problems }

  /// Whether nothing is wrong.
  public var ok: Bool { problems.isEmpty }

  /// The report as one JSON object on one line, which ends with a line feed.
  public var json: String {
    TableValue.record([("ok", .flag(ok)), ("problems", .names(problems))]).jsonText + "\n"
  }

  /// The problems as rows.
  public var table: Table {
    Table(
      columns: [TableColumn("problem", title: "Problem")], rows: problems.map { [.text($0)] })
  }
}
