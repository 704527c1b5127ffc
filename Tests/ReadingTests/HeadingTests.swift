import Reading
import Testing

@Suite struct HeadingTests {
  @Test func markdownHeadingsOfBothKindsAreHeadings() throws {
    let draft = try draft(
      "Being heard\n===\n\nBy us.\n\nFindings\n---\n\nText here.\n\n### 3.1 *Trust* ###\n\nMore.",
      name: "a.md")
    #expect(draft.headingWords == ["Being heard", "Findings", "3.1 Trust"])
    #expect(draft.sections.map(\.level) == [1, 2, 3])
    #expect(draft.title == "Being heard")
  }

  @Test(arguments: [
    "3 Results", "3.1 Being heard by staff", "III. Results", "BEING HEARD", "B E I N G  H E A R D",
    "Being heard by staff", "Theme 1: being heard", "Whose care?", "Being listened to",
    "3.3 Being counted on",
  ])
  func aShortLineOfItsOwnIsAHeading(_ heading: String) throws {
    let draft = try draft("It began.\n\n\(heading)\n\nThe nurses listened to them.")
    #expect(draft.headingWords == [heading])
  }

  @Test(arguments: [
    "They came back the next day.", "and so they came", "She said the following:",
    "“I was so lost in there”",
    "Participants who had been there for a long time told us that they never would come again",
    "(P12, female)", "– Participant 3", "It was good.⁷", "They liked it. They came back",
  ])
  func otherLinesAreNone(_ line: String) throws {
    let draft = try draft("It began.\n\n\(line)\n\nThe nurses listened to them.")
    #expect(draft.headingWords == [])
  }

  @Test func aKnownHeadingNeedsNoBlankLineBelow() throws {
    let draft = try draft("It began\nwith a walk.\n\nFINDINGS\nThe nurses listened\nto them.")
    #expect(draft.headingWords == ["FINDINGS"])
    #expect(
      draft.lineWords == ["It began\nwith a walk.", "FINDINGS", "The nurses listened\nto them."])
  }

  @Test func halfASentenceAtAPageEndIsNoHeading() throws {
    let draft = try draft("It began.\n\nThe nurses said that they\n\nwould listen to them.")
    #expect(draft.headingWords == [])
  }

  @Test func linesThatCountOnAreAListAndNoHeadings() throws {
    let draft = try draft(
      "It began.\n\n1. Trust in staff\n\n2. Time with staff\n\nThe nurses listened.")
    #expect(draft.headingWords == [])
  }

  @Test(arguments: [
    "⟦Being listened to.⟧ ⟦The first theme is about ears.⟧ ⟦It is long.⟧",
    "⟦Trust in staff.⟧ ⟦This took months to grow.⟧",
    "⟦Barriers to access.⟧ ⟦Many never found the door.⟧",
  ])
  func aHeadingMayOpenItsParagraph(_ text: String) throws {
    let draft = try draft(text.unmarked)
    #expect(draft.marked == text)
    #expect(draft.headings == [0])
    #expect(draft.paragraphs == [0])
  }

  @Test(arguments: [
    "It helped. The nurses listened.", "Most came back. The nurses listened.",
    "The nurses listened. They came back.", "Patients disagreed. Some said so.",
    "However, they left. The nurses stayed.",
  ])
  func aShortFirstSentenceIsNoHeading(_ text: String) throws {
    #expect(try draft(text).headings == [])
  }

  @Test(arguments: [
    "**Being heard.** The first.", "**Being heard**. The first.", "*Being heard.* The first.",
  ])
  func emphasisedWordsMayOpenTheirParagraphAsAHeading(_ text: String) throws {
    let draft = try draft(text, name: "a.md")
    #expect(draft.marked == "⟦Being heard.⟧ ⟦The first.⟧")
    #expect(draft.headings == [0])
    #expect(draft.sections.map(\.title) == ["Being heard"])
  }

  @Test func aTitleMayBeLongAndStandAboveItsAuthors() throws {
    let draft = try draft(
      "Experiences of being heard by link workers among people who live alone: a qualitative study\nJane Hollis, Ann Moss\n\nFindings\n\nThey felt heard."
    )
    #expect(draft.title.hasPrefix("Experiences of being heard"))
    #expect(draft.headings.count == 2)
  }

  @Test(arguments: [
    ("hollis-2019.txt", "Hollis 2019"), ("Hollis 2019.md", "Hollis 2019"),
    ("hollis_and_moss_2019a.txt", "Hollis and Moss 2019a"), ("2019 hollis.txt", "Hollis 2019"),
    ("scan0001.txt", "Being heard"), ("report.txt", "Being heard"),
  ])
  func theLabelComesFromTheNameOfTheFileElseFromTheTitle(_ name: String, _ label: String) throws {
    #expect(try draft("Being heard\n\nThey were.", name: name).label == label)
  }

  @Test func withoutATitleTheFileGivesItsName() throws {
    #expect(try draft("They were heard.", name: "notes.txt").title == "notes")
  }

  @Test func anIndentedFirstLineStartsAParagraph() throws {
    let draft = try draft("    They came\nback there.\n    Others left\nfor good.")
    #expect(
      draft.paragraphs.map { draft.lineWords[$0] } == [
        "They came\nback there.", "Others left\nfor good.",
      ])
  }

  @Test func longLinesWithoutBlankOnesAreParagraphs() throws {
    let long = String(repeating: "The nurses listened to them and they came back. ", count: 5)
    let draft = try draft("Findings\n\(long)\n\(long)\nDiscussion\n\(long)")
    #expect(draft.headingWords == ["Findings", "Discussion"])
    #expect(draft.paragraphs.count == 5)
  }
}
