import Testing

/// Every export of one small review, to the letter.
@Suite struct ExportTests {
  /// One study of the corpus, coded here and there by two people.
  private static let made = Result {
    let program = try Program.withReview(coders: "Ada Alder", "Ben Birch")
    let acts: [[String]] = [
      ["import", "--as", "AA", Program.corpus.appending(path: "hollis-2019.txt").path],
      ["study", "--as", "AA", "set", "Hollis", "--year", "2019", "country=England"],
      [
        "code", "--as", "AA", "--study", "Hollis", "--line", "27", "being sent, not asked",
        "=letters",
      ],
      ["code", "--as", "BB", "--study", "Hollis", "--line", "27", "being sent, not asked"],
      ["code", "--as", "AA", "--study", "Hollis", "--line", "28-29", "=letters"],
      ["code", "--as", "BB", "--study", "Hollis", "--line", "43", "the <form> | first"],
      ["evidence", "--as", "AA", "--study", "Hollis", "--line", "106-108", "--code", "=letters"],
      [
        "evidence", "--as", "AA", "--study", "Hollis", "--line", "32", "--code", "=letters",
        "--against",
      ],
      [
        "set-aside", "--as", "AA", "--study", "Hollis", "--line", "68", "--why", "other population",
      ],
      ["role", "--as", "AA", "--study", "Hollis", "--line", "39", "author"],
      ["memo", "--as", "AA", "--code", "=letters", "Unread, or read and not followed?"],
      [
        "codes", "--as", "AA", "define", "=letters", "--definition", "What was sent in writing.",
        "--includes", "plans posted afterwards", "--excludes", "letters kept", "--example",
        "The envelope was the trouble",
      ],
      ["done", "--as", "BB", "--study", "Hollis"],
    ]
    for act in acts {
      let outcome = try program.run([act[0], "review.linewise"] + act.dropFirst())
      guard outcome.status == 0 else { throw Worked.Failed(complaint: outcome.complaint) }
    }
    return program
  }

  @Test(arguments: ["csv", "markdown", "html", "json"])
  func theCodebookIsWrittenAsReviewed(format: String) throws {
    try expect(["export", "review.linewise", "codebook", "--format", format], "codebook.\(format)")
  }

  @Test(arguments: ["csv", "json", "jsonl"])
  func codingsAreWrittenAsReviewed(format: String) throws {
    try expect(["export", "review.linewise", "codings", "--format", format], "codings.\(format)")
  }

  @Test func linesAreWrittenAsReviewed() throws {
    try expect(["export", "review.linewise", "lines", "--format", "csv"], "lines.csv")
  }

  @Test(arguments: ["codes", "codings", "coverage", "history"])
  func listsForPeopleArePrintedAsReviewed(command: String) throws {
    try expect([command, "review.linewise"], "\(command).txt")
  }

  @Test func evidenceIsListedAsReviewed() throws {
    try expect(["evidence", "review.linewise", "list"], "evidence.txt")
  }

  @Test func sectionsAndStudiesAreListedAsReviewed() throws {
    try expect(["section", "review.linewise", "list"], "sections.txt")
    try expect(["study", "review.linewise", "list"], "studies.txt")
  }

  @Test func aFileGetsTheSameBytesAsStandardOutput() throws {
    let program = try Self.made.get()
    let shown = try program.run("export", "review.linewise", "codings", "--format", "csv")
    try program.says("export", "review.linewise", "codings", "--format", "csv", "-o", "codings.csv")
    #expect(try program.contents("codings.csv") == shown.bytes)
  }

  @Test func anExportThatCannotBeWrittenLeavesNothing() throws {
    let program = try Self.made.get()
    let outcome = try program.run(
      "export", "review.linewise", "codings", "--format", "csv", "-o", "no/such/folder.csv")
    #expect(outcome.status == 73)
    #expect(outcome.complaint == "linewise: no/such/folder.csv cannot be written\n")
  }

  private func expect(
    _ arguments: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Self.made.get().run(arguments)
    #expect(outcome.status == 0, "\(outcome.complaint)", sourceLocation: sourceLocation)
    try expectGolden(outcome.output, name, sourceLocation: sourceLocation)
  }
}
