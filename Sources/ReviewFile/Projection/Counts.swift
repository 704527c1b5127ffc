import GRDB
import Synthesis

/// The counts of lines: over sets of coders, in two levels, so that no count ever scans codings.
///
/// Distinct lines cannot be added over coders. A tally is kept per (code, document, set of coders);
/// above the tallies totals per (code, set): of lines that just these coders gave the code, and of
/// studies in which just they used it. What somebody sees is the sum over the sets that meet theirs.
struct Counts {
  private let reader: LogReader
  private var db: Database { reader.db }

  /// - Parameter reader: Reads in the same transaction.
  init(_ reader: LogReader) {
    self.reader = reader
  }

  /// What a line is covered with.
  enum Part {
    case codings, setAsides
  }

  /// Changes a coder's codings or set-asides of a passage and keeps the coverage with it.
  ///
  /// - Parameters:
  ///   - passage: The words.
  ///   - document: Theirs.
  ///   - coder: Whose they are.
  ///   - part: Which of the two is changed; the other is read but once.
  ///   - change: Changes it.
  /// - Throws: What SQLite says, and what `change` throws.
  func cover(
    _ passage: Passage, in document: EntityID, by coder: EntityID, changing part: Part,
    by change: () throws -> Void
  ) throws {
    guard try isCounted(document), let key = try reader.key(of: document) else {
      return try change()
    }
    let coderKey = try Projector(reader).makeKey(of: coder)
    let table = try reader.lines(of: document)
    let indices = table.indices(meeting: passage).filter { table.lines[$0].isCodable }
    guard let first = indices.first, let last = indices.last else { return try change() }
    let span = Passage(
      start: table.lines[first].passage.start, end: table.lines[last].passage.end)
    func coded() throws -> Set<Int> {
      try Set(codings(meeting: span, in: key, by: coderKey).flatMap(table.indices(touchedBy:)))
    }
    func setAside() throws -> Set<Int> {
      let own = try reader.setAsides(meeting: span, in: document).filter { $0.coder == coder }
      return Set(own.map(\.passage).flatMap(table.indices(touchedBy:)))
    }
    let before = try (coded: coded(), setAside: setAside())
    try change()
    var after = before
    switch part {
    case .codings: after.coded = try coded()
    case .setAsides: after.setAside = try setAside()
    }
    try add(
      Coverage(of: indices, coded: after.coded, setAside: after.setAside),
      instead: Coverage(of: indices, coded: before.coded, setAside: before.setAside),
      to: key, by: coderKey)
  }

  private func codings(
    meeting span: Passage, in document: Int64, by coder: Int64
  ) throws -> [Passage] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT start, "end" FROM coding
          WHERE document = ? AND start < ? AND "end" > ? AND coder = ? AND live = 1
          """), arguments: [document, span.end, span.start, coder]
    ).map { Passage(start: try $0.value(0), end: try $0.value(1)) }
  }

  private func isCounted(_ document: EntityID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT live FROM thing WHERE id = ?"), arguments: [document])
      ?? false
  }

  private func add(
    _ new: Coverage, instead old: Coverage, to document: Int64, by coder: Int64
  ) throws {
    guard new != old else { return }
    let (coded, setAside) = (new.coded - old.coded, new.setAside - old.setAside)
    try db.cachedStatement(
      sql: """
        INSERT INTO coverage VALUES(?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET coded = coded + excluded.coded, aside = aside + excluded.aside
        """
    ).execute(arguments: [document, coder, coded, setAside])
    guard coded < 0 || setAside < 0 else { return }
    try db.cachedStatement(
      sql: "DELETE FROM coverage WHERE document = ? AND coder = ? AND coded = 0 AND aside = 0"
    ).execute(arguments: [document, coder])
  }
}

extension Coverage {
  /// The sum over lines of which is known whether they are coded, and whether they are set aside.
  fileprivate init(of lines: [Int], coded: Set<Int>, setAside: Set<Int>) {
    self = lines.reduce(into: Coverage()) { sum, line in
      sum.add(LineState(isCoded: coded.contains(line), isSetAside: setAside.contains(line)))
    }
  }
}

extension Counts {
  /// Makes all counts of a document again: its lines, its coverage and its tallies.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - addsUp: Whether what stands above the tallies follows; where all are made from nothing,
  ///     ``addUp()`` makes it at the end.
  /// - Throws: What SQLite says.
  func recount(_ document: EntityID, addsUp: Bool = true) throws {
    let key = try Projector(reader).makeKey(of: document)
    reader.forgetLines(of: document)
    try indexWords(of: document, key)
    guard try isCounted(document) else { return try forget(document, key) }
    let table = try LineCache.derive(document, reader: reader, text: nil)
    try writeLineCounts(of: table, key)
    let codings = try reader.codings("c.document = :document", ["document": key])
    let aside = try reader.setAsides(
      meeting: Passage(start: 0, end: table.text.scalarCount), in: document)
    try writeCoverage(of: table, key, codings, aside)
    let masks = try masks(of: codings, table)
    guard addsUp else {
      for code in masks.keys.sorted() { try writeTallies(of: code, in: key, masks[code] ?? [:]) }
      return
    }
    let before = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT code FROM tally WHERE document = ?", arguments: [key])
    for code in Set(before).union(masks.keys).sorted() {
      try replaceTallies(of: code, in: key, study: table.document.study, with: masks[code] ?? [:])
    }
  }

  /// Makes the tallies of one code in one document again.
  func retally(_ code: Int64, in document: EntityID) throws {
    guard try isCounted(document), let key = try reader.key(of: document) else { return }
    let table = try reader.lines(of: document)
    let codings = try reader.codings(
      """
      c.document = :document
      AND c.code IN (SELECT :code UNION ALL SELECT code FROM resolved WHERE target = :code)
      """, ["document": key, "code": code], by: "coding_code")
    let masks = try masks(of: codings, table)
    try replaceTallies(of: code, in: key, study: table.document.study, with: masks[code] ?? [:])
  }

  private func forget(_ document: EntityID, _ key: Int64) throws {
    let study = try EntityID.fetchOne(
      db, sql: "SELECT study FROM documentCount WHERE document = ?", arguments: [key])
    let codes = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT code FROM tally WHERE document = ?", arguments: [key])
    if let study {
      for code in codes { try replaceTallies(of: code, in: key, study: study, with: [:]) }
    }
    try db.execute(sql: "DELETE FROM coverage WHERE document = ?", arguments: [key])
    try db.execute(sql: "DELETE FROM documentCount WHERE document = ?", arguments: [key])
  }

  private func writeLineCounts(of table: LineTable, _ key: Int64) throws {
    let quotations = table.lines.count { $0.standing == .quotation }
    let counted = table.lines.filter { $0.standing == .codable || $0.standing == .quotation }
    let spoken = counted.filter { $0.role != .author || $0.roleIsConfirmed }
    // A number that no earlier state of this document had: the arrival that changed it.
    let shape = try Int.fetchOne(db, sql: "SELECT max(seq) FROM action") ?? 0
    try db.execute(
      sql: "INSERT OR REPLACE INTO documentCount VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        key, table.document.study, table.lines.count, table.lines.count(where: \.isCodable),
        quotations, spoken.count(where: \.roleIsConfirmed),
        spoken.count { !$0.roleIsConfirmed }, shape,
      ])
  }

  private func writeCoverage(
    of table: LineTable, _ key: Int64, _ codings: [Coding], _ aside: [SetAside]
  ) throws {
    try db.execute(sql: "DELETE FROM coverage WHERE document = ?", arguments: [key])
    for coder in Set(codings.map(\.coder)).union(aside.map(\.coder)).sorted() {
      let coverage = Coverage(
        of: table, coded: codings.filter { $0.coder == coder }.map(\.passage),
        setAside: aside.filter { $0.coder == coder }.map(\.passage))
      guard coverage.coded + coverage.setAside > 0 else { continue }
      try db.execute(
        sql: "INSERT INTO coverage VALUES(?, ?, ?, ?)",
        arguments: [
          key, try Projector(reader).makeKey(of: coder), coverage.coded,
          coverage.setAside,
        ])
    }
  }

  /// For each resolved code, how many codable lines each set of coders gave it.
  private func masks(
    of codings: [Coding], _ table: LineTable
  ) throws -> [Int64: [UInt64: Int]] {
    var sets: [Int64: [Int: UInt64]] = [:]
    // Each is looked up once: a document has thousands of codings of a few hundred codes.
    let keys = try Dictionary(
      uniqueKeysWithValues: Set(codings.map(\.code)).map { code in
        (code, try reader.key(of: reader.resolve(code)))
      })
    let bits = try Dictionary(
      uniqueKeysWithValues: Set(codings.map(\.coder)).map { ($0, try bit(of: $0)) })
    for coding in codings {
      guard let code = keys[coding.code] ?? nil, let bit = bits[coding.coder] ?? nil else {
        continue
      }
      for index in table.indices(touchedBy: coding.passage) where table.lines[index].isCodable {
        sets[code, default: [:]][index, default: 0] |= 1 << UInt64(bit)
      }
    }
    return sets.mapValues { lines in
      lines.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }

  private func bit(of coder: EntityID) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT b.bit FROM bit b JOIN key k ON k.key = b.coder WHERE k.id = ?"),
      arguments: [coder])
  }

  private func replaceTallies(
    of code: Int64, in document: Int64, study: EntityID, with masks: [UInt64: Int]
  ) throws {
    let old = try tallies(of: code, in: document)
    guard old != masks else { return }
    if !old.isEmpty {
      try db.cachedStatement(sql: "DELETE FROM tally WHERE code = ? AND document = ?").execute(
        arguments: [code, document])
    }
    try writeTallies(of: code, in: document, masks)
    var sums = masks.mapValues { (lines: $0, studies: 0) }
    for (mask, count) in old { sums[mask, default: (0, 0)].lines -= count }
    let others = try studyMask(of: code, in: study, but: document)
    let (before, after) = (old.keys.reduce(others, |), masks.keys.reduce(others, |))
    if before != 0 { sums[before, default: (0, 0)].studies -= 1 }
    if after != 0 { sums[after, default: (0, 0)].studies += 1 }
    for (mask, sum) in sums.sorted(by: { $0.key < $1.key }) {
      try add(lines: sum.lines, studies: sum.studies, to: code, mask)
    }
  }

  private func writeTallies(
    of code: Int64, in document: Int64, _ masks: [UInt64: Int]
  ) throws {
    for (mask, count) in masks.sorted(by: { $0.key < $1.key }) {
      try db.cachedStatement(sql: "INSERT INTO tally VALUES(?, ?, ?, ?)").execute(
        arguments: [code, document, Int64(bitPattern: mask), count])
    }
  }

  /// Makes what stands above the tallies out of all of them, into empty tables.
  func addUp() throws {
    try db.execute(
      sql: "INSERT INTO total SELECT code, mask, sum(lines), 0 FROM tally GROUP BY code, mask")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT t.code, n.study, t.mask FROM tally t JOIN documentCount n ON n.document = t.document
        ORDER BY t.code, n.study
        """)
    var studies: [UInt64: Int] = [:]
    var last: (code: Int64, study: EntityID, mask: UInt64)?
    while let row = try rows.next() {
      let (code, study) = try (row.value(0) as Int64, row.value(1) as EntityID)
      let mask = try UInt64(bitPattern: row.value(2) as Int64)
      if let own = last, own.code == code, own.study == study {
        last = (code, study, own.mask | mask)
        continue
      }
      if let own = last { studies[own.mask, default: 0] += 1 }
      if let own = last, own.code != code { try writeStudies(of: own.code, &studies) }
      last = (code, study, mask)
    }
    guard let own = last else { return }
    studies[own.mask, default: 0] += 1
    try writeStudies(of: own.code, &studies)
  }

  private func writeStudies(of code: Int64, _ studies: inout [UInt64: Int]) throws {
    for (mask, count) in studies.sorted(by: { $0.key < $1.key }) {
      try add(studies: count, to: code, mask)
    }
    studies = [:]
  }

  private func tallies(of code: Int64, in document: Int64) throws -> [UInt64: Int] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT mask, lines FROM tally WHERE code = ? AND document = ?"),
      arguments: [code, document]
    ).reduce(into: [:]) { try $0[UInt64(bitPattern: $1.value("mask"))] = $1.value("lines") }
  }

  /// The set of all who used a code in a study, outside one of its documents.
  private func studyMask(
    of code: Int64, in study: EntityID, but document: Int64
  ) throws -> UInt64 {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.mask FROM documentCount n CROSS JOIN tally t ON t.document = n.document
          WHERE n.study = ? AND t.code = ? AND n.document <> ?
          """), arguments: [study, code, document]
    ).reduce(0) { $0 | UInt64(bitPattern: $1) }
  }

  private func add(
    lines: Int = 0, studies: Int = 0, to code: Int64, _ mask: UInt64
  ) throws {
    guard lines != 0 || studies != 0 else { return }
    let mask = Int64(bitPattern: mask)
    try db.cachedStatement(
      sql: """
        INSERT INTO total VALUES(?, ?, ?, ?)
        ON CONFLICT DO UPDATE
        SET lines = lines + excluded.lines, studies = studies + excluded.studies
        """
    ).execute(arguments: [code, mask, lines, studies])
    guard lines < 0 || studies < 0 else { return }
    try db.cachedStatement(
      sql: "DELETE FROM total WHERE code = ? AND mask = ? AND lines = 0 AND studies = 0"
    ).execute(arguments: [code, mask])
  }

  /// Indexes the words of a document's paragraphs, once: a frozen text never changes, and a
  /// document that is undone may come back.
  private func indexWords(of id: EntityID, _ key: Int64) throws {
    let isIndexed = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM paragraph WHERE document = ? LIMIT 1"),
      arguments: [key])
    guard isIndexed == nil,
      let facts = try Projector(reader).anyFacts(of: id),
      let document = Document(id: id, fields: facts.fields), !document.text.isEmpty
    else { return }
    let text = FrozenText(try reader.content(document.text))
    let starts = document.paragraphs
    for (index, first) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : document.lines.count
      guard first < next, next <= document.lines.count else { continue }
      let passage = Passage(
        start: document.lines[first].start, end: document.lines[next - 1].end)
      try db.cachedStatement(
        sql: "INSERT INTO paragraph(document, start, \"end\") VALUES(?, ?, ?)"
      ).execute(arguments: [key, passage.start, passage.end])
      try db.cachedStatement(sql: "INSERT INTO words(rowid, text) VALUES(?, ?)").execute(
        arguments: [db.lastInsertedRowID, text.string(passage)])
    }
  }
}
