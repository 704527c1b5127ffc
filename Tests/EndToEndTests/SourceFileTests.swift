import Foundation
import Testing

/// Texts that are no texts: each is taken or refused in words, and nothing is half done.
@Suite struct SourceFileTests {
  private let review = "review.linewise"

  @Test(arguments: [
    ("empty.txt", Data(), "“empty.txt” holds no text"),
    ("blank.txt", Data(" \n \n\t\n".utf8), "“blank.txt” holds no text"),
    ("binary.txt", Data([0x50, 0x4b, 3, 4, 0, 0, 1, 2]), "“binary.txt” is not text"),
    ("latin.txt", Data([0x43, 0x61, 0x66, 0xe9, 0x20, 0x61, 0x0a]), "“latin.txt” is not UTF-8"),
  ])
  func whatIsNoTextIsRefused(name: String, bytes: Data, sentence: String) throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.write(bytes, to: name)
    try expectRefusal(program, ["import", review, name], 65, sentence)
  }

  @Test func anotherEncodingIsReadWhereItIsSaid() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.write(Data([0x43, 0x61, 0x66, 0xe9, 0x20, 0x61, 0x2e, 0x0a]), to: "latin.txt")
    try program.says("import", review, "latin.txt", "--encoding", "iso-8859-1")
    #expect(try program.column("text", "lines", review) == ["Café a."])
  }

  @Test func aFolderIsRefused() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try expectRefusal(program, ["import", review, "home"], 65, "home is a folder")
  }

  @Test func aPipeIsRefusedAndNotWaitedFor() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    #expect(mkfifo(program.path("pipe"), 0o600) == 0)
    try expectRefusal(program, ["import", review, "pipe"], 65, "pipe is not a plain file")
  }

  @Test func theReviewItselfIsRefusedUnderEveryName() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try FileManager.default.createSymbolicLink(
      atPath: program.path("symbolic.txt"), withDestinationPath: review)
    try expectRefusal(program, ["import", review, review], 65, "is the review itself")
    try expectRefusal(program, ["import", review, "symbolic.txt"], 65, "is the review itself")
    try expectRefusal(
      program, ["import", "symbolic.txt", "review.linewise"], 65, "is the review itself")
    try FileManager.default.linkItem(
      atPath: program.path(review), toPath: program.path("hard.txt"))
    try expectRefusal(program, ["import", review, "hard.txt"], 65, "has a second name")
    try expectRefusal(program, ["codes", "hard.txt"], 65, "has a second name")
    try FileManager.default.removeItem(atPath: program.path("hard.txt"))
    #expect(try program.run("check", review).status == 0)
  }

  @Test func oneBadTextStopsAllBeforeTheFirst() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.write(Program.alder, to: "alder-2019.md")
    try program.write("", to: "empty.txt")
    try expectRefusal(program, ["import", review, "alder-2019.md", "empty.txt"], 65, "empty.txt")
    try expectRefusal(
      program, ["import", review, "alder-2019.md", "alder-2019.md"], 73, "already a study called")
    #expect(try program.rows("study", review, "list").isEmpty)
  }

  @Test(arguments: [8, 50])
  func manyMegabytesOnOneLineAreTakenOrRefusedInWords(megabytes: Int) throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try program.write(Data(repeating: 0x61, count: megabytes << 20), to: "long.txt")
    let outcome = try program.run("import", review, "long.txt")
    #expect(outcome.status == (megabytes == 8 ? 0 : 65))
    #expect(outcome.memory < 300 << 20)
    if megabytes == 50 {
      #expect(
        outcome.complaint
          == "linewise: long.txt has more than 16 MB, which no study's text has; import it in parts\n"
      )
    }
    #expect(try program.run("check", review).status == 0)
  }

  @Test func whatComesInWithoutEndIsRefused() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    let outcome = try program.shell(
      "yes 'Nobody was asked.' | \"$LINEWISE\" import \(review) - --study Endless")
    #expect(outcome.status == 65)
    #expect(outcome.complaint.contains("standard input has more than 16 MB"))
  }

  @Test func whatIsNoReviewIsLeftAsItIs() throws {
    let program = try Program()
    try program.write("SQLite format 3\0 but no more", to: "broken.linewise")
    try program.write("", to: "empty.linewise")
    for name in ["broken.linewise", "empty.linewise"] {
      let before = try program.contents(name)
      for command in ["codes", "check", "undo", "import"] {
        let outcome = try program.run([command, name] + (command == "import" ? ["x"] : []))
        #expect(outcome.status == 65, "\(command) \(name): \(outcome.complaint)")
      }
      #expect(try program.contents(name) == before)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
        == ["broken.linewise", "empty.linewise", "home", "outputs", "state"])
  }

  private func expectRefusal(
    _ program: Program, _ arguments: [String], _ status: Int32, _ sentence: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try program.contents(review)
    let outcome = try program.run(arguments)
    #expect(outcome.status == status, "\(outcome.complaint)", sourceLocation: sourceLocation)
    #expect(
      outcome.complaint.contains(sentence), "\(outcome.complaint)", sourceLocation: sourceLocation)
    #expect(try program.contents(review) == before, sourceLocation: sourceLocation)
  }
}
