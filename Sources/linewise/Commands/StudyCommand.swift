import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct StudyCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "study", abstract: "List the studies, or say what is known of one.",
    usage: """
      linewise study REVIEW list
      linewise study REVIEW set S [--label L] [--citation C] [--year Y] [--doi D] [--key K] \
      [--group G] [KEY=VALUE]…
      """)

  enum Verb: String, ExpressibleByArgument, CaseIterable { case list, set }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "list or set.") var verb: Verb
  @Argument(help: "The study, and characteristics of your own as KEY=VALUE.")
  var words: [String] = []
  @Option(help: "What the study is called.") var label: String?
  @Option(help: "The full citation.") var citation: String?
  @Option(help: "The year of publication.") var year: String?
  @Option(help: "The DOI.") var doi: String?
  @Option(help: "The citation key, as a bibliography has it.") var key: String?
  @Option(help: "The group of linked studies that it belongs to.") var group: String?
  @OptionGroup var table: TableOptions

  func act() throws {
    switch verb {
    case .list: try list()
    case .set: try set()
    }
  }

  private func list() throws {
    let rows = try options.openForReading().studies().map(Interchange.StudyRow.init)
    table.print(Table(rows: rows), whenEmpty: "no studies yet; `linewise import` brings in texts")
  }

  private func set() throws {
    guard let name = words.first else { throw ValidationError("Say which study.") }
    let session = try options.openForActing()
    let study = try session.file.studies().named(name).study
    var fields: [String: String] = [:]
    for (key, value) in [
      ("label", label), ("citation", citation), ("year", year), ("doi", doi), ("key", key),
      ("group", group),
    ] {
      fields[key] = value
    }
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw ValidationError("‘\(word)’ is not KEY=VALUE.")
      }
      fields["column.\(parts[0])"] = String(parts[1])
    }
    guard !fields.isEmpty else { throw ValidationError("Say what to set.") }
    try session.perform(.setStudy(study.id, fields))
  }
}

extension Interchange.StudyRow {
  /// A study's row.
  init(_ summary: StudySummary) {
    let study = summary.study
    self.init(
      id: study.id.description, label: study.label, citation: study.citation,
      year: Int(study.year), doi: study.doi, key: study.key, group: study.group,
      characteristics: study.characteristics.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      documents: summary.documents.count, lines: summary.lines,
      eligibleLines: summary.codable + summary.quotations)
  }
}
