import Foundation
import GRDB
import Synthesis

/// Appends many acts in one transaction without keeping the projections, which are made afterwards
/// from the whole log.
package struct BulkLog {
  private let writer: LogWriter
  private var end: LogWriter.End

  init(db: Database) throws {
    writer = LogWriter(LogReader(db: db, cache: LineCache()))
    end = try writer.end()
  }

  /// Appends an act as an action of `coder`.
  ///
  /// - Parameters:
  ///   - act: What is done; no rule is asked about it.
  ///   - id: The identity of the action.
  ///   - at: When it is done, in milliseconds since 1970.
  ///   - coder: Who does it.
  /// - Throws: What SQLite says.
  package mutating func append(
    _ act: Act, id: ActionID, at: Int64, coder: EntityID
  ) throws {
    let action = Action(
      id: id, stamp: .next(now: at, after: end.stamp), at: at, coder: coder, verb: act.verb,
      note: act.note, changes: act.changes)
    for content in act.contents { try writer.store(content) }
    end = try writer.insert(action, stored: act.changes.map(StoredChange.init), after: end)
  }
}

extension ReviewFile {
  /// Makes a review out of acts in one transaction; its projections are made once, at the end.
  ///
  /// The file appears under its name only when it is complete.
  ///
  /// - Parameters:
  ///   - path: Where the file is made.
  ///   - id: The identity of the review.
  ///   - fill: Appends the acts, of which the first makes the review.
  /// - Throws: ``ReviewFileError``; then there is no file.
  /// - Complexity: O(*n* log *n*) in the number of changes.
  package static func createFilled(
    at path: String, review id: EntityID, filling fill: (inout BulkLog) throws -> Void
  ) throws {
    try createEmpty(
      at: path, review: id, indexesLog: false,
      filling: { db in
        var log = try BulkLog(db: db)
        try fill(&log)
        try log.finish()
      },
      finishing: { queue in try queue.writeWithoutTransaction(Rebuild.indexAndRun) })
  }
}

extension BulkLog {
  fileprivate func finish() throws { try writer.raiseStamp(to: end.stamp) }
}
