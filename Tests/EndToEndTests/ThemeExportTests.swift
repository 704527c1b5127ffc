import Foundation
import FoundationXML
import Testing

/// The exports of a board, to the letter, and what holds between them.
@Suite struct ThemeExportTests {
  /// Two studies of the corpus under two analytical themes, of which the first stood otherwise at
  /// the round “before”.
  private static let made = Result {
    let program = try Program.withReview(coders: "Ada Alder", "Ben Birch")
    for text in ["hollis-2019.txt", "sand-2018.txt"] {
      try act(program, ["import", "--as", "AA", Program.corpus.appending(path: text).path])
    }
    for (study, line, code) in [
      ("Hollis", "27", "being sent, not asked"), ("Hollis", "28-29", "=letters"),
      ("Hollis", "43", "the <form> | first"), ("Sand", "18", "being sent, not asked"),
      ("Sand", "22", "missed when absent"), ("Sand", "24", "weather"), ("Sand", "26", "waiting"),
    ] {
      try act(program, ["code", "--as", "AA", "--study", study, "--line", line, code])
    }
    for words in [
      ["study", "set", "Sand", "--key", "7"], ["study", "set", "Hollis", "--key", "hollis19"],
      ["theme", "new", "Care that fits", "--level", "analytical"],
      ["theme", "new", "Referrals", "--level", "descriptive", "--under", "Care that fits"],
      ["theme", "place", "being sent, not asked", "=letters", "--under", "Referrals"],
      ["round", "before"],
      ["theme", "set", "Referrals", "--name=-referrals that <fit>", "--statement", "It fits."],
      ["theme", "new", "A place", "--level", "analytical"],
      ["theme", "new", "Belonging", "--level", "descriptive", "--under", "A place"],
      ["theme", "place", "missed when absent", "--under", "Belonging"],
      ["theme", "place", "being sent, not asked", "--under", "Belonging", "--also"],
      ["theme", "new", "--level", "descriptive"],
      ["theme", "place", "the <form> | first", "--under", "pile 3"],
      ["codes", "leave-out", "weather", "--why", "one study's setting"],
      ["agree", "1.1"],
      ["evidence", "--study", "Hollis", "--line", "106-108", "--theme", "1.1"],
      ["evidence", "--study", "Hollis", "--line", "32", "--theme", "1.1", "--against"],
    ] {
      try act(program, [words[0], "--as", "AA"] + words.dropFirst())
    }
    return program
  }

  private static func act(_ program: Program, _ words: [String]) throws {
    let outcome = try program.run([words[0], "review.linewise"] + words.dropFirst())
    guard outcome.status == 0 else {
      throw Worked.Failed(complaint: "\(words): \(outcome.complaint)")
    }
  }

  private func export(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try Self.made.get().run(["export", "review.linewise"] + words)
    #expect(outcome.status == 0, "\(outcome.complaint)", sourceLocation: sourceLocation)
    return outcome.output
  }

  private static let all = [
    "tree text", "tree markdown", "tree svg", "tree dot", "tree json", "themes csv",
    "themes markdown", "themes html", "themes json", "matrix csv", "matrix markdown",
    "matrix html", "matrix svg", "matrix json", "saturation csv", "saturation svg",
    "saturation json",
  ]

  @Test(arguments: all)
  func everyExportIsWrittenAsReviewed(name: String) throws {
    let parts = name.split(separator: " ").map(String.init)
    let text = try export(parts[0], "--format", parts[1])
    try expectGolden(text, "\(parts[0]).\(parts[1])")
    #expect(try export(parts[0], "--format", parts[1]) == text)
  }

  @Test func atARoundEverythingIsAsItStood() throws {
    for name in Self.all where !name.hasPrefix("saturation") {
      let parts = name.split(separator: " ").map(String.init)
      let then = try export(parts[0], "--format", parts[1], "--at", "before")
      #expect(then.contains("Referrals"), "\(name)")
      #expect(!then.contains("referrals that"), "\(name)")
      #expect(!then.contains("Belonging"), "\(name)")
    }
    #expect(try export("tree", "--format", "text", "--at", "before").contains("round “before”"))
    #expect(
      try export("codebook", "--format", "markdown", "--at", "before").contains(
        "**Themes.** Referrals\n"))
    #expect(
      try export("saturation", "--format", "csv", "--of", "themes", "--at", "before").contains(
        "Sand 2018,0,2,2,"))
  }

  @Test func aRoundThatIsNotThereIsRefused() throws {
    let outcome = try Self.made.get().run(
      "export", "review.linewise", "tree", "--format", "text", "--at", "never")
    #expect(outcome.status == 66)
    #expect(
      outcome.complaint
        == "linewise: no round is called ‘never’; `linewise round … list` lists them\n")
  }

  @Test func studiesAreCitedAsAskedInEveryExport() throws {
    for what in ["codebook", "codings", "lines", "tree", "themes", "matrix", "saturation"] {
      func json(_ style: String) throws -> String {
        try export(what, "--format", "json", "--cite", style)
      }
      #expect(try json("key").contains("\"hollis19\""), "\(what)")
      #expect(try json("number").contains("\"7\""), "\(what)")
      #expect(try json("author-year").contains("\"Hollis 2019\""), "\(what)")
      #expect(try json("author-year") == export(what, "--format", "json"), "\(what)")
    }
    #expect(
      try export("matrix", "--format", "csv", "--cite", "number").hasPrefix("number,theme,1,7,"))
    #expect(
      try export("codebook", "--format", "markdown", "--cite", "number").contains(
        "Studies: 1 Hollis 2019; 7 Sand 2018."))
  }

  @Test func renamingAThemeChangesItEverywhereAndNowhereTwice() throws {
    let program = try Program()
    try program.write(try Self.made.get().contents("review.linewise"), to: "review.linewise")
    func texts() throws -> [String: String] {
      try Dictionary(
        uniqueKeysWithValues: (Self.all + ["codebook csv", "codebook json"]).map { name in
          let parts = name.split(separator: " ").map(String.init)
          let subject = parts[0] == "saturation" ? ["--of", "themes"] : []
          let outcome = try program.run(
            ["export", "review.linewise", parts[0], "--format", parts[1]] + subject)
          #expect(outcome.status == 0, "\(outcome.complaint)")
          return (name, outcome.output)
        })
    }
    let before = try texts()
    try program.says(
      "theme", "review.linewise", "set", "Belonging", "--name", "Xenophon", "--as", "AA")
    for (name, text) in try texts() {
      let old = before[name] ?? ""
      #expect(!text.contains("Belonging"), "\(name)")
      #expect(text.ranges(of: "Xenophon").count == old.ranges(of: "Belonging").count, "\(name)")
      if !name.hasPrefix("saturation") { #expect(text.contains("Xenophon"), "\(name)") }
    }
  }

  @Test func everyExportNamesTheSameStudies() throws {
    let tree = try JSON.object(try export("tree", "--format", "json"))
    let matrix = try JSON.object(try export("matrix", "--format", "json"))
    let themes = try JSON.rows(try export("themes", "--format", "json"))
    let ids = try #require(matrix["ids"] as? [String])
    let studies = try #require(matrix["studies"] as? [[String]])
    let totals = try #require(matrix["totals"] as? [Int])
    let byID = Dictionary(uniqueKeysWithValues: zip(ids, zip(studies, totals)))
    var compared = 0
    func compare(_ node: [String: Any]) throws {
      let id = try #require(node["id"] as? String)
      if let (names, lines) = byID[id] {
        #expect(node["studies"] as? [String] == names)
        #expect(node["lines"] as? Int == lines)
        #expect(node["of"] as? Int == 2)
        compared += 1
      }
      for child in node["themes"] as? [[String: Any]] ?? [] { try compare(child) }
    }
    for node in try #require(tree["themes"] as? [[String: Any]]) { try compare(node) }
    for row in themes { try compare(row) }
    #expect(compared == 8)
    let codes = try JSON.rows(try export("codebook", "--format", "json"))
    let sent = try #require(codes.first { $0["name"] as? String == "being sent, not asked" })
    #expect(sent["studyLabels"] as? [String] == ["Hollis 2019", "Sand 2018"])
    #expect(sent["studies"] as? Int == 2)
    #expect((sent["themes"] as? [String])?.sorted() == ["-referrals that <fit>", "Belonging"])
  }

  @Test func studiesCanBeLeftOutOfAMatrix() throws {
    let csv = try export("matrix", "--format", "csv", "--without", "Sand", "--rows", "codes")
    #expect(csv.hasPrefix("code,Hollis 2019,studies,of,total,studyNames\n"))
    #expect(csv.contains("\nmissed when absent,0,0,1,0,\n"))
    #expect(
      try export("matrix", "--format", "markdown", "--without", "Sand").contains(
        "Left out: Sand 2018."))
    let complaint = try Self.made.get().run(
      "export", "review.linewise", "matrix", "--format", "csv", "--below", "quality=5")
    #expect(complaint.status == 66)
  }

  @Test(arguments: [
    ("tree", "json", "--linked", nil, "the matrix or the saturation"),
    ("codings", "csv", "--without", "S1", "the matrix or the saturation"),
    ("codebook", "csv", "--order", "year", "the saturation"),
    ("matrix", "csv", "--of", "codes", "the saturation"),
    ("saturation", "csv", "--cells", "lines", "the matrix"),
    ("lines", "csv", "--rows", "codes", "the matrix"),
  ])
  func anOptionThatMeansNothingToAnExportIsRefused(
    what: String, format: String, option: String, value: String?, others: String
  ) throws {
    let outcome = try Self.made.get().run(
      ["export", "review.linewise", what, "--format", format, option] + [value].compactMap(\.self))
    #expect(outcome.status == 64)
    let words = "\(option) means nothing to the \(what); leave it out, or export \(others)"
    #expect(outcome.complaint == "linewise: \(words)\n")
  }

  @Test func aSaturationWithoutAStudyHasOneStudyLess() throws {
    let all = try export("saturation", "--format", "csv", "--order", "label")
    let rows = all.split(separator: "\n").dropFirst()
    let first = try #require(rows.first?.split(separator: ",")[1]).description
    let less = try export(
      "saturation", "--format", "csv", "--order", "label", "--without",
      first.replacing("\"", with: ""))
    #expect(less.split(separator: "\n").count == rows.count)
    #expect(!less.contains(first))
    let picture = try export("saturation", "--format", "svg", "--without", first)
    #expect(picture.contains("Left out: "))
  }

  @Test(arguments: ["tree", "matrix", "saturation"])
  func picturesAreWellFormed(what: String) throws {
    let parser = XMLParser(data: Data(try export(what, "--format", "svg").utf8))
    #expect(parser.parse())
  }

  @Test(arguments: [
    ("tree", "csv", "the tree comes as text, markdown, svg, dot or json"),
    ("themes", "svg", "the themes come as csv, markdown, html or json"),
    ("saturation", "html", "the saturation comes as csv, svg or json"),
    ("codebook", "dot", "the codebook comes as csv, markdown, html or json"),
  ])
  func aFormatThatAnExportLacksIsRefused(what: String, format: String, words: String) throws {
    let outcome = try Self.made.get().run(
      "export", "review.linewise", what, "--format", format)
    #expect(outcome.status == 64)
    #expect(outcome.complaint == "linewise: \(words)\n")
  }
}
