import GRDB
import Synthesis

/// What a code holds.
package struct CodeCount: Sendable {
  /// Distinct lines.
  package fileprivate(set) var lines = 0
  /// Studies with such lines.
  package fileprivate(set) var studies = 0
  /// Who put it there, a bit each.
  fileprivate(set) var mask: UInt64 = 0

  fileprivate mutating func add(_ other: CodeCount) {
    lines += other.lines
    studies += other.studies
    mask |= other.mask
  }
}

extension ReviewFile {
  /// The bank of codes by name: those that are not merged into another, with what they hold.
  ///
  /// Read in short slices; what others do meanwhile is taken in before it is answered.
  ///
  /// - Returns: The rows, all as of one arrival.
  /// - Throws: ``ReviewFileError``.
  /// - Complexity: O(codes), whatever the number of codings.
  package func bank() throws -> [BankCode] {
    let (rows, seq) = try wholeBank()
    return try bank(of: rows, asOf: seq)
  }

  /// Rows that were read while others went on, with what came since an arrival.
  func bank(of rows: [BankCode], asOf seq: Int64) throws -> [BankCode] {
    var (rows, seq) = (rows, seq)
    // A code whose first act is undone meanwhile may come twice.
    var places = Dictionary(
      rows.indices.map { (rows[$0].code.id, $0) }, uniquingKeysWith: { $1 })
    while let news = try codeNews(since: seq) {
      for row in news.rows {
        if let place = places[row.code.id] {
          rows[place] = row
        } else {
          places[row.code.id] = rows.count
          rows.append(row)
        }
      }
      for code in news.gone { places[code] = nil }
      seq = news.seq
    }
    return Self.sorted(rows, at: Array(places.values))
  }

  /// Sorts places, not the rows, which are large.
  private static func sorted(_ rows: [BankCode], at places: [Int]) -> [BankCode] {
    places.map { (name: rows[$0].code.name, id: rows[$0].code.id, place: $0) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { rows[$0.place] }
  }

  /// What those of some codes are called that are not merged into another.
  package func names(of codes: Set<EntityID>) throws -> [EntityID: String] {
    try read { try $0.names(of: codes) }
  }

  /// The bank in no order, in short reads, so that a save waits for none of them longer than a
  /// moment; with the last arrival of which all is told.
  package func wholeBank() throws -> (rows: [BankCode], seq: Int64) {
    let seq = try head()?.seq ?? 0
    let counts = try codeCounts()
    letOthersSave()
    let merged = try read { try $0.mergedKeys() }
    var sets = try read { try $0.coderSets() }
    var rows: [BankCode] = []
    try eachSlice(of: Code.kind) { things in
      for thing in things where !merged.contains(thing.id) {
        rows.append(LogReader.bankCode(thing, counts[thing.id], &sets))
      }
    }
    return (rows, seq)
  }

  /// How many lines and studies each code holds that holds any, under the code it was merged into.
  ///
  /// - Complexity: O(codes), whatever the number of codings.
  package func codeCounts() throws -> [EntityID: CodeCount] {
    let counts = try read { try $0.countsByKey() }
    letOthersSave()
    return try read { try $0.byIdentity(counts) }
  }

  /// The lines that a code holds, study by study, each document in a read of its own.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - study: A study to leave out.
  ///   - limit: How many lines at most.
  /// - Returns: The lines, by study and place.
  /// - Throws: ``ReviewFileError``.
  package func lines(
    of code: EntityID, notIn study: EntityID? = nil, limit: Int = .max
  ) throws -> [CodedLine] {
    let documents = try read { try $0.documents(holding: code) }
    var found: [CodedLine] = []
    for (owner, label, document) in documents where owner != study && found.count < limit {
      let room = limit - found.count
      found += try read {
        try $0.lines(of: code, label: label, document: document, limit: room)
      }
    }
    return found
  }
}

extension LogReader {
  /// Rows of the bank.
  func bank(only wanted: Set<EntityID>) throws -> [BankCode] {
    let counts = try counts(only: wanted)
    var sets = try coderSets()
    let merged = try mergedKeys()
    return try wanted.sorted().compactMap { try live($0, of: Code.kind) }
      .filter { !merged.contains($0.id) }.map { Self.bankCode($0, counts[$0.id], &sets) }
  }

  func names(of codes: Set<EntityID>) throws -> [EntityID: String] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.name FROM code c JOIN thing t ON t.id = c.id WHERE c.id = ? AND t.live = 1
        AND NOT EXISTS(SELECT 1 FROM key k JOIN resolved r ON r.code = k.key WHERE k.id = c.id)
        """)
    var names: [EntityID: String] = [:]
    for code in codes { names[code] = try String.fetchOne(statement, arguments: [code]) }
    return names
  }

  /// The codes that are merged into others.
  fileprivate func mergedKeys() throws -> Set<EntityID> {
    try Set(
      EntityID.fetchAll(
        db, sql: "SELECT k.id FROM resolved r JOIN key k ON k.key = r.code"))
  }

  fileprivate static func bankCode(
    _ thing: (id: EntityID, folded: Folded), _ count: CodeCount?, _ sets: inout CoderSets
  ) -> BankCode {
    let count = count ?? CodeCount()
    return BankCode(
      code: Code(id: thing.id, fields: thing.folded.fields), lines: count.lines,
      studies: count.studies,
      coders: sets.coders(of: count.mask),
      madeBy: thing.folded.first.coder, madeAt: thing.folded.first.at)
  }

  /// The sets of coders that masks are, each made once: most codes have one of a few.
  struct CoderSets {
    let bits: [EntityID: Int]
    private var known: [UInt64: Set<EntityID>] = [:]

    init(bits: [EntityID: Int]) { self.bits = bits }

    mutating func coders(of mask: UInt64) -> Set<EntityID> {
      if let set = known[mask] { return set }
      let set = Set(bits.filter { mask >> UInt64($0.value) & 1 == 1 }.keys)
      known[mask] = set
      return set
    }
  }

  /// What some codes hold, from the totals over sets of coders.
  fileprivate func counts(only wanted: Set<EntityID>) throws -> [EntityID: CodeCount] {
    var counts: [EntityID: CodeCount] = [:]
    for code in wanted {
      guard let key = try key(of: code) else { continue }
      counts[code] = try countsByKey(of: key).first?.count
    }
    return counts
  }

  /// What all codes hold, or one, in the order of their keys.
  fileprivate func countsByKey(
    of code: Int64? = nil
  ) throws -> [(code: Int64, count: CodeCount)] {
    let condition = code == nil ? "" : "WHERE code = ?"
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT code, mask, lines, studies FROM total \(condition) ORDER BY code, mask"),
      arguments: code.map { [$0] } ?? [])
    var counts: [(code: Int64, count: CodeCount)] = []
    func take(_ row: Row) throws {
      let code: Int64 = try row.value(0)
      let count = try CodeCount(
        lines: row.value(2), studies: row.value(3), mask: UInt64(bitPattern: row.value(1)))
      if let last = counts.indices.last, counts[last].code == code {
        counts[last].count.add(count)
      } else {
        counts.append((code, count))
      }
    }
    try rows.forEach(take)
    return counts
  }

  /// Counts in the order of keys by the identities of the codes.
  ///
  /// All keys are read once: to look each code's up takes twice as long as the counts.
  fileprivate func byIdentity(
    _ counts: [(code: Int64, count: CodeCount)]
  ) throws -> [EntityID: CodeCount] {
    var rest = counts[...]
    var byIdentity = [EntityID: CodeCount](minimumCapacity: counts.count)
    let keys = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT key, id FROM key ORDER BY key"))
    func take(_ row: Row) throws {
      let key: Int64 = try row.value(0)
      while let next = rest.first, next.code <= key {
        if next.code == key { try byIdentity[row.value(1)] = next.count }
        rest.removeFirst()
      }
    }
    try keys.forEach(take)
    return byIdentity
  }

  fileprivate func coderSets() throws -> CoderSets {
    CoderSets(
      bits: try Row.fetchAll(
        db, sql: "SELECT k.id, b.bit FROM bit b JOIN key k ON k.key = b.coder"
      ).reduce(into: [:]) { try $0[$1.value(0)] = $1.value(1) })
  }

  /// The documents in which a code holds lines, by the label of their studies.
  func documents(
    holding code: EntityID
  ) throws -> [(study: EntityID, label: String, document: EntityID)] {
    guard let key = try key(of: try resolve(code)) else { return [] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT s.id, s.label, k.id
          FROM (SELECT DISTINCT document FROM tally WHERE code = ?) t
          JOIN documentCount n ON n.document = t.document JOIN key k ON k.key = t.document
          JOIN study s ON s.id = n.study
          """), arguments: [key])
    return try rows.map {
      try (study: $0.value(0), label: $0.value(1), document: $0.value(2))
    }.sorted { ($0.label, $0.document) < ($1.label, $1.document) }
  }

  /// The lines of a document that a code holds.
  func lines(
    of code: EntityID, label: String, document: EntityID, limit: Int
  ) throws -> [CodedLine] {
    let (code, table) = (try resolve(code), try lines(of: document))
    var indices: Set<Int> = []
    try eachPassage(of: code, in: document) { indices.formUnion(table.indices(touchedBy: $0)) }
    let before = try firstNumber(of: document)
    return indices.sorted().filter { table.lines[$0].isCodable }.prefix(limit).map { index in
      let passage = table.lines[index].passage
      return CodedLine(
        study: label, number: before + index, place: Place(document, passage),
        text: table.text.words(passage))
    }
  }

  /// Calls `body` with each passage of a document that bears a code or one merged into it.
  private func eachPassage(
    of code: EntityID, in document: EntityID, _ body: (Passage) -> Void
  ) throws {
    guard let code = try key(of: code), let document = try key(of: document) else { return }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT start, "end" FROM coding INDEXED BY coding_code
          WHERE document = :document AND live = 1
          AND code IN (SELECT :code UNION ALL SELECT code FROM resolved WHERE target = :code)
          """), arguments: ["document": document, "code": code])
    while let row = try rows.next() { try body(Passage(start: row.value(0), end: row.value(1))) }
  }

  /// The number of a document's first line within its study.
  func firstNumber(of document: EntityID) throws -> Int {
    let study = try EntityID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT n.study FROM key k JOIN documentCount n ON n.document = k.key WHERE k.id = ?
          """), arguments: [document])
    guard let study else { return 1 }
    let count = try db.cachedStatement(
      sql: """
        SELECT n.lines FROM key k JOIN documentCount n ON n.document = k.key WHERE k.id = ?
        """)
    return try documents(of: study).prefix { $0 != document }.reduce(1) {
      $0 + (try Int.fetchOne(count, arguments: [$1]) ?? 0)
    }
  }
}
