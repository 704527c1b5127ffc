import Interchange
import ReviewFile
import Synthesis

/// The lines of studies as rows, document by document, so that no read of the file is long.
struct LineRows {
  let file: ReviewFile
  /// Whose states and codes; everybody's where nobody is named.
  let coder: EntityID?
  /// One study, or all.
  let study: String?
  /// How studies are called; by label where nobody says.
  var naming: StudyNaming?

  /// Calls `body` with each row in order.
  func each(_ body: (LineRow) throws -> Void) throws {
    let names = try CodeNames(of: file)
    let studies = try file.studies()
    for summary in try study.map({ [try studies.named($0)] }) ?? studies {
      guard let page = try file.page(of: summary.study.id) else { continue }
      for (index, document) in page.documents.enumerated() {
        let rows = DocumentRows(
          page: document, label: naming?.name(of: summary.study.id) ?? summary.study.label,
          before: page.linesBefore(index), coder: coder, names: names)
        try rows.each(body)
      }
    }
  }
}

private struct DocumentRows {
  let page: DocumentPage
  let label: String
  let before: Int
  let coder: EntityID?
  let names: CodeNames

  func each(_ body: (LineRow) throws -> Void) throws {
    let table = page.table
    let mine = page.codings.filter { coder == nil || $0.coder == coder }
    let aside = page.setAsides.filter { coder == nil || $0.coder == coder }
    let states = Coverage.states(
      of: table, coded: mine.map(\.passage), setAside: aside.map(\.passage))
    let codes = try codesByLine(mine)
    for (index, line) in table.lines.enumerated() {
      let section = line.section.map { table.sections[$0] }
      try body(
        LineRow(
          study: label, document: table.document.title, section: section?.title ?? "",
          eligible: section?.isEligible ?? false, line: before + index + 1,
          start: line.passage.start, end: line.passage.end, role: line.role,
          state: LineRow.State(line, states[index]), text: table.text.words(line.passage),
          codes: codes[index] ?? []))
    }
  }

  private func codesByLine(_ codings: [Coding]) throws -> [Int: [String]] {
    var codes: [Int: [String]] = [:]
    for coding in codings {
      guard let name = try names.name(of: coding.code) else { continue }
      for index in page.table.indices(touchedBy: coding.passage)
      where codes[index]?.contains(name) != true {
        codes[index, default: []].append(name)
      }
    }
    return codes
  }
}

extension LineRow.State {
  /// The state of a line in lists: `nil` where it is not codable for another reason than the rule
  /// on quotations.
  init?(_ line: Line, _ state: LineState?) {
    switch state {
    case .open: self = .open
    case .coded: self = .coded
    case .setAside: self = .setAside
    case nil:
      guard line.standing == .quotation else { return nil }
      self = .quotation
    }
  }
}
