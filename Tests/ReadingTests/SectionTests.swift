import Reading
import Synthesis
import Testing

@Suite struct SectionTests {
  private func paper(_ heading: String) -> String {
    """
    Being heard: a study of link workers

    Introduction

    Link work is new here.

    \(heading)

    They felt heard by the staff.

    Discussion

    It agrees with others.
    """
  }

  @Test(arguments: [
    "Results", "Findings", "Qualitative findings", "Results and discussion",
    "Findings and discussion", "Results/Discussion", "Results & Discussion", "3 Results",
    "3. RESULTS", "III. Results", "R E S U L T S", "F I N D I N G S", "FIND INGS", "RESULTS",
    "Synthesised findings", "Synthesized findings", "Results and Conclusions",
    "Findings of thematic synthesis", "Main findings", "Themes", "Analysis",
  ])
  func aHeadingThatNamesResultsMakesItsTextEligible(_ heading: String) throws {
    let draft = try draft(paper(heading))
    #expect(draft.sections.filter(\.eligible).count == 1)
    let section = try #require(draft.firstEligible)
    #expect(draft.words(section.range) == "\(heading)\n\nThey felt heard by the staff.")
    #expect(section.why == "heading “\(section.title)” names results")
  }

  @Test(arguments: [
    "Results:", "Principal findings", "Search results", "Methods", "Summary of findings",
    "Result", "Previous results of others",
  ])
  func aHeadingThatOnlyLooksLikeItDoesNot(_ heading: String) throws {
    #expect(try draft(paper(heading)).eligibleTitles == [])
  }

  @Test(arguments: [
    "Discussion", "Conclusion", "Conclusions", "Strengths and limitations", "Acknowledgements",
    "Acknowledgments", "References", "4. DISCUSSION", "IV. Discussion", "Limitations",
    "Implications for practice", "Funding", "D I S C U S S I O N",
  ])
  func findingsEndAt(_ heading: String) throws {
    let draft = try draft(
      "Findings\n\nThey felt heard.\n\nBeing known\n\nIt took time.\n\n\(heading)\n\nIt agrees.\n\nLater work\n\nMore is due."
    )
    #expect(draft.eligibleTitles == ["Findings", "Being known"])
  }

  @Test func findingsEndAtTheEndOfTheFile() throws {
    let draft = try draft("Methods\n\nWe asked.\n\nFindings\n\nThey felt heard.")
    #expect(draft.eligibleTitles == ["Findings"])
    #expect(draft.sections.map(\.range.end).last == draft.text.count)
  }

  @Test func principalFindingsInsideTheDiscussionAreNone() throws {
    let draft = try draft(
      """
      # A study

      ## Results

      They felt heard.

      ## Discussion

      ### Principal findings

      We found trust.

      ### Findings

      We found it again.
      """, name: "a.md")
    #expect(draft.eligibleTitles == ["Results"])
  }

  @Test func subsectionsInheritButNotThoseThatDescribeTheStudies() throws {
    let draft = try draft(
      """
      FINDINGS

      Study characteristics

      Six studies were included.

      Methodological quality assessment

      All were good.

      Findings of thematic synthesis

      Four themes were found.

      Trust in others

      Being listened to. The first theme was about ears. It mattered.

      DISCUSSION

      It agrees.
      """)
    #expect(
      draft.eligibleTitles
        == ["FINDINGS", "Findings of thematic synthesis", "Trust in others", "Being listened to"])
    #expect(draft.sections.map(\.level) == [2, 3, 3, 3, 3, 4, 2])
    #expect(
      draft.sections[1].why
        == "“Study characteristics” describes the studies or the people, not findings")
  }

  @Test(arguments: ["Participants", "Sample", "Participant characteristics", "Critical appraisal"])
  func peopleAndSampleInsideFindingsAreNoFindings(_ heading: String) throws {
    let draft = try draft(
      "## Findings\n\nThey came.\n\n### \(heading)\n\nTwelve.\n\n### Trust\n\nIt grew.",
      name: "a.md")
    #expect(draft.eligibleTitles == ["Findings", "Trust"])
  }

  @Test func theResultsOfAStructuredAbstractAreNone() throws {
    let flat = """
      Being heard

      Abstract

      Background

      Link work is new.

      Results

      They felt heard.

      Conclusions

      It helps.

      Introduction

      Link work is new indeed.

      Results

      They did feel heard.

      Discussion

      It agrees.
      """
    let draft = try draft(flat)
    #expect(draft.sections.map(\.eligible).filter { $0 }.count == 1)
    let section = try #require(draft.firstEligible)
    #expect(draft.words(section.range).hasSuffix("They did feel heard."))
  }

  @Test func theLabelOfAStructuredAbstractIsNoHeading() throws {
    let draft = try draft(
      "# A\n\n## Abstract\n\n**Results:** They felt heard.\n\n## Findings\n\nThey did.",
      name: "a.md")
    #expect(draft.headingWords == ["A", "Abstract", "Findings"])
    #expect(draft.eligibleTitles == ["Findings"])
  }

  @Test func analysisUnderMethodsIsNoFinding() throws {
    let draft = try draft(
      "## Methods\n\nWe asked.\n\n### Analysis\n\nWe coded.\n\n## Results\n\nThey came.",
      name: "a.md")
    #expect(draft.eligibleTitles == ["Results"])
  }

  @Test func aTextWithoutHeadingsIsTakenWhole() throws {
    let draft = try draft("They felt heard. They came back.\n\nOthers left.")
    #expect(draft.sections.map(\.eligible) == [true])
    #expect(draft.sections.map(\.why) == ["no headings: taken whole"])
    #expect(draft.sections.map(\.title) == [""])
  }

  @Test func whereNoHeadingMatchesNothingIsEligible() throws {
    let draft = try draft(
      "# A study\n\nText.\n\n## Trust\n\nIt grew.\n\n## Time\n\nIt went.", name: "a.md")
    #expect(draft.eligibleTitles == [])
    #expect(
      Set(draft.sections.map(\.why)) == ["no heading names results; mark the findings yourself"])
  }

  @Test func theReasonsAreShortSentences() throws {
    let draft = try draft(
      "# A study\n\nBy us.\n\n## Findings\n\nHeard.\n\n### Trust\n\nGrew.\n\n## Discussion\n\nSo.\n\n### More\n\nDue.",
      name: "a.md")
    #expect(
      draft.sections.map(\.why) == [
        "before any findings heading", "heading “Findings” names results", "under “Findings”",
        "heading “Discussion” ends the findings", "after “Discussion”",
      ])
  }

  @Test func themesBesideTheFindingsHeadingBelongToThem() throws {
    let draft = try draft(
      "## Methods\n\nWe asked.\n\n## Findings\n\nThree themes.\n\n## Trust\n\nIt grew.\n\n## Discussion\n\nSo.",
      name: "a.md")
    #expect(draft.eligibleTitles == ["Findings", "Trust"])
  }
}
