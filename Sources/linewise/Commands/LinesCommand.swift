import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

extension LineRow.State: ExpressibleByArgument {}

struct LinesCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: "List the lines of studies with their codes.")

  @OptionGroup var options: ReviewOptions
  @Option(help: "The study; all otherwise.") var study: String?
  @Flag(help: "Only lines in sections that are findings.") var eligible = false
  @Option(help: "open, coded, set-aside or quotation: only lines in this state.")
  var state: LineRow.State?
  @Option(help: "participant, author or mixed: only lines of these words.")
  var role: LineRole?
  @OptionGroup var table: TableOptions

  func act() throws {
    let file = try options.openForReading()
    let coder = try options.reading(in: file)
    var writer = TableWriter(for: LineRow.self, format: table.tableFormat) { Output.write($0) }
    try LineRows(file: file, coder: coder?.id, study: study).each { row in
      guard !eligible || row.eligible, state == nil || row.state == state,
        role == nil || row.role == role
      else { return }
      try writer.append(row)
    }
    try writer.finish()
  }
}

extension LineRole: ExpressibleByArgument {}
