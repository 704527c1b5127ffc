import GRDB
import Synthesis

/// The counts of lines: over sets of coders, in two levels, so that no count ever scans codings.
///
/// Distinct lines cannot be added over coders. A tally is kept per (code, document, set of coders);
/// above the tallies totals per (code, set): of lines that just these coders gave the code, and of
/// studies in which just they used it. What somebody sees is the sum over the sets that meet theirs.
struct Counts {
  let db: Database
  let lines: LineCache

  private var reader: LogReader { LogReader(db: db, cache: lines) }

  /// Changes a coder's codings or set-asides of a passage and keeps the coverage with it.
  mutating func cover(
    _ passage: Passage, in document: EntityID, by coder: Int64, changing change: () throws -> Void
  ) throws {
    guard try isCounted(document), let key = try reader.key(of: document) else {
      return try change()
    }
    let table = try reader.lines(of: document)
    let indices = table.indices(meeting: passage).filter { table.lines[$0].isCodable }
    guard let first = indices.first, let last = indices.last else { return try change() }
    let span = Passage(
      start: table.lines[first].passage.start, end: table.lines[last].passage.end)
    let before = try coverage(of: table, key, indices, span, by: coder)
    try change()
    let after = try coverage(of: table, key, indices, span, by: coder)
    guard before != after else { return }
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO coverage VALUES(?, ?, 0, 0)"
    ).execute(arguments: [key, coder])
    try db.cachedStatement(
      sql: """
        UPDATE coverage SET coded = coded + ?, aside = aside + ? WHERE document = ? AND coder = ?
        """
    ).execute(arguments: [
      after.coded - before.coded, after.setAside - before.setAside, key, coder,
    ])
    try db.cachedStatement(
      sql: "DELETE FROM coverage WHERE document = ? AND coder = ? AND coded = 0 AND aside = 0"
    ).execute(arguments: [key, coder])
  }

  private func isCounted(_ document: EntityID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT live FROM thing WHERE id = ?"), arguments: [document])
      ?? false
  }

  private func coverage(
    of table: LineTable, _ key: Int64, _ indices: [Int], _ span: Passage, by coder: Int64
  ) throws -> Coverage {
    let coded = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT start, "end" FROM coding
          WHERE document = ? AND start < ? AND "end" > ? AND coder = ? AND live = 1
          """), arguments: [key, span.end, span.start, coder]
    ).map { Passage(start: try $0.value(0), end: try $0.value(1)) }
    let owner = try owner(of: coder)
    let aside = try reader.setAsides(meeting: span, in: table.document.id)
      .filter { $0.coder == owner }.map(\.passage)
    let codedLines = Set(coded.flatMap(table.indices(touchedBy:)))
    let asideLines = Set(aside.flatMap(table.indices(touchedBy:)))
    return indices.reduce(into: Coverage()) { sum, index in
      sum.add(
        LineState(isCoded: codedLines.contains(index), isSetAside: asideLines.contains(index)))
    }
  }

  private func owner(of coder: Int64) throws -> EntityID? {
    try EntityID.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM key WHERE key = ?"), arguments: [coder])
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
  mutating func recount(_ document: EntityID, addsUp: Bool = true) throws {
    let key = try Projector(db: db, lines: lines).makeKey(of: document)
    lines.forget(document)
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
  mutating func retally(_ code: Int64, in document: EntityID) throws {
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
          key, try Projector(db: db, lines: lines).makeKey(of: coder), coverage.coded,
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
    let before = try studyMask(of: code, in: study)
    try db.cachedStatement(sql: "DELETE FROM tally WHERE code = ? AND document = ?").execute(
      arguments: [code, document])
    try writeTallies(of: code, in: document, masks)
    for mask in Set(old.keys).union(masks.keys).sorted() {
      try add(lines: (masks[mask] ?? 0) - (old[mask] ?? 0), to: code, mask)
    }
    let after = try studyMask(of: code, in: study)
    guard before != after else { return }
    if before != 0 { try add(studies: -1, to: code, before) }
    if after != 0 { try add(studies: 1, to: code, after) }
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

  /// The set of all who used a code in a study.
  private func studyMask(of code: Int64, in study: EntityID) throws -> UInt64 {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.mask FROM documentCount n CROSS JOIN tally t ON t.document = n.document
          WHERE n.study = ? AND t.code = ?
          """), arguments: [study, code]
    ).reduce(0) { $0 | UInt64(bitPattern: $1) }
  }

  private func add(
    lines: Int = 0, studies: Int = 0, to code: Int64, _ mask: UInt64
  ) throws {
    guard lines != 0 || studies != 0 else { return }
    let mask = Int64(bitPattern: mask)
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO total VALUES(?, ?, 0, 0)").execute(
      arguments: [code, mask])
    try db.cachedStatement(
      sql: """
        UPDATE total SET lines = lines + ?, studies = studies + ? WHERE code = ? AND mask = ?
        """
    ).execute(arguments: [lines, studies, code, mask])
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
      let facts = try Projector(db: db, lines: lines).anyFacts(of: id),
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
