import Interchange
import Testing

@Suite struct StudyNamingTests {
  @Test(
    arguments: [
      (nil, ["<script>alert(1)</script>", "=Dale 2016", "Alder 2019"]),
      (.authorYear, ["<script>alert(1)</script>", "=Dale 2016", "Alder 2019"]),
      (.key, ["<script>alert(1)</script>", "21", "alder19"]), (.number, ["1", "21", "3"]),
    ] as [(StudyNaming.Style?, [String])])
  func studiesAreNamedAsAsked(style: StudyNaming.Style?, names: [String]) {
    let naming = sampleStudies(style)
    #expect([study(3), study(4), study(1)].map(naming.name) == names)
  }

  @Test func noNumberIsUsedTwice() {
    let naming = StudyNaming(
      [
        (study(1), "A", "2"), (study(2), "B", ""), (study(3), "C", "2"), (study(4), "D", "07"),
        (study(5), "E", "-1"), (study(6), "F", "1"),
      ], style: .number)
    #expect(naming.items.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(naming.items.map(\.label) == ["F", "A", "B", "C", "D", "E"])
  }

  @Test(arguments: [
    ([], ""), ([7], "7"), ([8, 7], "7, 8"), ([28, 22, 7, 21, 23], "7, 21–23, 28"),
    ([1, 2, 3, 5, 6], "1–3, 5, 6"),
  ])
  func numbersThatFollowEachOtherAreARange(numbers: [Int], words: String) {
    let naming = StudyNaming([], style: .number)
    #expect(naming.listed(numbers.map(String.init)) == words)
  }

  @Test func onlyNumbersAreMadeRanges() {
    #expect(sampleStudies().listed(["1", "2", "3"]) == "1, 2, 3")
    #expect(sampleStudies().legend.isEmpty)
    #expect(
      sampleStudies(.number).legend.map { "\($0.number) \($0.label)" } == [
        "1 <script>alert(1)</script>", "3 Alder 2019", "7 Birch & Cole 2021", "21 =Dale 2016",
        "22 Elm 2018", "23 Ångström-Fairweather 2020",
      ])
  }
}
