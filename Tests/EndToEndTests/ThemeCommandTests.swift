import Foundation
import Testing

/// Themes, agreements, rounds, drafts and comments by commands.
@Suite struct ThemeCommandTests {
  private let review = "review.linewise"

  /// A review of Ada Alder in which lines 2, 3 and 5 bear a code each.
  private static let coded = Result {
    let program = try Program.withStudy()
    for (line, code) in [("2", "slow"), ("3", "lost"), ("5", "unasked")] {
      try program.says("code", "review.linewise", "--study", "alder", "--line", line, code)
    }
    return try program.contents("review.linewise")
  }

  private func program() throws -> Program {
    let program = try Program()
    try program.write(try Self.coded.get(), to: review)
    return program
  }

  /// “1.1 name: codes”, a theme a row.
  private func outline(_ program: Program, _ arguments: String...) throws -> [String] {
    let outcome = try program.run(["theme", review, "list", "--format", "json"] + arguments)
    return try JSON.rows(outcome.output).map { row in
      let codes = row["codes"] as? [String] ?? []
      return "\(row["number"] ?? "") \(row["name"] ?? "")"
        + (codes.isEmpty ? "" : ": \(codes.joined(separator: ", "))")
    }
  }

  @Test func themesAreMadeAndCodesPutUnderThem() throws {
    let program = try program()
    #expect(
      try program.says("theme", review, "new", "Trust", "--level", "analytical")
        == "made the analytical theme ‘Trust’\n")
    try program.says(
      "theme", review, "new", "Being asked", "--level", "descriptive", "--under", "Trust")
    try program.says("theme", review, "new", "Time", "--level", "descriptive", "--under", "1")
    #expect(
      try program.says("theme", review, "place", "unasked", "lost", "--under", "being asked")
        == "put ‘unasked’, ‘lost’ under ‘Being asked’\n")
    try program.says("theme", review, "place", "slow", "--under", "1.2")
    #expect(
      try outline(program) == [
        "1 Trust: unasked, lost, slow", "1.1 Being asked: unasked, lost", "1.2 Time: slow",
      ])
    try program.says(
      "theme", review, "place", "lost", "--under", "Time", "--also", "--position", "1", "--why",
      "it takes a day")
    #expect(
      try outline(program)[1...] == ["1.1 Being asked: unasked, lost", "1.2 Time: lost, slow"])
    try program.says("theme", review, "unplace", "lost", "--under", "Being asked")
    #expect(try outline(program)[1] == "1.1 Being asked: unasked")
    try program.says("theme", review, "place", "Time", "--top")
    #expect(try outline(program)[2] == "2 Time: lost, slow")
  }

  @Test func aNameWaitsAndIsGivenLater() throws {
    let program = try program()
    try program.says("theme", review, "new", "--level", "descriptive")
    let pile = try #require(try program.rows("theme", review, "list").first)
    #expect(pile["name"] as? String == "pile 1")
    #expect(pile["named"] as? Bool == false)
    try program.says("theme", review, "set", "pile 1", "--name", "Time")
    #expect(try outline(program) == ["1 Time"])
  }

  @Test func aThemeIsAgreedWhenEveryReviewerAgreesAndNoLongerWhenItChanges() throws {
    let program = try program()
    try program.says("coder", review, "add", "Ben Birch")
    try program.says("theme", review, "--as", "AA", "new", "Time", "--level", "descriptive")
    try program.says(
      "theme", review, "--as", "AA", "set", "Time", "--statement", "It takes time.", "--rationale",
      "All speak of days.", "--answer", "Who has time is trusted.", "--status", "agreed")
    func theme() throws -> [String: Any] {
      try #require(try program.rows("theme", review, "list").first)
    }
    #expect(try theme()["status"] as? String == "draft")
    #expect(try theme()["agreedBy"] as? [String] == ["Ada Alder"])
    #expect(try program.says("agree", review, "--as", "BB", "Time") == "agreed to ‘Time’\n")
    #expect(try theme()["status"] as? String == "agreed")
    try program.says("theme", review, "--as", "BB", "place", "slow", "--under", "Time")
    #expect(try theme()["status"] as? String == "draft")
    #expect(try theme()["lapsed"] as? [String] == ["Ada Alder", "Ben Birch"])
    try program.says("theme", review, "--as", "BB", "set", "Time", "--status", "agreed")
    try program.says("agree", review, "--as", "BB", "Time", "--withdraw")
    #expect(try theme()["agreedBy"] as? [String] == [])
    #expect(try theme()["answer"] as? String == "Who has time is trusted.")
  }

  @Test func themesAreMergedAndDeleted() throws {
    let program = try program()
    for name in ["one", "two", "three"] {
      try program.says("theme", review, "new", name, "--level", "descriptive")
    }
    try program.says("theme", review, "place", "slow", "--under", "one")
    try program.says("theme", review, "merge", "one", "two", "--into", "three")
    #expect(try outline(program) == ["1 three: slow"])
    try program.says("theme", review, "delete", "three")
    #expect(try outline(program) == ["1 one: slow", "2 two"], "a merge needs what it goes into")
    try program.says("undo", review)
    #expect(try outline(program) == ["1 three: slow"])
    try program.says("undo", review)
    try program.says("theme", review, "delete", "one", "two", "three")
    #expect(try program.says("theme", review, "list") == "no themes yet\n3 codes are not placed\n")
  }

  @Test func aCodeAndAThemeOfOneNameAreToldApart() throws {
    let program = try program()
    for name in ["slow", "outer"] {
      try program.says("theme", review, "new", name, "--level", "descriptive")
    }
    let said = try program.says("theme", review, "place", "slow", "--under", "outer")
    #expect(said.hasPrefix("‘slow’ is the code; the theme of that name is 1 or "))
    #expect(try outline(program) == ["1 slow", "2 outer: slow"])
    try program.says("theme", review, "place", "1", "--under", "outer")
    #expect(try outline(program) == ["1 outer: slow", "1.1 slow"])
  }

  @Test func aCodeLeftOutIsDealtWith() throws {
    let program = try program()
    try program.says("codes", review, "leave-out", "slow", "lost", "--why", "setting")
    try program.says("theme", review, "new", "Time", "--level", "descriptive")
    #expect(
      try program.says("theme", review, "list").hasSuffix("1 code is not placed; 2 are left out\n"))
    try program.says("codes", review, "take-in", "lost")
    try program.says("theme", review, "place", "unasked", "slow", "lost", "--under", "Time")
    #expect(
      try program.says("theme", review, "list").hasSuffix("every code is placed or left out\n"))
    #expect(
      try program.rows("codes", review).map { $0["themes"] as? [String] } == [
        ["Time"], ["Time"], ["Time"],
      ])
  }

  @Test func roundsAreComparedWithWhatStandsNowAndWithEachOther() throws {
    let program = try program()
    try program.says("theme", review, "new", "one", "--level", "descriptive")
    try program.says("theme", review, "new", "two", "--level", "descriptive")
    try program.says("theme", review, "place", "slow", "lost", "--under", "one")
    #expect(try program.says("round", review, "first") == "named the round ‘first’\n")
    #expect(try program.says("compare", review, "first") == "nothing differs\n")
    try program.says("theme", review, "place", "slow", "--under", "two", "--why", "not the same")
    try program.says("codes", review, "rename", "lost", "lost in a day")
    try program.says("theme", review, "set", "one", "--name", "won")
    try program.says("round", review, "second")
    let changes = try program.rows("compare", review, "first", "second")
    #expect(
      changes.map { "\($0["what"] ?? "") \($0["kind"] ?? "") \($0["name"] ?? "")" } == [
        "renamed theme won", "renamed code lost in a day", "moved code slow",
      ])
    #expect(changes[2]["from"] as? [String] == ["one"])
    #expect(changes[2]["to"] as? [String] == ["two"])
    #expect(changes[2]["why"] as? String == "not the same")
    #expect(try program.says("compare", review, "second", "shared") == "nothing differs\n")
    let rounds = try program.rows("round", review, "list")
    #expect(rounds.map { $0["name"] as? String } == ["first", "second"])
    #expect(rounds[0]["themes"] as? Int == 2)
    #expect(rounds[0]["placed"] as? Int == 2)
    #expect(rounds[0]["codes"] as? Int == 3)
  }

  @Test func aDraftIsItsOwnersUntilItIsRevealed() throws {
    let program = try program()
    try program.says("coder", review, "add", "Ben Birch")
    let ada = ["--as", "Ada Alder"]
    func asAda(_ arguments: String...) throws -> String {
      let outcome = try program.run([arguments[0], review] + arguments.dropFirst() + ada)
      #expect(outcome.status == 0, "\(outcome.complaint)")
      return outcome.output
    }
    _ = try asAda("theme", "new", "Time", "--level", "descriptive")
    _ = try asAda("arrangement", "new", "mine")
    _ = try asAda("theme", "new", "secret", "--level", "descriptive", "--in", "mine")
    _ = try asAda("theme", "place", "slow", "--under", "secret", "--in", "mine")
    _ = try asAda("memo", "--theme", "secret", "--in", "mine", "hidden")
    _ = try asAda(
      "evidence", "--study", "alder", "--line", "4", "--theme", "secret", "--in", "mine")
    #expect(try outline(program, "--as", "AA", "--in", "mine") == ["1 Time", "2 secret: slow"])
    #expect(try outline(program, "--as", "AA") == ["1 Time"])
    for viewer in [["--as", "Ben Birch"], []] {
      #expect(
        try program.run(["theme", review, "list", "--in", "mine"] + viewer).status == 66)
      let drafts = try program.run(["arrangement", review, "list"] + viewer).output
      #expect(drafts == "no drafts that you may see\n")
      let history = try program.run(["history", review, "--format", "json"] + viewer).output
      #expect(!history.contains("secret") && !history.contains("mine"))
      let told = try JSON.rows(history).prefix(5)
      #expect(told.allSatisfy { $0["sentence"] as? String == "AA worked in a private draft" })
      #expect(told.allSatisfy { ($0["changes"] as? [Any])?.isEmpty == true })
      #expect(
        try program.run(["evidence", review, "list"] + viewer).output
          == "no evidence is kept yet\n")
    }
    #expect(try program.run("theme", review, "--as", "BB", "place", "secret", "--top").status == 66)
    let compared = try program.run(
      ["compare", review, "shared", "mine", "--format", "json"] + ada)
    #expect(try JSON.rows(compared.output).map { $0["what"] as? String } == ["added", "moved"])
    _ = try asAda("arrangement", "reveal", "mine")
    #expect(try outline(program, "--as", "BB", "--in", "mine") == ["1 Time", "2 secret: slow"])
    #expect(try outline(program, "--in", "mine") == ["1 Time", "2 secret: slow"])
    let refused = try program.run(
      "theme", review, "--as", "BB", "place", "lost", "--under", "secret", "--in", "mine")
    #expect(refused.status == 77)
    #expect(refused.complaint.contains("the draft ‘mine’ is Ada Alder's"))
  }

  @Test func whatIsWrittenOfASharedThemeIsNotWrittenInADraft() throws {
    let program = try program()
    try program.says("theme", review, "new", "Time", "--level", "descriptive")
    try program.says("arrangement", review, "new", "mine")
    try program.says("theme", review, "new", "own", "--level", "descriptive", "--in", "mine")
    for words in [
      ["set", "Time", "--name", "Days"], ["delete", "Time"], ["merge", "own", "--into", "Time"],
    ] {
      let outcome = try program.run(["theme", review] + words + ["--in", "mine"])
      #expect(outcome.status == 77)
      #expect(
        outcome.complaint
          == "linewise: ‘Time’ is on the shared board too; leave out --in to change it there\n")
    }
    try program.says("theme", review, "set", "own", "--name", "ours", "--in", "mine")
    #expect(try outline(program, "--in", "mine") == ["1 Time", "2 ours"])
  }

  @Test func ofAThemeThatCannotBeAgreedToNothingIsWritten() throws {
    let program = try program()
    try program.says("arrangement", review, "new", "mine")
    try program.says("theme", review, "new", "own", "--level", "descriptive", "--in", "mine")
    let before = try program.run("history", review, "--format", "json").output
    let outcome = try program.run(
      "theme", review, "set", "own", "--statement", "One.", "--status", "agreed", "--in", "mine")
    #expect(outcome.status == 65)
    #expect(outcome.complaint.contains("‘own’ is not on the shared board"))
    #expect(try program.run("history", review, "--format", "json").output == before)
  }

  @Test func wordsSpeakForAndAgainstAThemeAndCountInItsMatrix() throws {
    let program = try program()
    try program.says("theme", review, "new", "Asking", "--level", "descriptive")
    let tie = ["evidence", review, "--study", "alder", "--line", "4", "--theme", "asking"]
    #expect(try program.run(tie).status == 0)
    #expect(try program.column("theme", "evidence", review, "list") == ["Asking"])
    let matrix = try JSON.object(
      try program.says("matrix", review, "--cells", "quotations", "--format", "json"))
    #expect(matrix["cells"] as? [[Int]] == [[1]])
    try program.says("theme", review, "new", "Other", "--level", "descriptive")
    try program.says("theme", review, "merge", "Asking", "--into", "Other")
    let merged = try JSON.object(
      try program.says("matrix", review, "--cells", "quotations", "--format", "json"))
    #expect(merged["cells"] as? [[Int]] == [[1]], "what was kept follows into the other theme")
    #expect(try program.column("theme", "evidence", review, "list") == ["Other"])
    #expect(
      try program.run(
        "evidence", review, "--study", "alder", "--line", "4", "--theme", "Other", "--remove"
      ).status == 0)
    #expect(try program.rows("evidence", review, "list").isEmpty)
  }

  @Test func threadsAreOpenedAnsweredAndSettled() throws {
    let program = try program()
    try program.says("coder", review, "add", "Ben Birch")
    try program.says("theme", review, "--as", "AA", "new", "Time", "--level", "descriptive")
    for target in [
      ["--theme", "Time"], ["--code", "slow"], ["--study", "alder"],
      ["--study", "alder", "--line", "3"],
    ] {
      #expect(
        try program.run(["comment", review, "--as", "AA", "add", "Why?"] + target).status == 0)
    }
    #expect(
      try program.column("on", "comment", review, "list")
        == ["Time", "slow", "Alder 2019", "Alder 2019 3"])
    let first = try #require(try program.column("id", "comment", review, "list").first)
    try program.says("comment", review, "--as", "BB", "reply", first, "Because.")
    try program.says("comment", review, "--as", "BB", "resolve", first)
    #expect(try program.column("on", "comment", review, "list", "--open").count == 3)
    let thread = try program.rows("comment", review, "list").prefix(2)
    #expect(thread.map { $0["text"] as? String } == ["Why?", "Because."])
    #expect(thread.map { $0["coder"] as? String } == ["Ada Alder", "Ben Birch"])
    #expect(thread.map { $0["resolved"] as? Bool } == [true, true])
    #expect(thread[1]["thread"] as? String == first)
    try program.says("comment", review, "--as", "AA", "resolve", first, "--reopen")
    #expect(try program.column("on", "comment", review, "list", "--open").count == 5)
  }

  @Test func aStudyTakesItsCitationKey() throws {
    let program = try program()
    try program.says("study", review, "set", "alder", "--key", "alder2019")
    #expect(try program.column("key", "study", review, "list") == ["alder2019"])
  }
}
