import Synthesis
import TestSupport
import Testing

/// Undo and redo of what is done to themes, with a partner at work on the same board.
@Suite struct ThemeUndoTests {
  private static let text = "# Findings\nMothers waited. | Staff hoped. | Nobody asked. | All left."

  /// A board with the themes one (a, b) and two (c) of Ada's, and the code d that waits.
  private static func room() throws -> Room {
    var room = try Room(text)
    for (index, name) in ["a", "b", "c", "d"].enumerated() {
      try room.code(room.ada, name, index + 1)
    }
    try room.theme("one", over: ["a", "b"])
    try room.theme("two", over: ["c"])
    return room
  }

  private static func theme(_ name: String, _ room: Room) throws -> EntityID {
    try room.board().themes(named: name).first ?? room.review.id
  }

  /// Acts of both on the same themes, none of which is meant by what the other did.
  private static func acts(_ room: Room) throws -> (ada: [Intent], ben: [Intent]) {
    let (one, two) = (try theme("one", room), try theme("two", room))
    return (
      [
        .place(try room.codes("a"), Landing(under: two, at: .first, why: "same")),
        .makeTheme(ThemeDraft(.analytical, named: "over", over: [one, two])),
        .deleteThemes([two]),
        .setTheme(one, ["name": "uno", "rationale": "r"]), .agree(one, true),
        .leaveOut(try room.codes("b"), reason: "setting", in: nil), .nameRound("first", of: nil),
        .makeArrangement("mine"), .unplace(try room.codes("a", "c"), from: nil, in: nil),
      ],
      [
        .setTheme(two, ["statement": "s"]),
        .place(try room.codes("d"), Landing(under: one, leaving: .nowhere)),
        .tie(one, at: try room.place(2), isAgainst: true), .comment(.thing(one), "why?"),
        .agree(one, true),
      ]
    )
  }

  @Test func undoIsAnIdentityUnderEveryInterleavingWithAPartnersActs() throws {
    let start = try Self.room()
    let (ada, ben) = try Self.acts(start)
    for (index, act) in ada.enumerated() {
      let hers: [Intent] = [act, .undo(nil, keepingUsed: false)]
      for his in [Array(ben[0..<2]), Array(ben[2..<4])] {
        var alone = start
        for intent in his { try alone.act(alone.ben, intent) }
        for order in interleavings(hers.map { ($0, true) }, his.map { ($0, false) }) {
          // What Ben means to do to a theme that is deleted at that moment is refused.
          guard let room = try? Self.after(order, from: start) else { continue }
          let changes = BoardDifference(
            from: try alone.snapshot(), to: try room.snapshot()
          ).changes
          #expect(changes.isEmpty, "act \(index)")
          #expect(room.review.state.count == alone.review.state.count, "act \(index)")
        }
      }
    }
  }

  private static func after(
    _ order: [(intent: Intent, isAdas: Bool)], from start: Room
  ) throws -> Room {
    var room = start
    for (intent, isAdas) in order { try room.act(isAdas ? room.ada : room.ben, intent) }
    return room
  }

  @Test func everyActIsOneUndoAndOneRedo() throws {
    let start = try Self.room()
    let (ada, ben) = try Self.acts(start)
    let merge = Intent.mergeThemes(
      [try Self.theme("one", start)], into: try Self.theme("two", start))
    for (index, act) in (ada + ben + [merge]).enumerated() {
      var room = start
      let action = try #require(try room.act(room.ada, act), "act \(index)")
      let after = room.review.state
      try room.act(room.ada, .undo(action.id, keepingUsed: false))
      #expect(room.review.state == start.review.state, "act \(index)")
      try room.act(room.ada, .redo)
      #expect(room.review.state == after, "act \(index)")
    }
  }

  @Test func aThemeThatAPartnerBuiltOnIsNotUndone() throws {
    let start = try Self.room()
    let making = try #require(start.review.actions.last { $0.verb == .theme })
    let two = try Self.theme("two", start)
    for use: Intent in [
      .place(try start.codes("d"), Landing(under: two)), .agree(two, true),
      .comment(.thing(two), "why?"), .tie(two, at: try start.place(1), isAgainst: false),
      .setTheme(two, ["statement": "s"]),
    ] {
      var room = start
      try room.act(room.ben, use)
      let before = room.review.state
      #expect {
        try room.act(room.ada, .undo(making.id, keepingUsed: false))
      } throws: { error in
        guard case .usedByOthers(_, let things, let coders)? = error as? Refusal else {
          return false
        }
        return things == ["two"] && coders == ["Ben Hale"]
      }
      #expect(room.review.state == before)
      try room.act(room.ada, .undo(making.id, keepingUsed: true))
      #expect(try room.board().theme(two)?.name == "two")
      #expect(try !room.board().codes(under: two).contains(room.code("c")), "the rest is undone")
      try room.act(room.ben, .undo(nil, keepingUsed: false))
      #expect(try room.board().theme(two)?.name == "two")
    }
  }

  @Test func whatAPartnerMovedSinceStaysThere() throws {
    var room = try Self.room()
    try room.theme("three", over: [])
    let (one, two) = (try Self.theme("one", room), try Self.theme("two", room))
    let three = try Self.theme("three", room)
    let d = try room.codes("d")
    try room.act(room.ben, .place(d, Landing(under: two)))
    try room.act(room.ada, .place(d, Landing(under: one)))
    let own = try #require(
      try room.act(room.ada, .place(try room.codes("d", "b"), Landing(under: two))))
    try room.act(room.ben, .place(d, Landing(under: three)))
    let undo = try Rules(review: room.review, coder: room.ada, origin: room.origin)
      .act(for: .undo(own.id, keepingUsed: false))
    #expect(undo.remark == "‘d’ stays as it is, for others have moved it since")
    let before = room.review.state
    try room.act(room.ada, .undo(own.id, keepingUsed: false))
    #expect(try room.outline() == ["1 one: a b", "2 two: c", "3 three: d"], "b goes back")
    try room.act(room.ada, .redo)
    #expect(room.review.state == before)
    try room.act(room.ada, .undo(own.id, keepingUsed: false))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.board().parents(of: try room.code("d")) == [three])
  }

  @Test func aThemeFromWhichAPartnerTookSomethingIsUndoneForTheRestOnly() throws {
    var room = try Self.room()
    let (a, one) = (try room.codes("a"), try Self.theme("one", room))
    try room.theme("new", over: ["a", "d"])
    let new = try Self.theme("new", room)
    try room.act(room.ben, .place(a, Landing(under: try Self.theme("two", room))))
    #expect {
      try room.act(room.ada, .undo(nil, keepingUsed: false))
    } throws: { error in
      guard case .usedByOthers(_, let things, _)? = error as? Refusal else { return false }
      return things == ["a"]
    }
    try room.act(room.ada, .undo(nil, keepingUsed: true))
    #expect(try room.board().notPlaced == Set(try room.codes("d")))
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    #expect(try room.board().parents(of: a[0]) == [new])
    #expect(try !room.board().codes(under: one).contains(a[0]))
  }

  @Test func whatWasMergedSinceStaysTooWhereAPartnerMovedIt() throws {
    var room = try Self.room()
    let (a, c) = (try room.code("a"), try room.code("c"))
    try room.act(room.ben, .unplace([c], from: nil, in: nil))
    try room.act(room.ben, .mergeCodes([a], into: c))
    try room.act(room.ada, .place([c], Landing(under: try Self.theme("two", room))))
    try room.act(room.ben, .unplace([c], from: nil, in: nil))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.board().notPlaced.contains(c))
  }

  @Test func whatAPartnerTookFromTheBoardStaysOff() throws {
    var room = try Self.room()
    let d = try room.codes("d")
    try room.act(room.ada, .place(d, Landing(under: try Self.theme("one", room))))
    try room.act(room.ada, .place(d, Landing(under: try Self.theme("two", room))))
    try room.act(room.ben, .unplace(d, from: nil, in: nil))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.board().notPlaced == Set(d))
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    #expect(try room.outline() == ["1 one: a b", "2 two: c d"])
  }

  @Test func whatWasPutOnTheBoardAndMovedGoesWhenBothAreUndone() throws {
    var room = try Self.room()
    let d = try room.codes("d")
    try room.act(room.ada, .place(d, Landing(under: try Self.theme("one", room))))
    try room.act(room.ben, .place(d, Landing(under: try Self.theme("two", room))))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.outline() == ["1 one: a b", "2 two: c d"])
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    #expect(try room.board().notPlaced == Set(d))
  }

  @Test func whatIsLeftOfADraftThatWasUndoneStaysItsMakers() throws {
    var room = try Self.room()
    let making = try #require(try room.act(room.ada, .makeArrangement("mine")))
    let draft = try #require(try room.review.live(Arrangement.kind).first?.id)
    try room.theme("secret", over: ["d"], in: draft)
    try room.act(room.ada, .nameRound("hidden", of: draft))
    try room.act(room.ada, .undo(making.id, keepingUsed: false))
    let seen = try room.review.boardFacts(for: room.ben)
    #expect(seen.themes.count == 2 && seen.rounds.isEmpty)
    var veil = try Veil(room.review, from: room.ben)
    for action in room.review.actions.suffix(4) { #expect(try veil.hides(action, room.review)) }
    let own = try room.review.boardFacts(for: room.ada)
    #expect(own.themes.count == 3 && own.rounds.count == 1)
    try room.act(room.ada, .redo)
    #expect(try room.outline(of: draft) == ["1 one: a b", "2 two: c", "3 secret: d"])
  }

  @Test func codesMergedInARingStandWhereTheyStood() throws {
    var room = try Self.room()
    let (a, c) = (try room.code("a"), try room.code("c"))
    let start = room
    let there = try #require(try room.act(room.ada, .mergeCodes([a], into: c)))
    var other = start
    let back = try #require(try other.act(other.ben, .mergeCodes([c], into: a)))
    for arrival in [[there, back], [back, there]] {
      var copy = start
      for action in arrival { copy.review.append(action) }
      let kept = try copy.review.unmergedCodes().map(\.id).first { [a, c].contains($0) } ?? a
      let two = try Self.theme("two", copy)
      try copy.act(copy.ada, .place([kept], Landing(under: two)))
      #expect(try copy.board().parents(of: kept) == [two])
      try copy.act(copy.ada, .unplace([kept], from: nil, in: nil))
      #expect(try copy.board().notPlaced.contains(kept))
    }
  }
}
