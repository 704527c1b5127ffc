import Foundation
import GRDB
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

@Suite struct ProjectionLawTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func whatFollowsTheActsIsWhatARebuildMakes(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed, rule: QuotationRule.allCases[Int(seed % 3)])
    for turn in 0..<3 {
      try shelf.play(seed: seed &* 7 &+ UInt64(turn), acts: 10)
      let (found, expected) = (
        try shelf.file.projections(), try shelf.file.rebuiltProjections()
      )
      for table in expected.keys.sorted() {
        #expect(found[table] == expected[table], "seed \(seed), turn \(turn): \(table)")
      }
    }
    try Self.expectTheSameAnswers(shelf, "seed \(seed)")
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func anyOrderOfArrivalGivesTheSameFile(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed)
    try shelf.play(seed: seed, acts: 30)
    let expected = try shelf.file.projections()
    var seeded = Seeded(seed: seed)
    for round in 0..<2 {
      let other = try ReviewFile.arriving(
        seeded.shuffled(shelf.memory.actions), contents: shelf.memory.contents,
        review: shelf.file.id, at: shelf.folder["\(round).linewise"])
      let found = try other.projections()
      for table in expected.keys.sorted() {
        #expect(found[table] == expected[table], "seed \(seed), round \(round): \(table)")
      }
      if round == 0 { #expect(try other.check() == [], "seed \(seed)") }
    }
  }

  /// The file answers as the log in memory does, to every question of the protocol.
  private static func expectTheSameAnswers(_ shelf: Shelf, _ note: String) throws {
    let memory = shelf.memory
    try shelf.file.queue.read { db in
      let file = LogReader(db: db, cache: shelf.file.lines)
      #expect(try file.reviewID() == memory.reviewID())
      for id in Set(memory.actions.flatMap { $0.changes.map(\.entity) }) {
        #expect(try file.folded(id) == memory.folded(id), "\(note)")
        #expect(try file.undoing(of: id) == memory.undoing(of: id), "\(note)")
        #expect(try file.resolve(id) == memory.resolve(id), "\(note)")
        #expect(
          Set(try file.users(of: id).map(\.id)) == Set(try memory.users(of: id).map(\.id)),
          "\(note)")
        #expect(
          try file.codings(of: id).map(\.id).sorted() == memory.codings(of: id).map(\.id).sorted(),
          "\(note)")
      }
      for kind in Kinds.all where kind.kind != Coding.kind && kind.kind != UndoMark.kind {
        let (found, expected) = (try file.live(kind.kind), try memory.live(kind.kind))
        #expect(found.map(\.id) == expected.map(\.id), "\(note): \(kind.kind)")
        #expect(found.map(\.folded.fields) == expected.map(\.folded.fields), "\(note)")
        #expect(found.map(\.folded.first.coder) == expected.map(\.folded.first.coder), "\(note)")
      }
      for name in ["waiting", "trust", "hope", "fear", "being heard", "fear again"] {
        #expect(try file.codes(named: name) == memory.codes(named: name), "\(note): \(name)")
      }
      for document in shelf.documents where try memory.isLive(document) {
        try expectTheSameCounts(of: document, file, memory, note)
      }
      for action in memory.actions { #expect(try file.action(action.id) == action, "\(note)") }
      for coder in [shelf.ada, shelf.ben] {
        var (found, expected): ([ActionID], [ActionID]) = ([], [])
        try file.recentActions(of: coder) { action in
          found.append(action.id)
          return found.count == 7
        }
        try memory.recentActions(of: coder) { action in
          expected.append(action.id)
          return expected.count == 7
        }
        #expect(found == expected, "\(note)")
      }
      try expectTheSameTotals(file, memory, note)
    }
  }

  private static func expectTheSameCounts(
    of document: EntityID, _ file: LogReader, _ memory: MemoryReview, _ note: String
  ) throws {
    let table = try memory.lines(of: document)
    let whole = Passage(start: 0, end: table.text.scalarCount)
    #expect(try file.lines(of: document).lines == table.lines, "\(note)")
    #expect(
      Set(try file.codings(meeting: whole, in: document))
        == Set(try memory.codings(meeting: whole, in: document)), "\(note)")
    #expect(
      Set(try file.setAsides(meeting: whole, in: document))
        == Set(try memory.setAsides(meeting: whole, in: document)), "\(note)")
    #expect(try Set(file.roles(of: document)) == Set(memory.roles(of: document)), "\(note)")
    for (coder, coverage) in try memory.coverage(of: document) {
      let row = try Row.fetchOne(
        file.db,
        sql: """
          SELECT coded, aside FROM coverage c JOIN key d ON d.key = c.document
          JOIN key k ON k.key = c.coder WHERE d.id = ? AND k.id = ?
          """, arguments: [document, coder])
      #expect(row?["coded"] ?? 0 == coverage.coded, "\(note)")
      #expect(row?["aside"] ?? 0 == coverage.setAside, "\(note)")
    }
    let found = try sets(
      file.db,
      """
      SELECT c.id, t.mask, t.lines AS n FROM tally t JOIN key c ON c.key = t.code
      JOIN key d ON d.key = t.document WHERE d.id = ?
      """, [document])
    #expect(found == (try memory.tallies(of: document)), "\(note)")
    let counts = try Row.fetchOne(
      file.db,
      sql: "SELECT n.* FROM documentCount n JOIN key k ON k.key = n.document WHERE k.id = ?",
      arguments: [document])
    #expect(counts?["codable"] == table.lines.count(where: \.isCodable), "\(note)")
    #expect(counts?["lines"] == table.lines.count, "\(note)")
  }

  private static func expectTheSameTotals(
    _ file: LogReader, _ memory: MemoryReview, _ note: String
  ) throws {
    var lines: [EntityID: [Set<EntityID>: Int]] = [:]
    for document in try memory.live(Document.kind) {
      for (code, sets) in try memory.tallies(of: document.id) {
        lines[code, default: [:]].merge(sets, uniquingKeysWith: +)
      }
    }
    func totals(_ column: String) throws -> [EntityID: [Set<EntityID>: Int]] {
      try sets(
        file.db,
        """
        SELECT c.id, t.mask, t.\(column) AS n FROM total t JOIN key c ON c.key = t.code
        WHERE t.\(column) <> 0
        """)
    }
    #expect(try totals("lines") == lines, "\(note)")
    #expect(try totals("studies") == memory.spreads(), "\(note)")
  }

  /// Counts per code and set of coders, with the sets' bits as the coders that they stand for.
  private static func sets(
    _ db: Database, _ sql: String, _ arguments: StatementArguments = []
  ) throws -> [EntityID: [Set<EntityID>: Int]] {
    let bits = try Row.fetchAll(
      db, sql: "SELECT k.id, b.bit FROM bit b JOIN key k ON k.key = b.coder")
    return try Row.fetchAll(db, sql: sql, arguments: arguments).reduce(into: [:]) { sets, row in
      let mask: Int64 = row["mask"]
      let coders = bits.filter { mask >> ($0["bit"] as Int64) & 1 == 1 }.map {
        $0["id"] as EntityID
      }
      sets[row["id"], default: [:]][Set(coders)] = row["n"]
    }
  }
}

/// Cases that random acts reach seldom.
@Suite struct ProjectionCaseTests {
  private func expectRebuilt(_ shelf: Shelf, _ note: Comment = "") throws {
    let (found, expected) = (try shelf.file.projections(), try shelf.file.rebuiltProjections())
    for table in expected.keys.sorted() {
      #expect(found[table] == expected[table], "\(table) \(note)")
    }
  }

  @Test func undoingWhatMadeARoleOrACutMakesTheLinesAgain() throws {
    var shelf = try Shelf()
    let lines = try shelf.memory.lines(of: shelf.documents[0]).lines
    for intent: Intent in [
      .setVoice(.participant, at: try shelf.place(1)),
      .splitLine(document: shelf.documents[0], position: lines[1].passage.start + 8),
    ] {
      try shelf.act(shelf.ada, intent)
      try shelf.act(shelf.ada, .undo(nil, keepingUsed: false))
      let found = try shelf.file.queue.read {
        try LogReader(db: $0, cache: shelf.file.lines).lines(of: shelf.documents[0]).lines
      }
      #expect(found == lines)
      try expectRebuilt(shelf)
    }
  }

  @Test func aCodingWhoseMakingIsUndoneIsGoneThoughItsMemoStands() throws {
    var shelf = try Shelf()
    let making = try #require(try shelf.code(shelf.ada, "waiting", 1))
    let coding = try #require(try shelf.memory.codings().first)
    try shelf.act(shelf.ada, .writeMemo(.coding(coding.id), text: "why?"))
    try shelf.act(shelf.ada, .undo(making.id, keepingUsed: false))
    try expectRebuilt(shelf)
    #expect(
      try shelf.file.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM coding") } == 0)
    try shelf.act(shelf.ada, .redo)
    #expect(try shelf.memory.codings().first?.memo == "why?")
    try expectRebuilt(shelf)
  }

  @Test func theLinesSetAsideByACoderWhoIsNoMoreAreOpenAgain() throws {
    var shelf = try Shelf()
    let adding = try #require(
      try shelf.act(shelf.ada, .addCoder(name: "Cleo Park", initials: "", role: .coder)))
    let cleo = try #require(adding.changes.first?.entity)
    try shelf.act(cleo, .setAside(at: try shelf.place(1), reason: "setting"))
    try shelf.act(shelf.ada, .undo(adding.id, keepingUsed: false), butRefused: true)
    // Another copy, in which Cleo had done nothing yet, takes it back.
    let undo = Action(
      id: shelf.origin.identity(), stamp: Stamp(1), at: 0, coder: shelf.ada, verb: .undo,
      changes: [
        Change(kind: UndoMark.kind, entity: adding.id, fields: ["undone": .flag(true)])
      ])
    try shelf.arrive(undo)
    try expectRebuilt(shelf)
    #expect(
      try shelf.file.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM coverage") } == 0)
  }

  @Test func theSameMergeMadeLaterInAnotherCopyMovesItsPlaceInARing() throws {
    var shelf = try Shelf()
    for name in ["a", "b"] { try shelf.code(shelf.ada, name, 1) }
    let (a, b) = (try shelf.memory.codes(named: "a")[0], try shelf.memory.codes(named: "b")[0])
    let stamp = try #require(shelf.memory.actions.map(\.stamp).max()).value
    for (index, (from, to, stamp)) in [
      (a, b, stamp + 10), (b, a, stamp + 20), (a, b, stamp + 30),
    ].enumerated() {
      try shelf.arrive(
        Action(
          id: shelf.origin.identity(), stamp: Stamp(stamp), at: 0, coder: shelf.ben, verb: .merge,
          changes: [
            Change(kind: Code.kind, entity: from, fields: ["mergedInto": .entity(to)])
          ]))
      let target = index < 2 ? b : a
      for code in [a, b] {
        #expect(
          try shelf.file.queue.read {
            try LogReader(db: $0, cache: shelf.file.lines).resolve(code)
          } == target)
      }
      try expectRebuilt(shelf, "link \(index)")
    }
  }

  @Test func anImportThatIsUndoneLeavesNothingThatARebuildWouldNot() throws {
    var shelf = try Shelf()
    try shelf.act(
      shelf.ben, .importDocument(Texts.document("# X\nOthers waited.", study: .new(label: "X"))))
    try shelf.act(shelf.ben, .undo(nil, keepingUsed: false))
    try expectRebuilt(shelf)
    try shelf.act(shelf.ben, .redo)
    try expectRebuilt(shelf)
    #expect(try shelf.file.projections()["words"]?.count == 4)
  }

  @Test func codersWhoComeAndGoUseUpNoBits() throws {
    let shelf = try Shelf()
    let place = try shelf.place(1)
    for index in 0..<70 {
      let outcomes = try shelf.file.perform(
        [.addCoder(name: "Guest \(index)", initials: "", role: .coder)], as: shelf.ada)
      guard case .done(let added, _, _) = outcomes[0], let guest = added.changes.first?.entity
      else {
        Issue.record("guest \(index) was not added")
        return
      }
      _ = try shelf.file.perform(
        [.apply([.named("waiting")], at: place), .undo(nil, keepingUsed: false)], as: guest)
      try shelf.file.perform(.undo(nil, keepingUsed: false), as: shelf.ada)
    }
    #expect(
      try shelf.file.queue.read { try Int.fetchOne($0, sql: "SELECT max(bit) FROM bit") } == 1)
    try expectRebuilt(shelf)
  }

  @Test func settingReasonsCountsNoDocumentAgain() throws {
    var shelf = try Shelf()
    let shapes = "SELECT group_concat(shape) FROM documentCount"
    let before = try shelf.file.queue.read { try String.fetchOne($0, sql: shapes) }
    try shelf.act(shelf.ada, .setReasons(["setting", " other  reason ", "setting"]))
    #expect(try shelf.file.queue.read { try String.fetchOne($0, sql: shapes) } == before)
    #expect(try shelf.memory.review().reasons == ["setting", "other reason"])
  }
}

extension Shelf {
  /// Takes an action as another copy would bring it.
  mutating func arrive(_ action: Action) throws {
    try file.queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let reader = LogReader(db: db, cache: file.lines)
        let writer = LogWriter(reader)
        try writer.insert(action, stored: action.changes.map(StoredChange.init))
        var projector = Projector(reader)
        try projector.take(action)
        return .commit
      }
    }
    memory.append(action)
  }

  /// Does what an intent says and expects it refused.
  mutating func act(_ coder: EntityID, _ intent: Intent, butRefused: Bool) throws {
    #expect(throws: Refusal.self) { try file.perform(intent, as: coder) }
  }
}
