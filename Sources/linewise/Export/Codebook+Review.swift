import Interchange
import ReviewFile
import Synthesis

extension Codebook {
  /// The codebook of a review, by name.
  init(of reading: ExportReading) throws {
    let source = CodebookReading(
      reading: reading, reach: Reach(reading, try reading.file.codedLines()),
      quotations: try QuotationSource(reading).quotations(), origins: try Origins(reading))
    let entries = reading.reading.bank.map(source.entry)
    self.init(
      title: reading.review.title, question: reading.review.question, entries: entries,
      coders: reading.coders.filter { coder in entries.contains { _ in coder.role != .reader } }
        .map(\.name),
      studies: reading.naming.count, round: reading.round, version: Linewise.version,
      naming: reading.naming)
  }
}

private struct CodebookReading {
  let reading: ExportReading
  let reach: Reach
  let quotations: [EntityID: [CodebookQuotation]]
  let origins: Origins

  func entry(_ bank: BankCode) -> CodebookEntry {
    let (code, held, board) = (bank.code, reach(bank.code.id), reading.board)
    let origin = origins.origin(of: code)
    let quotations = quotations[code.id] ?? []
    return CodebookEntry(
      id: code.id.description, name: code.name, definition: code.definition,
      includes: code.includes, excludes: code.excludes, example: code.example, memo: code.memo,
      lines: held.lines, studies: held.studies.count, coders: bank.coders.count,
      studyLabels: reading.naming.names(at: held.studies),
      createdBy: reading.coders.first { $0.id == bank.madeBy }?.name ?? "",
      createdAt: bank.madeAt.iso8601, firstStudy: origin?.study ?? "", firstLine: origin?.line,
      themes: board.parents(of: code.id).map(board.title),
      quotations: Array(quotations.prefix(3)), quotationsLeft: max(0, quotations.count - 3))
  }
}

/// Where codes were first made.
private struct Origins {
  private let places: [EntityID: (study: String, line: Int)]

  init(_ reading: ExportReading) throws {
    var places: [EntityID: (study: String, line: Int)] = [:]
    let codes = Dictionary(grouping: reading.reading.bank.map(\.code)) { $0.madeIn }
    for summary in try reading.file.studies() {
      let study = reading.naming.name(of: summary.study.id)
      for document in summary.documents {
        guard let made = codes[document],
          let (table, before) = try reading.file.lineTable(of: document)
        else { continue }
        for code in made {
          let here = Passage(start: code.madeAt, end: code.madeAt + 1)
          places[code.id] = table.indices(meeting: here).first.map { (study, before + $0 + 1) }
        }
      }
    }
    self.places = places
  }

  func origin(of code: Code) -> (study: String, line: Int)? { places[code.id] }
}
