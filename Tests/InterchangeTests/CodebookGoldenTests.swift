import Interchange
import Testing

@Suite struct CodebookGoldenTests {
  @Test func theSpreadsheetIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleCodebook.csv(), "codebook.csv")
  }

  @Test func theMarkdownIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleCodebook.markdown(), "codebook.md")
  }

  @Test func thePageIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleCodebook.html(), "codebook.html")
  }

  @Test func theJSONIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleCodebook.json(), "codebook.json")
  }

  @Test func aReviewWithoutCodesHasACodebookToo() throws {
    let empty = Codebook(title: "", entries: [])
    try expectGolden(empty.markdown(), "codebook-empty.md")
    try expectGolden(empty.html(), "codebook-empty.html")
    #expect(empty.json() == "[]\n")
    #expect(empty.csv().split(separator: "\n").count == 1)
  }
}
