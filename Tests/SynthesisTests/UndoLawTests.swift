import Synthesis
import TestSupport
import Testing

@Suite struct UndoLawTests {
  private static let text = "# Findings\nMothers waited. | Staff hoped. | Nobody asked. | All left."

  /// Acts that touch the same things from both sides: codes, names, meanings, lines, voices.
  private static func acts(
    _ room: Room
  ) throws -> (ada: [Intent], ben: [Intent]) {
    let (waiting, hope) = (try room.code("waiting"), try room.code("hope"))
    let first = try room.place(1)
    return (
      [
        .apply([.named("new")], at: first), .rename(waiting, to: "waiting long"),
        .mergeCodes([waiting], into: hope),
        .splitLine(
          document: room.documents[0], position: try room.place(of: "hoped").passage.start),
      ],
      [
        .apply([.existing(waiting)], at: try room.place(2)),
        .define(waiting, ["definition": "time lost"]),
        .setVoice(.participant, at: try room.place(3)),
        .setAside(at: try room.place(4), reason: "x"),
      ]
    )
  }

  private static func room() throws -> Room {
    var room = try Room(text)
    try room.code(room.ada, "waiting", 1)
    try room.code(room.ada, "hope", 3)
    return room
  }

  @Test func undoIsAnIdentityUnderEveryInterleavingOfTwoCodersActs() throws {
    let start = try Self.room()
    let (ada, ben) = try Self.acts(start)
    // Ada acts and takes it back while Ben acts: what stands is what Ben alone does.
    for (index, act) in ada.enumerated() {
      let hers: [Intent] = [act, .undo(nil, keepingUsed: false)]
      let his = [ben[index], ben[(index + 1) % 4]]
      var alone = start
      for intent in his { try alone.act(alone.ben, intent) }
      for order in interleavings(hers.map { ($0, true) }, his.map { ($0, false) }) {
        var room = start
        for (intent, isHers) in order { try room.act(isHers ? room.ada : room.ben, intent) }
        #expect(room.review.state == alone.review.state, "act \(index)")
      }
    }
  }

  @Test func redoIsAnIdentityUnderEveryInterleavingOfTwoCodersActs() throws {
    let start = try Self.room()
    let (ada, ben) = try Self.acts(start)
    for (index, act) in ada.enumerated() {
      var done = start
      try done.act(done.ada, act)
      let hers: [Intent] = [.undo(nil, keepingUsed: false), .redo]
      let his = [ben[index], ben[(index + 1) % 4]]
      var alone = done
      for intent in his { try alone.act(alone.ben, intent) }
      for order in interleavings(hers.map { ($0, true) }, his.map { ($0, false) }) {
        var room = done
        for (intent, isHers) in order { try room.act(isHers ? room.ada : room.ben, intent) }
        #expect(room.review.state == alone.review.state, "act \(index)")
      }
    }
  }

  @Test func twoCodersWhoUndoEverythingInAnyOrderReturnToTheStart() throws {
    let start = try Self.room()
    let (ada, ben) = try Self.acts(start)
    var done = start
    for index in 0..<3 {
      try done.act(done.ada, ada[index])
      try done.act(done.ben, ben[index])
    }
    let hers = Array(repeating: done.ada, count: 3)
    for order in interleavings(hers, Array(repeating: done.ben, count: 3)) {
      var room = done
      for coder in order { try room.act(coder, .undo(nil, keepingUsed: true)) }
      // Before these acts Ada had made two others, which stand.
      #expect(room.review.state == start.review.state)
      for coder in order.reversed() { try room.act(coder, .redo) }
      #expect(room.review.state == done.review.state)
      #expect(throws: Refusal.nothingToRedo) { try room.act(room.ada, .redo) }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func afterAnyActsUndoAndRedoReturnToWhatStood(seed: UInt64) throws {
    var room = try Room(
      Self.text + "\n#! Method\nWe asked.", "# Results\nNurses waited. | All did.")
    var acts = RandomActs(seed: seed, documents: room.documents)
    for turn in 0..<24 {
      let coder = turn % 2 == 0 ? room.ada : room.ben
      let intent = try acts.next(in: room.review)
      let before = room.review.state
      guard let action = try? room.act(coder, intent) else { continue }
      let after = room.review.state
      if action.verb != .undo, action.verb != .redo {
        try room.act(coder, .undo(action.id, keepingUsed: false))
        #expect(room.review.state == before, "seed \(seed), turn \(turn): \(action.verb.rawValue)")
        try room.act(coder, .redo)
      }
      #expect(room.review.state == after, "seed \(seed), turn \(turn): \(action.verb.rawValue)")
    }
  }

  @Test func anActUndoneAndRedoneManyTimesIsAsOneDidItLast() throws {
    var room = try Self.room()
    let before = room.review.state
    try room.code(room.ada, "trust", 2)
    let after = room.review.state
    for _ in 0..<5 {
      try room.act(room.ada, .undo(nil, keepingUsed: false))
      #expect(room.review.state == before)
      try room.act(room.ada, .redo)
      #expect(room.review.state == after)
    }
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .redo)
    try room.act(room.ada, .redo)
    #expect(room.review.state == after)
  }

  @Test func anActAfterAnUndoEndsRedo() throws {
    var room = try Self.room()
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.code(room.ada, "trust", 2)
    #expect(throws: Refusal.nothingToRedo) { try room.act(room.ada, .redo) }
  }

  @Test func undoingTheMakingOfACodeHidesItsCodingsAndRedoBringsAllBack() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "waiting", 1)
    let making = try #require(room.review.actions.last)
    try room.code(room.ada, "waiting", 2)
    try room.act(room.ada, .writeMemo(.coding(try room.review.codings()[1].id), text: "again"))
    let whole = room.review.state
    try room.act(room.ada, .undo(making.id, keepingUsed: false))
    #expect(try room.review.codings().isEmpty)
    #expect(try room.coverage(room.ada) == Coverage(open: 4))
    // Nothing cascaded: the second coding stands, hidden by its code alone.
    #expect(room.review.standing.values.count { $0.kind == Coding.kind && $0.isOn } == 1)
    try room.act(room.ada, .redo)
    #expect(room.review.state == whole)
  }

  @Test func anUndoThatWouldHideAPartnersCodingIsRefusedAndKeepingUsedLeavesJustThat() throws {
    var room = try Room(Self.text)
    try room.act(
      room.ada, .apply([.named("waiting"), .named("hope")], at: try room.place(1)))
    let waiting = try room.code("waiting")
    try room.code(room.ben, "waiting", 2)
    let refusal = #expect(throws: Refusal.self) {
      try room.act(room.ada, .undo(nil, keepingUsed: false))
    }
    #expect(
      refusal?.sentence == "“coded Study 1 2 ‘waiting’, ‘hope’” cannot be undone whole: "
        + "Ben Hale built on ‘waiting’ since; undo the rest and keep that")
    try room.act(room.ada, .undo(nil, keepingUsed: true))
    #expect(try room.review.live(Code.kind).map(\.id) == [waiting])
    #expect(try room.review.codings().map(\.coder) == [room.ben])
  }

  @Test func whatAnEarlierUndoKeptIsNotKeptByALaterOne() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "waiting", 1)
    try room.code(room.ben, "waiting", 2)
    try room.act(room.ada, .undo(nil, keepingUsed: true))
    try room.act(room.ada, .redo)
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.review.live(Code.kind).isEmpty)
  }

  /// What Ben may do with what Ada made, each of which an undo of hers would hide.
  @Test(arguments: ["define", "merge", "eligible", "second document"])
  func anUndoIsRefusedWhateverAPartnerBuiltOnIt(_ way: String) throws {
    var room = try Room("# Findings\nMothers waited. | Staff hoped.\n#! Method\nWe asked.")
    try room.code(room.ben, "old", 2)
    let importing = try #require(room.review.actions.first { $0.verb == .importText }).id
    let coding = try #require(try room.code(room.ada, "waiting", 1)).id
    let waiting = try room.code("waiting")
    let target: ActionID
    switch way {
    case "define":
      target = coding
      try room.act(room.ben, .define(waiting, ["definition": "time lost"]))
    case "merge":
      target = coding
      try room.act(room.ben, .mergeCodes([try room.code("old")], into: waiting))
    case "eligible":
      target = importing
      try room.act(room.ben, .undo(nil, keepingUsed: false))
      let section = try #require(try room.review.live(Section.kind).last)
      try room.act(room.ben, .setSections([section.id], isEligible: true, why: "it is"))
    default:
      target = importing
      try room.act(room.ben, .undo(nil, keepingUsed: false))
      let study = try #require(try room.review.live(Study.kind).first).id
      try room.importText("# More\nNurses waited.", study: .existing(study))
      try room.code(room.ben, "nurses", 1, of: 1)
    }
    let before = room.review.state
    let refusal = #expect(throws: Refusal.self) {
      try room.act(room.ada, .undo(target, keepingUsed: false))
    }
    guard case .usedByOthers(_, let things, let coders)? = refusal else {
      Issue.record("\(way): \(String(describing: refusal))")
      return
    }
    #expect(coders == ["Ben Hale"])
    #expect(!things.contains("unnamed") && !things.isEmpty)
    let ben = try room.review.codings().filter { $0.coder == room.ben }
    try room.act(room.ada, .undo(target, keepingUsed: true))
    #expect(try room.review.codings().filter { $0.coder == room.ben } == ben)
    try room.act(room.ada, .redo)
    #expect(room.review.state == before)
  }

  @Test func aDocumentIsKeptWithItsSectionsSoThatPartnersLinesStillCount() throws {
    var room = try Room(Self.text)
    try room.code(room.ben, "waiting", 1)
    try room.act(room.ada, .undo(nil, keepingUsed: true))
    #expect(try room.coverage(room.ben) == Coverage(coded: 1, open: 3))
  }

  @Test func aCoderUndoesOnlyActsOfTheirOwnThatStand() throws {
    var room = try Room(Self.text)
    let hers = try #require(try room.code(room.ada, "waiting", 1)).id
    #expect(
      throws: Refusal.cannotUndo(sentence: "that act is Ada Moss's; only they can undo it")
    ) { try room.act(room.ben, .undo(hers, keepingUsed: false)) }
    let undo = try #require(try room.act(room.ada, .undo(hers, keepingUsed: false))).id
    #expect(
      throws: Refusal.cannotUndo(sentence: "that act is undone already; redo brings it back")
    ) { try room.act(room.ada, .undo(hers, keepingUsed: false)) }
    #expect(
      throws: Refusal.cannotUndo(
        sentence: "an undo is not undone; choose the act itself, or redo it")
    ) { try room.act(room.ada, .undo(undo, keepingUsed: false)) }
    #expect(throws: Refusal.nothingToUndo) {
      try room.act(room.ben, .undo(nil, keepingUsed: false))
    }
    #expect(throws: Refusal.gone(noun: "act")) {
      try room.act(room.ben, .undo(room.origin.identity(), keepingUsed: false))
    }
  }

  @Test func theMakingOfAReviewIsNotUndone() throws {
    var room = try Room()
    #expect(throws: Refusal.nothingToUndo) {
      try room.act(room.ada, .undo(nil, keepingUsed: false))
    }
  }

  @Test func anUndoSaysWhatAPartnerSetSinceAndThatItStays() throws {
    var room = try Room(Self.text)
    try room.code(room.ben, "waiting", 1)
    let code = try room.code("waiting")
    try room.act(room.ada, .define(code, ["memo": "hers"]))
    try room.act(room.ben, .define(code, ["memo": "his"]))
    let act = try Rules(review: room.review, coder: room.ada, origin: room.origin)
      .act(for: .undo(nil, keepingUsed: false))
    #expect(act.remark == "the memo that Ben Hale set since stays")
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.review.folded(code)?.fields.text("memo") == "his")
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    #expect(try room.review.folded(code)?.fields.text("memo") == "")
  }
}
