import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

extension MatrixTable.Subject: ExpressibleByArgument {}
extension Saturation.Order: ExpressibleByArgument {}

struct ExportCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the codebook, the themes, their tree, tables and pictures for a paper.",
    usage: """
      linewise export REVIEW codebook --format csv|markdown|html|json [-o FILE]
      linewise export REVIEW tree --format text|markdown|svg|dot|json [-o FILE]
      linewise export REVIEW themes --format csv|markdown|html|json [-o FILE]
      linewise export REVIEW matrix --format csv|markdown|html|svg|json [--rows themes|codes] \
      [--cells lines|coders|codes|quotations|present] [--without S]… [--linked] \
      [--below COLUMN=NUMBER] [--drop COLUMN=VALUE] [-o FILE]
      linewise export REVIEW saturation --format csv|svg|json [--of codes|themes] \
      [--order coded|year|label] [--without S]… [--linked] [--below COLUMN=NUMBER] \
      [--drop COLUMN=VALUE] [-o FILE]
      linewise export REVIEW codings --format csv|json|jsonl [-o FILE]
      linewise export REVIEW lines --format csv|json|jsonl [-o FILE]
      """,
    discussion: """
      --at and --cite hold for every export. Pictures are as wide as the text of an A4 page and \
      stay legible in grey. The same review gives the same bytes.
      """)

  enum What: String, ExpressibleByArgument, CaseIterable {
    case codebook, tree, themes, matrix, saturation, codings, lines
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, markdown, html, json, jsonl, text, svg, dot
  }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "codebook, tree, themes, matrix, saturation, codings or lines.") var what: What
  @Option(help: "csv, json, jsonl, markdown, html, text, svg or dot, as far as it has them.")
  var format: Format
  @OptionGroup var export: ExportOptions
  @Option(help: "The rows of a matrix: themes, if nothing is said, or codes.")
  var rows: MatrixTable.Subject?
  @Option(
    help: """
      What a cell of a matrix counts: lines, if nothing is said, coders, codes, quotations (kept \
      as evidence), or present.
      """)
  var cells: StudyMatrix.Cells?
  @OptionGroup var choice: StudyChoice
  @Option(help: "Saturation of what: codes, if nothing is said, or themes.")
  var of: MatrixTable.Subject?
  @Option(help: "The order of the studies: as first coded, if nothing is said, by year or label.")
  var order: Saturation.Order?
  @OptionGroup var target: ExportTarget

  func act() throws {
    try checkFormat()
    try checkOptions()
    let file = try options.openForReading()
    try target.check(isApartFrom: file)
    let reading = try ExportReading(
      file, for: try options.viewer(in: file), at: export.at, cite: export.cite)
    switch what {
    case .codebook: try target.write(try text(of: Codebook(of: reading)))
    case .tree: try target.write(try text(of: ThematicTree(of: reading)))
    case .themes: try target.write(try text(of: ThemeTable(of: reading)))
    case .matrix: try target.write(try text(of: matrix(of: reading)))
    case .saturation:
      try target.write(text(of: try saturation(of: reading)))
    case .codings:
      try write(CodingRow.self) {
        try CodingRows(file: reading.file, naming: reading.naming).each($0)
      }
    case .lines:
      try write(LineRow.self) {
        try LineRows(file: reading.file, coder: nil, study: nil, naming: reading.naming).each($0)
      }
    }
  }

  private func matrix(of reading: ExportReading) throws -> MatrixTable {
    try MatrixTable(
      of: reading, rows ?? .themes, cells: cells ?? .lines, without: try excluded(from: reading),
      linked: choice.linked)
  }

  private func saturation(of reading: ExportReading) throws -> SaturationCurve {
    try SaturationCurve(
      of: reading, of ?? .codes, order: order ?? .coded, without: try excluded(from: reading),
      linked: choice.linked)
  }

  private func excluded(from reading: ExportReading) throws -> Set<EntityID> {
    try choice.excluded(of: try reading.file.studies())
  }

  /// Writes rows one by one, so that they never stand in memory together.
  private func write<Row: TableRow>(
    _ row: Row.Type, _ produce: ((Row) throws -> Void) throws -> Void
  ) throws {
    let format: TableFormat = format == .csv ? .csv() : format == .json ? .json : .jsonl
    try target.write { sink in
      var writer = TableWriter(for: row, format: format, sink: sink)
      try produce { try writer.append($0) }
      try writer.finish()
    }
  }
}

// MARK: What an export has

extension ExportCommand {
  /// The formats that an export has.
  private var formats: [Format] {
    switch what {
    case .codebook, .themes: [.csv, .markdown, .html, .json]
    case .tree: [.text, .markdown, .svg, .dot, .json]
    case .matrix: [.csv, .markdown, .html, .svg, .json]
    case .saturation: [.csv, .svg, .json]
    case .codings, .lines: [.csv, .json, .jsonl]
    }
  }

  /// Throws where the export has no such format, before anything is read.
  private func checkFormat() throws {
    guard !formats.contains(format) else { return }
    let names = formats.map(\.rawValue)
    let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    throw Failure(.usage, "the \(what.rawValue) \(what.comes) as \(list)")
  }

  /// Throws where an option is given that means nothing to the export, before anything is read.
  private func checkOptions() throws {
    guard let option = given.first(where: { !$0.belongs.contains(what) }) else { return }
    throw Failure(
      .usage,
      "\(option.name) means nothing to the \(what.rawValue); leave it out, or export the "
        + option.belongs.map(\.rawValue).joined(separator: " or the "))
  }

  /// The options that were given and do not hold for every export.
  private var given: [(name: String, belongs: [What])] {
    let both: [What] = [.matrix, .saturation]
    let all: [(String, Bool, [What])] = [
      ("--rows", rows != nil, [.matrix]), ("--cells", cells != nil, [.matrix]),
      ("--of", of != nil, [.saturation]), ("--order", order != nil, [.saturation]),
      ("--without", !choice.without.isEmpty, both), ("--linked", choice.linked, both),
      ("--below", !choice.below.isEmpty, both), ("--drop", !choice.drop.isEmpty, both),
    ]
    return all.filter(\.1).map { ($0.0, $0.2) }
  }

  private func text(of codebook: Codebook) -> String {
    switch format {
    case .csv: codebook.csv()
    case .html: codebook.html()
    case .json: codebook.json()
    default: codebook.markdown()
    }
  }

  private func text(of tree: ThematicTree) -> String {
    switch format {
    case .svg: tree.svg()
    case .dot: tree.dot()
    case .json: tree.json()
    case .markdown: tree.markdown()
    default: tree.text(layout: Output.layout)
    }
  }

  private func text(of themes: ThemeTable) -> String {
    switch format {
    case .csv: themes.csv()
    case .html: themes.html()
    case .json: themes.json()
    default: themes.markdown()
    }
  }

  private func text(of matrix: MatrixTable) -> String {
    switch format {
    case .csv: matrix.csv()
    case .html: matrix.html()
    case .svg: matrix.svg()
    case .json: matrix.json()
    default: matrix.markdown()
    }
  }

  private func text(of curve: SaturationCurve) -> String {
    switch format {
    case .csv: curve.csv()
    case .json: curve.json()
    default: curve.svg()
    }
  }
}

extension ExportCommand.What {
  /// The verb of its name, which is one thing or several.
  fileprivate var comes: String {
    switch self {
    case .themes, .codings, .lines: "come"
    case .codebook, .tree, .matrix, .saturation: "comes"
    }
  }
}
