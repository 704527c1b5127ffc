import Foundation
import GRDB
import Synthesis

/// Keeps the projections with the log: for each entity that an action touches, fold it again, take
/// its old contribution away and add the new one.
///
/// One way for every arrival, early or late. The law under test: any order of arrival gives what a
/// rebuild gives.
struct Projector {
  let reader: LogReader
  var db: Database { reader.db }
  /// Documents whose lines or codings changed so that all their counts are made again.
  private var dirtyDocuments: Set<EntityID> = []
  /// Pairs of a resolved code and a document whose tallies are made again.
  private var dirtyPairs: Set<Pair> = []
  /// Whether links between codes changed.
  private var mergesChanged = false

  private struct Pair: Hashable {
    let code: Int64
    let document: EntityID
  }

  init(_ reader: LogReader) {
    self.reader = reader
  }

  /// Takes an action that has just been inserted.
  mutating func take(_ action: Action) throws {
    for change in action.changes {
      if change.kind == UndoMark.kind {
        for entity in try entities(of: change.entity) { try project(entity) }
        // No act of ours is a thing as well, but a log may say so.
        if try isThing(change.entity) { try project(change.entity) }
      } else {
        try project(change.entity)
      }
    }
    try settle()
  }

  private func entities(of action: ActionID) throws -> [EntityID] {
    try EntityID.fetchAll(
      db,
      sql: """
        SELECT c.entity FROM change c JOIN action a ON a.seq = c.action WHERE a.id = ? ORDER BY c.n
        """, arguments: [action])
  }

  /// Folds an entity again and puts it in its place.
  mutating func project(_ id: EntityID) throws {
    let folded = try reader.folded(id)
    guard let kind = try folded?.kind ?? kindInLog(of: id) else { return }
    if kind == Coding.kind {
      try projectCoding(id, folded)
    } else {
      try projectThing(id, kind, folded)
    }
  }

  private func isThing(_ id: EntityID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM thing WHERE id = ?"), arguments: [id]) ?? false
  }

  private func kindInLog(of id: EntityID) throws -> Kind? {
    try String.fetchOne(
      db, sql: "SELECT kind FROM change WHERE entity = ? LIMIT 1", arguments: [id]
    ).map(Kind.init)
  }

  /// Makes the counts of all that was touched again.
  private mutating func settle() throws {
    if mergesChanged { try resolveMerges() }
    let counts = Counts(reader)
    for document in dirtyDocuments.sorted() { try counts.recount(document) }
    for pair in dirtyPairs where !dirtyDocuments.contains(pair.document) {
      try counts.retally(pair.code, in: pair.document)
    }
  }
}

extension Projector {
  private mutating func projectThing(_ id: EntityID, _ kind: Kind, _ folded: Folded?) throws {
    let before = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT live, fields FROM thing WHERE id = ?"), arguments: [id])
    let (old, new) = try (before?.value("fields") as String?, folded.map(Self.json))
    try covering(id, kind, folded) { projector in
      try projector.writeThing(id, kind, folded)
      try projector.refreshLiveness(of: id, kind, was: before?.value("live") ?? false)
    }
    // Even where the values are the same: an arrival may change who set them when, and with that
    // which role covers which and which link closes a ring.
    try markShape(id, kind, folded, wasReview: kind == Review.kind ? old : nil)
    let mentionsMerge = [old, new].contains { $0?.contains("\"mergedInto\"") == true }
    if kind == Code.kind, mentionsMerge { mergesChanged = true }
  }

  /// Keeps the coverage with a set-aside that comes or goes.
  private mutating func covering(
    _ id: EntityID, _ kind: Kind, _ folded: Folded?, change: (inout Projector) throws -> Void
  ) throws {
    guard kind == SetAside.kind,
      let aside = try folded.flatMap({ SetAside(id: id, fields: $0.fields) })
        ?? anyFacts(of: id).flatMap({ SetAside(id: id, fields: $0.fields) })
    else { return try change(&self) }
    var projector = self
    try Counts(reader).cover(
      aside.passage, in: aside.document, by: aside.coder, changing: .setAsides
    ) { try change(&projector) }
    self = projector
  }

  private static func json(_ folded: Folded) -> String {
    String(decoding: CanonicalJSON.encode(folded.fields.values), as: UTF8.self)
  }

  /// Writes the row of a thing and what it names.
  ///
  /// Where no change of it stands the row goes.
  func writeThing(_ id: EntityID, _ kind: Kind, _ folded: Folded?) throws {
    try db.cachedStatement(sql: "DELETE FROM link WHERE source = ?").execute(arguments: [id])
    if kind == Study.kind { try writeStudy(id, folded) }
    if kind == Code.kind { try writeCode(id, folded) }
    if kind == Theme.kind { try writeThemeMerge(id, folded) }
    if kind == Placement.kind { try writePlacement(id, folded) }
    guard let folded else {
      try db.cachedStatement(sql: "DELETE FROM thing WHERE id = ?").execute(arguments: [id])
      if kind == Coder.kind { try takeBit(from: id) }
      return
    }
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO thing VALUES(?, ?, ?, 0, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      id, kind.name, folded.isOn, folded.first.stamp.value, folded.first.action,
      folded.first.coder, folded.first.at, Self.json(folded),
    ])
    for target in Set(Liveness.links(of: folded)) {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO link VALUES(?, ?)").execute(
        arguments: [target, id])
    }
    if kind == Coder.kind { try giveBit(to: id) }
  }

  /// What studies are put in order by.
  private func writeStudy(_ id: EntityID, _ folded: Folded?) throws {
    try db.cachedStatement(sql: "DELETE FROM study WHERE id = ?").execute(arguments: [id])
    guard let folded else { return }
    try db.cachedStatement(sql: "INSERT INTO study VALUES(?, ?)").execute(
      arguments: [id, folded.fields.text("label")])
  }

  /// What codes are found by: their names, and what they were merged into.
  private func writeCode(_ id: EntityID, _ folded: Folded?) throws {
    try db.cachedStatement(sql: "DELETE FROM code WHERE id = ?").execute(arguments: [id])
    guard let folded else { return }
    try db.cachedStatement(sql: "INSERT INTO code VALUES(?, ?, ?)").execute(arguments: [
      id, folded.fields.text("name"), folded.fields.entity("mergedInto"),
    ])
  }

  /// What a theme was merged into.
  private func writeThemeMerge(_ id: EntityID, _ folded: Folded?) throws {
    try db.cachedStatement(sql: "DELETE FROM themeMerge WHERE theme = ?").execute(arguments: [id])
    guard let target = folded?.fields.entity("mergedInto") else { return }
    try db.cachedStatement(sql: "INSERT INTO themeMerge VALUES(?, ?)").execute(
      arguments: [id, target])
  }

  /// What placements are found by: the thing that stands there, and the theme under which it does.
  private func writePlacement(_ id: EntityID, _ folded: Folded?) throws {
    try db.cachedStatement(sql: "DELETE FROM placement WHERE id = ?").execute(arguments: [id])
    guard let folded, folded.isOn, let placement = Placement(id: id, folded: folded) else { return }
    try db.cachedStatement(sql: "INSERT INTO placement VALUES(?, ?, ?, ?)").execute(
      arguments: [id, placement.child, placement.parent, placement.arrangement])
  }

  /// A coder's bit in the sets of coders: the first that nobody has.
  private func giveBit(to coder: EntityID) throws {
    let key = try makeKey(of: coder)
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO bit SELECT ?, min(n) FROM (SELECT 0 AS n UNION SELECT bit + 1 FROM bit)
        WHERE n NOT IN (SELECT bit FROM bit)
        """
    ).execute(arguments: [key])
  }

  /// Frees the bit of a coder who is no more, so that coming and going does not use them up.
  private func takeBit(from coder: EntityID) throws {
    try db.cachedStatement(
      sql: "DELETE FROM bit WHERE coder = (SELECT key FROM key WHERE id = ?)"
    ).execute(arguments: [coder])
  }

  /// The local number of an entity that codings name, made if need be.
  func makeKey(of id: EntityID) throws -> Int64 {
    if let key = try reader.key(of: id) { return key }
    try db.cachedStatement(sql: "INSERT INTO key(id) VALUES(?)").execute(arguments: [id])
    return db.lastInsertedRowID
  }

  /// Whether a thing lives now; where that changed, the same for all that names it.
  private mutating func refreshLiveness(of id: EntityID, _ kind: Kind, was: Bool) throws {
    let isLive = try self.isLive(id)
    try db.cachedStatement(sql: "UPDATE thing SET live = ? WHERE id = ?").execute(
      arguments: [isLive, id])
    guard isLive != was else { return }
    try livenessChanged(of: id, kind)
    let sources = try Row.fetchAll(
      db,
      sql: """
        SELECT t.id, t.kind, t.live FROM link l CROSS JOIN thing t ON t.id = l.source WHERE l.target = ?
        """, arguments: [id])
    for source in sources {
      let (id, kind) = try (source.value("id") as EntityID, Kind(source.value("kind")))
      // Its own coming and going keeps the coverage; what comes with its coder's does not.
      if kind == SetAside.kind, let document = try document(of: id, nil) {
        dirtyDocuments.insert(document)
      }
      try refreshLiveness(of: id, kind, was: source.value("live"))
    }
  }

  private func isLive(_ id: EntityID) throws -> Bool {
    let isOn = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT isOn FROM thing WHERE id = ?"), arguments: [id])
    let namesTheDead = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT 1 FROM link l LEFT JOIN thing t ON t.id = l.target
          WHERE l.source = ? AND coalesce(t.live, 0) = 0 LIMIT 1
          """), arguments: [id])
    return isOn == true && namesTheDead == nil
  }

  private mutating func livenessChanged(of id: EntityID, _ kind: Kind) throws {
    switch kind {
    case Code.kind:
      mergesChanged = try mergesChanged || isInMerges(id)
      try refreshCodings(naming: id, as: "code")
    case Coder.kind: try refreshCodings(naming: id, as: "coder")
    case Document.kind:
      dirtyDocuments.insert(id)
      try refreshCodings(naming: id, as: "document")
    case Section.kind, Role.kind, Cut.kind: try markShape(id, kind, reader.folded(id))
    default: break
    }
  }

  /// Codings live as long as their document, code and coder do.
  private mutating func refreshCodings(naming id: EntityID, as column: String) throws {
    guard let key = try reader.key(of: id) else { return }
    let live = "(SELECT t.live FROM key k JOIN thing t ON t.id = k.id WHERE k.key = coding."
    try db.execute(
      sql: """
        UPDATE coding SET live = coalesce(\(live)document), 0) AND coalesce(\(live)code), 0)
        AND coalesce(\(live)coder), 0) WHERE \(column) = ?
        """, arguments: [key])
    let documents = try EntityID.fetchAll(
      db,
      sql: """
        SELECT DISTINCT k.id FROM coding c JOIN key k ON k.key = c.document WHERE c.\(column) = ?
        """, arguments: [key])
    dirtyDocuments.formUnion(documents)
  }

  /// Whether a code is merged or has others merged into it.
  private func isInMerges(_ id: EntityID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT 1 FROM code WHERE mergedInto IS NOT NULL AND (id = ? OR mergedInto = ?) LIMIT 1
          """), arguments: [id, id]) ?? false
  }

  /// A change of a section, role or cut changes what its document counts; a change of the rule on
  /// quotations, what all do.
  private mutating func markShape(
    _ id: EntityID, _ kind: Kind, _ folded: Folded?, wasReview: String? = nil
  ) throws {
    switch kind {
    case Section.kind, Role.kind, Cut.kind:
      if let document = try document(of: id, folded) { dirtyDocuments.insert(document) }
    case Review.kind:
      let before = try wasReview.map { try CanonicalJSON.decode(Array($0.utf8)) }
      guard before?["quotations"] != folded?.fields.values["quotations"] else { return }
      dirtyDocuments.formUnion(try reader.live(Document.kind).map(\.id))
    default: break
    }
  }

  /// The document of which a thing is a part, though no change of the thing stands.
  private func document(of id: EntityID, _ folded: Folded?) throws -> EntityID? {
    try folded?.fields.entity("document") ?? anyFacts(of: id)?.fields.entity("document")
  }
}

extension Projector {
  /// Puts a coding in its place and marks what it counts in.
  private mutating func projectCoding(_ id: EntityID, _ folded: Folded?) throws {
    let standing = folded.flatMap { Coding(id: id, fields: $0.fields) }
    // Of one whose facts were taken back the row has to be found all the same.
    guard
      let coding = try standing ?? anyFacts(of: id).flatMap({ Coding(id: id, fields: $0.fields) })
    else { return }
    let isOn = folded?.isOn ?? false
    let row = try self.row(of: coding)
    try Counts(reader).cover(
      coding.passage, in: coding.document, by: coding.coder, changing: .codings
    ) {
      if isOn, let folded {
        try insert(row, coding, folded)
      } else {
        try delete(row)
      }
    }
    let code = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT target FROM resolved WHERE code = ?"), arguments: [row.code])
    dirtyPairs.insert(Pair(code: code ?? row.code, document: coding.document))
  }

  /// The facts of a thing whatever was undone, from the log.
  func anyFacts(of id: EntityID) throws -> Folded? {
    let action = EntityID(high: 0, low: 0)
    let writer = Writer(stamp: Stamp(0), action: action, coder: action, at: 0)
    let changes = try String.fetchAll(
      db, sql: "SELECT fields FROM change WHERE entity = ?", arguments: [id]
    ).map { fields in
      LoggedChange(
        Change(
          kind: UndoMark.kind, entity: id, fields: try CanonicalJSON.decode(Array(fields.utf8))),
        by: writer)
    }
    return Folded.fold(changes) { _ in nil }
  }

  struct CodingRow {
    let document: Int64
    let code: Int64
    let coder: Int64
    let passage: Passage
  }

  private func row(of coding: Coding) throws -> CodingRow {
    CodingRow(
      document: try makeKey(of: coding.document), code: try makeKey(of: coding.code),
      coder: try makeKey(of: coding.coder), passage: coding.passage)
  }

  private func insert(_ row: CodingRow, _ coding: Coding, _ folded: Folded) throws {
    let isLive = try [coding.document, coding.code, coding.coder].allSatisfy(isListedLive)
    try insert(row, coding, folded, isLive: isLive)
  }

  /// Whether a thing lives, as its row says.
  func isListedLive(_ id: EntityID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT live FROM thing WHERE id = ?"), arguments: [id]) ?? false
  }

  func insert(
    _ row: CodingRow, _ coding: Coding, _ folded: Folded, isLive: Bool
  ) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO coding VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      row.document, row.passage.start, row.passage.end, row.code, row.coder, isLive,
      folded.first.stamp.value, folded.first.at, coding.memo,
    ])
  }

  private func delete(_ row: CodingRow) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM coding WHERE document = ? AND start = ? AND "end" = ? AND code = ? AND coder = ?
        """
    ).execute(arguments: [
      row.document, row.passage.start, row.passage.end, row.code, row.coder,
    ])
  }

  /// Derives which code each merged code stands for, and counts again where that changed.
  mutating func resolveMerges() throws {
    let before = try Self.resolutions(in: db)
    var links: [(from: EntityID, to: EntityID, writer: Writer)] = []
    let merged = try EntityID.fetchAll(
      db,
      sql: """
        SELECT c.id FROM code c JOIN thing t ON t.id = c.id
        WHERE c.mergedInto IS NOT NULL AND t.live = 1
        """)
    for id in merged {
      guard let folded = try reader.folded(id), let target = folded.fields.entity("mergedInto"),
        let writer = folded.writers["mergedInto"], try isLive(target)
      else { continue }
      links.append((id, target, writer))
    }
    let resolved = AcyclicLinks(links)
    try db.execute(sql: "DELETE FROM resolved")
    for code in resolved.targets.keys.sorted() {
      try db.execute(
        sql: "INSERT INTO resolved VALUES(?, ?)",
        arguments: [try makeKey(of: code), try makeKey(of: resolved.resolve(code))])
    }
    let after = try Self.resolutions(in: db)
    for code in Set(before.keys).union(after.keys).sorted() where before[code] != after[code] {
      let documents = try EntityID.fetchAll(
        db,
        sql: """
          SELECT DISTINCT k.id FROM coding c JOIN key k ON k.key = c.document WHERE c.code = ?
          """, arguments: [code])
      for document in documents {
        for side in [code, before[code], after[code]].compactMap(\.self) {
          dirtyPairs.insert(Pair(code: side, document: document))
        }
      }
    }
  }

  private static func resolutions(in db: Database) throws -> [Int64: Int64] {
    try Row.fetchAll(db, sql: "SELECT code, target FROM resolved").reduce(into: [:]) {
      try $0[$1.value("code")] = $1.value("target")
    }
  }
}
