import Interchange
import Testing

@Suite struct ThemeTableTests {
  @Test func theSpreadsheetIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleThemes().csv(), "themes.csv")
  }

  @Test func theMarkdownIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleThemes(.number).markdown(), "themes.md")
  }

  @Test func thePageIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleThemes(.number).html(), "themes.html")
  }

  @Test func theJSONIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleThemes(.key).json(), "themes.json")
  }

  @Test func everyDescriptiveThemeIsARowAndAnAnalyticalOneWithoutAny() {
    let rows = readCSV(sampleThemes().csv()).dropFirst().map { $0[0...2].joined(separator: "|") }
    #expect(
      rows == [
        "Care fitted to the person is the treatment|1.1|A relationship that carries the work",
        "Care fitted to the person is the treatment; A place to become someone again|1.2|"
          + "<b>Referrals</b> | that \"fit\"", "|3|pile 3 (no name yet)",
        "'=4+4|4|",
      ])
  }

  @Test func aThemeIsToldOnceAndNamedWhereItStandsToo() {
    let markdown = sampleThemes().markdown()
    #expect(markdown.ranges(of: "### 1.2 ").count == 1)
    #expect(markdown.contains("**Also here.** 1.2 \\<b\\>Referrals\\</b\\> \\| that \"fit\""))
  }

  @Test func aReviewWithoutThemesHasATableToo() {
    let table = ThemeTable(title: "", studies: StudyNaming([]), entries: [])
    #expect(table.json() == "[]\n")
    #expect(table.csv().split(separator: "\n").count == 1)
    #expect(table.markdown().hasPrefix("# Themes\n\n0 analytical themes and 0 descriptive themes"))
    #expect(!table.html().contains("<table"))
  }

  @Test(arguments: hostileTexts.filter { !$0.allSatisfy(\.isWhitespace) })
  func noTextChangesTheStructureOfADocument(text: String) {
    #expect(tagCount(table(of: text).html()) == tagCount(table(of: "x").html()))
    let markdown = table(of: text).markdown()
    #expect(markdown.split(separator: "\n").filter { $0.hasPrefix("#") }.count == 3)
    #expect(markdown.split(separator: "\n").filter { $0.hasPrefix("|") }.count == 4)
    #expect(hasNoControls(markdown) && hasNoControls(table(of: text).html()))
  }

  private func table(of text: String) -> ThemeTable {
    let words = CodebookQuotation(
      text: text, study: text, line: 1, speaker: text, voice: .participant, chosen: true)
    let below = ThemeEntry(
      isAnalytical: false, id: "d", number: "1.1", name: text, statement: text, rationale: text,
      answer: text, parents: ["a"], analytical: ["a"], codes: [text, text], lines: 1,
      studies: [0], agreedBy: [text], isAgreed: true, authorTexts: [words], quotations: [words],
      against: [words])
    let above = ThemeEntry(isAnalytical: true, id: "a", number: "1", name: text, statement: text)
    return ThemeTable(
      title: text, question: text, round: text,
      studies: StudyNaming([(study(1), text, "")]), entries: [above, below])
  }
}

/// Two analytical themes, a descriptive one under both, a pile, and an analytical one of nothing.
func sampleThemes(_ style: StudyNaming.Style? = nil) -> ThemeTable {
  let naming = sampleStudies(style)
  func words(
    _ text: String, _ place: Int, _ line: Int, _ speaker: String? = nil, chosen: Bool = false
  ) -> CodebookQuotation {
    CodebookQuotation(
      text: text, study: naming.name(of: study(UInt64(place))), line: line,
      speaker: speaker ?? "", voice: speaker == nil ? .author : .participant, chosen: chosen)
  }
  func places(_ studies: Int...) -> [Int] {
    studies.compactMap { naming.place(of: study(UInt64($0))) }.sorted()
  }
  return ThemeTable(
    title: "Staying with a link worker",
    question: "How do people come to stay in a service that somebody else chose for them?",
    round: "round 2", studies: naming,
    entries: [
      ThemeEntry(
        isAnalytical: true, id: "t1", number: "1",
        name: "Care fitted to the person is the treatment",
        statement: "What is fitted is not the frame of the treatment: it is the treatment.",
        answer: "People stay where staying was made to fit them.",
        codes: ["being heard", "pacing set together", "asked before being sent"], lines: 79,
        studies: places(1, 2, 3, 5, 6), agreedBy: ["Ada Lind"]),
      ThemeEntry(
        isAnalytical: false, id: "t2", number: "1.1", name: "A relationship that carries the work",
        statement: "Somebody stays the same person for long enough.", parents: ["t1"],
        analytical: ["t1"], codes: ["being heard", "pacing set together"], lines: 31,
        studies: places(1, 2, 3, 5), agreedBy: ["Ada Lind", "Jonas Okafor"], isAgreed: true,
        authorTexts: [
          words("Most valued the unhurried first meeting.", 1, 31, chosen: true),
          words("- a dash\nand a second line", 2, 4),
        ],
        quotations: [
          words("She let me finish. Nobody had.", 1, 12, "P7, man, 71", chosen: true),
          words("It was <i>my</i> talking.", 3, 5, ""),
        ], against: [words("I would rather have had the letter.", 5, 9, "P2", chosen: true)]),
      ThemeEntry(
        isAnalytical: false, id: "t3", number: "1.2", name: "<b>Referrals</b> | that \"fit\"",
        rationale: "Both begin with a question.", parents: ["t1", "t5"], analytical: ["t1", "t5"],
        codes: ["asked before being sent"], lines: 17, studies: places(6)),
      ThemeEntry(
        isAnalytical: true, id: "t5", number: "2", name: "A place to become someone again",
        codes: ["asked before being sent"], lines: 17, studies: places(6)),
      ThemeEntry(isAnalytical: false, id: "t6", number: "3", name: ""),
      ThemeEntry(isAnalytical: true, id: "t7", number: "4", name: "=4+4"),
    ])
}
