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
  func codings(_ condition: String, _ arguments: StatementArguments) throws -> [Coding] {
    try codingRows(condition, arguments).map(Self.coding)
  }

  /// The live codings of a document under the codes that theirs were merged into, with the time at
  /// which each was made and the place of the earliest in the order of acts.
  func standingCodings(
    in document: EntityID
  ) throws -> (codings: [Coding], times: [EntityID: Int64], first: Stamp?) {
    guard let key = try key(of: document) else { return ([], [:], nil) }
    var codings: [Coding] = []
    var times: [EntityID: Int64] = [:]
    var first: Stamp?
    for row in try codingRows("c.document = :document", ["document": key]) {
      let coding = try Self.coding(row)
      let target: EntityID? = try row.value("target")
      codings.append(target.map(coding.standing) ?? coding)
      times[coding.id] = try row.value("at")
      let stamp = try Stamp(row.value("stamp"))
      first = min(first ?? stamp, stamp)
    }
    return (codings, times, first)
  }

  private static func coding(_ row: Row) throws -> Coding {
    try Coding(
      document: row.value("document"),
      passage: Passage(start: row.value("start"), end: row.value("end")),
      code: row.value("code"), coder: row.value("coder"), memo: row.value("memo"))
  }

  private func codingRows(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT d.id AS document, c.start, c."end", code.id AS code, coder.id AS coder, c.memo,
            c.at, c.stamp, target.id AS target
          FROM coding c JOIN key d ON d.key = c.document JOIN key code ON code.key = c.code
          JOIN key coder ON coder.key = c.coder
          LEFT JOIN resolved r ON r.code = c.code LEFT JOIN key target ON target.key = r.target
          WHERE c.live = 1 AND (\(condition))
          ORDER BY c.document, c.start, c."end", c.stamp, c.code, c.coder
          """), arguments: arguments)
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
