import CSystem
import Foundation
import GRDB
import Synchronization
import Synthesis

extension ReviewFile {
  /// Writes a whole copy of the review as it stands, consistent while others write.
  ///
  /// The copy appears under its name only when it is complete and has been checked.
  ///
  /// - Parameters:
  ///   - path: Where the copy is made.
  ///   - end: The last arrival that it holds.
  /// - Throws: ``ReviewFileError``; then there is no copy.
  package func backUp(to path: String, upTo end: Int64 = .max) throws {
    try Self.createEmpty(
      at: path, review: id, indexesLog: false, filling: { _ in },
      finishing: { queue in
        _ = try LogCopy(source: self, target: queue).run(upTo: end)
        try queue.writeWithoutTransaction(Rebuild.indexAndRun)
      })
  }

  /// When acts are copied by themselves.
  package enum BackupRule {
    /// As soon as so many acts are not in a backup.
    static let acts = 200
    /// As soon as an act has been without a backup for so long, in milliseconds.
    static let age: Int64 = 30 * 60 * 1000
  }

  /// Appends what is new to one of two backups in turn, where enough is new.
  ///
  /// - Parameters:
  ///   - folder: The folder of this review's backups, made if need be.
  ///   - goesOn: Asked between two batches; what is not copied then is copied the next time.
  /// - Returns: The file written, or `nil` where nothing was due or another process is at it.
  /// - Throws: ``ReviewFileError``; the review itself is as it was.
  @discardableResult
  package func backUpIfDue(
    in folder: String, while goesOn: () -> Bool = { true }
  ) throws -> String? {
    let files = ["1", "2"].map { "\(folder)/\($0).linewise" }
    // While the same two files are there, mostly they need not be opened.
    let known = copied.withLock { $0[folder] }
    let isKnown = known?.files == files.map(Self.inode)
    guard try isDue(after: isKnown ? known?.end ?? 0 : 0) else { return nil }
    var ends: [Int64] {
      let (inodes, ends) = (files.map(Self.inode), files.map(Self.lastCopied))
      copied.withLock { $0[folder] = (end: ends.max() ?? 0, files: inodes) }
      return ends
    }
    guard try isDue(after: ends.max() ?? 0) else { return nil }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard let turn = try TurnLock(folder + "/turn") else { return nil }
    return try withExtendedLifetime(turn) {
      // Another may have copied what was due before it was my turn.
      let ends = ends
      guard try isDue(after: ends.max() ?? 0) else { return nil }
      let path = ends[0] <= ends[1] ? files[0] : files[1]
      try Self.translating(path) { try append(to: path, while: goesOn) }
      queue.releaseMemory()
      linewise_trim()
      return path
    }
  }

  private func isDue(after seq: Int64) throws -> Bool {
    let waiting = try read { reader in
      try Row.fetchOne(
        reader.db,
        sql: """
          SELECT count(*) AS n, min(at) AS at
          FROM (SELECT at FROM action WHERE seq > ? ORDER BY seq LIMIT ?)
          """, arguments: [seq, BackupRule.acts])
    }
    guard let waiting, let oldest: Int64 = try waiting.value("at") else { return false }
    return try waiting.value("n") >= BackupRule.acts || origin.now() - oldest >= BackupRule.age
  }

  /// Which file lies at a path; 0 where there is none.
  private static func inode(at path: String) -> UInt64 {
    var info = stat()
    return stat(path, &info) == 0 ? UInt64(info.st_ino) : 0
  }

  /// The last arrival that a backup holds; 0 where there is none that can be read.
  private static func lastCopied(in path: String) -> Int64 {
    guard FileManager.default.fileExists(atPath: path),
      let queue = try? DatabaseQueue(
        path: path, configuration: Connection.configuration(readOnly: true))
    else { return 0 }
    defer { try? queue.close() }
    return (try? queue.read { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM action") }) ?? 0
  }

  private func append(to path: String, while goesOn: () -> Bool) throws {
    if FileManager.default.fileExists(atPath: path), try !continues(path) {
      // It belongs to a file that went another way since; keep it until this one is whole.
      try FileManager.default.moveItem(
        atPath: path, toPath: path + ".\(origin.now()).replaced")
    }
    if !FileManager.default.fileExists(atPath: path) {
      try Self.createEmpty(at: path, review: id) { db in
        // Projections are left out; opening makes them.
        try db.execute(sql: "UPDATE head SET projections = 0")
      }
    }
    let queue = try DatabaseQueue(
      path: path, configuration: Connection.configuration(readOnly: false))
    defer { try? queue.close() }
    // Somebody may have opened the backup, which made its projections: they do not follow.
    try queue.write { db in try db.execute(sql: "UPDATE head SET projections = 0") }
    _ = try LogCopy(source: self, target: queue).run(while: goesOn)
  }

  /// Whether a backup's last act is in this file with the same hash.
  private func continues(_ path: String) throws -> Bool {
    guard
      let queue = try? DatabaseQueue(
        path: path, configuration: Connection.configuration(readOnly: true))
    else { return false }
    defer { try? queue.close() }
    let last = try? queue.read { db in
      try Row.fetchOne(db, sql: "SELECT id, hash FROM action ORDER BY seq DESC LIMIT 1")
    }
    guard let row = last else { return true }
    return try hash(of: row.value("id")) == [UInt8](row.value("hash") as Data)
  }
}
