import Foundation
import GRDB
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// A review file and, beside it, the same log in memory, which says what the file should answer.
struct Shelf {
  let folder: Folder
  let file: ReviewFile
  let origin: FixedOrigin
  var memory: MemoryReview
  let ada: EntityID
  let ben: EntityID
  var documents: [EntityID] = []

  /// Makes a review with two documents in one study and one in another.
  init(seed: UInt64 = 1, rule: QuotationRule = .evidence) throws {
    folder = try Folder()
    origin = FixedOrigin(name: seed)
    file = try ReviewFile.create(
      at: folder["waiting.linewise"], title: "Waiting", rule: rule,
      coders: ["Ada Moss", "Ben Hale"], origin: origin)
    memory = MemoryReview(file.id, actions: try file.log(), contents: [:])
    let coders = try memory.coders()
    (ada, ben) = (coders[0].id, coders[1].id)
    try act(
      ada,
      .importDocument(
        Texts.document(
          """
          # Findings
          Mothers waited for days. | ⟦They never told me.⟧ | Staff said “⟦we tried⟧” and left.
          Fathers hoped. | Nobody asked them.
          #! Method
          We asked forty people.
          """, study: .new(label: "Hollis 2019"))))
    let study = try memory.live(Study.kind)[0].id
    try act(
      ada,
      .importDocument(
        Texts.document("# More\nNurses waited. | 😀 e\u{301}t漢 all.", study: .existing(study))))
    try act(
      ben,
      .importDocument(
        Texts.document("# Results\nSisters waited too.", study: .new(label: "Marsh 2021"))))
    documents = try memory.live(Document.kind).map(\.id)
  }

  /// Does what an intent says, in the file and in memory, which say the same of it.
  @discardableResult
  mutating func act(_ coder: EntityID, _ intent: Intent) throws -> Action? {
    guard case .done(let action, let sentence, _) = try file.perform(intent, as: coder) else {
      return nil
    }
    if case .importDocument(let document) = intent {
      memory = MemoryReview(
        memory.id, actions: memory.actions,
        contents: memory.contents.merging([
          Digest(of: document.text).hex: document.text
        ]) { text, _ in text })
    }
    memory.append(action)
    #expect(try Sentences(memory).describe(action) == sentence)
    return action
  }

  /// A line, numbered from 0 in its document.
  func place(_ line: Int, of document: Int = 0) throws -> Place {
    Place(documents[document], try memory.lines(of: documents[document]).lines[line].passage)
  }

  /// Puts a code on a line.
  @discardableResult
  mutating func code(
    _ coder: EntityID, _ name: String, _ line: Int, of document: Int = 0
  ) throws -> Action? {
    try act(coder, .apply([.named(name)], at: try place(line, of: document)))
  }

  /// Random acts of both coders.
  mutating func play(seed: UInt64, acts count: Int) throws {
    var acts = RandomActs(seed: seed, documents: documents)
    var seeded = Seeded(seed: seed ^ 0x5EED)
    for _ in 0..<count {
      let coder = Bool.random(using: &seeded) ? ada : ben
      let intent = try acts.next(in: memory)
      do { try act(coder, intent) } catch is Refusal {}
    }
  }
}

extension ReviewFile {
  /// The log in the order of arrival.
  func log() throws -> [Action] {
    try queue.read { db in
      let reader = LogReader(db: db, cache: lines)
      return try Row.fetchAll(db, sql: "SELECT * FROM action ORDER BY seq").map(reader.action)
    }
  }

  /// Everything that is derived, by ids.
  func projections() throws -> [String: [String]] {
    try queue.read(Self.projections)
  }

  static func projections(_ db: Database) throws -> [String: [String]] {
    var contents: [String: [String]] = [:]
    for projection in Projection.all {
      contents[projection.table] = try projection.rows(db).sorted()
    }
    contents["words"] = try String.fetchAll(
      db,
      sql: """
        SELECT hex(k.id) || ' ' || p.start FROM words w JOIN paragraph p ON p.key = w.rowid
        JOIN key k ON k.key = p.document WHERE words MATCH 'waited' ORDER BY 1
        """)
    return contents
  }

  /// Everything that is derived, after all of it was made again; the file is left as it was.
  func rebuiltProjections() throws -> [String: [String]] {
    var contents: [String: [String]] = [:]
    try queue.writeWithoutTransaction { db in
      try db.inTransaction {
        try Schema.recreateProjections(in: db)
        try Rebuild.project(db)
        contents = try Self.projections(db)
        return .rollback
      }
    }
    return contents
  }

  /// A file of the same review into which actions come in a given order.
  static func arriving(
    _ actions: [Action], contents: [String: [UInt8]], review: EntityID, at path: String
  ) throws -> ReviewFile {
    try createEmpty(at: path, review: review) { db in
      let reader = LogReader(db: db, cache: LineCache())
      let writer = LogWriter(reader)
      for content in contents.values { try writer.store(content) }
      for action in actions {
        try writer.insert(action, stored: action.changes.map(StoredChange.init))
        var projector = Projector(reader)
        try projector.take(action)
      }
    }
    return try open(path)
  }
}
