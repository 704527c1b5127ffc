import Interchange
import Testing

/// The keys that the page on the command line promises, in its order.
@Suite struct DocumentedShapeTests {
  @Test func codingsHaveTheDocumentedKeys() {
    #expect(
      keys(CodingRow.self)
        == [
          "id", "code", "study", "document", "line", "start", "end", "text", "coder", "at", "memo",
        ])
  }

  @Test func linesHaveTheDocumentedKeys() {
    #expect(
      keys(LineRow.self) == [
        "study", "document", "section", "eligible", "line", "start", "end", "role", "state", "text",
        "codes",
      ])
  }

  @Test func codesHaveTheDocumentedKeys() {
    #expect(keys(CodeRow.self) == codeKeys)
  }

  @Test func theCodebookBeginsWithTheKeysOfCodes() {
    #expect(Array(keys(CodebookEntry.self).prefix(codeKeys.count)) == codeKeys)
  }

  @Test func studiesHaveTheDocumentedKeys() {
    #expect(
      keys(StudyRow.self) == [
        "id", "label", "citation", "year", "doi", "key", "group", "characteristics", "documents",
        "lines", "eligibleLines",
      ])
  }

  @Test func themesHaveTheDocumentedKeys() {
    #expect(
      keys(ThemeRow.self) == [
        "id", "name", "level", "number", "parents", "codes", "studies", "lines", "statement",
        "rationale", "answer", "status", "agreedBy", "lapsed", "named",
      ])
  }

  @Test func coverageHasTheDocumentedKeys() {
    #expect(
      keys(CoverageRow.self) == [
        "study", "coder", "eligible", "coded", "setAside", "open", "quotations", "rolesConfirmed",
        "rolesGuessed",
      ])
  }

  @Test func historyHasTheDocumentedKeys() {
    #expect(keys(HistoryRow.self) == ["at", "coder", "verb", "sentence", "action", "changes"])
  }

  @Test func aCheckIsOneObject() {
    #expect(CheckReport(problems: []).json == "{\"ok\":true,\"problems\":[],\"unseen\":[]}\n")
    #expect(
      CheckReport(problems: ["a"]).json
        == "{\"ok\":false,\"problems\":[\"a\"],\"unseen\":[]}\n")
    #expect(
      CheckReport(problems: [], unseen: ["b"]).json
        == "{\"ok\":false,\"problems\":[],\"unseen\":[\"b\"]}\n")
  }

  @Test func anImportIsOneObject() {
    let report = ImportReport(
      study: "Alder", document: "main",
      sections: [
        .init(title: "Findings", level: 1, eligible: true, why: "title", start: 0, end: 9)
      ],
      proposals: [
        .init(kind: "hyphen", start: 3, end: 5, before: "-\n", after: "", accepted: false)
      ], lines: 2, eligibleLines: 1)
    #expect(
      report.json == """
        {"study":"Alder","document":"main","sections":[{"title":"Findings","level":1,\
        "eligible":true,"why":"title","start":0,"end":9}],"proposals":[{"kind":"hyphen","start":3,\
        "end":5,"before":"-\\n","after":"","accepted":false}],"lines":2,"eligibleLines":1}

        """)
  }

  private let codeKeys = [
    "id", "name", "definition", "lines", "studies", "coders", "themes", "createdBy", "createdAt",
  ]

  private func keys<Row: TableRow>(_ row: Row.Type) -> [String] {
    Row.columns.filter { !$0.peopleOnly }.map(\.name)
  }
}
