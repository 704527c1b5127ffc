import Foundation
import GRDB
import Synthesis

/// Reads a review inside one transaction: what the rules ask, answered from the log and its
/// projections.
struct LogReader: ReviewReading {
  let db: Database
  let cache: LineCache
  /// What is known already; nothing where a reader is not an act's.
  var memo: ActMemo?

  func reviewID() throws -> EntityID {
    guard let id = try EntityID.fetchOne(db.cachedStatement(sql: "SELECT review FROM head")) else {
      throw ReviewFileError.damaged(path: "the review", detail: "it has no head")
    }
    return id
  }

  func folded(_ id: EntityID) throws -> Folded? {
    guard let memo else { return try foldedFromLog(id) }
    return try memo.folded(id) { try foldedFromLog(id) }
  }

  private func foldedFromLog(_ id: EntityID) throws -> Folded? {
    var marked: Set<ActionID> = []
    let changes = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT c.kind, c.fields, c.over, a.id, a.stamp, a.at, a.coder,
            EXISTS(SELECT 1 FROM change mark WHERE mark.entity = a.id)
          FROM change c JOIN action a ON a.seq = c.action WHERE c.entity = ?
          """), arguments: [id]
    ).map { row in
      if try row.value(7) { marked.insert(try row.value(3)) }
      return try Self.logged(row, entity: id)
    }
    return try Self.folded(changes) { action in
      try marked.contains(action) ? UndoMark.undoing(folded(action)) : nil
    }
  }

  /// An entity of all its changes.
  static func folded(
    _ changes: [LoggedChange], undoing: (ActionID) throws -> Undoing?
  ) throws -> Folded? {
    guard let kind = changes.first?.change.kind else { return nil }
    if kind == UndoMark.kind { return Folded.fold(changes) { _ in nil } }
    var undone: [ActionID: Undoing] = [:]
    for action in Set(changes.map(\.writer.action)) { undone[action] = try undoing(action) }
    return Folded.fold(changes) { undone[$0] }
  }

  /// A change of its row: kind, fields and what it is over, then the action's id, stamp, time and coder.
  static func logged(_ row: Row, entity: EntityID) throws -> LoggedChange {
    let stored = try StoredChange(
      kind: row.value(0), entity: entity, fields: Array((row.value(1) as String).utf8),
      over: Array((row.value(2) as String).utf8))
    let writer = try Writer(
      stamp: Stamp(row.value(4)), action: row.value(3), coder: row.value(6), at: row.value(5))
    return LoggedChange(try stored.change(), by: writer)
  }

  func undoing(of action: ActionID) throws -> Undoing? {
    let isMarked = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM change WHERE entity = ? LIMIT 1"),
      arguments: [action])
    guard isMarked != nil else { return nil }
    return UndoMark.undoing(try folded(action))
  }

  func live(_ kind: Kind) throws -> [(id: EntityID, folded: Folded)] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, kind, stamp, action, coder, at, fields FROM thing
          WHERE kind = ? AND live = 1 ORDER BY stamp, id
          """), arguments: [kind.name])
    var things: [(id: EntityID, folded: Folded)] = []
    while let row = try rows.next() { things.append(try Self.thing(row)) }
    return kind == Theme.kind ? try written(things) : things
  }

  /// Things with who set each field, where they are themes that were merged into others.
  ///
  /// Of merges that make a ring the later does not hold, so that it counts who merged when; there
  /// are never many.
  func written(
    _ things: [(id: EntityID, folded: Folded)]
  ) throws -> [(id: EntityID, folded: Folded)] {
    try things.map { thing in
      guard thing.folded.kind == Theme.kind, thing.folded.fields.entity("mergedInto") != nil,
        let folded = try folded(thing.id)
      else { return thing }
      return (thing.id, folded)
    }
  }

  /// The live things of a kind that name `target`.
  func live(_ kind: Kind, naming target: EntityID) throws -> [(id: EntityID, folded: Folded)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id, t.kind, t.stamp, t.action, t.coder, t.at, t.fields
          FROM link l CROSS JOIN thing t ON t.id = l.source
          WHERE l.target = ? AND t.kind = ? AND t.live = 1 ORDER BY t.stamp, t.id
          """), arguments: [target, kind.name]
    ).map(Self.thing)
  }

  /// A thing, where it is live and of a kind.
  func live(_ id: EntityID, of kind: Kind) throws -> (id: EntityID, folded: Folded)? {
    try standing(id).flatMap { $0.kind == kind ? (id, $0) : nil }
  }

  /// A thing as the projections hold it, where it lives.
  func standing(_ id: EntityID) throws -> Folded? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, kind, stamp, action, coder, at, fields FROM thing WHERE id = ? AND live = 1
          """), arguments: [id]
    ).flatMap { row in try written([Self.thing(row)]).first?.folded }
  }

  /// A thing as the projections hold it: its first writer is known, who set each field is not.
  ///
  /// The columns are read by their places, in the order in which the table has them.
  static func thing(_ row: Row) throws -> (id: EntityID, folded: Folded) {
    let fields = try CanonicalJSON.decode(Array((row.value(6) as String).utf8))
    let first = try Writer(
      stamp: Stamp(row.value(2)), action: row.value(3), coder: row.value(4), at: row.value(5))
    return try (
      row.value(0),
      Folded(kind: Kind(row.value(1)), fields: Fields(fields), writers: [:], first: first)
    )
  }

  func codes(named name: String) throws -> [EntityID] {
    try EntityID.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id FROM code c JOIN thing t ON t.id = c.id WHERE c.name = ? AND t.live = 1
          AND NOT EXISTS(SELECT 1 FROM key k JOIN resolved r ON r.code = k.key WHERE k.id = t.id)
          ORDER BY t.stamp, t.id
          """), arguments: [name])
  }

  func resolve(_ code: EntityID) throws -> EntityID {
    try EntityID.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT target.id FROM key source JOIN resolved r ON r.code = source.key
          JOIN key target ON target.key = r.target WHERE source.id = ?
          """), arguments: [code]) ?? code
  }

  func lines(of document: EntityID) throws -> LineTable {
    guard let memo else { return try cache.table(of: document, reader: self) }
    return try memo.lines(of: document) { try cache.table(of: document, reader: self) }
  }

  /// Forgets the lines of a document that change in a transaction which may yet fail.
  func forgetLines(of document: EntityID) {
    memo?.forgetLines(of: document)
    cache.forget(document)
  }

  func roles(of document: EntityID) throws -> [Role] {
    try live(Role.kind, naming: document).compactMap { Role(id: $0.id, fields: $0.folded.fields) }
  }

  func setAsides(meeting passage: Passage, in document: EntityID) throws -> [SetAside] {
    try live(SetAside.kind, naming: document)
      .compactMap { SetAside(id: $0.id, fields: $0.folded.fields) }
      .filter { $0.passage.meets(passage) }
  }

  func users(of id: EntityID) throws -> [(id: EntityID, folded: Folded)] {
    let things = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id, t.kind, t.stamp, t.action, t.coder, t.at, t.fields
          FROM link l CROSS JOIN thing t ON t.id = l.source WHERE l.target = ? AND t.live = 1
          """), arguments: [id]
    ).map(Self.thing)
    let merged = try absorbed(into: id).compactMap { code in try folded(code).map { (code, $0) } }
    guard let key = try key(of: id) else { return things + merged }
    let codings = try codings(
      "c.document = :key OR c.code = :key OR c.coder = :key", ["key": key])
    return try things + merged
      + codings.compactMap { coding in
        try folded(coding.id).map { (coding.id, $0) }
      }
  }

  func action(_ id: ActionID) throws -> Action? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM action WHERE id = ?"), arguments: [id])
    else { return nil }
    return try action(row)
  }

  func recentActions(of coder: EntityID, until stop: (Action) throws -> Bool) throws {
    let rows = try Row.fetchCursor(
      db.makeStatement(sql: "SELECT * FROM action WHERE coder = ? ORDER BY seq DESC"),
      arguments: [coder])
    while let row = try rows.next() {
      if try stop(try action(row)) { return }
    }
  }

  /// An action of its row, with its changes in order.
  func action(_ row: Row) throws -> Action {
    let seq: Int64 = try row.value("seq")
    return try Action(
      id: row.value("id"), stamp: Stamp(row.value("stamp")), at: row.value("at"),
      coder: row.value("coder"), verb: Verb(rawValue: row.value("verb")), note: row.value("note"),
      changes: storedChanges(of: seq).map { try $0.change() })
  }

  /// The number of the last arrival; 0 where there is none.
  func lastSeq() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM action")) ?? 0
  }

  /// The changes of an action as they stand on disk, numbered from 0: the number orders them, and is
  /// the one thing of theirs that the chain does not hold.
  func storedChanges(of seq: Int64) throws -> [StoredChange] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT kind, entity, fields, over, n FROM change WHERE action = ? ORDER BY n"),
      arguments: [seq]
    ).enumerated().map { number, row in
      guard try row.value(4) as Int == number else {
        throw ReviewFileError.damaged(
          path: "the review", detail: "the changes of act \(seq) are not numbered as they were")
      }
      return try StoredChange(
        kind: row.value(0), entity: row.value(1), fields: Array((row.value(2) as String).utf8),
        over: Array((row.value(3) as String).utf8))
    }
  }

  /// The local number of a code, document or coder; `nil` where it has none yet.
  func key(of id: EntityID) throws -> Int64? {
    func read() throws -> Int64? {
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT key FROM key WHERE id = ?"), arguments: [id])
    }
    guard let memo else { return try read() }
    return try memo.key(of: id, read: read)
  }

  /// A frozen text or original, verified.
  func content(_ sha256: String) throws -> [UInt8] {
    let bytes = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT bytes FROM content WHERE sha256 = ?"),
      arguments: [Data(hex: sha256)])
    guard let bytes, case let content = [UInt8](bytes), Digest(of: content).hex == sha256 else {
      throw ReviewFileError.damaged(
        path: "the review", detail: "a text is not as it was frozen")
    }
    return content
  }
}

extension Data {
  /// The bytes of hexadecimal digits, nothing where they are none.
  init(hex: String) {
    self.init()
    var rest = hex[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      append(byte)
      rest = rest.dropFirst(2)
    }
  }
}
