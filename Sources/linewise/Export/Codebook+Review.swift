import Interchange
import ReviewFile
import Synthesis

extension Codebook {
  /// The codebook of a review, by name.
  init(of file: ReviewFile) throws {
    let (review, coders) = (try file.review(), try file.coders())
    let quotations = try QuotationSource(file: file).quotations()
    let origins = try Origins(file: file)
    let entries = try file.bank().map { bank in
      try CodebookEntry(
        bank, coders: coders, quotations: quotations[bank.code.id] ?? [], origins: origins,
        file: file)
    }
    self.init(
      title: review.title, question: review.question, entries: entries,
      coders: coders.filter { coder in entries.contains { _ in coder.role != .reader } }
        .map(\.name),
      studies: try file.studies().count, version: Linewise.version)
  }
}

extension CodebookEntry {
  fileprivate init(
    _ bank: BankCode, coders: [Coder], quotations: [CodebookQuotation], origins: Origins,
    file: ReviewFile
  ) throws {
    let code = bank.code
    let origin = origins.origin(of: code)
    let labels = quotations.filter { !$0.chosen }.map(\.study)
    self.init(
      id: code.id.description, name: code.name, definition: code.definition,
      includes: code.includes, excludes: code.excludes, example: code.example, memo: code.memo,
      lines: bank.lines, studies: bank.studies, coders: bank.coders.count,
      studyLabels: Set(labels).sorted(),
      createdBy: coders.first { $0.id == bank.madeBy }?.name ?? "",
      createdAt: bank.madeAt.iso8601, firstStudy: origin?.study ?? "", firstLine: origin?.line,
      themes: [], quotations: Array(quotations.prefix(3)),
      quotationsLeft: max(0, quotations.count - 3))
  }
}

/// Where codes were first made.
private struct Origins {
  private let pages: [EntityID: (label: String, before: Int, table: LineTable)]

  init(file: ReviewFile) throws {
    var pages: [EntityID: (label: String, before: Int, table: LineTable)] = [:]
    for summary in try file.studies() {
      guard let page = try file.page(of: summary.study.id) else { continue }
      for (index, document) in page.documents.enumerated() {
        pages[document.table.document.id] = (
          summary.study.label, page.linesBefore(index), document.table
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
