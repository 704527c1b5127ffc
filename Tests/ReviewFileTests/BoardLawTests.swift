import GRDB
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// What the file tells of boards is what the log in memory says, for everybody who may look.
@Suite struct BoardLawTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func theFactsOfBoardsAreThoseOfTheLogForEveryViewer(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed)
    for turn in 0..<3 {
      try shelf.play(seed: seed &* 11 &+ UInt64(turn), acts: 40)
      try Self.expectTheSameBoards(shelf.file, shelf, "seed \(seed), turn \(turn)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func anyOrderOfArrivalGivesTheSameBoards(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed)
    try shelf.play(seed: seed &+ 70, acts: 60)
    var seeded = Seeded(seed: seed)
    let other = try ReviewFile.arriving(
      seeded.shuffled(shelf.memory.actions), contents: shelf.memory.contents,
      review: shelf.file.id, at: shelf.folder["other.linewise"])
    try Self.expectTheSameBoards(other, shelf, "seed \(seed)")
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func newsTakenActByActEndsWhereReadingAnewDoes(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed)
    let viewers = [nil, shelf.ada, shelf.ben, Veil.outsider]
    var boards = try viewers.map { try shelf.file.board(for: $0) }
    var lines = try shelf.file.codedLines()
    for turn in 0..<60 {
      try shelf.play(seed: seed &* 101 &+ UInt64(turn), acts: 1 + turn % 3)
      for (index, viewer) in viewers.enumerated() {
        let news = try shelf.file.news(since: boards[index].seq, interest: [], for: viewer)
        guard let news else { continue }
        boards[index].facts.take(news.board)
        boards[index].seq = news.seq
        let expected = try shelf.file.boardFacts(for: viewer)
        #expect(
          Difference(boards[index].facts, expected) == Difference(),
          "seed \(seed), turn \(turn), viewer \(index), \(news.items.map(\.sentence))")
        if index == 0 { try shelf.file.refresh(&lines, news.touchedDocuments) }
      }
      let codes = try shelf.memory.unmergedCodes().map(\.id)
      let anew = try shelf.file.codedLines()
      for code in codes {
        #expect(
          lines.tallies(of: [code], evidenceFor: [code])
            == anew.tallies(of: [code], evidenceFor: [code]), "seed \(seed), turn \(turn)")
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func aBoardThatTakesMovesOfCodesIsTheOneThatIsMadeAnew(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed)
    try shelf.play(seed: seed &* 7 &+ 3, acts: 80)
    var (facts, seq) = try shelf.file.board(for: shelf.ada)
    var random = Seeded(seed: seed)
    var taken = 0
    var boards: [EntityID?: ThemeBoard] = [:]
    for turn in 0..<60 {
      let codes = try shelf.memory.unmergedCodes().map(\.id)
      let arrangements = [nil] + facts.arrangements.keys.sorted().map { $0 as EntityID? }
      for own in arrangements where boards[own] == nil {
        boards[own] = ThemeBoard(facts, arrangement: own, codes: codes)
      }
      if turn % 8 == 7 {
        try shelf.play(seed: seed &* 31 &+ UInt64(turn), acts: 1)
      } else {
        try shelf.moveACode(codes, arrangements.compactMap { boards[$0] }, &random)
      }
      guard let news = try shelf.file.news(since: seq, interest: [], for: shelf.ada) else {
        continue
      }
      seq = news.seq
      guard let moves = facts.take(news.board), news.goneCodes.isEmpty,
        Set(try shelf.memory.unmergedCodes().map(\.id)) == Set(codes)
      else {
        boards = [:]
        continue
      }
      for own in arrangements {
        let before = boards[own]
        guard let changed = boards[own]?.take(moves, facts) else {
          boards[own] = nil
          continue
        }
        taken += 1
        let anew = ThemeBoard(facts, arrangement: own, codes: codes)
        #expect(
          boards[own].map { BoardFigure($0, codes) } == BoardFigure(anew, codes),
          "seed \(seed), turn \(turn), \(news.items.map(\.sentence))")
        for theme in anew.themesInOrder where !changed.contains(theme) {
          #expect(before?.codes(under: theme) == anew.codes(under: theme))
        }
      }
    }
    #expect(taken > 10)
  }

  /// All that a board says.
  private struct BoardFigure: Equatable {
    let roots: [ThemeBoard.Member]
    let members: [[ThemeBoard.Member]]
    let parents: [[EntityID]]
    let codes: [[EntityID]]
    let numbers: [String?]
    let leftOut: [EntityID: LeftOut]
    let notPlaced: Set<EntityID>
    let ignored: [EntityID]
    let merged: [EntityID: EntityID]
    let agreed: [Set<EntityID>]

    init(_ board: ThemeBoard, _ codes: [EntityID]) {
      let themes = board.themesInOrder
      roots = board.roots
      members = themes.map(board.members)
      parents = (codes + themes).map(board.parents)
      self.codes = themes.map(board.codes)
      numbers = themes.map(board.number)
      (leftOut, notPlaced) = (board.leftOut, board.notPlaced)
      (ignored, merged) = (board.ignored, board.merged)
      agreed = themes.map { board.agreement(to: $0).holding }
    }
  }

  /// Each kind of fact by what differs: short where a test fails.
  private struct Difference: Equatable {
    var kinds: [String] = []

    init() {}

    init(_ found: BoardFacts, _ expected: BoardFacts) {
      if found.themes != expected.themes { kinds.append("themes") }
      if found.placements != expected.placements { kinds.append("placements") }
      if found.leftOut != expected.leftOut { kinds.append("leftOut") }
      if found.agreements != expected.agreements { kinds.append("agreements") }
      if found.arrangements != expected.arrangements { kinds.append("arrangements") }
      if found.rounds != expected.rounds { kinds.append("rounds") }
      if found.comments != expected.comments { kinds.append("comments") }
      if found.mergedCodes != expected.mergedCodes { kinds.append("mergedCodes") }
    }
  }

  private static func expectTheSameBoards(
    _ file: ReviewFile, _ shelf: Shelf, _ note: String
  ) throws {
    let memory = shelf.memory
    let codes = try memory.unmergedCodes()
    #expect(try file.unmergedCodes() == codes, "\(note)")
    for viewer in [nil, shelf.ada, shelf.ben, Veil.outsider] {
      let (found, expected) = (
        try file.boardFacts(for: viewer), try memory.boardFacts(for: viewer)
      )
      #expect(Difference(found, expected) == Difference(), "\(note)")
      for arrangement in [nil] + expected.arrangements.keys.map({ $0 as EntityID? }) {
        let names = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0.name) })
        #expect(
          BoardSnapshot(
            of: ThemeBoard(found, arrangement: arrangement, codes: codes.map(\.id)), codes: names)
            == BoardSnapshot(
              of: ThemeBoard(expected, arrangement: arrangement, codes: codes.map(\.id)),
              codes: names), "\(note)")
      }
      #expect(
        try file.history(for: viewer).map(\.sentence).sorted() == memory.told(to: viewer).sorted(),
        "\(note)")
    }
    try file.queue.read { db in
      let reader = LogReader(db: db, cache: file.lines)
      for thing in try memory.live(Theme.kind).map(\.id) + codes.map(\.id) {
        for arrangement in [nil] + (try memory.live(Arrangement.kind).map { $0.id as EntityID? }) {
          #expect(
            Set(try reader.placements(of: thing, in: arrangement))
              == Set(try memory.placements(of: thing, in: arrangement)), "\(note)")
          #expect(
            Set(try reader.placements(under: thing, in: arrangement))
              == Set(try memory.placements(under: thing, in: arrangement)), "\(note)")
        }
        #expect(
          Set(try reader.absorbed(into: thing)) == Set(try memory.absorbed(into: thing)),
          "\(note)")
        #expect(try reader.resolveTheme(thing) == memory.resolveTheme(thing), "\(note)")
      }
    }
  }
}

extension Shelf {
  /// One act about a code on some board: under a theme, also under it, from one, or left out.
  fileprivate mutating func moveACode(
    _ codes: [EntityID], _ boards: [ThemeBoard], _ random: inout Seeded
  ) throws {
    guard let code = codes.randomElement(using: &random),
      let board = boards.randomElement(using: &random)
    else { return }
    let (theme, own) = (
      board.themesInOrder.randomElement(using: &random),
      board.parents(of: code).randomElement(using: &random)
    )
    let coder = Bool.random(using: &random) ? ada : ben
    let intent: Intent? =
      switch Int.random(in: 0..<5, using: &random) {
      case 0: .leaveOut([code], reason: "why", in: board.arrangement)
      case 1: .takeIn([code], in: board.arrangement)
      case 2: own.map { .unplace([code], from: $0, in: board.arrangement) }
      case 3: theme.map { .place([code], Landing(under: $0, at: .first, in: board.arrangement)) }
      default:
        theme.map {
          .place(
            [code],
            Landing(
              under: $0, leaving: own.map(Landing.Source.theme) ?? .nowhere, why: "so",
              in: board.arrangement))
        }
      }
    if let intent { _ = try? act(coder, intent) }
  }
}

extension MemoryReview {
  /// The log in words, the latest first, as somebody may know it.
  fileprivate func told(to viewer: EntityID?) throws -> [String] {
    var veil = try Veil(self, from: viewer)
    return try actions.reversed().map { action in
      try veil.hides(action, self)
        ? Sentences<MemoryReview>.veiled : Sentences(self).describe(action)
    }
  }
}

/// What a drop costs.
@Suite struct BoardCostTests {
  @Test func aDropFindsPlacementsByWhatStandsThereAndNeverAmongAll() throws {
    let shelf = try Shelf()
    try shelf.file.queue.read { db in
      for condition in ["p.parent IS ?", "p.child = ?"] {
        let plan = try Row.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN SELECT t.id FROM placement p JOIN thing t ON t.id = p.id
            WHERE \(condition) AND p.arrangement IS ? AND t.live = 1
            """, arguments: [shelf.ada, nil]
        ).map { $0["detail"] as String }
        #expect(plan.count == 2 && plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
        #expect(plan[0].contains("placement_"), "\(plan)")
      }
    }
  }
}

/// The lines of codes and themes with what is kept of them.
@Suite struct BoardLinesTests {
  @Test func aThemesLinesComeStudyByStudyWithWhatIsKeptOfThem() throws {
    var shelf = try Shelf()
    try shelf.code(shelf.ada, "days", 1)
    try shelf.code(shelf.ben, "days", 1, of: 2)
    try shelf.code(shelf.ben, "hope", 4)
    try shelf.code(shelf.ada, "other", 5)
    let codes = try ["days", "hope"].flatMap { try shelf.memory.codes(named: $0) }
    try shelf.act(shelf.ada, .makeTheme(ThemeDraft(.descriptive, named: "T", over: codes)))
    try shelf.act(shelf.ada, .makeTheme(ThemeDraft(.descriptive, named: "U")))
    let themes = try shelf.memory.live(Theme.kind).map(\.id)
    try shelf.act(shelf.ben, .tie(themes[1], at: try shelf.place(2), isAgainst: true))
    try shelf.act(shelf.ben, .tie(codes[0], at: try shelf.place(1), isAgainst: false))
    try shelf.act(shelf.ada, .mergeThemes([themes[1]], into: themes[0]))
    let found = try shelf.file.lines(of: codes, tiedTo: Set(codes + [themes[0]]))
    #expect(
      found.map(\.words) == [
        "Hollis 2019 2 Mothers waited for days. for", "Hollis 2019 3 They never told me. against",
        "Hollis 2019 5 Fathers hoped.", "Marsh 2021 2 Sisters waited too.",
      ])
    #expect(try shelf.file.lines(of: codes, tiedTo: []).count == 3)
    #expect(
      try shelf.file.lines(of: codes, tiedTo: Set(codes + [themes[0]]), limit: 2)
        == Array(found.prefix(2)))
    let marsh = try #require(try shelf.memory.studies().last?.study.id)
    #expect(try shelf.file.lines(of: codes, tiedTo: [], in: marsh) == Array(found.suffix(1)))
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func linesOfSeveralCodesAreThoseThatTheLogHas(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed)
    try shelf.play(seed: seed &+ 5, acts: 60)
    let codes = try shelf.memory.unmergedCodes().map(\.id)
    for some in [codes, Array(codes.prefix(2)), []] {
      let found = try shelf.file.lines(of: some, tiedTo: [])
      let expected = try shelf.memory.lines(holding: some, in: nil)
      #expect(
        found.map { "\($0.study) \($0.number) \($0.text)" }
          == expected.map { "\($0.study) \($0.number) \($0.text)" }, "seed \(seed)")
    }
  }
}

extension CodedLine {
  /// The line and what is kept of it.
  fileprivate var words: String {
    "\(study) \(number) \(text)" + (isEvidence ? isAgainst ? " against" : " for" : "")
  }
}
