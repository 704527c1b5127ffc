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
    defer { SlowRemoval.removeFolder(folder) }
    do {
      problems += try differences(fromCopyAt: folder + "/copy.linewise")
    } catch let error as ReviewFileError where error != .busy {
      problems.append(error.sentence)
    }
    return problems
  }

  /// How many acts one look at their stamps takes.
  ///
  /// Twenty thousand held saves up for 20 ms, where they had to come from the disk for 100.
  private static let stampsAtOnce = 2000

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
