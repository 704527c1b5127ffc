import GRDB
import Synthesis

extension LogReader {
  func placements(under parent: EntityID?, in arrangement: EntityID?) throws -> [Placement] {
    try placements("p.parent IS ? AND p.arrangement IS ?", [parent, arrangement])
  }

  func placements(of child: EntityID, in arrangement: EntityID?) throws -> [Placement] {
    try placements("p.child = ? AND p.arrangement IS ?", [child, arrangement])
  }

  private func placements(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Placement] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id, t.kind, t.stamp, t.action, t.coder, t.at, t.fields
          FROM placement p JOIN thing t ON t.id = p.id WHERE \(condition) AND t.live = 1
          """), arguments: arguments
    ).compactMap { row in
      let thing = try Self.thing(row)
      return Placement(id: thing.id, folded: thing.folded)
    }
  }

  func absorbed(into id: EntityID) throws -> [EntityID] {
    try EntityID.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT m.id FROM (
            SELECT id FROM code WHERE mergedInto = :id
            UNION ALL SELECT theme AS id FROM themeMerge WHERE target = :id) m
          JOIN thing t ON t.id = m.id WHERE t.live = 1
          """), arguments: ["id": id])
  }

  func mergedCodes() throws -> [EntityID: EntityID] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT code.id AS code, target.id AS target FROM resolved r
          JOIN key code ON code.key = r.code JOIN key target ON target.key = r.target
          """)
    ).reduce(into: [:]) { try $0[$1.value("code")] = $1.value("target") }
  }

  func unmergedCodes() throws -> [Code] {
    let merged = try mergedCodes()
    return try live(Code.kind).filter { merged[$0.id] == nil }
      .map { Code(id: $0.id, fields: $0.folded.fields) }
  }
}
