import GRDB
import Synthesis

extension LogReader {
  func codings(meeting passage: Passage, in document: EntityID) throws -> [Coding] {
    guard let key = try key(of: document) else { return [] }
    return try codings(
      "c.document = :document AND c.start < :end AND c.\"end\" > :start",
      ["document": key, "start": passage.start, "end": passage.end])
  }

  func codings(of code: EntityID) throws -> [Coding] {
    guard let key = try key(of: code) else { return [] }
    return try codings("c.code = :code", ["code": key])
  }

  /// The live codings for which a condition on the row `c` holds.
  ///
  /// They are looked up by an index where one is named, else as SQLite chooses.
  func codings(
    _ condition: String, _ arguments: StatementArguments, by index: String? = nil
  ) throws -> [Coding] {
    var codings: [Coding] = []
    try eachCoding(where: condition, arguments, by: index) {
      codings.append(try Self.coding($0))
    }
    return codings
  }

  /// The live codings of a document under the codes that theirs were merged into, with the time at
  /// which each was made and the place of the earliest in the order of acts.
  func standingCodings(
    in document: EntityID
  ) throws -> (codings: [Coding], times: [EntityID: Int64], first: Stamp?) {
    var codings: [Coding] = []
    var times: [EntityID: Int64] = [:]
    var first: Stamp?
    try eachStandingCoding(in: document, of: nil) { coding, at, stamp in
      codings.append(coding)
      times[coding.id] = at
      first = min(first ?? stamp, stamp)
    }
    return (codings, times, first)
  }

  /// Calls `body` with each live coding of a document, under the code that its own was merged into,
  /// when it was made and its place in the order of acts.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - codes: Codings of these codes only, as they were applied; of all where nothing is said.
  ///   - body: Takes each.
  /// - Throws: What SQLite says, and what `body` throws.
  func eachStandingCoding(
    in document: EntityID, of codes: [EntityID]?, _ body: (Coding, Int64, Stamp) throws -> Void
  ) throws {
    guard let key = try key(of: document) else { return }
    var arguments: StatementArguments = ["document": key]
    var condition = "c.document = :document"
    if let codes {
      let names = codes.indices.map { "code\($0)" }
      for (name, code) in zip(names, codes) { arguments += [name: code] }
      let list = names.map { ":" + $0 }.joined(separator: ", ")
      condition += " AND c.code IN (SELECT key FROM key WHERE id IN (\(list)))"
    }
    try eachCoding(where: condition, arguments) { row in
      let coding = try Self.coding(row)
      let target: EntityID? = try row.value(8)
      try body(target.map(coding.standing) ?? coding, row.value(6), Stamp(row.value(7)))
    }
  }

  private static func coding(_ row: Row) throws -> Coding {
    try Coding(
      document: row.value(0), passage: Passage(start: row.value(1), end: row.value(2)),
      code: row.value(3), coder: row.value(4), memo: row.value(5))
  }

  /// The rows are read by their places: finding a column by its name costs more than its value.
  private func eachCoding(
    where condition: String, _ arguments: StatementArguments, by index: String? = nil,
    _ body: (Row) throws -> Void
  ) throws {
    // Left to itself SQLite reads a whole document, whose codings lie in order.
    let lookup = index.map { "INDEXED BY \($0)" } ?? ""
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT d.id, c.start, c."end", code.id, coder.id, c.memo, c.at, c.stamp, target.id
          FROM coding c \(lookup) JOIN key d ON d.key = c.document
          JOIN key code ON code.key = c.code JOIN key coder ON coder.key = c.coder
          LEFT JOIN resolved r ON r.code = c.code LEFT JOIN key target ON target.key = r.target
          WHERE c.live = 1 AND (\(condition))
          ORDER BY c.document, c.start, c."end", c.stamp, c.code, c.coder
          """), arguments: arguments)
    while let row = try rows.next() { try body(row) }
  }

  func documents(of study: EntityID) throws -> [EntityID] {
    try EntityID.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id FROM link l CROSS JOIN thing t ON t.id = l.source
          WHERE l.target = ? AND t.kind = 'document' AND t.live = 1 ORDER BY t.stamp, t.id
          """), arguments: [study])
  }
}
