import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct ExportCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the codebook, the codings or the lines.",
    usage: """
      linewise export REVIEW codebook --format csv|markdown|html|json [-o FILE]
      linewise export REVIEW codings --format csv|json|jsonl [-o FILE]
      linewise export REVIEW lines --format csv|json|jsonl [-o FILE]
      """)

  enum What: String, ExpressibleByArgument, CaseIterable { case codebook, codings, lines }
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, markdown, html, json, jsonl
  }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "codebook, codings or lines.") var what: What
  @Option(help: "csv, json, jsonl, markdown or html, as far as it has them.") var format: Format
  @OptionGroup var target: ExportTarget

  func act() throws {
    let file = try options.openForReading()
    switch what {
    case .codebook: try target.write(try codebook(of: file))
    case .codings:
      let format = try tableFormat()
      try target.write { sink in
        var writer = TableWriter(for: CodingRow.self, format: format, sink: sink)
        try CodingRows(file: file).each { try writer.append($0) }
        try writer.finish()
      }
    case .lines:
      let format = try tableFormat()
      try target.write { sink in
        var writer = TableWriter(for: LineRow.self, format: format, sink: sink)
        try LineRows(file: file, coder: nil, study: nil).each { try writer.append($0) }
        try writer.finish()
      }
    }
  }

  private func codebook(of file: ReviewFile) throws -> String {
    let codebook = try Codebook(of: file)
    return switch format {
    case .csv: codebook.csv()
    case .markdown: codebook.markdown()
    case .html: codebook.html()
    case .json: codebook.json()
    case .jsonl: throw Failure(.usage, "the codebook comes as csv, markdown, html or json")
    }
  }

  private func tableFormat() throws -> TableFormat {
    switch format {
    case .csv: return .csv()
    case .json: return .json
    case .jsonl: return .jsonl
    case .markdown, .html: throw Failure(.usage, "\(what.rawValue) come as csv, json or jsonl")
    }
  }
}
