import Testing

/// Undo and redo, act by act, each in a process of its own.
@Suite struct UndoTests {
  private let review = "review.linewise"

  @Test func actsAreUndoneAndRedoneOneByOneAcrossProcesses() throws {
    let program = try Program.withStudy()
    for (line, code) in [("2", "one"), ("3", "two"), ("5", "three")] {
      try program.says("code", review, "--study", "alder", "--line", line, code)
    }
    #expect(try program.says("undo", review) == "undid: coded Alder 2019 5 ‘three’\n")
    #expect(try program.says("undo", review) == "undid: coded Alder 2019 3 ‘two’\n")
    #expect(try program.column("name", "codes", review) == ["one"])
    #expect(try program.says("redo", review) == "redid: coded Alder 2019 3 ‘two’\n")
    #expect(try program.says("redo", review) == "redid: coded Alder 2019 5 ‘three’\n")
    #expect(try program.run("redo", review).status == 66)
    #expect(try program.column("name", "codes", review) == ["one", "three", "two"])
    #expect(try program.run("check", review).status == 0)
  }

  @Test func anImportIsUndoneAndRedone() throws {
    let program = try Program.withStudy()
    try program.says("undo", review)
    #expect(try program.rows("study", review, "list").isEmpty)
    #expect(try program.run("search", review, "trust").output.contains("nowhere"))
    try program.says("redo", review)
    #expect(try program.rows("lines", review).count == 8)
  }

  @Test func eachCoderUndoesTheirOwn() throws {
    let program = try Program.withStudy()
    try program.says("coder", review, "add", "Ben Birch")
    try program.says("code", review, "--as", "AA", "--study", "alder", "--line", "2", "hers")
    try program.says("code", review, "--as", "BB", "--study", "alder", "--line", "3", "his")
    #expect(
      try program.says("undo", review, "--as", "AA") == "undid: coded Alder 2019 2 ‘hers’\n")
    #expect(try program.column("name", "codes", review) == ["his"])
  }

  @Test func whatOthersBuiltOnIsNotHidden() throws {
    let program = try Program.withStudy()
    try program.says("coder", review, "add", "Ben Birch")
    try program.says("code", review, "--as", "AA", "--study", "alder", "--line", "2", "ours")
    try program.says("code", review, "--as", "BB", "--study", "alder", "--line", "3", "ours")
    let outcome = try program.run("undo", review, "--as", "AA")
    #expect(outcome.status == 77)
    #expect(outcome.complaint.contains("Ben Birch built on ‘ours’ since"), "\(outcome.complaint)")
    try program.says("undo", review, "--as", "AA", "--rest")
    #expect(try program.column("coder", "codings", review) == ["Ben Birch"])
    #expect(try program.column("name", "codes", review) == ["ours"])
  }
}
