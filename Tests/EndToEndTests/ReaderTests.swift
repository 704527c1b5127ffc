import Testing

/// A reader sees everything and changes nothing.
@Suite struct ReaderTests {
  private let review = "review.linewise"

  @Test func aReaderReadsAndIsRefusedEveryChange() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "3", "fast")
    try program.says("coder", review, "add", "Rhea Rowan", "--role", "reader")
    let before = try program.contents(review)
    for act in [
      ["code", "--study", "alder", "--line", "2", "x"],
      ["uncode", "--study", "alder", "--line", "3"],
      ["set-aside", "--study", "alder", "--line", "2", "--why", "w"],
      ["role", "--study", "alder", "--line", "2", "participant"],
      ["memo", "--review", "words"], ["codes", "rename", "fast", "x"],
      ["study", "set", "alder", "--year", "2000"], ["reasons", "set", "a"],
      ["done", "--study", "alder"], ["import", "alder-2019.md", "--study", "New"],
      ["section", "set", "Findings", "--eligible", "no", "--why", "w"],
      ["evidence", "--study", "alder", "--line", "4", "--code", "fast"],
      ["coder", "add", "Ned"],
    ] {
      let outcome = try program.run([act[0], review, "--as", "Rhea Rowan"] + act.dropFirst())
      #expect(outcome.status == 77, "\(act): \(outcome.complaint)")
      #expect(outcome.complaint.contains("Rhea Rowan may only read this review"), "\(act)")
    }
    #expect(try program.contents(review) == before)
    #expect(try program.run("lines", review, "--as", "RR").status == 0)
    #expect(try program.run("export", review, "codebook", "--format", "html").status == 0)
  }
}
