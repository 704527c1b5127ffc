import Foundation
import GRDB
import Synthesis

/// Appends actions to the log inside one write transaction, and keeps the projections with it.
struct LogWriter {
  let db: Database
  let lines: LineCache

  /// Appends an act as an action of `coder`.
  ///
  /// - Returns: The action as it stands in the log.
  mutating func append(
    _ act: Act, id: ActionID, at: Int64, coder: EntityID
  ) throws -> Action {
    let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT stamp FROM head")) ?? 0
    let action = Action(
      id: id, stamp: .next(now: at, after: Stamp(last)), at: at, coder: coder, verb: act.verb,
      note: act.note, changes: act.changes)
    for content in act.contents { try store(content) }
    try insert(action, stored: act.changes.map(StoredChange.init))
    var projector = Projector(db: db, lines: lines)
    try projector.take(action)
    return action
  }

  /// Stores a text once, by its SHA-256.
  func store(_ content: [UInt8]) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO content VALUES(?, ?)").execute(
      arguments: [Data(Digest(of: content).bytes), Data(content)])
  }

  /// Writes the rows of an action behind the last one, chained to it.
  func insert(_ action: Action, stored: [StoredChange]) throws {
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq, hash FROM action ORDER BY seq DESC LIMIT 1"))
    let seq: Int64 = (last?["seq"] ?? 0) + 1
    let previous = (last?["hash"] as Data?).flatMap { Digest(bytes: [UInt8]($0)) } ?? .zero
    let hash = action.hash(after: previous, stored: stored)
    try db.cachedStatement(sql: "INSERT INTO action VALUES(?, ?, ?, ?, ?, ?, ?, ?)").execute(
      arguments: [
        seq, action.id, action.stamp.value, action.at, action.coder, action.verb.rawValue,
        action.note, Data(hash.bytes),
      ])
    let insert = try db.cachedStatement(sql: "INSERT INTO change VALUES(?, ?, ?, ?, ?, ?)")
    for (n, change) in stored.enumerated() {
      try insert.execute(arguments: [
        seq, n, change.kind, change.entity, String(decoding: change.fields, as: UTF8.self),
        String(decoding: change.over, as: UTF8.self),
      ])
    }
    try db.cachedStatement(sql: "UPDATE head SET stamp = max(stamp, ?)").execute(
      arguments: [action.stamp.value])
  }
}
