import Synthesis
import TestSupport
import Testing

@Suite struct LineLawTests {
  private static let text = """
    Before any heading.
    # Findings
    Mothers waited for days. | ⟦They never told me.⟧ | Staff said “⟦we tried⟧” and left. | The end.
    “⟦Nobody asked.⟧”
    #! Method
    We asked forty people.
    """

  /// The words of each line with its standing in one letter.
  private func standings(_ room: Room) throws -> [String] {
    try room.review.lines(of: room.documents[0]).lines.map { line in
      switch line.standing {
      case .codable: "c \(line.role)"
      case .quotation: "q \(line.role)"
      case .heading: "h"
      case .ineligible: "i"
      }
    }
  }

  @Test(arguments: [(QuotationRule.evidence, "q"), (.ignore, "q"), (.code, "c")])
  func aLineThatIsWhollyAParticipantsFollowsTheRule(rule: QuotationRule, standing: String) throws {
    let room = try Room(Self.text, rule: rule)
    #expect(
      try standings(room) == [
        "c author", "h", "c author", "\(standing) participant", "c mixed", "c author",
        "\(standing) participant", "h", "i",
      ])
    let coverage = try room.coverage(room.ada)
    #expect(coverage == Coverage(open: rule == .code ? 6 : 4))
  }

  @Test(arguments: QuotationRule.allCases)
  func aMixedLineIsCodedButNotItsQuotedPart(rule: QuotationRule) throws {
    var room = try Room(Self.text, rule: rule)
    try room.code(room.ada, "left", 4)
    let quoted = try room.place(of: "tried")
    if rule == .code {
      try room.act(room.ada, .apply([.named("trying")], at: quoted))
    } else {
      #expect(throws: Refusal.quotedPart(line: "5")) {
        try room.act(room.ada, .apply([.named("trying")], at: quoted))
      }
      #expect(throws: Refusal.self) { try room.code(room.ada, "told", 3) }
    }
    // Words that begin in the quotation and leave it are the authors' line.
    try room.act(room.ada, .apply([.named("leaving")], at: try room.place(of: "tried” and left")))
  }

  @Test func correctingWhoseWordsALineIsMakesItCodableAndUndoTakesThatBack() throws {
    var room = try Room(Self.text)
    let before = try standings(room)
    try room.act(room.ben, .setVoice(.author, at: try room.place(3)))
    #expect(try standings(room)[3] == "c author")
    #expect(try room.review.lines(of: room.documents[0]).lines[3].roleIsConfirmed)
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    #expect(try standings(room) == before)
    try room.act(room.ben, .setVoice(.participant, at: try room.place(2)))
    #expect(try standings(room)[2] == "q participant")
    try room.act(room.ben, .undo(nil, keepingUsed: false))
    #expect(try standings(room) == before)
  }

  @Test func whatIsSaidLastOfAPassageCountsThoughItWasSaidBefore() throws {
    var room = try Room(Self.text)
    let (line, word) = (try room.place(2), try room.place(of: "waited"))
    try room.act(room.ada, .setVoice(.participant, at: line))
    try room.act(room.ada, .setVoice(.author, at: word))
    #expect(try standings(room)[2] == "c mixed")
    try room.act(room.ada, .setVoice(.participant, at: line))
    #expect(try standings(room)[2] == "q participant")
    #expect(try room.act(room.ada, .setVoice(.participant, at: line)) == nil)
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    #expect(try standings(room)[2] == "c mixed")
  }

  @Test func confirmingAGuessKeepsItAndConfirmingNothingSaysTheAuthors() throws {
    var room = try Room(Self.text)
    let before = try standings(room)
    for line in [2, 3, 4] { try room.act(room.ada, .confirmVoice(at: try room.place(line))) }
    #expect(try standings(room) == before)
    let lines = try room.review.lines(of: room.documents[0]).lines
    #expect(
      lines.map(\.roleIsConfirmed) == [false, false, true, true, true, false, false, false, false])
    #expect(lines[3].speaker == "Mother")
  }

  @Test func splitsAndJoinsCommuteAndUndo() throws {
    let start = try Room("# F\nOne two three. | Four five. | Six seven.")
    let document = start.documents[0]
    let positions = try ["two", "three", "five"].map { try start.place(of: $0).passage.start }
    let fourth = try start.place(of: "One").passage.start
    let acts: [Intent] = positions.map { .splitLine(document: document, position: $0) }
    var results: Set<[String]> = []
    for order in orders(acts) {
      var room = start
      for act in order { try room.act(room.ada, act) }
      results.insert(try room.words())
      for _ in order { try room.act(room.ada, .undo(nil, keepingUsed: false)) }
      #expect(try room.words() == start.words())
      #expect(room.review.state == start.review.state)
    }
    #expect(results == [["F", "One", "two", "three.", "Four", "five.", "Six seven."]])
    // A split and a join in two copies, in both orders of arrival.
    var split = start
    var join = start
    try split.act(split.ben, .splitLine(document: document, position: positions[1]))
    try join.act(join.ada, .joinLine(document: document, position: fourth))
    let both = [split, join].flatMap(\.review.actions.last.asArray)
    for order in orders(both) {
      var room = start
      for action in order { room.review.append(action) }
      #expect(try room.words() == ["F", "One two", "three. Four five.", "Six seven."])
    }
  }

  @Test func splittingWhatWasJoinedAndJoiningWhatWasSplitGiveTheLinesBack() throws {
    var room = try Room("# F\nOne two three. | Four five.")
    let words = try room.words()
    let document = room.documents[0]
    let (one, two, four) = (
      try room.place(of: "One").passage.start, try room.place(of: "two").passage.start,
      try room.place(of: "Four").passage.start
    )
    try room.act(room.ada, .splitLine(document: document, position: two))
    try room.act(room.ada, .joinLine(document: document, position: one))
    #expect(try room.words() == words)
    try room.act(room.ada, .joinLine(document: document, position: one))
    #expect(try room.words() == ["F", "One two three. Four five."])
    try room.act(room.ada, .splitLine(document: document, position: four))
    #expect(try room.words() == words)
  }

  @Test func aLineNeverCrossesAHeadingAParagraphOrASection() throws {
    var room = try Room("Before.\n# F\nOne. | Two.\nThree.\n# G\nFour.\n#! H\nFive.")
    let document = room.documents[0]
    let table = try room.review.lines(of: document)
    for (index, line) in table.lines.enumerated() {
      let join = Intent.joinLine(document: document, position: line.passage.start)
      if index == 2 {
        _ = try Rules(review: room.review, coder: room.ada, origin: room.origin).act(for: join)
      } else {
        #expect(throws: Refusal.cannotJoin(line: "\(index + 1)")) { try room.act(room.ada, join) }
      }
    }
    // Not even where another copy's log says so.
    let words = try room.words()
    for line in table.lines where line.passage.start != table.lines[3].passage.start {
      let facts: [String: FieldValue] = [
        "document": .entity(document), "position": .number(line.passage.start),
      ]
      let cut = Change(
        kind: Cut.kind, entity: Cut.identity(of: facts),
        fields: facts.merging(["cut": .flag(false)]) { fact, _ in fact })
      room.review.append(
        Act(.join, [cut]), as: room.ben, id: room.origin.identity(), at: room.origin.now())
    }
    #expect(try room.words() == words)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func linesStayInOrderApartAndWithoutWhiteSpaceAtTheirEdges(seed: UInt64) throws {
    var room = try Room(
      "# F\nOne two three. | Four\u{301} 😀 five. | שלום עולם. | 漢字 文。\nSix. | Seven.")
    var seeded = Seeded(seed: seed)
    let document = room.documents[0]
    let whole = try room.review.lines(of: document)
    for _ in 0..<20 {
      let position = Int.random(in: -2...(whole.text.scalarCount + 2), using: &seeded)
      let intent: Intent =
        Bool.random(using: &seeded)
        ? .splitLine(document: document, position: position)
        : .joinLine(document: document, position: position)
      do { try room.act(room.ada, intent) } catch is Refusal {}
      let table = try room.review.lines(of: document)
      for line in table.lines {
        #expect(LineLawTests.isTrimmed(table.text.string(line.passage)), "seed \(seed)")
        #expect(line.section == 0, "seed \(seed)")
      }
      for (line, next) in zip(table.lines, table.lines.dropFirst()) {
        #expect(line.passage.end <= next.passage.start, "seed \(seed)")
        #expect(table.text.isBlank(Passage(start: line.passage.end, end: next.passage.start)))
        #expect(line.paragraph <= next.paragraph, "seed \(seed)")
      }
      for passage in table.lines.map(\.passage) {
        #expect(
          whole.lines.filter { $0.passage.meets(passage) }.map(\.paragraph).allSatisfy {
            $0 == whole.lines.first { $0.passage.meets(passage) }?.paragraph
          }, "seed \(seed)")
      }
    }
  }

  private static func isTrimmed(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
  }

  @Test func noPositionWhateverItsSizeMakesTheRulesFail() throws {
    var room = try Room(Self.text)
    for position in [Int.min, -1, 1_000_000, .max] {
      #expect(throws: Refusal.self) {
        try room.act(room.ada, .splitLine(document: room.documents[0], position: position))
      }
      #expect(throws: Refusal.self) {
        try room.act(room.ada, .joinLine(document: room.documents[0], position: position))
      }
      for end in [Int.min, 0, position, .max] {
        #expect(throws: Refusal.self) {
          try room.act(
            room.ada,
            .apply(
              [.named("x")], at: Place(room.documents[0], Passage(start: position, end: end))))
        }
      }
    }
  }
}

extension Optional {
  fileprivate var asArray: [Wrapped] { map { [$0] } ?? [] }
}
