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
    let codes = Dictionary(
      uniqueKeysWithValues: try file.bank().map { ($0.code.id, $0.code.name) })
    let coders = Dictionary(uniqueKeysWithValues: try file.coders().map { ($0.id, $0.name) })
    let studies = try file.studies()
    for summary in try study.map({ [try studies.named($0)] }) ?? studies {
      guard let page = try file.page(of: summary.study.id) else { continue }
      for (index, document) in page.documents.enumerated() {
        let table = document.table
        for coding in document.codings
        where (code == nil || coding.code == code) && (coder == nil || coding.coder == coder) {
          let line = table.indices(touchedBy: coding.passage).first ?? 0
          try body(
            CodingRow(
              id: coding.id.description, code: codes[coding.code] ?? "",
              study: naming?.name(of: summary.study.id) ?? summary.study.label,
              document: table.document.title,
              line: page.linesBefore(index) + line + 1, start: coding.passage.start,
              end: coding.passage.end, text: table.text.words(coding.passage),
              coder: coders[coding.coder] ?? "", at: (document.times[coding.id] ?? 0).iso8601,
              memo: coding.memo))
        }
      }
    }
  }
}
