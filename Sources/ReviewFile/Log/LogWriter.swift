import Foundation
import GRDB
import Synthesis

/// Appends actions to the log inside one write transaction, and keeps the projections with it.
struct LogWriter {
  private let reader: LogReader
  private var db: Database { reader.db }

  /// - Parameter reader: Reads in the same transaction; what it has read of entities that ``append``
  ///   changes it reads again.
  init(_ reader: LogReader) {
    self.reader = reader
  }

  /// Appends an act as an action of `coder`.
  ///
  /// - Returns: The action as it stands in the log.
  func append(
    _ act: Act, id: ActionID, at: Int64, coder: EntityID
  ) throws -> Action {
    let end = try end()
    let action = Action(
      id: id, stamp: .next(now: at, after: end.stamp), at: at, coder: coder, verb: act.verb,
      note: act.note, changes: act.changes)
    for content in act.contents { try store(content) }
    let new = try insert(action, stored: act.changes.map(StoredChange.init), after: end)
    try raiseStamp(to: new.stamp)
    reader.memo?.forget(action)
    var projector = Projector(reader)
    try projector.take(action)
    return action
  }

  /// Stores a text once, by its SHA-256.
  func store(_ content: [UInt8]) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO content VALUES(?, ?)").execute(
      arguments: [Data(Digest(of: content).bytes), Data(content)])
  }

  /// Where a log ends: its last arrival, that one's hash, and its largest stamp.
  struct End {
    let seq: Int64
    let hash: Digest
    let stamp: Stamp
  }

  /// Where the log ends now.
  func end() throws -> End {
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq, hash FROM action ORDER BY seq DESC LIMIT 1"))
    let hash = try (last?.value("hash") as Data?).flatMap { Digest(bytes: [UInt8]($0)) } ?? .zero
    let stamp = try Int64.fetchOne(db.cachedStatement(sql: "SELECT stamp FROM head")) ?? 0
    return try End(seq: last?.value("seq") ?? 0, hash: hash, stamp: Stamp(stamp))
  }

  /// Writes the rows of an action behind the last one, chained to it.
  func insert(_ action: Action, stored: [StoredChange]) throws {
    try raiseStamp(to: insert(action, stored: stored, after: end()).stamp)
  }

  /// Keeps the largest stamp of the log.
  func raiseStamp(to stamp: Stamp) throws {
    try db.cachedStatement(sql: "UPDATE head SET stamp = max(stamp, ?)").execute(
      arguments: [stamp.value])
  }

  /// Writes the rows of an action behind the end of the log.
  ///
  /// - Returns: Where the log then ends; its stamp has still to be kept.
  func insert(_ action: Action, stored: [StoredChange], after end: End) throws -> End {
    let seq = end.seq + 1
    let hash = action.hash(after: end.hash, stored: stored)
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
    return End(seq: seq, hash: hash, stamp: max(end.stamp, action.stamp))
  }
}
