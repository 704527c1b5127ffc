import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct CodingsCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "codings", abstract: "List the codings.")

  @OptionGroup var options: ReviewOptions
  @Option(help: "Only of this code.") var code: String?
  @Option(help: "Only in this study.") var study: String?
  @Option(help: "Only of this coder.") var coder: String?
  @OptionGroup var table: TableOptions

  func act() throws {
    let file = try options.openForReading()
    let rows = CodingRows(
      file: file, code: try code.map { try file.code(named: $0).code.id }, study: study,
      coder: try coder.map { try file.coders().named($0).id })
    var writer = TableWriter(for: CodingRow.self, format: table.tableFormat) { Output.write($0) }
    try rows.each { try writer.append($0) }
    try writer.finish()
  }
}
