import GRDB
import Synthesis

/// The tables of a review file.
///
/// The log's are fixed for ever and hold the facts; the others are projections, dropped and made
/// again from the log at will. Each has a version of its own.
enum Schema {
  /// Marks a file as a review: “Lnws”.
  static let applicationID = 0x4C6E_7773
  /// The version of the log's tables, kept in `user_version`.
  ///
  /// A newer one is refused.
  static let logVersion = 1
  /// The version of the projections.
  ///
  /// Where a file has another, they are made again.
  static let projectionVersion = 3

  /// The log.
  ///
  /// Ids are 16 bytes, hashes 32, times milliseconds; `fields` and `over` are canonical JSON,
  /// hashed as they stand.
  static let log = [
    """
    CREATE TABLE action(
      seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stamp INTEGER NOT NULL,
      at INTEGER NOT NULL, coder BLOB NOT NULL, verb TEXT NOT NULL, note TEXT NOT NULL,
      hash BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE change(
      action INTEGER NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, entity BLOB NOT NULL,
      fields TEXT NOT NULL, over TEXT NOT NULL, PRIMARY KEY(action, n)) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE content(sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    """
    CREATE TABLE head(
      one INTEGER PRIMARY KEY CHECK(one = 1), review BLOB NOT NULL, stamp INTEGER NOT NULL,
      projections INTEGER NOT NULL) STRICT
    """,
  ]

  /// What the log is looked up by.
  static let logIndexes = [
    "CREATE UNIQUE INDEX change_entity ON change(entity, action)",
    "CREATE INDEX action_coder ON action(coder, seq)",
  ]

  /// What is derived from the log.
  ///
  /// `mask` is a set of coders, one bit each. A placement is listed while it is on; `NULL` is the
  /// top of the board, and the shared one.
  static let projections = [
    """
    CREATE TABLE thing(
      id BLOB PRIMARY KEY, kind TEXT NOT NULL, isOn INTEGER NOT NULL, live INTEGER NOT NULL,
      stamp INTEGER NOT NULL, action BLOB NOT NULL, coder BLOB NOT NULL, at INTEGER NOT NULL,
      fields TEXT NOT NULL) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX thing_kind ON thing(kind, live, stamp, id)",
    "CREATE TABLE study(id BLOB PRIMARY KEY, label TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX study_label ON study(label)",
    """
    CREATE TABLE code(
      id BLOB PRIMARY KEY, name TEXT NOT NULL, mergedInto BLOB) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX code_name ON code(name)",
    "CREATE INDEX code_merged ON code(mergedInto) WHERE mergedInto IS NOT NULL",
    """
    CREATE TABLE placement(
      id BLOB PRIMARY KEY, child BLOB NOT NULL, parent BLOB,
      arrangement BLOB) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX placement_child ON placement(child, arrangement)",
    "CREATE INDEX placement_parent ON placement(parent, arrangement)",
    """
    CREATE TABLE themeMerge(
      theme BLOB PRIMARY KEY, target BLOB NOT NULL) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX themeMerge_target ON themeMerge(target)",
    """
    CREATE TABLE link(
      target BLOB NOT NULL, source BLOB NOT NULL,
      PRIMARY KEY(target, source)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX link_source ON link(source)",
    "CREATE TABLE key(key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE coding(
      document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      code INTEGER NOT NULL, coder INTEGER NOT NULL, live INTEGER NOT NULL,
      stamp INTEGER NOT NULL, at INTEGER NOT NULL, memo TEXT NOT NULL,
      PRIMARY KEY(document, start, "end", code, coder)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX coding_code ON coding(code, document)",
    "CREATE TABLE resolved(code INTEGER PRIMARY KEY, target INTEGER NOT NULL) STRICT",
    "CREATE INDEX resolved_target ON resolved(target)",
    "CREATE TABLE bit(coder INTEGER PRIMARY KEY, bit INTEGER NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE documentCount(
      document INTEGER PRIMARY KEY, study BLOB NOT NULL, lines INTEGER NOT NULL,
      codable INTEGER NOT NULL, quotations INTEGER NOT NULL, confirmed INTEGER NOT NULL,
      guessed INTEGER NOT NULL, shape INTEGER NOT NULL) STRICT
    """,
    "CREATE INDEX documentCount_study ON documentCount(study)",
    """
    CREATE TABLE coverage(
      document INTEGER NOT NULL, coder INTEGER NOT NULL, coded INTEGER NOT NULL,
      aside INTEGER NOT NULL, PRIMARY KEY(document, coder)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tally(
      code INTEGER NOT NULL, document INTEGER NOT NULL, mask INTEGER NOT NULL,
      lines INTEGER NOT NULL, PRIMARY KEY(code, document, mask)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tally_document ON tally(document, code)",
    """
    CREATE TABLE total(
      code INTEGER NOT NULL, mask INTEGER NOT NULL, lines INTEGER NOT NULL,
      studies INTEGER NOT NULL, PRIMARY KEY(code, mask)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE paragraph(
      key INTEGER PRIMARY KEY, document INTEGER NOT NULL, start INTEGER NOT NULL,
      "end" INTEGER NOT NULL) STRICT
    """,
    "CREATE INDEX paragraph_document ON paragraph(document)",
    "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61')",
  ]

  /// What a row of `sqlite_schema` belongs to where it belongs to the log.
  private static let isLog = "tbl_name IN ('action', 'change', 'content', 'head')"

  /// Makes the tables of a new file.
  ///
  /// - Parameters:
  ///   - db: The database, in a transaction.
  ///   - indexesLog: Whether the log can be looked things up in at once; else ``indexLog(in:)`` makes
  ///     it so.
  /// - Throws: What SQLite says.
  static func create(in db: Database, indexesLog: Bool = true) throws {
    for statement in log { try db.execute(sql: statement) }
    if indexesLog { try indexLog(in: db) }
    for statement in projections { try db.execute(sql: statement) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(logVersion)")
  }

  /// Makes what the log is looked up by.
  ///
  /// An index that is made of a million changes at once is written once, from end to end; while each
  /// change was added where it belongs, a copy of 440 MB wrote 2,000.
  static func indexLog(in db: Database) throws {
    for statement in logIndexes { try db.execute(sql: statement) }
  }

  static func recreateProjections(in db: Database) throws {
    // Whatever another version derived goes; a virtual table takes its own tables along.
    let tables = try Row.fetchAll(
      db,
      sql: """
        SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND NOT \(isLog)
        ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC
        """)
    for table in tables {
      let (name, type) = try (table.value("name") as String, table.value("type") as String)
      let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
      try db.execute(sql: "DROP \(type) IF EXISTS \(quoted)")
    }
    for statement in projections { try db.execute(sql: statement) }
  }

  /// The text of a schema, by which a file is known to be as this program would have made it.
  ///
  /// - Parameters:
  ///   - db: The database.
  ///   - logOnly: Whether to leave out what is made again where the projections' version differs.
  /// - Returns: A line for each table, index and the like.
  /// - Throws: What SQLite says.
  static func text(of db: Database, logOnly: Bool = false) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '')
        FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' AND \(logOnly ? isLog : "1")
        ORDER BY 1
        """)
  }

  /// Whether the schema of a database is as this program would have made it.
  ///
  /// - Throws: What SQLite says.
  static func isExpected(_ db: Database, logOnly: Bool) throws -> Bool {
    let text = try text(of: db, logOnly: logOnly)
    if !logOnly, digest(of: text) == knownDigest { return true }
    return try text == expectedText(logOnly: logOnly)
  }

  /// The digest of the text that most files have.
  ///
  /// To make a schema for each file that is opened takes as long as all else of opening it. Another
  /// SQLite may give other tables to its index of words.
  static let knownDigest =
    "135198dc900f634abf6891539313c3c3050a8755a863c067f27ef808e61bc47e"

  static func digest(of text: [String]) -> String {
    Digest(of: Array(text.joined(separator: "\n").utf8)).hex
  }

  /// The text that a file of this version has.
  static func expectedText(logOnly: Bool = false) throws -> [String] {
    let queue = try DatabaseQueue()
    return try queue.write { db in
      try create(in: db)
      return try text(of: db, logOnly: logOnly)
    }
  }
}
