import Foundation
import GRDB
import Synthesis

extension ReviewFile {
  /// Checks everything: SQLite's own structure, the chain of the log, the texts, and the
  /// projections against ones made anew from a copy of the log.
  ///
  /// - Returns: What is wrong, in words; nothing where all is well.
  package func check() throws -> [String] {
    let structure = try read { try String.fetchAll($0.db, sql: "PRAGMA integrity_check(20)") }
    var problems = structure.filter { $0 != "ok" }.map { "SQLite finds: \($0)" }
    problems += try headProblems()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("linewise-check-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      problems += try differences(fromCopyAt: folder + "/copy.linewise")
    } catch let error as ReviewFileError where error != .busy {
      problems.append(error.sentence)
    }
    return problems
  }

  /// What the head says of the log that the log does not say: it is not in the chain.
  private func headProblems() throws -> [String] {
    try read { reader in
      let row = try Row.fetchOne(
        reader.db,
        sql: """
          SELECT stamp = (SELECT coalesce(max(stamp), 0) FROM action) AS isLast,
            NOT EXISTS (SELECT 1 FROM action) OR EXISTS (
              SELECT 1 FROM change WHERE action = 1 AND kind = ? AND entity = review) AS isOwn
          FROM head
          """, arguments: [Review.kind.name])
      guard let row else { return ["the file has no head"] }
      return [
        try row.value("isLast") ? nil : "the head's stamp is not that of the last act",
        try row.value("isOwn") ? nil : "the head names another review than the first act made",
      ].compactMap(\.self)
    }
  }

  /// Makes the projections again from the log.
  package func rebuild() throws {
    try Self.translating(path) { try queue.writeWithoutTransaction(Rebuild.run) }
    lines.forgetAll()
  }

  /// Compares each projection, row by row and by ids, with that of a copy made anew.
  ///
  /// What stands here is read first, for a log that grows meanwhile can still be copied up to there.
  private func differences(fromCopyAt path: String) throws -> [String] {
    let (end, found) = try read { reader in
      (
        try Int64.fetchOne(reader.db, sql: "SELECT max(seq) FROM action") ?? 0,
        try Projections.contents.map { try Projections.lines(reader.db, $0.sql) }
      )
    }
    try backUp(to: path, upTo: end)
    let fresh = try DatabaseQueue(
      path: path, configuration: Connection.configuration(readOnly: true))
    defer { try? fresh.close() }
    return try zip(Projections.contents, found).compactMap { projection, found in
      let expected = try fresh.read { try Projections.lines($0, projection.sql) }
      guard expected != found else { return nil }
      let wrong = Set(expected).symmetricDifference(found).count
      return "the table ‘\(projection.table)’ differs from the log in \(wrong) rows; "
        + "`linewise check --rebuild` makes it again"
    }
  }
}

/// The projections as they are compared: by ids, for local numbers may differ.
enum Projections {
  private static func id(_ column: String) -> String {
    "(SELECT hex(id) FROM key WHERE key = \(column))"
  }

  /// Sets of coders by the bits' owners, so that the order in which coders came does not matter.
  private static let mask = """
    (SELECT group_concat(hex, '+') FROM (SELECT hex(k.id) AS hex FROM bit b
    JOIN key k ON k.key = b.coder WHERE (mask >> b.bit) & 1 ORDER BY 1))
    """

  /// Each projection with the query that gives its rows as one column, in an order of their own.
  static let contents: [(table: String, sql: String)] = [
    (
      "thing",
      """
      SELECT hex(id)||kind||isOn||live||stamp||hex(action)||hex(coder)||at||fields
      FROM thing ORDER BY id
      """
    ),
    ("link", "SELECT hex(target)||hex(source) FROM link ORDER BY 1"),
    ("code", "SELECT hex(id)||name||coalesce(hex(mergedInto), '') FROM code ORDER BY 1"),
    (
      "placement",
      """
      SELECT hex(id)||hex(child)||coalesce(hex(parent), 'top')||coalesce(hex(arrangement), 'shared')
      FROM placement ORDER BY 1
      """
    ),
    ("themeMerge", "SELECT hex(theme)||hex(target) FROM themeMerge ORDER BY 1"),
    (
      "coding",
      """
      SELECT \(id("document"))||' '||start||' '||"end"||\(id("code"))||\(id("coder"))
      ||live||' '||stamp||' '||at||memo FROM coding ORDER BY 1
      """
    ),
    ("resolved", "SELECT \(id("code"))||\(id("target")) FROM resolved ORDER BY 1"),
    (
      "documentCount",
      """
      SELECT \(id("document"))||hex(study)||lines||' '||codable||' '||quotations||' '||confirmed
      ||' '||guessed FROM documentCount ORDER BY 1
      """
    ),
    (
      "coverage",
      "SELECT \(id("document"))||\(id("coder"))||coded||' '||aside FROM coverage ORDER BY 1"
    ),
    ("tally", "SELECT \(id("code"))||\(id("document"))||\(mask)||lines FROM tally ORDER BY 1"),
    ("total", "SELECT \(id("code"))||\(mask)||lines FROM total ORDER BY 1"),
    ("spread", "SELECT \(id("code"))||\(mask)||studies FROM spread ORDER BY 1"),
    (
      "paragraph",
      "SELECT \(id("document"))||' '||start||' '||\"end\" FROM paragraph ORDER BY 1"
    ),
  ]

  static func lines(_ db: Database, _ sql: String) throws -> [String] {
    try String.fetchAll(db, sql: sql)
  }
}
