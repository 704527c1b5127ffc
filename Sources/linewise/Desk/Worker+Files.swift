import Foundation
import Interchange
import Reading
import ReviewFile
import Synthesis
import Workbench

/// What the desk writes and reads besides the review.
extension Worker {
  /// Writes an export beside the review.
  func export(_ kind: ExportKind) throws -> WorkbenchInput {
    let folder =
      URL(fileURLWithPath: session.file.path).deletingLastPathComponent().path + "/exports"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = "\(folder)/\(kind.fileName)"
    var target = ExportTarget()
    target.output = path
    let reading = try ExportReading(slow, for: session.coder.id)
    switch kind {
    case .codingsCSV:
      try target.write { sink in
        var writer = TableWriter(for: CodingRow.self, format: .csv(), sink: sink)
        try CodingRows(file: slow).each { try writer.append($0) }
        try writer.finish()
      }
    case .linesCSV:
      try target.write { sink in
        var writer = TableWriter(for: LineRow.self, format: .csv(), sink: sink)
        try LineRows(file: slow, coder: nil, study: nil).each { try writer.append($0) }
        try writer.finish()
      }
    default: try target.write(try document(kind, reading))
    }
    return .told("wrote exports/\(kind.fileName), beside the review")
  }

  /// The text of an export that is one document.
  private func document(_ kind: ExportKind, _ reading: ExportReading) throws -> String {
    func matrix() throws -> Interchange.MatrixTable {
      try Interchange.MatrixTable(of: reading, .themes, cells: .lines, without: [], linked: false)
    }
    func saturation() throws -> SaturationCurve {
      try SaturationCurve(of: reading, .codes, order: .coded, without: [], linked: false)
    }
    return switch kind {
    case .codebookMarkdown: try Codebook(of: reading).markdown()
    case .codebookHTML: try Codebook(of: reading).html()
    case .codebookCSV: try Codebook(of: reading).csv()
    case .codebookJSON: try Codebook(of: reading).json()
    case .treeSVG: try ThematicTree(of: reading).svg()
    case .treeText: try ThematicTree(of: reading).text(layout: Output.layout)
    case .themesMarkdown: try ThemeTable(of: reading).markdown()
    case .themesCSV: try ThemeTable(of: reading).csv()
    case .matrixCSV: try matrix().csv()
    case .matrixHTML: try matrix().html()
    case .saturationSVG: try saturation().svg()
    case .codingsCSV, .linesCSV: ""
    }
  }

  /// Makes a study of a text.
  func importText(_ path: String) {
    // Its place is behind the acts that were asked for before it.
    while lock.withLock({ saving.canGoOn }) { performWaiting() }
    answer {
      let expanded = NSString(string: path).expandingTildeInPath
      let source = try SourceFile(expanded, notIn: session.file).text
      let unit = try session.file.review().unit
      let draft = try DraftReader.read(source, options: ReadingOptions(unit: unit))
      let outcome = try session.file.perform(
        .importDocument(DocumentImport(draft, of: source, study: .new(label: draft.label))),
        as: session.coder.id)
      tellNews()
      guard case .done(_, let sentence, _) = outcome else { return .told("nothing to import") }
      let findings = draft.sections.count(where: \.eligible)
      return .told("\(sentence): \(draft.lines.count) lines, \(findings) sections are findings")
    }
  }
}
