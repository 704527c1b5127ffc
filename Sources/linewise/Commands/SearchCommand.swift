import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct SearchCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find words in all texts.",
    discussion: "The words must stand next to each other; case and accents do not matter.")

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The words.") var text: String
  @OptionGroup var table: TableOptions

  private static let columns = [
    TableColumn("study", title: "Study"),
    TableColumn("line", title: "Line", alignment: .right),
    TableColumn("start", title: "Start", alignment: .right, audience: .programs),
    TableColumn("end", title: "End", alignment: .right, audience: .programs),
    TableColumn("text", title: "Words"),
  ]

  func act() throws {
    let hits = try options.openForReading().search(text)
    let rows = hits.map { hit -> [TableValue] in
      [
        .text(hit.label), .integer(hit.number), .integer(hit.place.passage.start),
        .integer(hit.place.passage.end), .text(hit.text),
      ]
    }
    table.print(
      Table(columns: Self.columns, rows: rows), whenEmpty: "‘\(text)’ is nowhere in the texts")
  }
}
