import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct EvidenceCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Keep words as evidence for or against a code.",
    usage: """
      linewise evidence REVIEW --study S --line N [--range A..B] --code C [--against] [--remove]
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
  @Flag(help: "The words speak against the code.") var against = false
  @Flag(help: "Untie the words from the code.") var remove = false
  @OptionGroup var table: TableOptions

  func act() throws {
    guard verb == nil else { return try list() }
    guard let study, let line, let code else {
      throw ValidationError("Say --study, --line and --code, or list.")
    }
    let session = try options.openForActing()
    let place = try session.file.page(ofStudyNamed: study).place(line, range)
    let target = try session.file.code(named: code).code.id
    try session.perform(
      remove ? .untie(target, at: place) : .tie(target, at: place, isAgainst: against))
  }

  private static let columns = [
    TableColumn("study", title: "Study"),
    TableColumn("line", title: "Line", alignment: .right),
    TableColumn("code", title: "Code"),
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
    let coders = try file.coders()
    let rows = try QuotationSource(file: file).ties().filter { tie in
      study == nil || tie.quotation.study.lowercased().hasPrefix(study?.lowercased() ?? "")
    }.map { tie -> [TableValue] in
      [
        .text(tie.quotation.study), .integer(tie.quotation.line), .text(tie.code),
        .flag(tie.evidence.isAgainst), .text(tie.quotation.speaker),
        .text(coders.first { $0.id == tie.evidence.coder }?.name ?? ""),
        .integer(tie.evidence.passage.start), .integer(tie.evidence.passage.end),
        .text(tie.evidence.id.description), .text(tie.text),
      ]
    }
    table.print(Table(columns: Self.columns, rows: rows), whenEmpty: "no evidence is kept yet")
  }
}
