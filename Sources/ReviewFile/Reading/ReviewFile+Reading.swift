import Foundation
import GRDB
import Synthesis

extension ReviewFile {
  /// Reads in one short transaction.
  ///
  /// A read blocks every save, so none may be longer than 30 ms; what takes longer is read document
  /// by document.
  func read<Value>(_ body: (LogReader) throws -> Value) throws -> Value {
    try Self.translating(path) {
      try patiently {
        try queue.unsafeRead { db in
          try Self.inOneRead(db) { try body(LogReader(db: db, cache: lines)) }
        }
      }
    }
  }

  /// Runs `body` in a transaction that only reads.
  ///
  /// A connection's own `read` forbids writing and allows it again, and after each of these SQLite
  /// compiles every statement anew, those of the next save too. Where it is tested whether a read
  /// writes, that costs nobody's time.
  private static func inOneRead<Value>(
    _ db: Database, _ body: () throws -> Value
  ) throws -> Value {
    try db.beginTransaction(.deferred)
    do {
      #if DEBUG
        let value = try db.readOnly(body)
      #else
        let value = try body()
      #endif
      try db.commit()
      return value
    } catch {
      // What went wrong may have ended it.
      if db.isInsideTransaction { try db.rollback() }
      throw error
    }
  }

  /// Rests between two reads of many where somebody is saving, so that they get their turn.
  func letOthersSave() {
    if isBeingSaved { usleep(3000) }
  }

  /// Whether somebody is in the middle of a save.
  var isBeingSaved: Bool { queue.unsafeRead(Connection.isSaving) }

  /// The review's title, question, rule, unit and reasons.
  package func review() throws -> Review { try read { try $0.review() } }

  /// The coders in the order in which they were added.
  package func coders() throws -> [Coder] { try read { try $0.coders() } }

  /// The last arrival in the log, and the identity and hash of its action.
  package func head() throws -> (seq: Int64, action: ActionID, hash: [UInt8])? {
    try read { reader in
      let row = try Row.fetchOne(
        reader.db, sql: "SELECT seq, id, hash FROM action ORDER BY seq DESC LIMIT 1")
      return try row.map {
        try ($0.value("seq"), $0.value("id"), [UInt8]($0.value("hash") as Data))
      }
    }
  }

  /// The hash of an action's row, or `nil` where the log has no such action.
  package func hash(of action: ActionID) throws -> [UInt8]? {
    try read { reader in
      try Data.fetchOne(
        reader.db, sql: "SELECT hash FROM action WHERE id = ?", arguments: [action]
      ).map { [UInt8]($0) }
    }
  }

  /// A number that changes with every commit of another process.
  package func dataVersion() throws -> Int {
    try read { try Int.fetchOne($0.db, sql: "PRAGMA data_version") ?? 0 }
  }
}
