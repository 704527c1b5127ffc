import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct EvidenceCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Keep words as evidence for or against a code or theme.",
    usage: """
      linewise evidence REVIEW --study S --line N [--range A..B] \
      (--code C | --theme T) [--against] [--remove]
      linewise evidence REVIEW list
      """,
    discussion: "A tie is not a coding and is counted apart.")

  enum Verb: String, ExpressibleByArgument, CaseIterable { case list }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "list, or nothing.") var verb: Verb?
  @Option(help: "The study.") var study: String?
  @Option(help: "The line, or several: 13-15.") var line: LineRange?
  @Option(help: "A part of the line, as scalars of the document's text.") var range: ScalarRange?
  @Option(help: "The code.") var code: String?
  @Option(help: "The theme, by name, number or id.") var theme: String?
  @Flag(help: "The words speak against it.") var against = false
  @Flag(help: "Untie the words from it.") var remove = false
  @OptionGroup var which: BoardOptions
  @OptionGroup var table: TableOptions

  func act() throws {
    guard verb == nil else { return try list() }
    guard let study, let line, (code == nil) != (theme == nil) else {
      throw ValidationError("Say --study, --line and --code or --theme, or list.")
    }
    let session = try options.openForActing()
    let place = try session.file.page(ofStudyNamed: study).place(line, range)
    let target =
      try code.map { try session.file.code(named: $0).code.id }
      ?? session.board(in: which.draft).theme(named: theme ?? "")
    try session.perform(
      remove ? .untie(target, at: place) : .tie(target, at: place, isAgainst: against))
  }

  private static let columns = [
    TableColumn("study", title: "Study"),
    TableColumn("line", title: "Line", alignment: .right),
    TableColumn("code", title: "Code"),
    TableColumn("theme", title: "Theme"),
    TableColumn("against", title: "Against"),
    TableColumn("speaker", title: "Participant"),
    TableColumn("coder", title: "Coder"),
    TableColumn("start", title: "Start", alignment: .right, audience: .programs),
    TableColumn("end", title: "End", alignment: .right, audience: .programs),
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("text", title: "Words"),
  ]

  private func list() throws {
    let file = try options.openForReading()
    let (coders, names) = (try file.coders(), try names(in: file))
    let rows = try QuotationSource(file: file).ties().filter { tie in
      study == nil || tie.quotation.study.lowercased().hasPrefix(study?.lowercased() ?? "")
    }.compactMap { tie -> [TableValue]? in
      // What is kept for a theme in somebody's draft is theirs to see.
      guard let name = names[tie.evidence.target] else { return nil }
      return [
        .text(tie.quotation.study), .integer(tie.quotation.line), .text(name.code),
        .text(name.theme), .flag(tie.evidence.isAgainst), .text(tie.quotation.speaker),
        .text(coders.first { $0.id == tie.evidence.coder }?.name ?? ""),
        .integer(tie.evidence.passage.start), .integer(tie.evidence.passage.end),
        .text(tie.evidence.id.description), .text(tie.text),
      ]
    }
    table.print(Table(columns: Self.columns, rows: rows), whenEmpty: "no evidence is kept yet")
  }

  /// What words are kept for: codes, and the themes that may be seen.
  private func names(in file: ReviewFile) throws -> [EntityID: (code: String, theme: String)] {
    let reading = try BoardReading(file, for: try options.viewer(in: file))
    let codes = reading.names.mapValues { (code: $0, theme: "") }
    return reading.facts.themes.keys.reduce(into: codes) { names, theme in
      let title = reading.board.title(of: reading.board.merged[theme] ?? theme)
      names[theme] = (code: "", theme: title)
    }
  }
}
