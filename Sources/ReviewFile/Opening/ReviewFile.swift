import Foundation
import GRDB
import Synchronization
import Synthesis

/// A review on disk: the one door to its file.
///
/// What is appended is durable when the call returns. Any number of processes on one computer may
/// have the same file open. A read here is short; a save waits for it.
package final class ReviewFile: Sendable {
  /// What an opening is for.
  package enum Purpose: Sendable {
    /// Reading and exporting.
    case reading
    /// Reading and acting.
    case acting
  }

  /// Where the file lies, without symbolic links.
  package let path: String
  /// The identity of the review.
  package let id: EntityID
  let queue: DatabaseQueue
  let lines = LineCache()
  /// How far the backups in a folder went when they were last looked at, and which files they were.
  let copied = Mutex<[String: (end: Int64, files: [UInt64])]>([:])
  let origin: any Origin

  private init(path: String, id: EntityID, queue: DatabaseQueue, origin: any Origin) {
    self.path = path
    self.id = id
    self.queue = queue
    self.origin = origin
  }

  /// The same review in another database; its path stays the one that people know.
  func standing(in queue: DatabaseQueue) -> ReviewFile {
    ReviewFile(path: path, id: id, queue: queue, origin: origin)
  }

  /// Makes a review.
  ///
  /// The file appears under its name only when it is complete.
  ///
  /// - Throws: ``ReviewFileError``.
  package static func create(
    at path: String, title: String, question: String = "", rule: QuotationRule = .evidence,
    unit: CodingUnit = .sentence, coders: [String], origin: any Origin = SystemOrigin()
  ) throws -> ReviewFile {
    let id = origin.identity()
    // What one act makes is listed by identity: sorted, it keeps the order in which it was named.
    let names = try Coder.distinct(coders)
    let people = zip(names.map { _ in origin.identity() }.sorted(), names)
      .map { (id: $0, name: $1) }
    let act = Act.newReview(
      id, title: title, question: question, rule: rule, unit: unit, coders: people)
    try createEmpty(at: path, review: id) { db in
      let writer = people.first?.id ?? id
      let log = LogWriter(LogReader(db: db, cache: LineCache()))
      _ = try log.append(act, id: origin.identity(), at: origin.now(), coder: writer)
    }
    return try open(path, for: .acting, origin: origin)
  }

  /// Makes a file with empty tables under a temporary name, fills it and gives it its name.
  ///
  /// - Parameters:
  ///   - path: Its name.
  ///   - review: The identity of the review.
  ///   - indexesLog: Whether the log can be looked things up in at once; else `finish` sees to it.
  ///   - fill: Fills it, in the transaction that makes the tables.
  ///   - finish: Does the rest.
  /// - Throws: ``ReviewFileError``, and what the two throw; then there is no file.
  static func createEmpty(
    at path: String, review: EntityID, indexesLog: Bool = true,
    filling fill: (Database) throws -> Void,
    finishing finish: (DatabaseQueue) throws -> Void = { _ in }
  ) throws {
    let target = try ReviewPlace.checkNew(path)
    let temporary = target + ".\(getpid()).new"
    unlink(temporary)
    defer { unlink(temporary) }
    try translating(target) {
      let queue = try DatabaseQueue(
        path: temporary, configuration: Connection.configuration(readOnly: false))
      let trickle = Trickle(temporary)
      defer { trickle.end() }
      defer { try? queue.close() }
      try queue.writeWithoutTransaction { db in
        try Connection.beHasty(db)
        try db.inTransaction(.immediate) {
          try Schema.create(in: db, indexesLog: indexesLog)
          try db.execute(
            sql: "INSERT INTO head VALUES(1, ?, 0, ?)",
            arguments: [review, Schema.projectionVersion])
          try fill(db)
          return .commit
        }
      }
      try finish(queue)
      try queue.close()
      try trickle.finish()
      try ReviewPlace.sync(temporary)
      try ReviewPlace.name(temporary, target, asked: path)
      ReviewPlace.syncFolder(of: target)
    }
  }

  /// Opens a review.
  ///
  /// - Throws: ``ReviewFileError``; a file that is refused is left as it was, to the byte.
  package static func open(
    _ path: String, for purpose: Purpose = .acting, origin: any Origin = SystemOrigin()
  ) throws -> ReviewFile {
    let target = try ReviewPlace.checkExisting(path)
    let isWritable = ReviewPlace.isWritable(target)
    if purpose == .acting, !isWritable { throw ReviewFileError.readOnly(path: path) }
    return try translating(target) {
      try recognise(target, asked: path)
      // An unfinished save of a process that died is rolled back by the first reader that may
      // write; SQLite refuses all others until then.
      let isHot = FileManager.default.fileExists(atPath: target + ReviewPlace.journalEnding)
      let (isReading, rollsBack) = (purpose == .reading, isHot && isWritable)
      var (queue, versions) = try inspected(target, readOnly: isReading && !rollsBack)
      let isCurrent = versions.projections == Schema.projectionVersion
      if !isCurrent || (isReading && rollsBack) {
        try queue.close()
        if !isCurrent {
          // Nothing may be read from tables that do not follow the log, not even by a reader.
          guard isWritable else { throw ReviewFileError.readOnly(path: path) }
          try rebuild(target)
        }
        queue = try DatabaseQueue(
          path: target, configuration: Connection.configuration(readOnly: isReading))
      } else if !isReading {
        try queue.inDatabase(Connection.setJournalMode)
      }
      if !isReading { try queue.read(Connection.verify) }
      return ReviewFile(path: target, id: versions.review, queue: queue, origin: origin)
    }
  }

  /// Opens another connection to this file, for reads behind which no save is to wait.
  ///
  /// It was recognised when this one was opened, and need not be again.
  ///
  /// - Throws: ``ReviewFileError``, also where another review was put in its place meanwhile.
  package func reopened() throws -> ReviewFile {
    try Self.translating(path) {
      let queue = try DatabaseQueue(
        path: path, configuration: Connection.configuration(readOnly: false))
      let found = try queue.read { try EntityID.fetchOne($0, sql: "SELECT review FROM head") }
      guard found == id else { throw ReviewFileError.notAReview(path: path) }
      // Whatever it has read it forgets with every save through the other.
      _ = try queue.unsafeRead { try Row.fetchOne($0, sql: "PRAGMA cache_size = -4000") }
      return ReviewFile(path: path, id: id, queue: queue, origin: origin)
    }
  }

  /// Refuses what is not ours, or newer, before anything could touch its journals: the file is
  /// looked at as if nobody could change it, so that SQLite makes and removes nothing beside it.
  ///
  /// Only what stands fixed in the header of a review is believed, for others may be saving.
  private static func recognise(_ path: String, asked: String) throws {
    let plain = CharacterSet.urlPathAllowed
    guard let escaped = path.addingPercentEncoding(withAllowedCharacters: plain) else { return }
    let marks: (application: Int?, version: Int?)
    do {
      let queue = try DatabaseQueue(
        path: "file:\(escaped)?immutable=1",
        configuration: Connection.configuration(readOnly: true, isInspecting: true))
      defer { try? queue.close() }
      marks = try queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA application_id"),
          try Int.fetchOne(db, sql: "PRAGMA user_version")
        )
      }
    } catch let error as DatabaseError where error.resultCode != .SQLITE_NOTADB {
      // Half of somebody's save; the next look waits for it.
      return
    }
    guard marks.application == Schema.applicationID else {
      throw ReviewFileError.notAReview(path: asked)
    }
    if let version = marks.version, version > Schema.logVersion {
      throw ReviewFileError.newer(path: asked, version: version)
    }
  }

  /// Makes projections of another version again before anything reads them.
  private static func rebuild(_ path: String) throws {
    let queue = try DatabaseQueue(
      path: path, configuration: Connection.configuration(readOnly: false))
    defer { try? queue.close() }
    do {
      try queue.writeWithoutTransaction(Rebuild.run)
    } catch ReviewFileError.foreignSchema {
      throw ReviewFileError.foreignSchema(path: path)
    }
  }

  /// A connection through which nothing is written yet, and what it says of who made a file and how.
  private static func inspected(
    _ path: String, readOnly: Bool
  ) throws -> (queue: DatabaseQueue, versions: (review: EntityID, projections: Int)) {
    let queue = try DatabaseQueue(
      path: path,
      configuration: Connection.configuration(readOnly: readOnly, isInspecting: true))
    do {
      return (queue, try queue.read { try inspect($0, at: path) })
    } catch {
      try? queue.close()
      throw error
    }
  }

  private static func inspect(
    _ db: Database, at path: String
  ) throws -> (review: EntityID, projections: Int) {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      throw ReviewFileError.notAReview(path: path)
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= Schema.logVersion else {
      throw ReviewFileError.newer(path: path, version: version)
    }
    guard version > 0 else {
      throw ReviewFileError.damaged(path: path, detail: "its log has no version")
    }
    guard let head = try Row.fetchOne(db, sql: "SELECT review, projections FROM head") else {
      throw ReviewFileError.damaged(path: path, detail: "it has no head")
    }
    let projections: Int = try head.value("projections")
    // Projections of another version are made again; the log is always as it is here.
    let logOnly = projections != Schema.projectionVersion
    guard try Schema.isExpected(db, logOnly: logOnly) else {
      throw ReviewFileError.foreignSchema(path: path)
    }
    return try (head.value("review"), projections)
  }

  /// Whether a path leads to this review, under whatever name, or to its journal: a place where
  /// nothing else may be written or read.
  package func isReached(by path: String) -> Bool { ReviewPlace.leads(path, to: self.path) }

  /// Closes the connection; the file can then be moved.
  package func close() throws { try queue.close() }

  /// Turns what SQLite says into what a person can use.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_NOTADB: throw ReviewFileError.notAReview(path: path)
      case .SQLITE_FULL: throw ReviewFileError.diskFull
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw ReviewFileError.busy
      case .SQLITE_READONLY: throw ReviewFileError.readOnly(path: path)
      case .SQLITE_CORRUPT:
        throw ReviewFileError.damaged(path: path, detail: error.message ?? "malformed")
      case .SQLITE_ERROR where error.message?.hasPrefix("no such table") == true:
        throw ReviewFileError.notAReview(path: path)
      default:
        throw ReviewFileError.system(
          message: "\(path): SQLite says \(error.message ?? error.resultCode.description)")
      }
    } catch is RowDecodingError {
      throw ReviewFileError.damaged(path: path, detail: "a value is of another kind than was saved")
    } catch let error as CanonicalJSON.Malformed {
      throw ReviewFileError.damaged(
        path: path, detail: "fields are malformed at byte \(error.offset)")
    }
  }
}
