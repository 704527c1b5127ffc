import Foundation
import GRDB
import Synthesis

/// The lines of the documents last used, so that an act on a document need not read its text again.
///
/// An entry holds as long as the document's `shape` in the file is the one that it was made for;
/// another process's split, role or section changes that number.
final class LineCache: @unchecked Sendable {
  private struct Entry {
    let shape: Int
    let table: LineTable
  }

  private static let capacity = 12

  private let lock = NSLock()
  private var entries: [EntityID: Entry] = [:]
  private var order: [EntityID] = []

  /// The lines of a document as they stand in the reader's transaction.
  func table(of document: EntityID, reader: LogReader) throws -> LineTable {
    let shape = try Self.shape(of: document, in: reader.db)
    if let entry = lock.withLock({ entries[document] }), entry.shape == shape {
      return entry.table
    }
    let table = try Self.derive(document, reader: reader, text: keptText(of: document))
    lock.withLock { keep(Entry(shape: shape, table: table), for: document) }
    return table
  }

  /// Forgets a document whose lines change.
  func forget(_ document: EntityID) {
    lock.withLock { entries[document] = nil }
  }

  /// Forgets all, after a transaction that failed.
  func forgetAll() {
    lock.withLock {
      entries = [:]
      order = []
    }
  }

  private func keptText(of document: EntityID) -> FrozenText? {
    lock.withLock { entries[document]?.table.text }
  }

  private func keep(_ entry: Entry, for document: EntityID) {
    entries[document] = entry
    order.removeAll { $0 == document }
    order.append(document)
    if order.count > Self.capacity { entries[order.removeFirst()] = nil }
  }

  private static func shape(of document: EntityID, in db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT n.shape FROM documentCount n JOIN key k ON k.key = n.document WHERE k.id = ?
          """), arguments: [document]) ?? -1
  }

  /// Derives the lines of a document from its fields and all that names it.
  static func derive(
    _ document: EntityID, reader: LogReader, text: FrozenText?
  ) throws -> LineTable {
    guard let fields = try reader.folded(document)?.fields,
      let own = Document(id: document, fields: fields)
    else { throw Refusal.gone(noun: Document.noun) }
    let sections = try reader.live(Section.kind, naming: document)
      .compactMap { Section(id: $0.id, fields: $0.folded.fields) }
    let roles = try reader.live(Role.kind, naming: document).compactMap {
      thing -> (Role, Writer)? in
      let writer = try reader.folded(thing.id)?.writers["voice"] ?? thing.folded.first
      return Role(id: thing.id, fields: thing.folded.fields).map { ($0, writer) }
    }
    var cuts: [Int: Bool] = [:]
    for cut in try reader.live(Cut.kind, naming: document) {
      cuts[cut.folded.fields.number("position")] = cut.folded.fields.flag("cut")
    }
    return LineTable(
      document: own, text: try text ?? FrozenText(reader.content(own.text)), cuts: cuts,
      sections: sections, roles: roles.map { (role: $0.0, writer: $0.1) },
      rule: try reader.review().quotations)
  }
}
