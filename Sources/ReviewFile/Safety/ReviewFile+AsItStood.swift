import GRDB
import Synthesis

extension ReviewFile {
  /// The review as it stood when an action had arrived, for reading.
  ///
  /// A prefix of the log is a consistent snapshot: it is copied in short reads into a database of
  /// SQLite's own that has no name, that nobody else can open and that is gone with the value
  /// (or with the process, however that ends), and everything is derived there anew.
  ///
  /// - Parameter action: The last action that counts, such as the one that named a round.
  /// - Returns: The review up to and including the action; what is asked of it is answered as by
  ///   any other, and nothing can be written.
  /// - Throws: ``Refusal/gone(noun:)`` where the log has no such action, else ``ReviewFileError``.
  /// - Complexity: O(*n*) in the log up to there.
  package func asItStood(at action: ActionID) throws -> ReviewFile {
    let seq = try read { reader in
      try Int64.fetchOne(
        reader.db, sql: "SELECT seq FROM action WHERE id = ?", arguments: [action])
    }
    guard let seq else { throw Refusal.gone(noun: UndoMark.noun) }
    return try Self.translating(path) {
      // Without a name: a temporary file of mode 0600 that SQLite unlinks as soon as it is open.
      let queue = try DatabaseQueue(
        path: "", configuration: Connection.configuration(readOnly: false))
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try Schema.create(in: db, indexesLog: false)
          try db.execute(
            sql: "INSERT INTO head VALUES(1, ?, 0, 0)", arguments: [self.id])
          return .commit
        }
      }
      _ = try LogCopy(source: self, target: queue).run(upTo: seq)
      try queue.writeWithoutTransaction { db in
        try Rebuild.indexAndRun(db)
        try db.execute(sql: "PRAGMA query_only = ON")
      }
      return standing(in: queue)
    }
  }
}
