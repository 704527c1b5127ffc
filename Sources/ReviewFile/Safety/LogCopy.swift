import Foundation
import GRDB
import Synthesis

/// Copies a prefix of a log into another file.
///
/// The log is append-only, so a prefix of it is a consistent snapshot: it is copied in short reads,
/// and nobody waits longer for a save than one of them takes.
struct LogCopy {
  private struct Item {
    let action: Action
    let seq: Int64
    let hash: Digest
    let stored: [StoredChange]
    let contents: [[UInt8]]
  }

  /// Actions read at a time; their texts come with them.
  private static let batch = 100

  let source: ReviewFile
  let target: DatabaseQueue

  /// Copies what the target does not have yet, verifying the chain as it goes.
  ///
  /// - Parameters:
  ///   - end: The last arrival to copy.
  ///   - goesOn: Asked between two batches.
  /// - Returns: The last arrival copied.
  /// - Throws: ``ReviewFileError/damaged(path:detail:)`` where the source's chain is broken.
  func run(upTo end: Int64 = .max, while goesOn: () -> Bool = { true }) throws -> Int64 {
    var last =
      try target.read { db in
        try Row.fetchOne(db, sql: "SELECT seq, hash FROM action ORDER BY seq DESC LIMIT 1")
      }.map {
        try (
          seq: $0.value("seq") as Int64,
          hash: Digest(bytes: [UInt8]($0.value("hash") as Data)) ?? .zero
        )
      }
      ?? (0, .zero)
    while true {
      let items = try source.read { try Self.items(after: last.seq, upTo: end, $0) }
      guard let newest = items.last else { return last.seq }
      try verify(items, after: last.hash)
      try write(items)
      last = (newest.seq, newest.hash)
      guard goesOn() else { return last.seq }
      usleep(3000)
    }
  }

  private static func items(
    after seq: Int64, upTo end: Int64, _ reader: LogReader
  ) throws -> [Item] {
    let rows = try Row.fetchAll(
      reader.db, sql: "SELECT * FROM action WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
      arguments: [seq, end, batch])
    return try rows.map { row in
      let seq: Int64 = try row.value("seq")
      let action = try reader.action(row)
      return try Item(
        action: action, seq: seq, hash: Digest(bytes: [UInt8](row.value("hash") as Data)) ?? .zero,
        stored: reader.storedChanges(of: seq), contents: contents(of: action, reader))
    }
  }

  private static func contents(of action: Action, _ reader: LogReader) throws -> [[UInt8]] {
    let names = action.changes.filter { $0.kind == Document.kind }
      .flatMap { [$0.fields["text"]?.text, $0.fields["original"]?.text] }
    return try names.compactMap(\.self).map(reader.content)
  }

  private func verify(_ items: [Item], after hash: Digest) throws {
    var previous = hash
    for item in items {
      previous = item.action.hash(after: previous, stored: item.stored)
      guard previous == item.hash else {
        throw ReviewFileError.damaged(
          path: source.path, detail: "act \(item.seq) is not as it was written")
      }
    }
  }

  private func write(_ items: [Item]) throws {
    try target.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let log = LogWriter(db: db, lines: LineCache())
        for item in items {
          for content in item.contents { try log.store(content) }
          try log.insert(item.action, stored: item.stored)
        }
        return .commit
      }
    }
  }
}
