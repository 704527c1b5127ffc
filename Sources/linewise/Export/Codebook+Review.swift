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
  private let pages: [EntityID: (label: String, before: Int, table: LineTable)]

  init(_ reading: ExportReading) throws {
    var pages: [EntityID: (label: String, before: Int, table: LineTable)] = [:]
    for summary in try reading.file.studies() {
      guard let page = try reading.file.page(of: summary.study.id) else { continue }
      for (index, document) in page.documents.enumerated() {
        pages[document.table.document.id] = (
          reading.naming.name(of: summary.study.id), page.linesBefore(index), document.table
        )
      }
    }
    self.pages = pages
  }

  func origin(of code: Code) -> (study: String, line: Int)? {
    guard let document = code.madeIn, let page = pages[document] else { return nil }
    let here = Passage(start: code.madeAt, end: code.madeAt + 1)
    return page.table.indices(meeting: here).first.map { (page.label, page.before + $0 + 1) }
  }
}
