import Foundation
import Testing

/// Themes and studies, out of a table and back into it.
@Suite struct MatrixTests {
  private static let review = "review.linewise"
  private static let studies = ["Alder 2019", "Birch 2020", "Cedar 2021", "Drake 2022"]

  /// What is to come out: themes by studies, in lines.
  ///
  /// In Cedar one line speaks of both themes under “Terms of trust”.
  private static let table: [(name: String, level: String, under: String?, lines: [Int])] = [
    ("Terms of trust", "analytical", nil, [2, 3, 1, 0]),
    ("Being asked", "descriptive", "Terms of trust", [2, 0, 1, 0]),
    ("Time", "descriptive", "Terms of trust", [0, 3, 1, 0]),
    ("Money", "descriptive", nil, [0, 0, 0, 1]),
  ]

  /// The lines that bear codes: study, line, codes; the codes by theme.
  private static let codings: [(study: String, line: Int, codes: [String])] = [
    ("Alder", 2, ["asked first"]), ("Alder", 3, ["asked late", "asked first"]),
    ("Birch", 2, ["a day"]), ("Birch", 3, ["a day"]), ("Birch", 4, ["a year"]),
    ("Cedar", 2, ["asked late", "a year"]), ("Drake", 5, ["fares"]),
  ]
  private static let members = [
    "Being asked": ["asked first", "asked late"], "Time": ["a day", "a year"], "Money": ["fares"],
  ]

  private static let made = Result {
    let program = try Program.withReview(coders: "Ada Alder")
    for study in studies {
      try program.write("# Findings\n\nOne came. Two came. Three came. Four came.\n", to: "t.md")
      try program.says("import", review, "t.md", "--study", study)
    }
    for (study, line, codes) in codings {
      let outcome = try program.run(
        ["code", review, "--study", study, "--line", String(line)] + codes)
      #expect(outcome.status == 0)
    }
    for theme in table {
      let under = theme.under.map { ["--under", $0] } ?? []
      _ = try program.run(["theme", review, "new", theme.name, "--level", theme.level] + under)
      guard let codes = members[theme.name] else { continue }
      let outcome = try program.run(["theme", review, "place"] + codes + ["--under", theme.name])
      #expect(outcome.status == 0)
    }
    return try program.contents(review)
  }

  private func program() throws -> Program {
    let program = try Program()
    try program.write(try Self.made.get(), to: Self.review)
    return program
  }

  private func matrix(_ program: Program, _ arguments: String...) throws -> [String: Any] {
    let outcome = try program.run(["matrix", Self.review, "--format", "json"] + arguments)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    return try JSON.object(outcome.output)
  }

  @Test func aReviewMadeOfATableGivesBackExactlyThatTable() throws {
    let program = try program()
    let found = try matrix(program)
    #expect(found["rows"] as? [String] == Self.table.map(\.name))
    #expect(found["columns"] as? [String] == Self.studies)
    #expect(found["cells"] as? [[Int]] == Self.table.map(\.lines))
    #expect(found["numbers"] as? [String] == ["1", "1.1", "1.2", "2"])
    #expect(found["totals"] as? [Int] == [6, 3, 4, 1])
    #expect(found["of"] as? Int == 4)
    #expect(
      found["studies"] as? [[String]] == [
        ["Alder 2019", "Birch 2020", "Cedar 2021"], ["Alder 2019", "Cedar 2021"],
        ["Birch 2020", "Cedar 2021"], ["Drake 2022"],
      ])
    let themes = try program.rows("theme", Self.review, "list")
    #expect(themes.map { $0["name"] as? String } == Self.table.map(\.name))
    #expect(themes.map { $0["number"] as? String } == ["1", "1.1", "1.2", "2"])
    #expect(themes.map { $0["lines"] as? Int } == [6, 3, 4, 1])
    #expect(
      themes.map { $0["parents"] as? [String] } == [[], ["Terms of trust"], ["Terms of trust"], []])
    #expect(
      themes[0]["codes"] as? [String] == ["asked first", "asked late", "a day", "a year"])
    #expect(themes.map { $0["studies"] as? [String] ?? [] } == found["studies"] as? [[String]])
    let codes = try program.rows("codes", Self.review)
    #expect(
      codes.map { $0["name"] as? String } == [
        "a day", "a year", "asked first", "asked late", "fares",
      ])
    #expect(
      codes.map { $0["themes"] as? [String] } == [
        ["Time"], ["Time"], ["Being asked"], ["Being asked"], ["Money"],
      ])
  }

  @Test func renamingAThemeChangesItEverywhereAndNowhereTwice() throws {
    let program = try program()
    let lists = [
      ["matrix", Self.review, "--format", "json"],
      ["theme", Self.review, "list", "--format", "json"],
      ["codes", Self.review, "--format", "json"], ["matrix", Self.review],
      ["theme", Self.review, "list"], ["codes", Self.review],
    ]
    let before = try lists.map { try program.run($0).output }
    try program.says("theme", Self.review, "set", "Terms of trust", "--name", "Whom one trusts")
    try program.says("theme", Self.review, "set", "Time", "--name", "Patience")
    let after = try lists.map { try program.run($0).output }
    for (old, new) in zip(before, after) {
      let (first, second) = (occurrences("Terms of trust", old), occurrences("Time", old))
      #expect(first + second > 0)
      #expect(occurrences("Terms of trust", new) == 0 && occurrences("Time", new) == 0)
      #expect(occurrences("Whom one trusts", new) == first)
      #expect(occurrences("Patience", new) == second)
    }
  }

  private func occurrences(_ words: String, _ text: String) -> Int {
    text.components(separatedBy: words).count - 1
  }

  @Test func otherCellsCountWhatTheySay() throws {
    let program = try program()
    #expect(
      try matrix(program, "--cells", "codes")["cells"] as? [[Int]]
        == [[2, 2, 2, 0], [2, 0, 1, 0], [0, 2, 1, 0], [0, 0, 0, 1]])
    #expect(
      try matrix(program, "--cells", "present")["cells"] as? [[Int]]
        == [[1, 1, 1, 0], [1, 0, 1, 0], [0, 1, 1, 0], [0, 0, 0, 1]])
    #expect(
      try matrix(program, "--cells", "coders")["cells"] as? [[Int]]
        == [[1, 1, 1, 0], [1, 0, 1, 0], [0, 1, 1, 0], [0, 0, 0, 1]])
    let codes = try matrix(program, "--rows", "codes")
    #expect(
      codes["rows"] as? [String] == ["a day", "a year", "asked first", "asked late", "fares"])
    #expect(
      codes["cells"] as? [[Int]]
        == [[0, 2, 0, 0], [0, 1, 1, 0], [2, 0, 0, 0], [1, 0, 1, 0], [0, 0, 0, 1]])
  }

  @Test func leavingStudiesOutSaysWhatRestsOnOneOrNone() throws {
    let program = try program()
    let found = try matrix(program, "--without", "drake", "--without", "cedar")
    #expect(found["columns"] as? [String] == ["Alder 2019", "Birch 2020"])
    #expect(found["leftOut"] as? [String] == ["Cedar 2021", "Drake 2022"])
    #expect(found["cells"] as? [[Int]] == [[2, 3], [2, 0], [0, 3], [0, 0]])
    let support = try #require(found["support"] as? [[String: Any]])
    #expect(support.map { $0["before"] as? Int } == [3, 2, 2, 1])
    #expect(support.map { $0["beforeOf"] as? Int } == [4, 4, 4, 4])
    #expect(support.map { $0["after"] as? Int } == [2, 1, 1, 0])
    #expect(support.map { $0["afterOf"] as? Int } == [2, 2, 2, 2])
    #expect(support.map { $0["restsOnOne"] as? Bool } == [false, true, true, false])
    #expect(support.map { $0["lost"] as? Bool } == [false, false, false, true])
    let carried = try #require(found["carriedAlone"] as? [[String: Any]])
    #expect(carried.map { $0["study"] as? String } == ["Alder 2019", "Birch 2020"])
    #expect(carried.map { $0["rows"] as? [String] } == [["Being asked"], ["Time"]])
    // Distinct lines: those of the theme above are those of the themes below.
    let dominance = try #require(found["dominance"] as? [[String: Any]])
    #expect(dominance.map { $0["figure"] as? Int } == [2, 3])
    #expect(dominance.map { $0["of"] as? Int } == [5, 5])
    let said = try program.says("matrix", Self.review, "--without", "drake", "--without", "cedar")
    #expect(
      said.hasSuffix(
        """
        without Cedar 2021, Drake 2022 nothing is left of ‘Money’ (was 1 of 4)
        without Cedar 2021, Drake 2022 only Alder 2019 has a line of ‘Being asked’
        without Cedar 2021, Drake 2022 only Birch 2020 has a line of ‘Time’
        Birch 2020 has 3 of 5 lines

        """))
  }

  @Test func studiesAreDroppedByWhatIsKeptOfThemAndLinkedOnesCountAsOne() throws {
    let program = try program()
    for (study, score) in [("alder", "8"), ("birch", "4.5"), ("cedar", "9")] {
      try program.says("study", Self.review, "set", study, "quality=\(score)", "band=b\(score)")
    }
    for study in ["alder", "birch"] {
      try program.says("study", Self.review, "set", study, "--group", "cohort")
    }
    #expect(
      try matrix(program, "--below", "quality=5")["columns"] as? [String]
        == ["Alder 2019", "Cedar 2021", "Drake 2022"], "what has no score is not below one")
    #expect(
      try matrix(program, "--drop", "band=b9")["leftOut"] as? [String] == ["Cedar 2021"])
    let linked = try matrix(program, "--linked")
    #expect(
      linked["columns"] as? [String] == ["Alder 2019 + Birch 2020", "Cedar 2021", "Drake 2022"])
    #expect(linked["cells"] as? [[Int]] == [[5, 1, 0], [2, 1, 0], [3, 1, 0], [0, 0, 1]])
    let codes = try matrix(program, "--linked", "--cells", "codes")
    #expect(codes["cells"] as? [[Int]] == [[4, 2, 0], [2, 1, 0], [2, 1, 0], [0, 0, 1]])
  }

  @Test func listsForPeopleArePrintedAsReviewed() throws {
    let program = try program()
    try expectGolden(try program.says("theme", Self.review, "list"), "theme-list.txt")
    try expectGolden(try program.says("matrix", Self.review), "matrix-list.txt")
    try expectGolden(try program.says("matrix", Self.review, "--format", "csv"), "matrix-list.csv")
    try expectGolden(
      try program.says("matrix", Self.review, "--format", "json"), "matrix-list.json")
    try expectGolden(
      try program.says("theme", Self.review, "list", "--format", "json"), "theme-list.json")
    try program.says("round", Self.review, "first")
    try program.says("theme", Self.review, "place", "fares", "--under", "Time", "--why", "same")
    try program.says("codes", Self.review, "leave-out", "a day", "--why", "setting")
    try expectGolden(try program.says("compare", Self.review, "first"), "compare.txt")
    try expectGolden(try program.says("round", Self.review, "list"), "rounds.txt")
    try program.says("arrangement", Self.review, "new", "mine")
    try expectGolden(try program.says("arrangement", Self.review, "list"), "drafts.txt")
  }
}
