import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

extension StudyMatrix.Cells: ExpressibleByArgument {}

/// Which studies count in a table: all, or all but some.
struct StudyChoice: ParsableArguments {
  @Option(help: "Leave a study out; may be given more than once.") var without: [String] = []
  @Flag(help: "Studies of one group count as one.") var linked = false
  @Option(help: "Leave out studies whose characteristic is a number below: quality=5.")
  var below: [Condition] = []
  @Option(help: "Leave out studies whose characteristic is this: quality=low.")
  var drop: [Condition] = []

  /// `COLUMN=VALUE`.
  struct Condition: ExpressibleByArgument {
    let column: String
    let value: String

    init?(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return nil }
      (column, value) = (String(parts[0]), String(parts[1]))
    }
  }

  /// The studies that do not count.
  ///
  /// - Throws: ``Failure`` where no study has the name or the characteristic.
  func excluded(of summaries: [StudySummary]) throws -> Set<EntityID> {
    let studies = summaries.map(\.study)
    var excluded = try Set(without.map { try summaries.named($0).study.id })
    for condition in below {
      guard let bound = Double(condition.value) else {
        throw Failure(.badData, "‘\(condition.value)’ is not a number; say \(condition.column)=5")
      }
      try Self.require(condition.column, in: studies)
      excluded.formUnion(StudyMatrix.studies(studies, whose: condition.column, isBelow: bound))
    }
    for condition in drop {
      try Self.require(condition.column, in: studies)
      excluded.formUnion(
        studies.filter { $0.characteristics[condition.column] == condition.value }.map(\.id))
    }
    return excluded
  }

  private static func require(_ column: String, in studies: [Study]) throws {
    guard !studies.contains(where: { $0.characteristics[column] != nil }) else { return }
    let columns = Set(studies.flatMap(\.characteristics.keys)).sorted()
    throw Failure(
      .noInput,
      "no study has a characteristic ‘\(column)’; "
        + (columns.isEmpty
          ? "`linewise study … set S KEY=VALUE` sets one"
          : "there are \(columns.joined(separator: ", "))"))
  }
}

struct MatrixCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Count themes or codes by studies.",
    discussion: """
      Each figure is of the studies that count, and their number is said with it. With studies left \
      out it says which themes then rest on one study or on none. A theme has the lines of \
      everything under it.
      """)

  enum Rows: String, ExpressibleByArgument, CaseIterable { case themes, codes }

  @OptionGroup var options: ReviewOptions
  @Option(help: "themes or codes.") var rows = Rows.themes
  @Option(
    help: "What a cell counts: lines, coders, codes, quotations (kept as evidence), or present.")
  var cells = StudyMatrix.Cells.lines
  @OptionGroup var choice: StudyChoice
  @OptionGroup var which: BoardOptions
  @OptionGroup var table: TableOptions

  func act() throws {
    let report = try report(of: try options.openForReading())
    switch table.format {
    case .json, .jsonl: Output.write(Array(report.json.utf8))
    case .csv: table.print(report.table, whenEmpty: "")
    case nil:
      table.print(report.table, whenEmpty: rows == .themes ? "no themes yet" : "no codes yet")
      report.sentences.forEach(Output.say)
    }
  }

  private func report(of file: ReviewFile) throws -> MatrixReport {
    let reading = try BoardReading(file, for: try options.viewer(in: file), in: which.draft)
    let summaries = try file.studies()
    let excluded = try choice.excluded(of: summaries)
    let (studies, lines) = (summaries.map(\.study), try file.codedLines())
    let rows =
      rows == .themes
      ? StudyMatrix.rows(of: reading.board) : StudyMatrix.rows(of: reading.bank.map(\.code))
    func matrix(without excluded: Set<EntityID>) -> StudyMatrix {
      StudyMatrix(
        rows: rows,
        columns: StudyMatrix.columns(of: studies, without: excluded, linked: choice.linked),
        kind: cells, lines: lines)
    }
    return MatrixReport(
      matrix: matrix(without: excluded), whole: matrix(without: []),
      leftOut: studies.filter { excluded.contains($0.id) }.map(\.label), lines: lines)
  }
}
