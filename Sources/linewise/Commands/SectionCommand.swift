import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

/// Yes or no, as people type it.
enum YesNo: String, ExpressibleByArgument, CaseIterable { case yes, no }

struct SectionCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "section", abstract: "List sections, or say which are findings.",
    usage: """
      linewise section REVIEW [--study S] list
      linewise section REVIEW [--study S] set SECTION --eligible yes|no --why W
      """,
    discussion: "A section is named by its heading, the beginning of it, or its number.")

  enum Verb: String, ExpressibleByArgument, CaseIterable { case list, set }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "list or set.") var verb: Verb
  @Argument(help: "The section to set; its subsections go with it.") var name: String?
  @Option(help: "The study.") var study: String?
  @Option(help: "yes where the section is findings.") var eligible: YesNo?
  @Option(help: "Why.") var why = ""
  @OptionGroup var table: TableOptions

  func act() throws {
    switch verb {
    case .list: try list()
    case .set: try set()
    }
  }

  private func list() throws {
    let rows = try sections(in: try options.openForReading()).map(\.row)
    table.print(Table(columns: Self.columns, rows: rows), whenEmpty: "no sections yet")
  }

  private func set() throws {
    guard let name, let eligible else {
      throw ValidationError("Say which section, and --eligible yes or no.")
    }
    let session = try options.openForActing()
    let all = try sections(in: session.file)
    let found = try Self.find(name, in: all)
    let inner = all.drop { $0.id != found.id }.dropFirst()
      .prefix { $0.document == found.document && $0.section.level > found.section.level }
    let reason = why.isEmpty ? "set by \(session.coder.name)" : why
    try session.perform(
      .setSections([found.id] + inner.map(\.id), isEligible: eligible == .yes, why: reason))
  }

  private struct Listed {
    let study: String
    let number: Int
    let document: EntityID
    let section: Section
    let lines: Int

    var id: EntityID { section.id }

    var row: [TableValue] {
      [
        .text(study), .integer(number), .text(section.title), .integer(section.level),
        .flag(section.isEligible), .integer(lines), .text(section.why),
        .text(section.id.description), .integer(section.passage.start),
        .integer(section.passage.end),
      ]
    }
  }

  private static let columns = [
    TableColumn("study", title: "Study"),
    TableColumn("number", title: "No", alignment: .right),
    TableColumn("title", title: "Section"),
    TableColumn("level", title: "Level", alignment: .right),
    TableColumn("eligible", title: "Findings"),
    TableColumn("lines", title: "Lines", alignment: .right),
    TableColumn("why", title: "Why"),
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("start", title: "Start", alignment: .right, audience: .programs),
    TableColumn("end", title: "End", alignment: .right, audience: .programs),
  ]

  private func sections(in file: ReviewFile) throws -> [Listed] {
    let studies = try file.studies()
    let wanted = try study.map { [try studies.named($0)] } ?? studies
    return try wanted.flatMap { summary in
      guard let page = try file.page(of: summary.study.id) else { return [Listed]() }
      return Self.sections(of: page, label: summary.study.label)
    }
  }

  private static func sections(of page: StudyPage, label: String) -> [Listed] {
    var number = 0
    return page.documents.flatMap { document in
      document.table.sections.enumerated().map { index, section in
        number += 1
        return Listed(
          study: label, number: number, document: section.document, section: section,
          lines: document.table.lines.count { $0.section == index && $0.standing != .heading })
      }
    }
  }

  private static func find(_ name: String, in sections: [Listed]) throws -> Listed {
    let wanted = name.lowercased()
    let exact = sections.filter {
      $0.section.title.lowercased() == wanted || $0.id.description == wanted
        || String($0.number) == name
    }
    let matches =
      exact.isEmpty ? sections.filter { $0.section.title.lowercased().hasPrefix(wanted) } : exact
    guard let match = matches.first else {
      throw Failure(.noInput, "no section is called ‘\(name)’; `section … list` lists them")
    }
    guard matches.count == 1 else {
      let studies = matches.map { "\($0.study) \($0.number)" }.joined(separator: ", ")
      throw Failure(.usage, "‘\(name)’ fits several sections (\(studies)); say --study or a number")
    }
    return match
  }
}
