import Synthesis
import TestSupport
import Testing

@Suite struct ThemeRuleTests {
  private static let text = "# Findings\nMothers waited. | Staff hoped. | Nobody asked. | All left."

  /// A review with the codes a to d, one a line.
  private func room() throws -> Room {
    var room = try Room(Self.text)
    for (index, name) in ["a", "b", "c", "d"].enumerated() {
      try room.code(room.ada, name, index + 1)
    }
    return room
  }

  private func outline(_ room: Room, _ arrangement: EntityID? = nil) throws -> [String] {
    try room.outline(of: arrangement)
  }

  @Test func oneActMakesAThemeOverCodesAndOneUndoTakesItAway() throws {
    var room = try room()
    try room.act(
      room.ada, .makeTheme(ThemeDraft(.descriptive, named: "T", over: try room.codes("b", "a"))))
    #expect(try outline(room) == ["1 T: b a"])
    #expect(try room.board().notPlaced == Set(room.codes("c", "d")))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try outline(room) == [])
    #expect(try room.board().notPlaced.count == 4)
  }

  @Test func aNameCanWaitAndUntilThenTheThemeIsCalledByItsNumber() throws {
    var room = try room()
    let first = try room.theme("first")
    let pile = try room.theme("", over: ["a"])
    #expect(try room.board().title(of: pile) == "pile 2")
    try room.act(room.ada, .place([pile], Landing(under: first)))
    #expect(try room.board().title(of: pile) == "pile 1.1")
    try room.act(room.ada, .setTheme(pile, ["name": " being  heard "]))
    #expect(try outline(room) == ["1 first", "1.1 being heard: a"])
  }

  @Test func codesAndThemesKeepTheOrderInWhichTheyArePut() throws {
    var room = try room()
    let theme = try room.theme("T", over: ["a", "b"])
    try room.act(room.ada, .place(try room.codes("d", "c"), Landing(under: theme, at: .first)))
    #expect(try outline(room) == ["1 T: d c a b"])
    let b = try room.code("b")
    try room.act(room.ada, .place(try room.codes("d"), Landing(under: theme, at: .before(b))))
    #expect(try outline(room) == ["1 T: c a d b"])
    try room.act(room.ada, .place(try room.codes("c"), Landing(under: theme, at: .after(b))))
    #expect(try outline(room) == ["1 T: a d b c"])
    try room.act(room.ada, .place(try room.codes("b"), Landing(under: theme, at: .place(1))))
    #expect(try outline(room) == ["1 T: b a d c"])
    #expect(try room.act(room.ada, .place(try room.codes("d"), Landing(under: theme))) == nil)
  }

  @Test func aMoveLeavesWhatItSaysAndAlsoLeavesNothing() throws {
    var room = try room()
    let (one, two) = (try room.theme("one", over: ["a"]), try room.theme("two"))
    let three = try room.theme("three")
    let a = try room.codes("a")
    try room.act(room.ada, .place(a, Landing(under: two, leaving: .nowhere)))
    #expect(try outline(room) == ["1 one: a", "2 two: a", "3 three"])
    try room.act(room.ada, .place(a, Landing(under: three, leaving: .theme(two))))
    #expect(try outline(room) == ["1 one: a", "2 two", "3 three: a"])
    try room.act(room.ada, .place(a, Landing(under: two)))
    #expect(try outline(room) == ["1 one", "2 two: a", "3 three"])
    try room.act(room.ada, .unplace(a, from: one, in: nil))
    #expect(try outline(room) == ["1 one", "2 two: a", "3 three"])
    try room.act(room.ada, .unplace(a, from: nil, in: nil))
    #expect(try room.board().notPlaced.count == 4)
  }

  @Test func levelsAreKept() throws {
    var room = try room()
    let raised = try room.theme("raised", .analytical)
    let plain = try room.theme("plain", over: ["a"])
    let a = try room.codes("a")
    try room.act(room.ada, .place([plain], Landing(under: raised)))
    #expect(try outline(room) == ["1 raised", "1.1 plain: a"])
    #expect(throws: Refusal.codeUnderAnalytical(name: "a", theme: "raised")) {
      try room.act(room.ada, .place(a, Landing(under: raised)))
    }
    #expect(throws: Refusal.codeAtTop(name: "a")) {
      try room.act(room.ada, .place(a, Landing(under: nil)))
    }
    #expect(throws: Refusal.analyticalUnder(name: "raised")) {
      try room.act(room.ada, .place([raised], Landing(under: plain)))
    }
    #expect(throws: Refusal.otherLevel(name: "plain", target: "raised")) {
      try room.act(room.ada, .mergeThemes([plain], into: raised))
    }
  }

  @Test func aThemeNeverStandsUnderItself() throws {
    var room = try room()
    let (one, two) = (try room.theme("one"), try room.theme("two"))
    try room.act(room.ada, .place([two], Landing(under: one)))
    #expect(throws: Refusal.underItself(name: "one", theme: "two")) {
      try room.act(room.ada, .place([one], Landing(under: two)))
    }
    #expect(throws: Refusal.underItself(name: "one", theme: "one")) {
      try room.act(room.ada, .place([one], Landing(under: one)))
    }
    #expect(throws: Refusal.underItself(name: "one", theme: "two")) {
      try room.act(
        room.ada,
        .makeTheme(ThemeDraft(.descriptive, at: Landing(under: two), over: [one])))
    }
  }

  @Test func ofTwoCopiesThatEachPutOneThemeUnderTheOtherTheEarlierHolds() throws {
    var room = try room()
    let (one, two) = (try room.theme("one"), try room.theme("two"))
    let start = room
    let down = try #require(try room.act(room.ada, .place([two], Landing(under: one))))
    var other = start
    let up = try #require(try other.act(other.ben, .place([one], Landing(under: two))))
    for arrival in [[down, up], [up, down]] {
      var copy = start
      for action in arrival { copy.review.append(action) }
      let board = try copy.board()
      #expect(board.ignored.count == 1)
      #expect(
        try copy.outline()
          == (down.stamp < up.stamp || down.stamp == up.stamp && down.id < up.id
            ? ["1 one", "1.1 two"] : ["1 two", "1.1 one"]))
    }
  }

  @Test func whatStoodUnderADeletedThemeWaitsAndComesBackWithIt() throws {
    var room = try room()
    let outer = try room.theme("outer")
    let inner = try room.theme("inner", over: ["a"])
    try room.act(room.ada, .place([inner], Landing(under: outer)))
    try room.act(room.ada, .deleteThemes([outer]))
    #expect(try outline(room) == ["1 inner: a"])
    try room.act(room.ada, .deleteThemes([inner]))
    #expect(try room.board().notPlaced.count == 4)
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try outline(room) == ["1 outer", "1.1 inner: a"])
  }

  @Test func mergedThemesHoldTogetherWhatEachHeldAndComeApartAgain() throws {
    var room = try room()
    let one = try room.theme("one", over: ["a", "b"])
    let two = try room.theme("two", over: ["c"])
    let b = try room.codes("b")
    try room.act(room.ada, .place(b, Landing(under: two, leaving: .nowhere)))
    try room.act(room.ada, .mergeThemes([one], into: two))
    #expect(Set(try room.board().codes(under: two)) == Set(try room.codes("a", "b", "c")))
    #expect(try room.board().themesInOrder == [two])
    try room.act(room.ada, .unplace(b, from: two, in: nil))
    #expect(Set(try room.board().codes(under: two)) == Set(try room.codes("a", "c")))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try outline(room) == ["1 one: a b", "2 two: c b"])
  }

  @Test func aCodeGivesItsPlaceToTheOneItIsMergedIntoOnlyWhereThatHasNone() throws {
    var room = try room()
    try room.theme("one", over: ["a"])
    let two = try room.theme("two", over: ["b"])
    let (a, b, c) = (try room.code("a"), try room.code("b"), try room.code("c"))
    try room.act(room.ada, .mergeCodes([a], into: b))
    #expect(try outline(room) == ["1 one", "2 two: b"])
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .mergeCodes([a], into: c))
    #expect(try outline(room) == ["1 one: c", "2 two: b"])
    try room.act(room.ada, .place([c], Landing(under: two)))
    #expect(try outline(room) == ["1 one", "2 two: b c"])
    try room.act(room.ada, .unplace([c], from: nil, in: nil))
    #expect(try outline(room) == ["1 one", "2 two: b"])
  }

  @Test func aCodeLeftOutIsNotPlacedNowhereUntilItIsPlaced() throws {
    var room = try room()
    let theme = try room.theme("T", over: ["a"])
    try room.act(room.ada, .leaveOut(try room.codes("a", "b"), reason: "setting", in: nil))
    #expect(try outline(room) == ["1 T"])
    #expect(try room.board().leftOut.mapValues(\.reason).count == 2)
    #expect(try room.board().notPlaced == Set(room.codes("c", "d")))
    try room.act(room.ada, .place(try room.codes("b"), Landing(under: theme)))
    #expect(try room.board().leftOut.keys.elementsEqual(room.codes("a")))
    try room.act(room.ada, .takeIn(try room.codes("a"), in: nil))
    #expect(try room.board().leftOut.isEmpty)
  }

  @Test func anAgreementIsOnesOwnAndLapsesWithStatementOrMembers() throws {
    var room = try room()
    let theme = try room.theme("T", over: ["a", "b"])
    func holding() throws -> Set<EntityID> { try room.board().agreement(to: theme).holding }
    try room.act(room.ada, .agree(theme, true))
    #expect(try holding() == [room.ada])
    #expect(try !room.board().isAgreed(theme, by: room.review.coders()))
    try room.act(room.ben, .agree(theme, true))
    #expect(try room.board().isAgreed(theme, by: room.review.coders()))
    try room.act(room.ada, .setTheme(theme, ["name": "another"]))
    try room.act(room.ada, .place(try room.codes("a"), Landing(under: theme, at: .last)))
    #expect(try holding().count == 2, "a name and an order are no statement")
    try room.act(room.ben, .setTheme(theme, ["statement": "People come back."]))
    #expect(try holding().isEmpty)
    #expect(try room.board().agreement(to: theme).lapsed == [room.ada, room.ben])
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    #expect(try holding().count == 2)
    try room.act(room.ben, .place(try room.codes("c"), Landing(under: theme)))
    #expect(try holding().isEmpty)
    try room.act(room.ben, .agree(theme, true))
    #expect(try holding() == [room.ben])
    try room.act(room.ben, .agree(theme, false))
    #expect(try holding().isEmpty)
  }

  @Test func aDraftIsSeenByNobodyElseUntilItIsRevealed() throws {
    var room = try room()
    try room.theme("shared theme", over: ["a"])
    try room.act(room.ada, .makeArrangement("mine"))
    let draft = try #require(try room.review.live(Arrangement.kind).first?.id)
    #expect(try outline(room, draft) == ["1 shared theme: a"])
    try room.act(
      room.ada,
      .makeTheme(
        ThemeDraft(.analytical, named: "secret", at: Landing(under: nil, in: draft))))
    #expect(try outline(room, draft) == ["1 shared theme: a", "2 secret"])
    #expect(try outline(room) == ["1 shared theme: a"])
    let facts = try room.review.boardFacts(for: room.ben)
    #expect(facts.arrangements.isEmpty && facts.themes.count == 1 && facts.placements.count == 2)
    #expect(throws: Refusal.gone(noun: "draft")) {
      try room.act(room.ben, .place(try room.codes("b"), Landing(under: nil, in: draft)))
    }
    // A name in a draft that Ben may not know of is free for him.
    try room.act(room.ben, .makeTheme(ThemeDraft(.analytical, named: "secret")))
    var veil = try Veil(room.review, from: room.ben)
    let hidden = try room.review.actions.filter { try veil.hides($0, room.review) }
    #expect(hidden.map(\.verb) == [.arrangement, .theme])
    try room.act(room.ada, .revealArrangement(draft))
    #expect(try room.review.boardFacts(for: room.ben).arrangements.count == 1)
    #expect(throws: Refusal.otherDraft(name: "mine", coder: "Ada Moss")) {
      try room.act(room.ben, .leaveOut(try room.codes("b"), reason: "x", in: draft))
    }
  }

  @Test func aPartnersDraftHoldsNoUndoAndIsNotToldByOne() throws {
    var room = try room()
    let theme = try room.theme("T", over: ["a"])
    try room.act(room.ben, .makeArrangement("Ben's"))
    let draft = try #require(try room.review.live(Arrangement.kind).first?.id)
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try outline(room) == [] && outline(room, draft) == [])
    try room.act(room.ada, .redo)
    #expect(try outline(room, draft) == ["1 T: a"])
    try room.act(room.ben, .place(try room.codes("b"), Landing(under: theme)))
    #expect(throws: Refusal.self) { try room.act(room.ada, .undo(nil, keepingUsed: false)) }
  }

  @Test func aRoundKeepsWhatItNamedWhateverHappensAfterwards() throws {
    var room = try room()
    let theme = try room.theme("T", over: ["a", "b"])
    let pile = try room.theme("")
    try room.act(
      room.ada, .place(try room.codes("c"), Landing(under: theme, why: "same\u{0}  word")))
    try room.act(room.ada, .leaveOut(try room.codes("d"), reason: "setting", in: nil))
    try room.act(room.ada, .nameRound("one", of: nil))
    let before = try room.snapshot()
    #expect(try #require(room.review.boardFacts(for: nil).roundsInOrder.first).snapshot == before)
    let (a, b) = (try room.code("a"), try room.code("b"))
    try room.act(room.ada, .setTheme(theme, ["name": "U"]))
    try room.act(room.ada, .setTheme(pile, ["name": "V"]))
    try room.act(room.ada, .place([a], Landing(under: pile, why: "not the same")))
    try room.act(room.ada, .mergeCodes([b], into: a))
    try room.act(room.ada, .rename(try room.code("c"), to: "see"))
    try room.act(room.ada, .place(try room.codes("d"), Landing(under: pile)))
    try room.act(room.ada, .leaveOut(try room.codes("see"), reason: "off", in: nil))
    try room.theme("W", over: ["d"])
    let round = try #require(try room.review.boardFacts(for: nil).roundsInOrder.first)
    #expect(round.snapshot == before)
    let changes = BoardDifference(from: round.snapshot, to: try room.snapshot()).changes
    #expect(
      changes.map(\.line) == [
        "renamed theme U: T → U", "renamed theme V: a theme without a name → V",
        "added theme W:  → ", "moved code a: T → V (not the same)", "merged code b: T → a",
        "moved code d:  → W", "left-out code see: T →  (off)", "renamed code see: c → see",
      ])
    #expect(BoardDifference(from: before, to: before).changes.isEmpty)
  }

  @Test func threadsAreAnsweredAndSettled() throws {
    var room = try room()
    let theme = try room.theme("T")
    try room.act(room.ada, .comment(.thing(theme), "why?"))
    let thread = try #require(try room.review.live(ThreadComment.kind).first?.id)
    try room.act(room.ben, .reply(thread, "because"))
    let reply = try #require(try room.review.live(ThreadComment.kind).last?.id)
    try room.act(room.ada, .reply(reply, "thanks"))
    try room.act(room.ada, .resolve(reply, true))
    let threads = try room.review.boardFacts(for: room.ada).threads(about: theme)
    #expect(threads.map(\.first.text) == ["why?"])
    #expect(threads[0].first.isResolved && threads[0].replies.map(\.text) == ["because", "thanks"])
    #expect(throws: Refusal.emptyName(noun: "comment")) {
      try room.act(room.ada, .comment(.thing(theme), " \n"))
    }
  }

  @Test func wordsAreTiedToAThemeAndFollowItIntoAnother() throws {
    var room = try room()
    let (one, two) = (try room.theme("one"), try room.theme("two"))
    try room.act(room.ada, .tie(one, at: try room.place(1), isAgainst: true))
    try room.act(room.ada, .mergeThemes([one], into: two))
    try room.act(room.ada, .untie(two, at: try room.place(1)))
    #expect(try room.review.live(Evidence.kind).isEmpty)
  }
}

extension BoardDifference.Change {
  /// The change in a line.
  fileprivate var line: String {
    "\(what.rawValue) \(isTheme ? "theme" : "code") \(name): "
      + "\(from.joined(separator: ", ")) → \(to.joined(separator: ", "))"
      + (why.isEmpty ? "" : " (\(why))")
  }
}
