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

  /// Projects the whole log into empty tables.
  static func project(_ db: Database) throws {
    let lines = LineCache()
    let reader = LogReader(db: db, cache: lines)
    var projector = Projector(db: db, lines: lines)
    for (id, kind) in try entities(in: db, where: "kind NOT IN ('coding', 'action')") {
      try projector.writeThing(id, kind, try reader.folded(id))
    }
    try settleLiveness(db, reader)
    for (id, _) in try entities(in: db, where: "kind = 'coding'") {
      try projector.insertCoding(id)
    }
    try projector.resolveMerges()
    var counts = Counts(db: db, lines: lines)
    for (document, _) in try entities(in: db, where: "kind = 'document'") {
      try counts.recount(document)
    }
  }

  /// The entities of the log in the order in which they first came.
  private static func entities(
    in db: Database, where condition: String
  ) throws -> [(EntityID, Kind)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT entity, kind FROM change WHERE \(condition)
        GROUP BY entity ORDER BY min(action * 1000000 + n)
        """
    ).map { ($0["entity"], Kind($0["kind"])) }
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

extension Projector {
  /// Puts a coding in its place without counting it.
  func insertCoding(_ id: EntityID) throws {
    guard let folded = try reader.folded(id), folded.isOn,
      let coding = Coding(id: id, fields: folded.fields)
    else { return }
    try insert(CodingRow(coding, in: self), coding, folded)
  }
}
