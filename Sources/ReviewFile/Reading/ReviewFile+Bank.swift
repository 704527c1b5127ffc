import GRDB
import Synthesis

extension ReviewFile {
  /// The bank of codes by name: those that are not merged into another, with what they hold.
  ///
  /// - Complexity: O(codes), whatever the number of codings.
  package func bank() throws -> [BankCode] {
    try read { try $0.bank(only: nil) }
      .sorted { ($0.code.name, $0.code.id) < ($1.code.name, $1.code.id) }
  }

  /// Some rows of the bank, in no order.
  package func bank(only codes: Set<EntityID>) throws -> [BankCode] {
    try read { try $0.bank(only: codes) }
  }

  /// The bank in no order, in short reads, so that a save waits for none of them longer than a
  /// moment; with the last arrival of which all is told.
  package func wholeBank() throws -> (rows: [BankCode], seq: Int64) {
    let seq = try head()?.seq ?? 0
    let (counts, bits, merged) = try read { reader in
      (try reader.counts(only: nil), try reader.bits(), try reader.mergedKeys())
    }
    var rows: [BankCode] = []
    try eachSlice(of: Code.kind) { things in
      rows += things.filter { !merged.contains($0.id) }
        .map { LogReader.bankCode($0, counts[$0.id], bits) }
    }
    return (rows, seq)
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
  /// Rows of the bank: these codes, or all.
  func bank(only wanted: Set<EntityID>?) throws -> [BankCode] {
    let counts = try counts(only: wanted)
    let bits = try bits()
    let merged = try mergedKeys()
    let things =
      try wanted.map { try $0.sorted().compactMap { try live($0, of: Code.kind) } }
      ?? live(Code.kind)
    return things.filter { !merged.contains($0.id) }
      .map { Self.bankCode($0, counts[$0.id], bits) }
  }

  /// The codes that are merged into others.
  fileprivate func mergedKeys() throws -> Set<EntityID> {
    try Set(
      EntityID.fetchAll(
        db, sql: "SELECT k.id FROM resolved r JOIN key k ON k.key = r.code"))
  }

  fileprivate static func bankCode(
    _ thing: (id: EntityID, folded: Folded), _ count: Count?, _ bits: [EntityID: Int]
  ) -> BankCode {
    let count = count ?? Count()
    return BankCode(
      code: Code(id: thing.id, fields: thing.folded.fields), lines: count.lines,
      studies: count.studies,
      coders: Set(bits.filter { count.mask >> UInt64($0.value) & 1 == 1 }.keys),
      madeBy: thing.folded.first.coder, madeAt: thing.folded.first.at)
  }

  fileprivate struct Count {
    var lines = 0
    var studies = 0
    var mask: UInt64 = 0
  }

  /// What codes hold, from the totals over sets of coders.
  fileprivate func counts(only wanted: Set<EntityID>?) throws -> [EntityID: Count] {
    var counts: [EntityID: Count] = [:]
    for (table, column) in [("total", \Count.lines), ("spread", \Count.studies)] {
      let name = table == "total" ? "lines" : "studies"
      let sql = "SELECT k.id, t.mask, t.\(name) FROM \(table) t JOIN key k ON k.key = t.code"
      let rows =
        try wanted.map { ids in
          try ids.flatMap {
            try Row.fetchAll(
              db.cachedStatement(sql: sql + " WHERE k.id = ?"), arguments: [$0])
          }
        } ?? Row.fetchAll(db, sql: sql)
      for row in rows {
        let id: EntityID = try row.value(0)
        counts[id, default: Count()].mask |= try UInt64(bitPattern: row.value(1))
        counts[id, default: Count()][keyPath: column] += try row.value(2) as Int
      }
    }
    return counts
  }

  fileprivate func bits() throws -> [EntityID: Int] {
    try Row.fetchAll(db, sql: "SELECT k.id, b.bit FROM bit b JOIN key k ON k.key = b.coder")
      .reduce(into: [:]) { try $0[$1.value("id")] = $1.value("bit") }
  }

  /// The documents in which a code holds lines, by the label of their studies.
  func documents(
    holding code: EntityID
  ) throws -> [(study: EntityID?, label: String, document: EntityID)] {
    guard let key = try key(of: try resolve(code)) else { return [] }
    let documents = try EntityID.fetchAll(
      db,
      sql: "SELECT DISTINCT k.id FROM tally t JOIN key k ON k.key = t.document WHERE t.code = ?",
      arguments: [key])
    return try documents.map { document in
      let study = try folded(document)?.fields.entity("study")
      return (study, try study.map(name) ?? "", document)
    }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }
  }

  /// The lines of a document that a code holds.
  func lines(
    of code: EntityID, label: String, document: EntityID, limit: Int
  ) throws -> [CodedLine] {
    let (code, table) = (try resolve(code), try lines(of: document))
    let whole = Passage(start: 0, end: table.text.scalarCount)
    let indices = try codings(meeting: whole, in: document)
      .filter { try resolve($0.code) == code }
      .flatMap { table.indices(touchedBy: $0.passage) }
    let before = try firstNumber(of: document)
    return Set(indices).sorted().filter { table.lines[$0].isCodable }.prefix(limit).map { index in
      let passage = table.lines[index].passage
      return CodedLine(
        study: label, number: before + index, place: Place(document, passage),
        text: table.text.words(passage))
    }
  }

  /// The number of a document's first line within its study.
  func firstNumber(of document: EntityID) throws -> Int {
    guard let study = try folded(document)?.fields.entity("study") else { return 1 }
    let earlier = try documents(of: study).prefix { $0 != document }
    return try earlier.reduce(1) { $0 + (try lines(of: $1).lines.count) }
  }
}
