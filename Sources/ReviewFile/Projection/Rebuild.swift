import GRDB
import Synthesis

/// Makes the projections again from nothing but the log: every entity folded once, then every
/// document counted whole.
///
/// A different way from the one that follows acts, so that comparing the two proves both.
enum Rebuild {
  static func run(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      try Schema.recreateProjections(in: db)
      try project(db)
      try db.execute(
        sql: "UPDATE head SET projections = ?", arguments: [Schema.projectionVersion])
      guard try Schema.text(of: db) == Schema.expectedText() else {
        throw ReviewFileError.foreignSchema(path: "the review")
      }
      return .commit
    }
  }

  /// Indexes a log that was filled in without that, then makes its projections.
  static func indexAndRun(_ db: Database) throws {
    try Schema.indexLog(in: db)
    try run(db)
  }

  /// Projects the whole log into empty tables.
  static func project(_ db: Database) throws {
    let reader = LogReader(db: db, cache: LineCache())
    var projector = Projector(reader)
    for (id, kind) in try entities(in: db, where: "kind NOT IN ('coding', 'action')") {
      // A log of ours gives an entity one kind; of several the first in the order of acts holds.
      let folded = try reader.folded(id)
      guard folded?.kind != Coding.kind else { continue }
      try projector.writeThing(id, folded?.kind ?? kind, folded)
    }
    try settleLiveness(db, reader)
    try projectCodings(db, reader, projector)
    try projector.resolveMerges()
    let counts = Counts(reader)
    for (document, _) in try entities(in: db, where: "kind = 'document'") {
      try counts.recount(document, addsUp: false)
    }
    try counts.addUp()
  }

  /// The entities of the log in the order in which they first came.
  private static func entities(
    in db: Database, where condition: String
  ) throws -> [(EntityID, Kind)] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT entity, kind FROM change WHERE \(condition) ORDER BY action, n")
    var seen: Set<EntityID> = []
    var entities: [(EntityID, Kind)] = []
    while let row = try rows.next() {
      let entity: EntityID = try row.value(0)
      if seen.insert(entity).inserted { entities.append((entity, try Kind(row.value(1)))) }
    }
    return entities
  }

  /// Puts all codings in their places without counting them.
  ///
  /// Nearly all were changed once, and are folded as the log is read through: to look the changes of
  /// each of a million up took seven seconds.
  private static func projectCodings(
    _ db: Database, _ reader: LogReader, _ projector: Projector
  ) throws {
    var known = try KnownThings(db)
    let marked = known.marked
    let changedAgain = try Set(
      EntityID.fetchAll(db, sql: "SELECT entity FROM change GROUP BY entity HAVING count(*) > 1"))
    var done: Set<EntityID> = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.kind, c.fields, c.over, a.id, a.stamp, a.at, a.coder, c.entity
        FROM change c JOIN action a ON a.seq = c.action
        WHERE c.kind = 'coding' ORDER BY c.action, c.n
        """)
    while let row = try rows.next() {
      let id: EntityID = try row.value(7)
      let isAgain = changedAgain.contains(id)
      guard !isAgain || done.insert(id).inserted else { continue }
      let undoing = { try marked.contains($0) ? reader.undoing(of: $0) : nil }
      let folded =
        isAgain
        ? try reader.folded(id)
        : try LogReader.folded([LogReader.logged(row, entity: id)], undoing: undoing)
      try projector.insertCoding(id, folded, &known)
    }
  }

  private static func settleLiveness(_ db: Database, _ reader: LogReader) throws {
    let ids = try EntityID.fetchAll(db, sql: "SELECT id FROM thing")
    var folded: [EntityID: Folded] = [:]
    for id in ids { folded[id] = try reader.folded(id) }
    for id in ids where Liveness.isLive(id, folded: { folded[$0] }) {
      try db.execute(sql: "UPDATE thing SET live = 1 WHERE id = ?", arguments: [id])
    }
  }
}

/// What all codings ask of a few documents, codes and coders, looked up once in a rebuild.
private struct KnownThings {
  /// The actions that were ever undone.
  let marked: Set<ActionID>
  private var keys: [EntityID: Int64] = [:]
  private var lives: [EntityID: Bool] = [:]

  init(_ db: Database) throws {
    marked = try Set(
      ActionID.fetchAll(db, sql: "SELECT DISTINCT entity FROM change WHERE kind = 'action'"))
  }

  mutating func key(of id: EntityID, _ projector: Projector) throws -> Int64 {
    if let key = keys[id] { return key }
    let key = try projector.makeKey(of: id)
    keys[id] = key
    return key
  }

  mutating func isLive(_ id: EntityID, _ projector: Projector) throws -> Bool {
    if let isLive = lives[id] { return isLive }
    let isLive = try projector.isListedLive(id)
    lives[id] = isLive
    return isLive
  }
}

extension Projector {
  /// Puts a coding in its place without counting it.
  fileprivate func insertCoding(
    _ id: EntityID, _ folded: Folded?, _ known: inout KnownThings
  ) throws {
    guard let folded, folded.kind == Coding.kind, folded.isOn,
      let coding = Coding(id: id, fields: folded.fields)
    else {
      return
    }
    let row = CodingRow(
      document: try known.key(of: coding.document, self),
      code: try known.key(of: coding.code, self), coder: try known.key(of: coding.coder, self),
      passage: coding.passage)
    let isLive = try [coding.document, coding.code, coding.coder].allSatisfy {
      try known.isLive($0, self)
    }
    try insert(row, coding, folded, isLive: isLive)
  }
}
