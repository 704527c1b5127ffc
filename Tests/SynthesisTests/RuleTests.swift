import Synthesis
import TestSupport
import Testing

@Suite struct RuleTests {
  private static let text = "# Findings\nMothers waited. | Staff hoped. | Nobody asked. | All left."

  private func act(_ room: Room, _ coder: EntityID, _ intent: Intent) throws -> Act {
    try Rules(review: room.review, coder: coder, origin: room.origin).act(for: intent)
  }

  @Test func theSameActTwiceIsOneEntityInHoweverManyCopies() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "waiting", 1)
    let code = try room.code("waiting")
    let start = room
    let intents: [Intent] = [
      .apply([.existing(code)], at: try room.place(2)),
      .setAside(at: try room.place(3), reason: "setting"),
      .setVoice(.author, at: try room.place(3)),
      .tie(code, at: try room.place(4), isAgainst: false),
      .writeMemo(.passage(try room.place(1)), text: "hm"),
      .setDone(study: try #require(try room.review.live(Study.kind).first).id, isDone: true),
      .look(study: try #require(try room.review.live(Study.kind).first).id),
      .splitLine(document: room.documents[0], position: try room.place(of: "asked").passage.start),
    ]
    for intent in intents {
      var (one, two) = (start, start)
      let hers = try #require(try one.act(one.ada, intent))
      let again = try #require(try two.act(two.ada, intent))
      #expect(hers.changes.map(\.entity) == again.changes.map(\.entity))
      // A line is cut only once: the rest then say that they are so already.
      if case .splitLine = intent {
        #expect(throws: Refusal.cannotSplit(line: "5")) { try one.act(one.ada, intent) }
      } else {
        #expect(try one.act(one.ada, intent) == nil, "done already: nothing to do")
      }
      one.review.append(again)
      #expect(one.review.state == two.review.state)
    }
  }

  @Test func aCodeIsPutOnOnceHoweverItIsNamed() throws {
    var room = try Room(Self.text)
    let place = try room.place(1)
    let made = try #require(
      try room.act(room.ada, .apply([.named("a  b"), .named(" a b "), .named("a b")], at: place)))
    #expect(made.changes.map(\.kind) == [Code.kind, Coding.kind])
    try room.code(room.ada, "c", 2)
    let (ab, c) = (try room.code("a b"), try room.code("c"))
    try room.act(room.ada, .mergeCodes([c], into: ab))
    let both = try act(
      room, room.ben, .apply([.existing(c), .existing(ab), .named("a b")], at: place))
    #expect(both.changes.count == 1)
    #expect(try act(room, room.ada, .apply([.existing(c)], at: place)).isEmpty)
    #expect(
      try act(room, room.ada, .apply([.existing(c)], at: place)).remark
        == "‘a b’ is already there")
  }

  @Test func theLastPassagesCodesAreRepeatedAsTheyStandNow() throws {
    var room = try Room(Self.text)
    #expect(throws: Refusal.nothingToRepeat) {
      try room.act(room.ada, .applyAgain(at: try room.place(1)))
    }
    try room.act(room.ada, .apply([.named("a"), .named("b")], at: try room.place(1)))
    try room.act(room.ada, .takeOff([try room.code("b")], at: try room.place(1)))
    try room.code(room.ben, "c", 2)
    try room.act(room.ada, .applyAgain(at: try room.place(3)))
    let third = try room.place(3)
    #expect(
      try room.review.codings(meeting: third.passage, in: third.document).map(\.code)
        == [try room.code("a")])
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ada, .applyAgain(at: try room.place(4)))
    let fourth = try room.place(4)
    #expect(try room.review.codings(meeting: fourth.passage, in: fourth.document).count == 2)
  }

  @Test func takingOffTouchesOnlyOnesOwnAndTakesASetAsideAlong() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "a", 1)
    try room.code(room.ben, "a", 1)
    let place = try room.place(1)
    try room.act(room.ada, .takeOff(nil, at: place))
    #expect(try room.review.codings().map(\.coder) == [room.ben])
    #expect(throws: Refusal.nothingOfYours(line: "2", others: ["Ben Hale"])) {
      try room.act(room.ada, .takeOff(nil, at: place))
    }
    try room.act(room.ada, .setAside(at: place, reason: "setting"))
    #expect(throws: Refusal.nothingOfYours(line: "2", others: ["Ben Hale"])) {
      try room.act(room.ada, .takeOff([try room.code("a")], at: place))
    }
    #expect(try room.coverage(room.ada) == Coverage(setAside: 1, open: 3))
    try room.act(room.ada, .takeOff(nil, at: place))
    #expect(try room.coverage(room.ada) == Coverage(open: 4))
  }

  @Test func aMergedCodeIsTakenOffAndUntiedByTheCodeThatItIsNow() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "a", 1)
    try room.code(room.ada, "b", 2)
    let (a, b) = (try room.code("a"), try room.code("b"))
    try room.act(room.ada, .tie(a, at: try room.place(3), isAgainst: true))
    try room.act(room.ben, .mergeCodes([a], into: b))
    try room.act(room.ada, .takeOff([b], at: try room.place(1)))
    #expect(try room.review.codings().count == 1)
    try room.act(room.ada, .untie(b, at: try room.place(3)))
    #expect(try room.review.live(Evidence.kind).isEmpty)
    #expect(throws: Refusal.gone(noun: "evidence")) {
      try room.act(room.ada, .untie(b, at: try room.place(3)))
    }
  }

  @Test func settingAsideAsksForOpenLinesAndChangesItsReason() throws {
    var room = try Room(Self.text)
    let lines = Place(
      room.documents[0],
      Passage(start: try room.place(1).passage.start, end: try room.place(3).passage.end))
    try room.code(room.ada, "a", 2)
    #expect(throws: Refusal.alreadyCoded(line: "3", codes: ["a"])) {
      try room.act(room.ada, .setAside(at: lines, reason: "setting"))
    }
    try room.act(room.ben, .setAside(at: lines, reason: "setting"))
    #expect(try room.coverage(room.ben) == Coverage(setAside: 3, open: 1))
    try room.act(room.ben, .setAside(at: try room.place(2), reason: "citation only"))
    #expect(try room.review.setAsides().count == 3)
    // Coded is first: a code on a line set aside makes it coded.
    try room.code(room.ben, "a", 1)
    #expect(try room.coverage(room.ben) == Coverage(coded: 1, setAside: 2, open: 1))
    #expect(throws: Refusal.emptyName(noun: "reason")) {
      try room.act(room.ben, .setAside(at: lines, reason: " \u{0}\n"))
    }
  }

  @Test func aCodingThatSharesOnlyWhiteSpaceCodesNoLine() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "a", 1)
    let coding = try #require(try room.review.codings().first)
    let second = try room.place(2).passage
    // Another program's positions may reach over the space to the next line.
    let facts: [String: FieldValue] = [
      "document": .entity(room.documents[0]), "start": .number(coding.passage.end),
      "end": .number(second.start), "code": .entity(coding.code), "coder": .entity(room.ben),
    ]
    let change = Change(
      kind: Coding.kind, entity: Coding.identity(of: facts),
      fields: facts.merging(["on": .flag(true)]) { fact, _ in fact })
    room.review.append(
      Act(.code, [change]), as: room.ben, id: room.origin.identity(), at: room.origin.now())
    #expect(try room.coverage(room.ben) == Coverage(open: 4))
    #expect(try room.review.tallies(of: room.documents[0]) == [coding.code: [[room.ada]: 1]])
  }

  @Test func recodingCarriesEveryMemoAndLeavesOthersCodings() throws {
    var room = try Room(Self.text)
    try room.act(room.ada, .apply([.named("a"), .named("b"), .named("c")], at: try room.place(1)))
    try room.code(room.ben, "a", 1)
    let (a, b, c) = (try room.code("a"), try room.code("b"), try room.code("c"))
    for (code, memo) in [(a, "first"), (b, "second"), (c, "third")] {
      let coding = try #require(
        try room.review.codings(of: code).first { $0.coder == room.ada })
      try room.act(room.ada, .writeMemo(.coding(coding.id), text: memo))
    }
    try room.act(room.ada, .mergeCodes([a], into: b))
    let recoding = try act(
      room, room.ada, .recode(from: b, to: .existing(c), places: [try room.place(1)]))
    #expect(recoding.remark == "1 coding of others stays as it is")
    try room.act(
      room.ada, .recode(from: b, to: .existing(c), places: [try room.place(1), try room.place(1)]))
    let mine = try room.review.codings().filter { $0.coder == room.ada }
    #expect(mine.map(\.code) == [c])
    #expect(mine.map { $0.memo.split(separator: "\n").sorted() } == [["first", "second", "third"]])
    #expect(try room.review.codings().filter { $0.coder == room.ben }.map(\.code) == [a])
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.review.codings().filter { $0.coder == room.ada }.count == 3)
  }

  @Test func splittingACodeMovesTheChosenLinesToANewOne() throws {
    var room = try Room(Self.text)
    for line in 1...3 { try room.code(room.ada, "a", line) }
    let a = try room.code("a")
    let places = [try room.place(1), try room.place(3)]
    #expect(throws: Refusal.nameTaken(noun: "code", name: "a")) {
      try room.act(room.ada, .splitCode(a, newName: "a", places: places))
    }
    try room.act(room.ada, .splitCode(a, newName: "a too", places: places))
    #expect(
      try room.review.tallies(of: room.documents[0])
        == [a: [[room.ada]: 1], try room.code("a too"): [[room.ada]: 2]])
    #expect(throws: Refusal.nothingOfYours(line: "2", others: [])) {
      try room.act(room.ada, .recode(from: a, to: .named("x"), places: places))
    }
    #expect(throws: Refusal.sameCode(name: "a")) {
      try room.act(room.ada, .recode(from: a, to: .existing(a), places: [try room.place(2)]))
    }
  }

  @Test func movingTheEndsOfACodingKeepsItsCodeAndMemo() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "a", 1)
    let coding = try #require(try room.review.codings().first)
    try room.act(room.ada, .writeMemo(.coding(coding.id), text: "why"))
    let word = try room.place(of: "waited").passage
    #expect(throws: Refusal.notYours(coder: "Ada Moss")) {
      try room.act(room.ben, .moveBounds(coding: coding.id, to: word))
    }
    #expect(throws: Refusal.notYours(coder: "Ada Moss")) {
      try room.act(room.ben, .writeMemo(.coding(coding.id), text: "no"))
    }
    #expect(try act(room, room.ada, .moveBounds(coding: coding.id, to: coding.passage)).isEmpty)
    try room.act(
      room.ada,
      .moveBounds(coding: coding.id, to: Passage(start: word.start - 1, end: word.end)))
    let moved = try room.review.codings()
    #expect(moved.map(\.passage) == [word])
    #expect(moved.map(\.memo) == ["why"])
    #expect(throws: Refusal.gone(noun: "coding")) {
      try room.act(room.ada, .moveBounds(coding: coding.id, to: word))
    }
    // Back again, without the memo: the old one does not come back by itself.
    try room.act(room.ada, .writeMemo(.coding(moved[0].id), text: ""))
    try room.act(room.ada, .moveBounds(coding: moved[0].id, to: coding.passage))
    #expect(try room.review.codings().map(\.memo) == [""])
  }

  @Test func aReaderMayNotWriteAndNorMayNobody() throws {
    var room = try Room(Self.text)
    let added = try room.act(
      room.ada, .addCoder(name: "Rae Lund", initials: "", role: .reader))
    let rae = try #require(added?.changes.first?.entity)
    let study = try #require(try room.review.live(Study.kind).first).id
    let place = try room.place(1)
    let intents: [Intent] = [
      .addCoder(name: "X", initials: "", role: .coder),
      .importDocument(Texts.document("x", study: .new(label: "X"))), .setStudy(study, [:]),
      .setSections([], isEligible: true, why: ""), .apply([.named("x")], at: place),
      .applyAgain(at: place), .takeOff(nil, at: place), .setAside(at: place, reason: "x"),
      .setVoice(.author, at: place), .confirmVoice(at: place),
      .splitLine(document: room.documents[0], position: 3),
      .joinLine(document: room.documents[0], position: 3), .tie(study, at: place, isAgainst: false),
      .untie(study, at: place), .writeMemo(.review, text: "x"), .define(study, [:]),
      .rename(study, to: "x"), .mergeCodes([], into: study),
      .splitCode(study, newName: "x", places: []),
      .recode(from: study, to: .named("x"), places: []),
      .moveBounds(coding: study, to: place.passage), .setDone(study: study, isDone: true),
      .look(study: study), .setReasons([]), .undo(nil, keepingUsed: true), .redo,
    ]
    for intent in intents {
      #expect(throws: Refusal.readerOnly(coder: "Rae Lund")) { try room.act(rae, intent) }
      #expect(throws: Refusal.gone(noun: "coder")) {
        try room.act(room.origin.identity(), intent)
      }
    }
  }

  @Test func aThingOfAnotherKindIsNotTheThing() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "a", 1)
    let study = try #require(try room.review.live(Study.kind).first).id
    let (code, place) = (try room.code("a"), try room.place(1))
    let asCode: [Intent] = [
      .apply([.existing(study)], at: place), .mergeCodes([study], into: code),
      .mergeCodes([code], into: study), .define(study, ["memo": "x"]), .rename(study, to: "x"),
      .tie(study, at: place, isAgainst: false), .writeMemo(.code(study), text: "x"),
      .recode(from: study, to: .existing(code), places: [place]),
    ]
    for intent in asCode {
      #expect(throws: Refusal.gone(noun: "code")) { try room.act(room.ada, intent) }
    }
    #expect(throws: Refusal.gone(noun: "study")) {
      try room.act(room.ada, .setDone(study: code, isDone: true))
    }
    #expect(throws: Refusal.gone(noun: "document")) {
      try room.act(room.ada, .apply([.named("x")], at: Place(code, place.passage)))
    }
  }

  @Test func memosAreWrittenChangedAndTakenAway() throws {
    var room = try Room(Self.text)
    let place = try room.place(1)
    #expect(try act(room, room.ada, .writeMemo(.passage(place), text: "")).isEmpty)
    try room.act(room.ada, .writeMemo(.passage(place), text: "one"))
    try room.act(room.ada, .writeMemo(.passage(place), text: "two"))
    try room.act(room.ben, .writeMemo(.passage(place), text: "his"))
    for _ in 0..<2 { try room.act(room.ada, .writeMemo(.review, text: "a day")) }
    let memos = try room.review.live(Memo.kind).map { $0.folded.fields.text("text") }
    #expect(memos.sorted() == ["a day", "a day", "his", "two"])
    try room.act(room.ada, .writeMemo(.passage(place), text: ""))
    #expect(
      try room.review.live(Memo.kind).map { $0.folded.fields.text("text") }.sorted()
        == ["", "a day", "a day", "his"])
  }

  @Test func aStudyIsDoneAndTakenUpAgain() throws {
    var room = try Room(Self.text)
    let study = try #require(try room.review.live(Study.kind).first).id
    #expect(try room.act(room.ada, .setDone(study: study, isDone: false)) == nil)
    try room.act(room.ada, .setDone(study: study, isDone: true))
    #expect(try room.review.live(StudyDone.kind).count == 1)
    try room.act(room.ada, .setDone(study: study, isDone: false))
    #expect(try room.review.live(StudyDone.kind).isEmpty)
  }
}
