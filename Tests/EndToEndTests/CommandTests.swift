import Foundation
import Testing

/// Each command does what its help says, and what it did is there for the next process.
@Suite struct CommandTests {
  private let review = "review.linewise"

  @Test func aNewReviewGetsItsSuffixAndItsCoders() throws {
    let program = try Program()
    let said = try program.says("new", "trust", "--title", "Trust", "--coder", "Ada Alder")
    #expect(
      said == "made trust.linewise for Ada Alder; next: linewise import trust.linewise TEXT…\n")
    #expect(try program.column("initials", "coder", "trust.linewise", "list") == ["AA"])
  }

  @Test func aCoderIsAddedWithInitialsAndARole() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.says(
      "coder", review, "add", "Ben Birch", "--initials", "BX", "--role", "adjudicator")
    let coders = try program.rows("coder", review, "list")
    #expect(coders.map { $0["name"] as? String } == ["Ada Alder", "Ben Birch"])
    #expect(coders[1]["initials"] as? String == "BX")
    #expect(coders[1]["role"] as? String == "adjudicator")
  }

  @Test func importSaysWhatWasTakenForFindings() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.write(Program.alder, to: "alder-2019.md")
    let said = try program.says("import", review, "alder-2019.md")
    #expect(said.hasPrefix("Alder 2019: 8 lines, 4 of them findings\n"))
    #expect(said.contains("heading “Findings” names results"))
    #expect(said.hasSuffix("imported ‘Alder 2019’\n"))
  }

  @Test func aDryRunChangesNothing() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.write(Program.alder, to: "alder-2019.md")
    let before = try program.contents(review)
    let said = try program.says("import", review, "alder-2019.md", "--dry-run")
    #expect(said.contains("Alder 2019: 8 lines"))
    #expect(try program.contents(review) == before)
  }

  @Test func standardInputIsImportedUnderALabel() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    let outcome = try program.run(
      "import", review, "-", "--study", "Typed 2020", "--format", "markdown",
      input: Program.alder)
    #expect(outcome.status == 0)
    #expect(try program.column("label", "study", review, "list") == ["Typed 2020"])
  }

  @Test func twoTextsUnderOneLabelAreOneStudy() throws {
    let program = try Program.withStudy()
    try program.says("import", review, "alder-2019.md", "--study", "Alder 2019")
    let study = try #require(try program.rows("study", review, "list").first)
    #expect(study["documents"] as? Int == 2)
    #expect(study["lines"] as? Int == 16)
    try program.says("code", review, "--study", "alder", "--line", "10", "second text")
    #expect(try program.column("line", "codings", review) == ["10"])
  }

  @Test func aStudyTakesItsColumns() throws {
    let program = try Program.withStudy()
    try program.says(
      "study", review, "set", "alder", "--label", "Alder 2018", "--year", "2018", "--doi", "10.1/x",
      "--group", "G", "--citation", "Alder A. Trust.", "country=Wales", "n=12=ish")
    let study = try #require(try program.rows("study", review, "list").first)
    #expect(study["label"] as? String == "Alder 2018")
    #expect(study["year"] as? Int == 2018)
    #expect(study["characteristics"] as? [String: String] == ["country": "Wales", "n": "12=ish"])
  }

  @Test func aSectionIsTakenOutOfTheFindingsAndBack() throws {
    let program = try Program.withStudy()
    try program.says("section", review, "set", "Find", "--eligible", "no", "--why", "a summary")
    let refused = try program.run("code", review, "--study", "alder", "--line", "2", "x")
    #expect(refused.status == 65)
    #expect(refused.complaint.contains("‘Findings’, which is not findings"))
    try program.says("section", review, "set", "Find", "--eligible", "yes", "--why", "they are")
    try program.says("code", review, "--study", "alder", "--line", "2", "x")
  }

  @Test func aLineIsCodedAndUncoded() throws {
    let program = try Program.withStudy()
    let said = try program.says(
      "code", review, "--study", "alder", "--line", "2", "slow", "fragile")
    #expect(said == "coded Alder 2019 2 ‘slow’, ‘fragile’\n")
    #expect(try program.says("uncode", review, "--study", "alder", "--line", "2", "slow") != "")
    #expect(try program.column("code", "codings", review) == ["fragile"])
    try program.says("uncode", review, "--study", "alder", "--line", "2")
    #expect(try program.column("code", "codings", review) == [])
  }

  @Test func twoLinesAreOnePassageAndCountTwice() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2-3", "slow")
    #expect(try program.rows("codings", review).count == 1)
    #expect(try program.column("lines", "codes", review) == ["2"])
  }

  @Test func aRangeIsCodedAsScalars() throws {
    let program = try Program.withStudy()
    let line = try program.rows("lines", review)[1]
    let start = try #require(line["start"] as? Int)
    try program.says(
      "code", review, "--study", "alder", "--line", "2", "--range", "\(start)..\(start + 5)", "t")
    #expect(try program.column("text", "codings", review) == ["Trust"])
  }

  @Test func aLineIsSetAsideAndTakenUpAgain() throws {
    let program = try Program.withStudy()
    try program.says("set-aside", review, "--study", "alder", "--line", "2", "--why", "setting")
    #expect(try program.column("setAside", "coverage", review) == ["1"])
    try program.says("uncode", review, "--study", "alder", "--line", "2")
    #expect(try program.column("setAside", "coverage", review) == ["0"])
  }

  @Test func aParticipantsLineBecomesTheAuthorsAndCanBeCoded() throws {
    let program = try Program.withStudy()
    #expect(try program.run("code", review, "--study", "alder", "--line", "4", "x").status == 65)
    try program.says("role", review, "--study", "alder", "--line", "4", "author")
    try program.says("code", review, "--study", "alder", "--line", "4", "x")
  }

  @Test func aLineIsSplitAndJoined() throws {
    let program = try Program.withStudy()
    let line = try program.rows("lines", review)[1]
    let start = try #require(line["start"] as? Int)
    try program.says(
      "line", review, "split", "--study", "alder", "--line", "2", "--at", "\(start + 6)")
    #expect(
      try program.column("text", "lines", review)[1...2] == [
        "Trust", "grew slowly, and only where people had been asked.",
      ])
    let sentence = "Trust grew slowly, and only where people had been asked."
    try program.says("line", review, "join", "--study", "alder", "--line", "2")
    #expect(try program.column("text", "lines", review)[1] == sentence)
  }

  @Test func evidenceIsTiedAndUntied() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "5", "unasked")
    let tie = ["evidence", review, "--study", "alder", "--line", "4", "--code", "unasked"]
    #expect(try program.run(tie + ["--against"]).status == 0)
    let rows = try program.rows("evidence", review, "list")
    #expect(rows.map { $0["text"] as? String } == ["They never rang. (P3, woman, 40)"])
    #expect(rows.map { $0["against"] as? Bool } == [true])
    #expect(try program.run(tie + ["--remove"]).status == 0)
    #expect(try program.rows("evidence", review, "list").isEmpty)
  }

  @Test func aCodeIsRenamedDefinedSplitMergedAndRecoded() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2-3", "slow")
    try program.says("code", review, "--study", "alder", "--line", "2", "one")
    try program.says("code", review, "--study", "alder", "--line", "5", "two")
    try program.says("codes", review, "rename", "slow", "slowly, then at once")
    try program.says("codes", review, "define", "one", "--definition", "One.")
    try program.says(
      "codes", review, "split", "two", "--new", "asked", "--study", "alder", "--line", "5")
    #expect(
      try program.column("name", "codes", review) == [
        "asked", "one", "slowly, then at once", "two",
      ])
    try program.says("codes", review, "merge", "two", "one", "--into", "asked")
    #expect(try program.column("name", "codes", review) == ["asked", "slowly, then at once"])
    #expect(try program.column("lines", "codes", review) == ["2", "2"])
    try program.says(
      "recode", review, "--from", "asked", "--to", "new", "--study", "alder", "--line", "5")
    #expect(
      try program.column("name", "codes", review) == ["asked", "new", "slowly, then at once"])
  }

  @Test func memosStandOnEverything() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2", "slow")
    let coding = try #require(try program.column("id", "codings", review).first)
    for target in [
      ["--review"], ["--study", "alder"], ["--study", "alder", "--line", "2"], ["--code", "slow"],
      ["--coding", coding],
    ] {
      #expect(try program.run(["memo", review] + target + ["A thought."]).status == 0)
    }
    #expect(try program.column("memo", "codings", review) == ["A thought."])
    let typed = try program.run("memo", review, "--coding", coding, "-", input: "Two\nlines.\n")
    #expect(typed.status == 0)
    #expect(try program.column("memo", "codings", review) == ["Two\nlines."])
  }

  @Test func reasonsAreListedAndSet() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    #expect(try program.says("reasons", review, "list").hasPrefix("not about the question\n"))
    try program.says("reasons", review, "set", "b", "a")
    #expect(try program.says("reasons", review, "list") == "b\na\n")
  }

  @Test func aStudyIsDoneWithWhatIsOpenSaid() throws {
    let program = try Program.withStudy()
    #expect(
      try program.says("done", review, "--study", "alder")
        == "3 lines are still open\nfinished Alder 2019\n")
    #expect(
      try program.says("done", review, "--study", "alder", "--undone")
        == "took up Alder 2019 again\n")
  }

  @Test func wordsAreFoundWhateverTheirCaseAndAccents() throws {
    let program = try Program.withStudy()
    #expect(try program.column("line", "search", review, "NÓBODY was") == ["5"])
    #expect(
      try program.says("search", review, "everybody") == "‘everybody’ is nowhere in the texts\n")
  }

  @Test func linesAreFilteredByStateAndRole() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2", "slow")
    #expect(try program.column("line", "lines", review, "--state", "coded") == ["2"])
    #expect(try program.column("line", "lines", review, "--state", "open") == ["3", "5"])
    #expect(try program.column("line", "lines", review, "--state", "quotation") == ["4"])
    #expect(try program.column("line", "lines", review, "--role", "participant") == ["4"])
    #expect(
      try program.column("line", "lines", review, "--eligible") == ["1", "2", "3", "4", "5"])
  }

  @Test func historyIsFilteredByCoderAndThing() throws {
    let program = try Program.withStudy()
    try program.says("coder", review, "add", "Ben Birch")
    try program.says("code", review, "--as", "BB", "--study", "alder", "--line", "2", "slow")
    try program.says("codes", review, "--as", "AA", "rename", "slow", "slowly")
    let code = try #require(try program.column("id", "codes", review).first)
    #expect(
      try program.column("sentence", "history", review, "--entity", code)
        == ["AA renamed ‘slow’ to ‘slowly’", "BB coded Alder 2019 2 ‘slow’"])
    #expect(
      try program.column("sentence", "history", review, "--coder", "ben birch").first
        == "BB coded Alder 2019 2 ‘slow’")
    #expect(try program.rows("history", review, "--limit", "1").count == 1)
  }

  @Test func keysAreListedForEveryShippedKeymap() throws {
    let program = try Program()
    for keymap in ["default", "vim", "emacs", "arrows"] {
      #expect(try program.rows("keys", "--keymap", keymap).count > 40)
    }
    #expect(try program.run("keys", "--context", "nowhere").status == 64)
  }

  @Test func helpIsThereForEveryCommand() throws {
    let program = try Program()
    let all = try program.says("--help")
    for command in [
      "demo", "new", "open", "coder", "import", "study", "section", "lines", "line", "code",
      "uncode", "recode", "set-aside", "role", "evidence", "memo", "reasons", "done", "codes",
      "theme", "agree", "round", "arrangement", "compare", "matrix", "comment", "codings",
      "coverage", "search", "history", "undo", "redo", "export", "check", "backup",
      "keys",
    ] {
      #expect(all.contains("\n  \(command) "), "\(command)")
      #expect(try program.says(command, "--help").contains("USAGE: linewise \(command)"))
    }
  }
}
