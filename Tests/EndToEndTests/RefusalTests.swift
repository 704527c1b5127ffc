import Foundation
import Testing

/// What is refused: the status, one sentence, nothing on standard output, and a review as it was.
@Suite struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let sentence: String

    init(_ status: Int32, _ arguments: String..., says sentence: String) {
      self.status = status
      self.arguments = arguments
      self.sentence = sentence
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let usage = [
    Case(64, "code", "review.linewise", "--study", "alder", "--line", "2", says: "codes"),
    Case(64, "code", "review.linewise", "--study", "alder", "--line", "0", "x", says: "line"),
    Case(64, "code", "review.linewise", "--study", "alder", "--line", "3-2", "x", says: "line"),
    Case(64, "code", "review.linewise", "--line", "2", "x", says: "--study"),
    Case(64, "coder", "review.linewise", "add", says: "Say whom to add."),
    Case(64, "codes", "review.linewise", "rename", "one", says: "Say the old name and the new."),
    Case(64, "codes", "review.linewise", "merge", "one", says: "--into"),
    Case(64, "codes", "review.linewise", "define", "one", says: "--definition"),
    Case(64, "evidence", "review.linewise", says: "--study, --line and --code"),
    Case(64, "memo", "review.linewise", "words", says: "Say what the memo is on"),
    Case(64, "section", "review.linewise", "set", "Findings", says: "--eligible"),
    Case(64, "study", "review.linewise", "set", "alder", says: "Say what to set."),
    Case(64, "study", "review.linewise", "set", "alder", "country", says: "KEY=VALUE"),
    Case(64, "line", "review.linewise", "split", "--study", "alder", "--line", "2", says: "--at"),
    Case(64, "reasons", "review.linewise", "set", says: "at least one reason"),
    Case(64, "role", "review.linewise", "--study", "alder", "--line", "2", "both", says: "both"),
    Case(64, "export", "review.linewise", "codebook", "--format", "jsonl", says: "csv, markdown"),
    Case(64, "export", "review.linewise", "lines", "--format", "html", says: "csv, json or jsonl"),
    Case(64, "new", "other.linewise", says: "--title"),
    Case(64, "lines", "review.linewise", "--format", "xml", says: "xml"),
    Case(64, "lines", "review.linewise", "--no-such-option", says: "--no-such-option"),
  ]

  static let data = [
    Case(65, "open", "alder-2019.md", says: "alder-2019.md is not a Linewise review"),
    Case(65, "codes", "folder", says: "is not a file"),
    Case(65, "code", "review.linewise", "--study", "alder", "--line", "1", "x", says: "a heading"),
    Case(
      65, "code", "review.linewise", "--study", "alder", "--line", "4", "x",
      says: "line 4 is a participant's words"),
    Case(
      65, "code", "review.linewise", "--study", "alder", "--line", "7", "x",
      says: "‘References’, which is not findings"),
    Case(
      65, "code", "review.linewise", "--study", "alder", "--line", "2", " ", says: "needs a name"),
    Case(
      65, "code", "review.linewise", "--study", "alder", "--line", "2", "--range", "0..3", "x",
      says: "0..3 is not inside the line"),
    Case(
      65, "set-aside", "review.linewise", "--study", "alder", "--line", "3", "--why", "w",
      says: "line 3 is coded with ‘fast’"),
    Case(
      65, "line", "review.linewise", "split", "--study", "alder", "--line", "2", "--at", "0",
      says: "0 is not inside line 2"),
    Case(
      65, "line", "review.linewise", "join", "--study", "alder", "--line", "3",
      says: "never crosses a heading, a paragraph or a section"),
    Case(65, "codes", "review.linewise", "merge", "fast", "--into", "fast", says: "into itself"),
    Case(65, "memo", "review.linewise", "--coding", "x", "words", says: "not the id of a coding"),
    Case(65, "undo", "review.linewise", "--action", "x", says: "‘x’ is not an id"),
    Case(65, "history", "review.linewise", "--entity", "x", says: "‘x’ is not an id"),
  ]

  static let missing = [
    Case(66, "codes", "no.linewise", says: "there is no review at no.linewise"),
    Case(66, "no.linewise", says: "there is no review at no.linewise"),
    Case(66, "codse", says: "there is neither a command nor a review called ‘codse’"),
    Case(66, "import", "review.linewise", "no.txt", says: "there is no no.txt"),
    Case(
      66, "code", "review.linewise", "--study", "birch", "--line", "2", "x",
      says: "no study is called ‘birch’; there are Alder 2019"),
    Case(
      66, "code", "review.linewise", "--study", "alder", "--line", "99", "x",
      says: "Alder 2019 has lines 1 to 8, not 99"),
    Case(
      66, "code", "review.linewise", "--study", "alder", "--line", "2", "--no-new", "x",
      says: "no code is called ‘x’"),
    Case(66, "codes", "review.linewise", "rename", "fas", "x", says: "did you mean ‘fast’?"),
    Case(66, "codings", "review.linewise", "--coder", "Cy", says: "the coders are Ada Alder"),
    Case(66, "lines", "review.linewise", "--as", "Cy", says: "no coder is called ‘Cy’"),
    Case(66, "undo", "review.linewise", "--as", "Cy", says: "no coder is called ‘Cy’"),
    Case(66, "redo", "review.linewise", says: "nothing to redo"),
    Case(
      66, "section", "review.linewise", "set", "Nowhere", "--eligible", "no", "--why", "w",
      says: "no section is called ‘Nowhere’"),
  ]

  static let existing = [
    Case(73, "new", "review.linewise", "--title", "T", says: "review.linewise is there already"),
    Case(73, "new", "no/such/folder", "--title", "T", says: "is not there or cannot be written in"),
    Case(73, "backup", "review.linewise", "-o", "alder-2019.md", says: "is there already"),
    Case(73, "coder", "review.linewise", "add", "Ada Alder", says: "a coder called ‘Ada Alder’"),
    Case(73, "import", "review.linewise", "alder-2019.md", says: "a study called ‘Alder 2019’"),
  ]

  /// A review in which line 3 is coded.
  private static let coded = Result {
    let program = try Program.withStudy()
    try program.says("code", "review.linewise", "--study", "alder", "--line", "3", "fast")
    return try program.contents("review.linewise")
  }

  @Test(arguments: usage + data + missing + existing)
  func isRefusedInOneSentence(_ wanted: Case) throws {
    let program = try Program.withStudy()
    try program.write(Self.coded.get(), to: "review.linewise")
    try FileManager.default.createDirectory(
      atPath: program.path("folder"), withIntermediateDirectories: true)
    let before = try program.contents("review.linewise")
    let outcome = try program.run(wanted.arguments)
    #expect(outcome.status == wanted.status)
    #expect(outcome.complaint.contains(wanted.sentence), "\(outcome.complaint)")
    #expect(outcome.output.isEmpty)
    #expect(try program.contents("review.linewise") == before)
    if wanted.status != 64 {
      #expect(outcome.complaint.hasPrefix("linewise: "))
      #expect(outcome.complaint.split(separator: "\n").count == 1)
    }
  }

  @Test func whoActsIsAskedWhereThereAreTwo() throws {
    let program = try Program.withReview(coders: "Ada Alder", "Ben Birch")
    let outcome = try program.run("undo", "review.linewise")
    #expect(outcome.status == 64)
    #expect(outcome.complaint.hasSuffix("who acts? Say --as with one of: Ada Alder, Ben Birch\n"))
    let named = try program.run(
      "reasons", "review.linewise", "set", "a", environment: ["LINEWISE_CODER": "ben birch"])
    #expect(named.status == 0)
    #expect(try program.column("coder", "history", "review.linewise")[0] == "Ben Birch")
  }

  /// The superuser may write whatever the mode says.
  @Test(.enabled(if: geteuid() != 0))
  func aReviewThatMayNotBeWrittenIsReadAndNotChanged() throws {
    let program = try Program.withStudy()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: program.path("review.linewise"))
    #expect(try program.run("codes", "review.linewise").status == 0)
    let outcome = try program.run("code", "review.linewise", "--study", "a", "--line", "2", "x")
    #expect(outcome.status == 77)
    #expect(outcome.complaint.contains("is read-only"))
  }

  @Test func aSaveThatNobodyFinishesIsBusy() throws {
    let program = try Program.withStudy()
    // SQLite's lock of whoever is about to write, held for longer than a save waits.
    let descriptor = open(program.path("review.linewise"), O_RDWR)
    defer { close(descriptor) }
    var reserved = flock()
    reserved.l_type = Int16(F_WRLCK)
    reserved.l_whence = Int16(SEEK_SET)
    reserved.l_start = 0x4000_0001
    reserved.l_len = 1
    #expect(fcntl(descriptor, F_SETLK, &reserved) == 0)
    let outcome = try program.run("code", "review.linewise", "--study", "alder", "--line", "2", "x")
    #expect(outcome.status == 75)
    #expect(
      outcome.complaint
        == "linewise: somebody else has been saving for ten seconds; try again\n")
  }
}
