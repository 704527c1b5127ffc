import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct CoverageCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "Say how far each coder is with each study.")

  @OptionGroup var options: ReviewOptions
  @Option(help: "Only this coder.") var coder: String?
  @OptionGroup var table: TableOptions

  func act() throws {
    let file = try options.openForReading()
    let coders = try file.coders()
    let wanted = try coder.map { [try coders.named($0)] } ?? coders
    let rows = try file.studies().flatMap { summary in
      wanted.map { CoverageRow(summary, $0) }
    }
    table.print(Table(rows: rows), whenEmpty: "no studies yet; `linewise import` brings in texts")
  }
}

extension CoverageRow {
  /// How far one coder is with one study.
  init(_ summary: StudySummary, _ coder: Coder) {
    let coverage = summary.coverage(of: coder.id)
    self.init(
      study: summary.study.label, coder: coder.name, eligible: summary.codable,
      coded: coverage.coded, setAside: coverage.setAside, open: coverage.open,
      quotations: summary.quotations, rolesConfirmed: summary.rolesConfirmed,
      rolesGuessed: summary.rolesGuessed)
  }
}
