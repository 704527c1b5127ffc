import Foundation
import Testing

/// The names of what programs read, which scripts rely on.
@Suite struct ShapeTests {
  private let review = "review.linewise"

  private func program() throws -> Program {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2", "slow")
    return program
  }

  @Test(arguments: [
    ("lines", "study document section eligible line start end role state text codes"),
    ("codes", "id name definition lines studies coders themes createdBy createdAt"),
    ("codings", "id code study document line start end text coder at memo"),
    ("coverage", "study coder eligible coded setAside open quotations rolesConfirmed rolesGuessed"),
    ("history", "at coder verb sentence action changes"),
  ])
  func listsHaveTheNamesThatAreWrittenDown(command: String, names: String) throws {
    let program = try program()
    let first = try #require(try program.rows(command, review).first)
    #expect(Set(names.split(separator: " ").map(String.init)).isSubset(of: first.keys))
    let line = try program.run(command, review, "--format", "jsonl").output.split(separator: "\n")[
      0]
    #expect(try Set(JSON.object(String(line)).keys) == Set(first.keys))
    let header = try program.run(command, review, "--format", "csv").output
      .split(whereSeparator: \.isNewline)[0]
    #expect(Set(header.split(separator: ",").map(String.init)) == Set(first.keys))
  }

  @Test func studiesHaveTheNamesThatAreWrittenDown() throws {
    let first = try #require(try program().rows("study", review, "list").first)
    let names = [
      "id", "label", "citation", "year", "doi", "key", "group", "characteristics", "documents",
      "lines", "eligibleLines",
    ]
    #expect(Set(names).isSubset(of: first.keys))
    #expect(first["characteristics"] is [String: Any])
  }

  @Test func themesHaveTheNamesThatAreWrittenDown() throws {
    let program = try program()
    try program.says("theme", review, "new", "Time", "--level", "descriptive")
    try program.says("theme", review, "place", "slow", "--under", "Time")
    let first = try #require(try program.rows("theme", review, "list").first)
    #expect(
      Set(first.keys) == [
        "id", "name", "level", "number", "parents", "codes", "studies", "lines", "statement",
        "rationale", "answer", "status", "agreedBy", "lapsed", "named",
      ])
    #expect(first["number"] as? String == "1")
    #expect(first["parents"] as? [String] == [])
    #expect(first["codes"] as? [String] == ["slow"])
    #expect(first["studies"] as? [String] == ["Alder 2019"])
    #expect(first["lines"] as? Int == 1)
  }

  @Test func aMatrixIsOneObject() throws {
    let program = try program()
    try program.says("theme", review, "new", "Time", "--level", "descriptive")
    for format in ["json", "jsonl"] {
      let matrix = try JSON.object(try program.says("matrix", review, "--format", format))
      #expect(matrix["rows"] as? [String] == ["Time"])
      #expect(matrix["columns"] as? [String] == ["Alder 2019"])
      #expect(matrix["cells"] as? [[Int]] == [[0]])
    }
  }

  @Test func aLineIsWhatTheTextHasThere() throws {
    let rows = try program().rows("lines", review)
    let second = rows[1]
    #expect(second["study"] as? String == "Alder 2019")
    #expect(second["section"] as? String == "Findings")
    #expect(second["eligible"] as? Bool == true)
    #expect(second["line"] as? Int == 2)
    #expect(second["start"] as? Int == 10)
    #expect(second["end"] as? Int == 66)
    #expect(second["role"] as? String == "author")
    #expect(second["state"] as? String == "coded")
    #expect(second["text"] as? String == "Trust grew slowly, and only where people had been asked.")
    #expect(second["codes"] as? [String] == ["slow"])
    #expect(rows[0]["state"] is NSNull)
    #expect(rows[3]["state"] as? String == "quotation")
  }

  @Test func aCheckIsOneObject() throws {
    let outcome = try program().run("check", review, "--format", "json")
    let report = try JSON.object(outcome.output)
    #expect(report["ok"] as? Bool == true)
    #expect((report["problems"] as? [String])?.isEmpty == true)
  }

  @Test func anImportIsOneObject() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.write(Program.alder, to: "alder-2019.md")
    let report = try JSON.object(try program.says("import", review, "alder-2019.md", "--json"))
    #expect(report["study"] as? String == "Alder 2019")
    #expect(report["lines"] as? Int == 8)
    #expect(report["eligibleLines"] as? Int == 4)
    let section = try #require((report["sections"] as? [[String: Any]])?.first)
    #expect(
      Set(section.keys).isSuperset(of: ["title", "level", "eligible", "why", "start", "end"]))
    #expect(report["proposals"] is [Any])
    #expect(report["document"] is String)
  }

  @Test func historyTellsWhichFieldsChanged() throws {
    let acts = try program().rows("history", review, "--limit", "1")
    let changes = try #require(acts.first?["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["code", "coding"])
    #expect(changes.allSatisfy { $0["entity"] is String && $0["fields"] != nil })
  }
}
