import Interchange
import ReviewFile
import Synthesis

/// The words that speak for codes: kept as evidence, else the coded lines themselves.
struct QuotationSource {
  /// A tie in words.
  struct Tie {
    let evidence: Evidence
    let code: String
    /// The words as they stand in the text.
    let text: String
    let quotation: CodebookQuotation
  }

  let file: ReviewFile
  /// Whose eyes private drafts are seen with; `nil` sees everything.
  var viewer: EntityID?
  /// How studies are called; by label where nobody says.
  var naming: StudyNaming?

  /// Every tie, by study and place.
  func ties() throws -> [Tie] {
    let names = try CodeNames(of: file)
    return try pages().flatMap { page in
      try page.documents.enumerated().flatMap { index, document in
        try document.evidence.sorted { ($0.passage, $0.id) < ($1.passage, $1.id) }.map { evidence in
          try Tie(
            evidence: evidence, code: names.name(of: evidence.target) ?? "",
            text: document.table.text.words(evidence.passage),
            quotation: quotation(
              evidence.passage, in: document, of: page, at: index, chosen: true))
        }
      }
    }
  }

  /// For each code its quotations: chosen ones first, then coded lines, one study after another
  /// before a second of the same; each group by study and line.
  func quotations() throws -> [EntityID: [CodebookQuotation]] {
    var chosen: [EntityID: [CodebookQuotation]] = [:]
    var coded: [EntityID: [[CodebookQuotation]]] = [:]
    for page in try pages() {
      var inStudy: [EntityID: [CodebookQuotation]] = [:]
      for (index, document) in page.documents.enumerated() {
        for evidence in document.evidence.sorted(by: { ($0.passage, $0.id) < ($1.passage, $1.id) })
        where !evidence.isAgainst {
          let quotation = quotation(
            evidence.passage, in: document, of: page, at: index, chosen: true)
          if chosen[evidence.target]?.contains(quotation) != true {
            chosen[evidence.target, default: []].append(quotation)
          }
        }
        // Codings of one passage follow each other.
        var last: (passage: Passage, quotation: CodebookQuotation)?
        for coding in document.codings {
          if last?.passage != coding.passage {
            last = (
              coding.passage,
              self.quotation(coding.passage, in: document, of: page, at: index, chosen: false)
            )
          }
          guard let quotation = last?.quotation else { continue }
          if inStudy[coding.code]?.contains(quotation) != true {
            inStudy[coding.code, default: []].append(quotation)
          }
        }
      }
      for (code, lines) in inStudy { coded[code, default: []].append(lines) }
    }
    return Set(chosen.keys).union(coded.keys).reduce(into: [:]) { all, code in
      all[code] = (chosen[code] ?? []) + Self.interleaved(coded[code] ?? [])
    }
  }

  /// For each code and theme (`merged` says what it was merged into) the words kept for
  /// and against it and the codable lines that it bears, by study and place.
  func words(merged: [EntityID: EntityID]) throws -> ThemeWords {
    var words = ThemeWords()
    for page in try pages() {
      for (index, document) in page.documents.enumerated() {
        for tie in document.evidence.sorted(by: { ($0.passage, $0.id) < ($1.passage, $1.id) }) {
          let quotation = quotation(tie.passage, in: document, of: page, at: index, chosen: true)
          let side = tie.isAgainst ? \ThemeWords.Held.against : \.evidence
          words.held[merged[tie.target] ?? tie.target, default: .init()][keyPath: side]
            .append(quotation)
        }
        for coding in document.codings where document.isCodable(coding.passage) {
          words.held[coding.code, default: .init()].coded
            .append(quotation(coding.passage, in: document, of: page, at: index, chosen: false))
        }
      }
    }
    return words
  }

  private static func interleaved(_ groups: [[CodebookQuotation]]) -> [CodebookQuotation] {
    let longest = groups.map(\.count).max() ?? 0
    return (0..<longest).flatMap { index in
      groups.filter { index < $0.count }.map { $0[index] }
    }
  }

  private func pages() throws -> [StudyPage] {
    try file.studies().compactMap { try file.page(of: $0.study.id, for: viewer) }
  }

  private func quotation(
    _ passage: Passage, in document: DocumentPage, of page: StudyPage, at index: Int, chosen: Bool
  ) -> CodebookQuotation {
    let line = document.table.indices(meeting: passage).first
    let isQuoted = document.table.participants.contains { $0.meets(passage) }
    let role = line.map { document.table.lines[$0].role } ?? .author
    let speaker = isQuoted ? line.map { document.table.lines[$0].speaker } ?? "" : ""
    return CodebookQuotation(
      text: Self.without(speaker, document.table.text.words(passage)),
      study: naming?.name(of: page.summary.study.id) ?? page.summary.study.label,
      line: page.linesBefore(index) + (line ?? 0) + 1,
      speaker: speaker,
      voice: role == .participant || (isQuoted && chosen) ? .participant : .author,
      chosen: chosen)
  }

  /// Words without the attribution that the study prints after them: the codebook says the speaker
  /// on a line of its own.
  private static func without(_ speaker: String, _ words: String) -> String {
    guard !speaker.isEmpty else { return words }
    let attributions = ["(\(speaker))", "[\(speaker)]", "– \(speaker)", "— \(speaker)"]
    guard let printed = attributions.first(where: words.hasSuffix) else { return words }
    var rest = words.dropLast(printed.count)
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

extension DocumentPage {
  /// Whether a passage touches a line that counts.
  fileprivate func isCodable(_ passage: Passage) -> Bool {
    table.indices(touchedBy: passage).contains { table.lines[$0].isCodable }
  }
}

extension QuotationSource {
  /// The words of a review as it is exported.
  init(_ reading: ExportReading) {
    self.init(file: reading.file, viewer: reading.viewer, naming: reading.naming)
  }
}
