import GRDB
import Synthesis

extension ReviewFile {
  /// The studies by label, each with its counts.
  package func studies() throws -> [StudySummary] {
    try read { try $0.studies(only: nil) }
  }

  /// A study's documents with all that stands beside their lines; `nil` where it is no more.
  ///
  /// Each document is a read of its own.
  package func page(of study: EntityID) throws -> StudyPage? {
    guard let summary = try read({ try $0.studies(only: [study]) }).first else { return nil }
    let documents = try summary.documents.map { document in
      try read { try $0.page(of: document) }
    }
    return StudyPage(summary: summary, documents: documents)
  }

  /// The memos on a study and on the review, with who wrote each.
  package func memos(about id: EntityID) throws -> [Memo] {
    try read { try $0.memos(about: id) }
  }
}

extension LogReader {
  /// The summaries of studies, by label.
  func studies(only wanted: Set<EntityID>?) throws -> [StudySummary] {
    let documents = try live(Document.kind)
    let finished = try live(StudyDone.kind)
    return try live(Study.kind)
      .filter { wanted?.contains($0.id) ?? true }
      .map { thing in
        try summary(
          of: Study(id: thing.id, fields: thing.folded.fields),
          documents: documents.filter { $0.folded.fields.entity("study") == thing.id }.map(\.id),
          finished: finished.map(\.folded.fields))
      }
      .sorted { ($0.study.label, $0.study.id) < ($1.study.label, $1.study.id) }
  }

  private func summary(
    of study: Study, documents: [EntityID], finished: [Fields]
  ) throws -> StudySummary {
    let counts = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(sum(lines), 0) AS lines, coalesce(sum(codable), 0) AS codable,
            coalesce(sum(quotations), 0) AS quotations, coalesce(sum(confirmed), 0) AS confirmed,
            coalesce(sum(guessed), 0) AS guessed
          FROM documentCount WHERE study = ?
          """), arguments: [study.id])
    let codable: Int = counts?["codable"] ?? 0
    return StudySummary(
      study: study, documents: documents, lines: counts?["lines"] ?? 0, codable: codable,
      quotations: counts?["quotations"] ?? 0, rolesConfirmed: counts?["confirmed"] ?? 0,
      rolesGuessed: counts?["guessed"] ?? 0,
      coverage: try coverage(of: study.id, codable: codable),
      finishedBy: Set(
        finished.filter { $0.entity("study") == study.id }.compactMap { $0.entity("coder") }))
  }

  private func coverage(of study: EntityID, codable: Int) throws -> [EntityID: Coverage] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT k.id, sum(c.coded) AS coded, sum(c.aside) AS aside
          FROM documentCount n JOIN coverage c ON c.document = n.document
          JOIN key k ON k.key = c.coder WHERE n.study = ? GROUP BY c.coder
          """), arguments: [study]
    ).reduce(into: [:]) { sums, row in
      let (coded, aside): (Int, Int) = (row["coded"], row["aside"])
      sums[row["id"]] = Coverage(coded: coded, setAside: aside, open: codable - coded - aside)
    }
  }

  /// A document with all that stands beside its lines.
  func page(of document: EntityID) throws -> DocumentPage {
    let table = try lines(of: document)
    let whole = Passage(start: 0, end: table.text.scalarCount)
    let codings = try codings(meeting: whole, in: document).map { coding in
      Coding(
        document: coding.document, passage: coding.passage, code: try resolve(coding.code),
        coder: coding.coder, memo: coding.memo)
    }
    return DocumentPage(
      table: table, codings: codings, times: try times(of: document),
      setAsides: try setAsides(meeting: whole, in: document),
      evidence: try live(Evidence.kind, naming: document)
        .compactMap { Evidence(id: $0.id, fields: $0.folded.fields) },
      memos: try memos(about: document))
  }

  func memos(about id: EntityID) throws -> [Memo] {
    try live(Memo.kind, naming: id).compactMap { Memo(id: $0.id, fields: $0.folded.fields) }
      .filter { !$0.text.isEmpty }
  }

  private func times(of document: EntityID) throws -> [EntityID: Int64] {
    guard let key = try key(of: document) else { return [:] }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT c.start, c."end", code.id AS code, coder.id AS coder, c.at FROM coding c
          JOIN key code ON code.key = c.code JOIN key coder ON coder.key = c.coder
          WHERE c.document = ? AND c.live = 1
          """), arguments: [key]
    ).reduce(into: [:]) { times, row in
      let coding = Coding(
        document: document, passage: Passage(start: row["start"], end: row["end"]),
        code: try resolve(row["code"]), coder: row["coder"])
      times[coding.id] = row["at"]
    }
  }
}
