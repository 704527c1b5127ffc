import Foundation
import GRDB
import Synthesis

extension ReviewFile {
  /// Checks everything: SQLite's own structure, the chain of the log, the texts, and the
  /// projections against ones made anew from a copy of the log.
  ///
  /// Others may go on saving: all is read in slices, and what SQLite can only look at in one long
  /// read gives way to each of their saves.
  ///
  /// - Parameter remark: Takes what could not be looked at, because others saved all the time.
  /// - Returns: What is wrong, in words; nothing where all is well.
  /// - Throws: ``ReviewFileError`` where the file cannot be read at all.
  package func check(remark: (String) -> Void = { _ in }) throws -> [String] {
    var problems = try structure(remark).map { "SQLite finds: \($0)" }
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

  /// How many acts one look at their stamps takes.
  private static let stampsAtOnce = 20_000

  /// What the head says of the log that the log does not say: it is not in the chain.
  private func headProblems() throws -> [String] {
    let isOwn = try read { reader in
      try Bool.fetchOne(
        reader.db,
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM action) OR EXISTS (
            SELECT 1 FROM change WHERE entity = review AND kind = ?) FROM head
          """, arguments: [Review.kind.name])
    }
    guard let isOwn else { return ["the file has no head"] }
    return [
      try headHasLastStamp() ? nil : "the head's stamp is not that of the last act",
      isOwn ? nil : "the head names a review that no act made",
    ].compactMap(\.self)
  }

  /// Whether the head has the largest stamp of all acts, which are looked at in slices.
  private func headHasLastStamp() throws -> Bool {
    var (seq, largest): (Int64, Int64) = (0, 0)
    while true {
      let (end, stamp, head): (Int64?, Int64?, Int64?) = try read { reader in
        let row = try Row.fetchOne(
          reader.db,
          sql: """
            SELECT max(seq), max(stamp) FROM
              (SELECT seq, stamp FROM action WHERE seq > ? ORDER BY seq LIMIT ?)
            """, arguments: [seq, Self.stampsAtOnce])
        let end: Int64? = try row?.value(0)
        // Only with the last of them is the head that of the same moment.
        let isLast = try (end ?? seq) == reader.lastSeq()
        let head = isLast ? try Int64.fetchOne(reader.db, sql: "SELECT stamp FROM head") : nil
        return (end, try row?.value(1), head)
      }
      largest = max(largest, stamp ?? 0)
      if let head { return head == largest }
      // A damaged table may lead back to acts that were seen.
      guard let end, end > seq else { return false }
      seq = end
      letOthersSave()
    }
  }

  private func differences(fromCopyAt path: String) throws -> [String] {
    try backUp(to: path)
    let copy = try DatabaseQueue(
      path: path, configuration: Connection.configuration(readOnly: false))
    defer { try? copy.close() }
    try copy.writeWithoutTransaction(Connection.beHasty)
    var comparison = ProjectionComparison(source: self, copy: copy)
    return try comparison.run()
  }

  /// Makes the projections again from the log.
  package func rebuild() throws {
    try Self.translating(path) { try queue.writeWithoutTransaction(Rebuild.run) }
    lines.forgetAll()
  }
}

// MARK: Structure

extension ReviewFile {
  /// How often a look at a table that others interrupted is begun again.
  private static let looks = 5

  /// What SQLite finds wrong with its own pages, tables and indexes: all at once where nobody saves
  /// meanwhile, else table by table.
  private func structure(_ remark: (String) -> Void) throws -> [String] {
    if let found = try givingWay("PRAGMA integrity_check(20)") { return found }
    let tables = try read {
      try String.fetchAll(
        $0.db,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY 1")
    }
    var (problems, left): ([String], [String]) = ([], [])
    for table in tables {
      let quoted = table.replacing("\"", with: "\"\"")
      var found: [String]?
      for _ in 0..<Self.looks where found == nil {
        found = try givingWay("PRAGMA integrity_check(\"\(quoted)\")")
        if found == nil { usleep(20_000) }
      }
      if let found { problems += found } else { left.append(table) }
    }
    if !left.isEmpty {
      remark(
        "others were saving all the time, so SQLite's own structure of the tables "
          + "\(left.joined(separator: ", ")) was not looked at; check again when they rest")
    }
    return problems
  }

  /// Asks SQLite for what is wrong, and stops asking as soon as somebody wants to save; `nil` then.
  private func givingWay(_ question: String) throws -> [String]? {
    let watch = SaveWatch(path: path) { [queue] in queue.interrupt() }
    defer { watch.end() }
    return try Self.translating(path) {
      do {
        return try patiently {
          try queue.read { try String.fetchAll($0, sql: question) }
        }.filter { $0 != "ok" }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        return nil
      }
    }
  }
}

/// Sees others begin to save: their journal stands beside the file from their first change until
/// their commit, and a commit waits for every reader.
private final class SaveWatch: @unchecked Sendable {
  private let lock = NSLock()
  private var isOver = false
  private let ended = DispatchSemaphore(value: 0)

  init(path: String, _ interrupt: @escaping @Sendable () -> Void) {
    let journal = path + ReviewPlace.journalEnding
    Thread.detachNewThread { [self] in
      while !lock.withLock({ isOver }) {
        if access(journal, F_OK) == 0 { interrupt() }
        usleep(1000)
      }
      ended.signal()
    }
  }

  func end() {
    lock.withLock { isOver = true }
    ended.wait()
  }
}

// MARK: Projections

/// Compares the projections of a file with those of a copy that were made anew, slice by slice.
///
/// What others save meanwhile is read with each slice and done in the copy before its rows are
/// compared, so that both stand at the same act.
private struct ProjectionComparison {
  let source: ReviewFile
  let copy: DatabaseQueue
  private let lines = LineCache()

  init(source: ReviewFile, copy: DatabaseQueue) {
    self.source = source
    self.copy = copy
  }

  /// What differs, in words.
  mutating func run() throws -> [String] {
    var problems: [String] = []
    for projection in Projection.all {
      var wrong = try source.read { try projection.strays($0.db) }
      for stretch in try copy.read(projection.stretches) {
        let (found, expected) = try rows(of: projection, stretch)
        guard found != expected else { continue }
        wrong += Set(found).symmetricDifference(expected).count
      }
      guard wrong > 0 else { continue }
      problems.append(
        "the table ‘\(projection.table)’ differs from the log in \(wrong) rows; "
          + "`linewise check --rebuild` makes it again")
    }
    return problems
  }

  /// The rows of a stretch as they are and as they should be.
  private func rows(
    of projection: Projection, _ stretch: Projection.Stretch
  ) throws -> (found: [String], expected: [String]) {
    while true {
      let end = try LogCopy.end(of: copy)
      let (news, found) = try source.read { reader in
        let news = try LogCopy.items(after: end.seq, reader)
        // More may have arrived than one read takes; then the rows are of a later act.
        let isAll = try news.last?.seq ?? end.seq == reader.lastSeq()
        return (news, isAll ? try projection.rows(reader.db, stretch) : nil)
      }
      _ = try LogCopy.verify(news, after: end, in: source.path)
      try follow(news)
      guard let found else {
        // Nothing that comes after them, and yet they are not the last.
        guard !news.isEmpty else {
          throw ReviewFileError.damaged(path: source.path, detail: "the log has lost acts")
        }
        continue
      }
      source.letOthersSave()
      return (found.sorted(), try copy.read { try projection.rows($0, stretch) }.sorted())
    }
  }

  /// Does in the copy what others did.
  private func follow(_ items: [LogCopy.Item]) throws {
    guard !items.isEmpty else { return }
    try copy.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let log = LogWriter(db: db, lines: lines)
        for item in items {
          for content in item.contents { try log.store(content) }
          try log.insert(item.action, stored: item.stored)
          let action = Action(
            id: item.action.id, stamp: item.action.stamp, at: item.action.at,
            coder: item.action.coder, verb: item.action.verb, note: item.action.note,
            changes: try item.stored.map { try $0.change() })
          var projector = Projector(db: db, lines: lines)
          try projector.take(action)
        }
        return .commit
      }
    }
  }
}

extension LogReader {
  fileprivate func lastSeq() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM action")) ?? 0
  }
}
