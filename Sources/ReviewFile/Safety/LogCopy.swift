import Foundation
import GRDB
import Synthesis

/// Copies a prefix of a log into another file.
///
/// The log is append-only, so a prefix of it is a consistent snapshot: it is copied in short reads,
/// and nobody waits longer for a save than one of them takes.
struct LogCopy {
  struct Item {
    /// The row of the action; its changes are in `stored`.
    let action: Action
    let seq: Int64
    let hash: Digest
    let stored: [StoredChange]
    let contents: [[UInt8]]

    /// About how many bytes it has.
    var size: Int { (stored.map(\.fields) + contents).reduce(0) { $0 + $1.count } }
  }

  /// What one read takes at most: so many actions, and no more after so many bytes.
  ///
  /// Five hundred small actions held saves up for 20 ms.
  static let slice = (actions: 150, bytes: 500_000)
  /// What one save of the copy takes, each of which waits for the disk: so many actions, or so many
  /// bytes, for until then they are kept in memory.
  private static let batch = (actions: 4000, bytes: 8_000_000)

  let source: ReviewFile
  let target: DatabaseQueue

  /// Copies what the target does not have yet, verifying the chain as it goes.
  ///
  /// - Parameters:
  ///   - end: The last arrival to copy.
  ///   - goesOn: Asked between two reads.
  /// - Returns: The last arrival copied.
  /// - Throws: ``ReviewFileError/damaged(path:detail:)`` where the source's chain is broken.
  func run(upTo end: Int64 = .max, while goesOn: () -> Bool = { true }) throws -> Int64 {
    var last = try Self.end(of: target)
    var waiting: [Item] = []
    var bytes = 0
    while true {
      let items = try source.read { try Self.items(after: last.seq, upTo: end, $0) }
      last = try Self.verify(items, after: last, in: source.path)
      waiting += items
      bytes += items.reduce(0) { $0 + $1.size }
      guard !items.isEmpty, goesOn() else { break }
      if waiting.count >= Self.batch.actions || bytes >= Self.batch.bytes {
        try write(waiting)
        (waiting, bytes) = ([], 0)
      }
      source.letOthersSave()
    }
    try write(waiting)
    return last.seq
  }

  /// The last arrival of a log.
  static func end(of queue: DatabaseQueue) throws -> (seq: Int64, hash: Digest) {
    try queue.read { db in
      try Row.fetchOne(db, sql: "SELECT seq, hash FROM action ORDER BY seq DESC LIMIT 1")
    }.map { try ($0.value(0), Digest(bytes: [UInt8]($0.value(1) as Data)) ?? .zero) } ?? (0, .zero)
  }

  /// The next actions of a log, as their bytes stand.
  static func items(after seq: Int64, upTo end: Int64 = .max, _ reader: LogReader) throws -> [Item]
  {
    let rows = try Row.fetchCursor(
      reader.db.cachedStatement(
        sql: """
          SELECT seq, id, stamp, at, coder, verb, note, hash FROM action
          WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?
          """), arguments: [seq, end, slice.actions])
    var items: [Item] = []
    var bytes = 0
    while bytes < slice.bytes, let row = try rows.next() {
      let stored = try reader.storedChanges(of: row.value(0))
      let action = try Action(
        id: row.value(1), stamp: Stamp(row.value(2)), at: row.value(3), coder: row.value(4),
        verb: Verb(rawValue: row.value(5)), note: row.value(6), changes: [])
      let contents = try contents(of: stored, reader)
      let item = try Item(
        action: action, seq: row.value(0),
        hash: Digest(bytes: [UInt8](row.value(7) as Data)) ?? .zero,
        stored: stored, contents: contents)
      bytes += item.size
      items.append(item)
    }
    return items
  }

  private static func contents(of stored: [StoredChange], _ reader: LogReader) throws -> [[UInt8]] {
    try stored.filter { $0.kind == Document.kind.name }.flatMap { change in
      let fields = try change.change().fields
      return try [fields["text"]?.text, fields["original"]?.text].compactMap(\.self)
        .map(reader.content)
    }
  }

  /// Proves that actions follow a log's end.
  ///
  /// - Returns: Where the log then ends.
  static func verify(
    _ items: [Item], after end: (seq: Int64, hash: Digest), in path: String
  ) throws -> (seq: Int64, hash: Digest) {
    try items.reduce(end) { end, item in
      let hash = item.action.hash(after: end.hash, stored: item.stored)
      guard hash == item.hash else {
        throw ReviewFileError.damaged(
          path: path, detail: "act \(item.seq) is not as it was written")
      }
      return (item.seq, hash)
    }
  }

  private func write(_ items: [Item]) throws {
    guard !items.isEmpty else { return }
    try target.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let log = LogWriter(LogReader(db: db, cache: LineCache()))
        var end = try log.end()
        for item in items {
          for content in item.contents { try log.store(content) }
          end = try log.insert(item.action, stored: item.stored, after: end)
        }
        try log.raiseStamp(to: end.stamp)
        return .commit
      }
    }
  }
}
