import Synthesis
import TestSupport
import Testing

/// Every refusal, reached by an act, in the words that a person reads.
@Suite struct RefusalTests {
  private static let text = """
    # Findings
    Mothers waited. | Staff said “⟦we tried⟧” and left. | “⟦Nobody asked.⟧”
    #! Method
    We asked forty people.
    """

  private func sentence(
    _ room: Room, _ intent: Intent, as coder: EntityID? = nil, _ sort: Refusal.Sort
  ) throws -> String? {
    var room = room
    let before = room.review.state
    do {
      try room.act(coder ?? room.ada, intent)
      return nil
    } catch let refusal as Refusal {
      #expect(refusal.sort == sort)
      #expect(room.review.state == before)
      return refusal.sentence
    }
  }

  @Test func namesAndPeople() throws {
    var room = try Room(Self.text)
    try room.code(room.ada, "waiting", 1)
    try room.code(room.ada, "hope", 1)
    let (waiting, study) = (
      try room.code("waiting"), try #require(try room.review.live(Study.kind).first).id
    )
    #expect(
      try sentence(room, .addCoder(name: " ", initials: "", role: .coder), .badData)
        == "a coder needs a name")
    #expect(
      try sentence(room, .addCoder(name: "Ben  Hale", initials: "", role: .coder), .exists)
        == "there is already a coder called ‘Ben Hale’; choose another name")
    #expect(
      try sentence(room, .addCoder(name: "Bo Hill", initials: "BH", role: .coder), .exists)
        == "there is already a coder called ‘BH’; choose another name")
    #expect(
      try sentence(room, .rename(waiting, to: " hope "), .exists)
        == "there is already a code called ‘hope’; choose another name or merge the two")
    #expect(
      try sentence(
        room, .importDocument(Texts.document("x", study: .new(label: "Study 1"))), .exists)
        == "there is already a study called ‘Study 1’; choose another name")
    #expect(
      try sentence(room, .setStudy(study, ["deleted": "yes"]), .badData) == "a study has no deleted"
    )
    #expect(
      try sentence(room, .define(waiting, ["name": "x"]), .badData) == "a code has no name")
    #expect(
      try sentence(room, .mergeCodes([waiting], into: waiting), .badData)
        == "‘waiting’ cannot be merged into itself")
    #expect(
      try sentence(room, .rename(room.ben, to: "x"), .notFound)
        == "that code is no longer in the review; it may have been undone")
    let rae = try room.act(room.ada, .addCoder(name: "Rae Lund", initials: "", role: .reader))
    #expect(
      try sentence(room, .redo, as: rae?.changes.first?.entity, .notAllowed)
        == "Rae Lund may only read this review; somebody with another role has to make this change")
  }

  @Test func twoCodesOfOneName() throws {
    var room = try Room(Self.text)
    var copy = room
    try room.code(room.ada, "waiting", 1)
    let ids = [try room.code("waiting")]
    copy.review = MemoryReview(
      room.review.id, actions: copy.review.actions, contents: room.review.contents)
    let other = try #require(try copy.code(copy.ben, "waiting", 1))
    room.review.append(other)
    let both = try room.review.codes(named: "waiting")
    #expect(both.count == 2 && both.contains(ids[0]))
    #expect(
      try sentence(room, .apply([.named("waiting")], at: try room.place(2)), .badData)
        == "two codes are called ‘waiting’: \(both[0]), \(both[1]); name one by its id")
  }

  @Test func atMostSixtyThreeCoders() throws {
    var room = try Room()
    for index in 3...63 {
      try room.act(room.ada, .addCoder(name: "Coder \(index)", initials: "", role: .coder))
    }
    #expect(
      try sentence(room, .addCoder(name: "One more", initials: "", role: .coder), .badData)
        == "a review has at most 63 coders")
    #expect(Set(try room.review.coders().map(\.initials)).count == 63)
  }

  @Test func placesThatAreNotCoded() throws {
    var room = try Room(Self.text)
    let document = room.documents[0]
    func coding(_ place: Place) -> Intent { .apply([.named("x")], at: place) }
    #expect(
      try sentence(room, coding(Place(document, Passage(start: 5, end: 5))), .badData)
        == "there are no words at 5–5 of this text, which has 105 characters")
    #expect(
      try sentence(room, coding(Place(document, Passage(start: 8, end: 10))), .badData)
        == "there are no words at 8–10 of this text, which has 105 characters")
    #expect(
      try sentence(room, coding(try room.place(0)), .badData)
        == "line 1 is a heading, and headings are not coded")
    #expect(
      try sentence(room, coding(try room.place(3)), .badData)
        == "line 4 is a participant's words, which this review keeps as evidence; "
        + "tie it to a code, or correct whose words it is")
    #expect(
      try sentence(room, coding(try room.place(5)), .badData)
        == "line 6 is in ‘Method’, which is not findings; mark the section eligible first")
    #expect(
      try sentence(room, coding(try room.place(of: "we tried")), .badData)
        == "these words of line 3 are a participant's: keep them as evidence, "
        + "or code the whole line")
    #expect(
      try sentence(room, .splitLine(document: document, position: 10), .badData)
        == "line 2 cannot be split there; choose a word inside it that is not its first")
    #expect(
      try sentence(room, .joinLine(document: document, position: 0), .badData)
        == "line 1 cannot be joined with the next: "
        + "a line never crosses a heading, a paragraph or a section")
    #expect(
      try sentence(room, .applyAgain(at: try room.place(1)), .notFound)
        == "no code to repeat yet; code a line first")
    #expect(
      try sentence(room, .takeOff(nil, at: try room.place(1)), .badData)
        == "nothing to take off line 2")
    try room.code(room.ben, "waiting", 1)
    #expect(
      try sentence(room, .takeOff(nil, at: try room.place(1)), .badData)
        == "nothing of yours on line 2; the codes there are Ben Hale's")
    #expect(
      try sentence(room, .setAside(at: try room.place(1), reason: "x"), as: room.ben, .badData)
        == "line 2 is coded with ‘waiting’; take that off before you set it aside")
    let coding = try #require(try room.review.codings().first).id
    #expect(
      try sentence(room, .moveBounds(coding: coding, to: Passage(start: 1, end: 2)), .notAllowed)
        == "that coding is Ben Hale's; only Ben Hale can change it")
  }

  @Test func undoingAndRedoing() throws {
    var room = try Room(Self.text)
    #expect(
      try sentence(room, .undo(nil, keepingUsed: false), as: room.ben, .notFound)
        == "nothing of yours to undo")
    #expect(
      try sentence(room, .redo, .notFound) == "nothing to redo: your last act was not an undo")
    let act = try #require(try room.code(room.ada, "waiting", 1)).id
    #expect(
      try sentence(room, .undo(act, keepingUsed: false), as: room.ben, .notAllowed)
        == "that act is Ada Moss's; only they can undo it")
    try room.code(room.ben, "waiting", 2)
    #expect(
      try sentence(room, .undo(act, keepingUsed: false), .notAllowed)
        == "“coded Study 1 2 ‘waiting’” cannot be undone whole: "
        + "Ben Hale built on ‘waiting’ since; undo the rest and keep that")
  }
}
