import GRDB
import Synthesis

extension ReviewFile {
  /// The studies by label, each with its counts, in short reads.
  ///
  /// What is saved meanwhile may be in some of the counts already.
  package func studies() throws -> [StudySummary] {
    var things: [(id: EntityID, folded: Folded)] = []
    try eachSlice(of: Study.kind) { things += $0 }
    var facts = StudyFacts()
    try eachSlice(of: StudyDone.kind) { facts.finish($0) }
    facts.counts = try read { try $0.counts(only: nil) }
    letOthersSave()
    facts.coverage = try read { try $0.coverage(only: nil) }
    letOthersSave()
    facts.documents = try read { try $0.documents(of: nil) }
    return facts.summaries(of: things)
  }

  /// The first study by label; `nil` where there is none.
  package func firstStudy() throws -> EntityID? {
    try read { reader in
      try EntityID.fetchOne(
        reader.db,
        sql: """
          SELECT s.id FROM study s CROSS JOIN thing t ON t.id = s.id WHERE t.live = 1
          ORDER BY s.label, s.id LIMIT 1
          """)
    }
  }

  /// A study's documents with all that stands beside their lines; `nil` where it is no more.
  ///
  /// Each document is a read of its own. Evidence for themes that `viewer` may not see is left
  /// out; `nil` sees everything.
  package func page(of study: EntityID, for viewer: EntityID? = nil) throws -> StudyPage? {
    guard let summary = try read({ try $0.studies(only: [study]) }).first else { return nil }
    let documents = try summary.documents.map { document in
      try read { reader in
        var veil = try Veil(reader, from: viewer)
        return try reader.page(of: document, veil: &veil)
      }
    }
    return StudyPage(summary: summary, documents: documents)
  }

  /// The memos on a study and on the review, with who wrote each.
  package func memos(about id: EntityID) throws -> [Memo] {
    try read { try $0.memos(about: id) }
  }
}

/// What is counted of the lines of a study.
private struct StudyCount {
  var lines = 0
  var codable = 0
  var quotations = 0
  var confirmed = 0
  var guessed = 0
}

/// What there is to say of studies beside what they are.
private struct StudyFacts {
  var counts: [EntityID: StudyCount] = [:]
  /// By study and coder.
  var coverage: [EntityID: [EntityID: Coverage]] = [:]
  var documents: [EntityID: [EntityID]] = [:]
  private var finishers: [EntityID: Set<EntityID>] = [:]

  init(
    counts: [EntityID: StudyCount] = [:], coverage: [EntityID: [EntityID: Coverage]] = [:],
    documents: [EntityID: [EntityID]] = [:]
  ) {
    self.counts = counts
    self.coverage = coverage
    self.documents = documents
  }

  /// Takes what says who finished which study.
  mutating func finish(_ things: [(id: EntityID, folded: Folded)]) {
    for fields in things.map(\.folded.fields) {
      guard let study = fields.entity("study"), let coder = fields.entity("coder") else { continue }
      finishers[study, default: []].insert(coder)
    }
  }

  /// The summaries by label.
  func summaries(of things: [(id: EntityID, folded: Folded)]) -> [StudySummary] {
    things.map { thing in
      let count = counts[thing.id] ?? StudyCount()
      return StudySummary(
        study: Study(id: thing.id, fields: thing.folded.fields),
        documents: documents[thing.id] ?? [], lines: count.lines, codable: count.codable,
        quotations: count.quotations, rolesConfirmed: count.confirmed,
        rolesGuessed: count.guessed,
        coverage: (coverage[thing.id] ?? [:]).mapValues { own in
          Coverage(
            coded: own.coded, setAside: own.setAside,
            open: count.codable - own.coded - own.setAside)
        },
        finishedBy: finishers[thing.id] ?? [])
    }.sorted { ($0.study.label, $0.study.id) < ($1.study.label, $1.study.id) }
  }
}

extension LogReader {
  /// The summaries of studies, by label.
  ///
  /// - Complexity: O(*n*) in studies and documents, whatever the number of lines.
  func studies(only wanted: Set<EntityID>?) throws -> [StudySummary] {
    var facts = try StudyFacts(
      counts: counts(only: wanted), coverage: coverage(only: wanted),
      documents: documents(of: wanted))
    facts.finish(
      try wanted.map { try $0.sorted().flatMap { try live(StudyDone.kind, naming: $0) } }
        ?? live(StudyDone.kind))
    return facts.summaries(
      of: try wanted.map { try $0.sorted().compactMap { try live($0, of: Study.kind) } }
        ?? live(Study.kind))
  }

  fileprivate func counts(only wanted: Set<EntityID>?) throws -> [EntityID: StudyCount] {
    var counts: [EntityID: StudyCount] = [:]
    try each(
      wanted,
      """
      SELECT study, sum(lines), sum(codable), sum(quotations), sum(confirmed), sum(guessed)
      FROM documentCount n
      """, by: "study"
    ) { row in
      try counts[row.value(0)] = StudyCount(
        lines: row.value(1), codable: row.value(2), quotations: row.value(3),
        confirmed: row.value(4), guessed: row.value(5))
    }
    return counts
  }

  fileprivate func coverage(
    only wanted: Set<EntityID>?
  ) throws -> [EntityID: [EntityID: Coverage]] {
    var sums: [EntityID: [EntityID: Coverage]] = [:]
    try each(
      wanted,
      """
      SELECT n.study, k.id, sum(c.coded), sum(c.aside)
      FROM documentCount n JOIN coverage c ON c.document = n.document
      JOIN key k ON k.key = c.coder
      """, by: "study, c.coder"
    ) { row in
      try sums[row.value(0), default: [:]][row.value(1)] = Coverage(
        coded: row.value(2), setAside: row.value(3))
    }
    return sums
  }

  /// The documents of some studies, or of all, in the order in which they came.
  fileprivate func documents(of wanted: Set<EntityID>?) throws -> [EntityID: [EntityID]] {
    guard let wanted else {
      var documents: [EntityID: [EntityID]] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT l.target, t.id FROM thing t CROSS JOIN link l ON l.source = t.id
          CROSS JOIN study s ON s.id = l.target
          WHERE t.kind = 'document' AND t.live = 1 ORDER BY t.stamp, t.id
          """)
      while let row = try rows.next() {
        try documents[row.value(0), default: []].append(row.value(1))
      }
      return documents
    }
    return try Dictionary(uniqueKeysWithValues: wanted.map { ($0, try documents(of: $0)) })
  }

  /// Runs a query over all studies, or over each of some.
  private func each(
    _ wanted: Set<EntityID>?, _ sql: String, by group: String, _ body: (Row) throws -> Void
  ) throws {
    guard let wanted else {
      for row in try Row.fetchAll(db, sql: "\(sql) GROUP BY \(group)") { try body(row) }
      return
    }
    let statement = try db.cachedStatement(sql: "\(sql) WHERE n.study = ? GROUP BY \(group)")
    for study in wanted.sorted() {
      for row in try Row.fetchAll(statement, arguments: [study]) { try body(row) }
    }
  }

  /// A document with all that stands beside its lines and may be seen.
  func page(of document: EntityID, veil: inout Veil) throws -> DocumentPage {
    let table = try lines(of: document)
    let (codings, times, first) = try standingCodings(in: document)
    return DocumentPage(
      table: table, codings: codings, times: times, firstCoded: first,
      setAsides: try setAsides(
        meeting: Passage(start: 0, end: table.text.scalarCount), in: document),
      evidence: try evidence(in: document, veil: &veil), memos: try memos(about: document))
  }

  /// The live ties of a document, to the codes that theirs were merged into.
  func evidence(in document: EntityID) throws -> [Evidence] {
    var veil = try Veil(self, from: nil)
    return try evidence(in: document, veil: &veil)
  }

  private func evidence(in document: EntityID, veil: inout Veil) throws -> [Evidence] {
    try live(Evidence.kind, naming: document)
      .filter { try !veil.hides($0.id, $0.folded, self) }
      .compactMap { Evidence(id: $0.id, fields: $0.folded.fields) }
      .map { $0.standing(under: try resolve($0.target)) }
  }

  func memos(about id: EntityID) throws -> [Memo] {
    try live(Memo.kind, naming: id).compactMap { Memo(id: $0.id, fields: $0.folded.fields) }
      .filter { !$0.text.isEmpty }
  }
}
