import Interchange
import ReviewFile
import Synthesis

/// The codings as rows, document by document, so that no read of the file is long.
struct CodingRows {
  let file: ReviewFile
  var code: EntityID?
  var study: String?
  var coder: EntityID?
  /// How studies are called; by label where nobody says.
  var naming: StudyNaming?

  /// Calls `body` with each row, by study and place.
  func each(_ body: (CodingRow) throws -> Void) throws {
    let codes = try CodeNames(of: file)
    let coders = Dictionary(uniqueKeysWithValues: try file.coders().map { ($0.id, $0.name) })
    let studies = try file.studies()
    let bearing = try code.map(file.documents(bearing:))
    for summary in try study.map({ [try studies.named($0)] }) ?? studies {
      let label = naming?.name(of: summary.study.id) ?? summary.study.label
      for document in summary.documents where bearing?.contains(document) ?? true {
        guard let page = try file.codings(in: document, of: code) else { continue }
        let rows = DocumentRows(
          page: page, study: label, codes: codes, coders: coders, coder: coder)
        try rows.each(body)
      }
    }
  }
}

private struct DocumentRows {
  let page: CodedDocument
  let study: String
  let codes: CodeNames
  let coders: [EntityID: String]
  let coder: EntityID?

  func each(_ body: (CodingRow) throws -> Void) throws {
    let table = page.table
    // Codings of one passage follow each other.
    var last: (passage: Passage, line: Int, text: String)?
    for (coding, at) in page.codings where coder == nil || coding.coder == coder {
      let passage = coding.passage
      if last?.passage != passage {
        let line = table.indices(touchedBy: passage).first ?? 0
        last = (passage, page.linesBefore + line + 1, table.text.words(passage))
      }
      guard let last else { continue }
      try body(
        CodingRow(
          id: coding.id.description, code: codes.name(of: coding.code) ?? "", study: study,
          document: table.document.title, line: last.line, start: passage.start,
          end: passage.end, text: last.text, coder: coders[coding.coder] ?? "",
          at: at.iso8601, memo: coding.memo))
    }
  }
}
