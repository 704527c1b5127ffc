import Reading
import Testing

@Suite struct CleaningTests {
  private let paged = """
    It began with a walk.

    Small Steps and Link Work

    The nurses listened to them, and

    Small Steps and Link Work

    they came back the next day.

    12

    Small Steps and Link Work

    It ended well.
    """

  @Test func aLineThatReturnsThreeTimesIsARunningHeader() throws {
    let draft = try draft(paged)
    let headers = draft.proposals.filter { $0.kind == .runningHeader }
    #expect(headers.map { draft.words($0.range) } == headers.map(\.before))
    #expect(headers.count == 3)
    #expect(draft.string == paged)
    #expect(draft.headings == [])
    #expect(draft.proposals.allSatisfy { !$0.accepted })
  }

  @Test func acceptedProposalsChangeTheText() throws {
    let draft = try draft(paged, accepts: .all)
    #expect(
      draft.marked
        == """
        ⟦It began with a walk.⟧

        ⟦The nurses listened to them, and they came back the next day.⟧

        ⟦It ended well.⟧
        """)
    #expect(draft.proposals.allSatisfy { $0.accepted })
    #expect(
      draft.proposals.map(\.kind) == [
        .runningHeader, .brokenParagraph, .runningHeader, .pageNumber, .runningHeader,
      ])
  }

  @Test func theTitleIsNotDroppedWithTheHeadersThatRepeatIt() throws {
    let text =
      "Small Steps and Link Work\n\nA.\n\nSmall Steps and Link Work\n\nB.\n\nSmall Steps and Link Work\n\nC."
    let draft = try draft(text, accepts: .all)
    #expect(draft.string == "Small Steps and Link Work\n\nA.\n\nB.\n\nC.")
  }

  @Test(arguments: [
    "(P12, female)", "– Participant 3", "Results", "Yes.", "P12: It was long", "Participant 3",
  ])
  func otherLinesMayReturn(_ line: String) throws {
    let text = "It began.\n\n\(line)\n\nA.\n\n\(line)\n\nB.\n\n\(line)\n\nC."
    #expect(try draft(text).proposals == [])
  }

  @Test(arguments: ["12", "Page 3", "Page 3 of 12", "- 3 -", "p. 4"])
  func aLineThatIsOnlyAPageNumberIsDropped(_ line: String) throws {
    let draft = try draft("It began with a\nwalk to the\n\(line)\nward.", accepts: .all)
    #expect(draft.string == "It began with a\nwalk to the\nward.")
  }

  @Test func numbersInAColumnAreNoPageNumbers() throws {
    #expect(try draft("Ages\n12\n13\n14\nwere given.").proposals == [])
  }

  @Test func aBrokenWordIsJoinedWhereTheTextHasItWhole() throws {
    let draft = try draft("The treat-\nment of well-\nbeing was Treatment.", accepts: .all)
    #expect(draft.string == "The treatment of well-being was Treatment.")
    #expect(draft.proposals.map(\.after) == ["", "-"])
  }

  @Test func aParagraphBrokenInMidSentenceIsJoined() throws {
    let draft = try draft("The nurses listened to\n\nthem. Others,\n\nnever.", accepts: .all)
    #expect(draft.marked == "⟦The nurses listened to them.⟧ ⟦Others, never.⟧")
    #expect(draft.paragraphs == [0])
  }

  @Test func nothingIsLeftOfALineThatWordsAreJoinedOver() throws {
    let long = String(repeating: "They were asked again and again. ", count: 5)
    for between in ["7\n", "7\n\n", "7\n\n\n", "7\n\nPage 8\n\n", "\n7\n\n", "7\n\n  "] {
      let paragraph = try draft("\(long)They said what\n\(between)they felt.", accepts: .all)
      #expect(paragraph.string == "\(long)They said what they felt.")
      #expect(paragraph.paragraphs == [0])
      let word = try draft("They asked. The inter-\n\(between)viewers left.", accepts: .all)
      #expect(word.marked == "⟦They asked.⟧ ⟦The inter-viewers left.⟧")
    }
  }

  @Test func cleaningWorksOnWhatMarkdownShows() throws {
    let draft = try draft(
      "# A\n\nThe *nurses* listened to\n\n12\n\nthem *all*.\n\n> I was there.", name: "a.md",
      accepts: .all)
    #expect(draft.marked == "⟦A⟧\n\n⟦The nurses listened to them all.⟧\n\n⟦I was there.⟧")
    #expect(draft.markedVoices.hasSuffix("⟦I was there.⟧"))
  }

  @Test func aDraftOfItsOwnTextHasNothingLeftToClean() throws {
    let once = try draft(paged, accepts: .all)
    #expect(try draft(once.string).proposals == [])
  }
}
