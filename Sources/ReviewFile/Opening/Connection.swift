import CSystem
import Foundation
import GRDB

/// How this program speaks to SQLite, proven after opening by reading every setting back.
enum Connection {
  /// The settings, and what each reads back as.
  static let pragmas: [(name: String, value: String, readsBack: String)] = [
    ("journal_mode", "DELETE", "delete"), ("synchronous", "EXTRA", "3"),
    ("cache_spill", "OFF", "0"), ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"), ("mmap_size", "0", "0"), ("foreign_keys", "ON", "1"),
    ("temp_store", "MEMORY", "2"), ("cache_size", "-16000", "-16000"),
  ]

  /// What has to be said before the first connection, once.
  private static let preparation: Void = linewise_keep_no_account()

  /// The configuration of a connection.
  ///
  /// - Parameters:
  ///   - readOnly: Whether it may write nothing.
  ///   - isInspecting: Whether the file may not be ours, so that its journal mode is left alone.
  /// - Returns: The configuration.
  static func configuration(readOnly: Bool, isInspecting: Bool = false) -> Configuration {
    preparation
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    let patience = Patience()
    configuration.busyMode = .callback { patience.goesOn(after: $0) }
    configuration.prepareDatabase { db in
      if let connection = db.sqliteConnection {
        linewise_harden(UnsafeMutableRawPointer(connection))
      }
      for pragma in pragmas where pragma.name != "journal_mode" { try set(pragma, db) }
      if !readOnly, !isInspecting { try setJournalMode(db) }
    }
    return configuration
  }

  /// Sets the journal mode, which is written into a file that has another.
  static func setJournalMode(_ db: Database) throws {
    for pragma in pragmas where pragma.name == "journal_mode" { try set(pragma, db) }
  }

  private static func set(
    _ pragma: (name: String, value: String, readsBack: String), _ db: Database
  ) throws {
    _ = try Row.fetchOne(db, sql: "PRAGMA \(pragma.name) = \(pragma.value)")
  }

  /// Has SQLite wait for no disk: for a file that gets its name only when it is whole and synced.
  static func beHasty(_ db: Database) throws {
    _ = try Row.fetchOne(db, sql: "PRAGMA journal_mode = MEMORY")
    try db.execute(sql: "PRAGMA synchronous = OFF")
    // What does not fit goes to the file: nobody else reads it yet.
    _ = try Row.fetchOne(db, sql: "PRAGMA cache_spill = ON")
    _ = try Row.fetchOne(db, sql: "PRAGMA cache_size = -64000")
  }

  /// Reads every setting back.
  ///
  /// - Throws: ``ReviewFileError/setting(name:value:)`` for the first that did not take.
  static func verify(_ db: Database) throws {
    for pragma in pragmas {
      let value = try String.fetchOne(db, sql: "PRAGMA \(pragma.name)") ?? "nothing"
      // `mmap_size` reads back as nothing where SQLite was built without it.
      let isAbsent = pragma.name == "mmap_size" && value == "nothing"
      // `cache_spill` off reads back as 0; `cache_size` may be rounded by nothing.
      guard value.lowercased() == pragma.readsBack || isAbsent else {
        throw ReviewFileError.setting(name: pragma.name, value: value)
      }
    }
  }

  /// Whether somebody, this connection among them, is in the middle of a save.
  ///
  /// A journal beside the file does not tell: one of a process that was killed before it had
  /// written anything into it stays there until the next save.
  static func isSaving(_ db: Database) -> Bool {
    guard let connection = db.sqliteConnection else { return false }
    return linewise_somebody_saves(UnsafeMutableRawPointer(connection)) != 0
  }
}
