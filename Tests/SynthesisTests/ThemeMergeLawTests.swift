import Synthesis
import TestSupport
import Testing

/// What themes and codes that were merged, and drafts that may not be seen, must not change.
@Suite struct ThemeMergeLawTests {
  private static let text = "# Findings\nMothers waited. | Staff hoped. | Nobody asked. | All left."

  private func room() throws -> Room {
    var room = try Room(Self.text)
    for (index, name) in ["a", "b", "c", "d"].enumerated() {
      try room.code(room.ada, name, index + 1)
    }
    return room
  }

  @Test func aCodeThatIsLeftOutThroughAMergedOneCanBeTakenIn() throws {
    var room = try room()
    try room.act(room.ada, .leaveOut(try room.codes("a"), reason: "one", in: nil))
    let c = try room.code("c")
    try room.act(room.ada, .mergeCodes(try room.codes("a"), into: c))
    try room.act(room.ada, .takeIn([c], in: nil))
    #expect(try room.board().notPlaced.contains(c))
  }

  @Test func nobodyAgreesToAThemeIntoWhichOneIsMergedThatTheyAgreedTo() throws {
    var room = try room()
    let (one, two) = (try room.theme("one", over: ["a"]), try room.theme("two"))
    try room.act(room.ben, .agree(one, true))
    try room.act(room.ada, .mergeThemes([one], into: two))
    let agreement = try room.board().agreement(to: two)
    #expect(agreement.holding.isEmpty && agreement.lapsed.isEmpty)
  }

  @Test func aThemeAtTheTopStaysThereWhenOneThatStandsUnderAnotherIsMergedIntoIt() throws {
    var room = try room()
    let (a, x, b) = (try room.theme("A"), try room.theme("X"), try room.theme("B"))
    try room.act(room.ada, .place([b], Landing(under: x)))
    try room.act(room.ada, .mergeThemes([b], into: a))
    #expect(try room.outline() == ["1 A", "2 X"])
    try room.act(room.ada, .place([x], Landing(under: a)))
    #expect(try room.outline() == ["1 A", "1.1 X"])
  }

  @Test func aThemeIsNotPutUnderOneThatStandsUnderItThroughAMerge() throws {
    var room = try room()
    let (a, x, b) = (try room.theme("A"), try room.theme("X"), try room.theme("B"))
    try room.act(room.ada, .place([a, b], Landing(under: x)))
    try room.act(room.ada, .unplace([a], from: nil, in: nil))
    try room.act(room.ada, .mergeThemes([b], into: a))
    let before = try room.outline()
    #expect(throws: Refusal.self) {
      try room.act(room.ada, .place([x], Landing(under: a)))
    }
    #expect(try room.outline() == before)
  }

  @Test func aThemeAtTheTopThatNobodyPlacedIsAPlaceToPutOthersBefore() throws {
    var room = try room()
    let (one, two) = (try room.theme("one"), try room.theme("two"))
    let (three, top) = (try room.theme("three"), try room.theme("top", .analytical))
    try room.act(room.ada, .place([one, two], Landing(under: top)))
    try room.act(room.ada, .unplace([one, two], from: nil, in: nil))
    try room.act(room.ada, .place([three], Landing(under: nil, at: .before(two))))
    #expect(try room.outline() == ["1 top", "2 one", "3 three", "4 two"])
  }

  @Test func ofAMergedThemesMembersTheOrderIsThatOfTheScreen() throws {
    var room = try room()
    let (one, two) = (try room.theme("one", over: ["a", "b"]), try room.theme("two", over: ["c"]))
    try room.act(room.ada, .mergeThemes([one], into: two))
    let a = try room.code("a")
    try room.act(room.ada, .place(try room.codes("d"), Landing(under: two, at: .before(a))))
    let members = try room.board().members(of: two).map(\.id)
    let place = try #require(members.firstIndex(of: a))
    let d = try room.code("d")
    #expect(place > 0 && members[max(0, place - 1)] == d)
  }

  @Test func ofTwoMergesThatMakeARingTheLaterIsLeftOut() throws {
    var room = try room()
    let (two, one) = (try room.theme("two"), try room.theme("one"))
    try room.act(room.ada, .mergeThemes([one], into: two))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    try room.act(room.ben, .mergeThemes([two], into: one))
    try room.act(room.ada, .redo)
    #expect(try room.outline() == ["1 two"])
  }

  @Test func whatStandsInAnothersPrivateDraftHindersNoUndo() throws {
    var room = try room()
    try room.theme("mine")
    try room.act(room.ben, .makeArrangement("private"))
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try room.outline() == [])
  }

  @Test func whatRoundsOfAPrivateDraftAreCalledIsNotToldByRefusing() throws {
    var room = try room()
    try room.act(room.ben, .makeArrangement("private"))
    let draft = try #require(try room.review.live(Arrangement.kind).first?.id)
    try room.act(room.ben, .nameRound("secret", of: draft))
    try room.act(room.ada, .nameRound("secret", of: nil))
    #expect(try room.review.live(Round.kind).count == 2)
  }

  @Test func takingACodeInAgainIsAChange() throws {
    var room = try room()
    try room.act(room.ada, .leaveOut(try room.codes("a"), reason: "one", in: nil))
    let before = try room.snapshot()
    try room.act(room.ada, .takeIn(try room.codes("a"), in: nil))
    let changes = BoardDifference(from: before, to: try room.snapshot()).changes
    #expect(changes.map(\.what) == [.takenIn])
  }

  @Test func theReasonOfAMoveIsNotThatOfAnotherPlace() throws {
    var room = try room()
    let (one, two) = (try room.theme("one"), try room.theme("two"))
    try room.act(
      room.ada, .place(try room.codes("a"), Landing(under: one, why: "because of one")))
    let before = try room.snapshot()
    try room.act(room.ada, .place(try room.codes("a"), Landing(under: two, leaving: .nowhere)))
    let change = BoardDifference(from: before, to: try room.snapshot()).changes.first
    #expect(change?.why == "")
  }

  @Test func wordsThatTwoKeepForOneThemeAreOneQuotation() throws {
    var room = try room()
    let theme = try room.theme("T", over: ["a"])
    for coder in [room.ada, room.ben] {
      try room.act(coder, .tie(theme, at: try room.place(1), isAgainst: false))
    }
    let document = try #require(try room.review.live(Document.kind).first?.id)
    var lines = CodedLines()
    lines.replace(try room.review.documentPage(of: document))
    let tallies = lines.tallies(of: try room.codes("a"), evidenceFor: [theme])
    #expect(tallies.values.map(\.quotations) == [1])
  }
}
