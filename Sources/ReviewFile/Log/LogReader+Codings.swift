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
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT d.id AS document, c.start, c."end", code.id AS code, coder.id AS coder, c.memo
          FROM coding c JOIN key d ON d.key = c.document JOIN key code ON code.key = c.code
          JOIN key coder ON coder.key = c.coder WHERE c.live = 1 AND (\(condition))
          ORDER BY c.document, c.start, c."end", c.stamp, c.code, c.coder
          """), arguments: arguments
    ).map { row in
      Coding(
        document: row["document"], passage: Passage(start: row["start"], end: row["end"]),
        code: row["code"], coder: row["coder"], memo: row["memo"])
    }
  }
}
