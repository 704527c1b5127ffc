import ArgumentParser
import Foundation
import Interchange
import Reading
import ReviewFile
import Synthesis

extension Acceptance: ExpressibleByArgument {}
extension SourceEncoding: ExpressibleByArgument {}

struct ImportCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in the texts of studies.",
    discussion: """
      Prints the sections with the eligibility guessed and why, the cleaning proposals and what \
      was done with them. An import is one act and can be undone.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case auto, text, markdown }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "Texts, or - for standard input.", completion: .file())
  var paths: [String]
  @Option(help: "The study that the texts belong to; made if it is new. Else one study a text.")
  var study: String?
  @Option(help: "auto, text or markdown.") var format = Format.auto
  @Option(help: "What the bytes are, where they do not say so themselves.")
  var encoding: SourceEncoding?
  @Option(help: "Cleaning proposals to apply before the text is frozen: all or none.")
  var accept = Acceptance.none
  @Flag(help: "Show what would come in, and change nothing.") var dryRun = false
  @Flag(help: "Print one JSON object a text.") var json = false

  func act() throws {
    let file = try ReviewFile.open(options.review, for: dryRun ? .reading : .acting)
    let session = dryRun ? nil : try Session(file: file, coder: try options.acting(in: file))
    // Every text is read before the first is frozen, so that one bad file stops nothing half way.
    let unit = try file.review().unit
    let drafts = try paths.map { path in
      let source = try SourceFile(path, notIn: file).text
      return (source, try DraftReader.read(source, options: readingOptions(unit)))
    }
    try checkLabels(drafts.map(\.1.label), in: file)
    for (source, draft) in drafts {
      let label = study?.asName ?? draft.label
      try report(draft, label: label)
      let choice = try studyChoice(label, in: file)
      try session?.perform(
        .importDocument(DocumentImport(draft, of: source, study: choice)), quietly: json)
    }
  }

  /// Refuses labels that are taken, before anything is frozen.
  private func checkLabels(_ labels: [String], in file: ReviewFile) throws {
    guard study == nil else { return }
    var taken = Set(try file.studies().map(\.study.label))
    for label in labels where !taken.insert(label).inserted {
      throw Failure(
        .cannotCreate,
        "there is already a study called ‘\(label)’; import the text with --study ‘\(label)’ to "
          + "add it there, or with another label")
    }
  }

  private func readingOptions(_ unit: CodingUnit) -> ReadingOptions {
    ReadingOptions(
      format: ReadingFormat(rawValue: format.rawValue), encoding: encoding, unit: unit,
      accepts: accept)
  }

  private func studyChoice(
    _ label: String, in file: ReviewFile
  ) throws -> DocumentImport.StudyChoice {
    guard study != nil else { return .new(label: label) }
    let known = try file.studies().first { $0.study.label == label }
    return known.map { .existing($0.study.id) } ?? .new(label: label)
  }

  private func report(_ draft: Draft, label: String) throws {
    let report = ImportReport(draft, study: label)
    if json { return Output.write(Array(report.json.utf8)) }
    Output.say("\(label): \(draft.lines.count) lines, \(report.eligibleLines) of them findings")
    Output.table(report.table)
    guard !draft.proposals.isEmpty else { return }
    let applied = draft.proposals.count(where: \.accepted)
    Output.say(
      "\(draft.proposals.count) cleaning proposals, \(applied) applied"
        + (applied == 0 ? " (--accept all applies them)" : ""))
    Output.table(report.proposalTable)
  }
}

extension ImportReport {
  /// What a draft would bring in.
  init(_ draft: Draft, study: String) {
    let headings = Set(draft.headings)
    let eligible = draft.sections.filter(\.eligible).flatMap(\.lines).count {
      !headings.contains($0)
    }
    self.init(
      study: study, document: draft.title,
      sections: draft.sections.map {
        Section(
          title: $0.title, level: $0.level, eligible: $0.eligible, why: $0.why,
          start: $0.range.start, end: $0.range.end)
      },
      proposals: draft.proposals.map {
        Proposal(
          kind: $0.kind.rawValue, start: $0.range.start, end: $0.range.end, before: $0.before,
          after: $0.after, accepted: $0.accepted)
      },
      lines: draft.lines.count, eligibleLines: eligible)
  }
}

extension DocumentImport {
  /// A draft, ready to be frozen.
  init(_ draft: Draft, of source: SourceText, study: StudyChoice) {
    self.init(
      study: study, title: draft.title, file: source.name, encoding: draft.encoding,
      text: draft.text, original: source.bytes, lines: draft.lines, headings: draft.headings,
      paragraphs: draft.paragraphs,
      sections: draft.sections.map {
        Section(
          passage: $0.range, title: $0.title, level: $0.level, isEligible: $0.eligible,
          why: $0.why)
      },
      guesses: draft.voices.map {
        Guess(passage: $0.range, voice: $0.voice, speaker: $0.speaker, why: $0.why)
      })
  }
}
