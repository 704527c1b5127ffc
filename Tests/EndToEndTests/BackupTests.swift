import Foundation
import Testing

/// Copies: the ones that are asked for, and the ones that are made by themselves.
@Suite struct BackupTests {
  private let review = "review.linewise"

  @Test func aBackupIsWholeAndTheSameReview() throws {
    let program = try Program.withStudy()
    try program.says("code", review, "--study", "alder", "--line", "2", "slow")
    #expect(
      try program.says("backup", review, "-o", "copy.linewise").hasPrefix(
        "copied to copy.linewise\n"))
    #expect(try program.run("check", "copy.linewise").status == 0)
    for command in ["lines", "codes", "codings", "history"] {
      #expect(
        try program.run(command, review, "--format", "json").bytes
          == program.run(command, "copy.linewise", "--format", "json").bytes)
    }
  }

  @Test func aBackupIsNamedByTheDay() throws {
    let program = try Program.withStudy()
    let said = try program.says("backup", review)
    let name = try #require(said.firstMatch(of: /copied to (review \d{4}-\d\d-\d\d\.linewise)/)?.1)
    #expect(try program.run("check", String(name)).status == 0)
  }

  @Test func enoughActsAreCopiedByThemselvesToTwoFilesInTurn() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try act(program, 199, "a")
    #expect(try backups(program).isEmpty == false)
    let first = try program.contents(ofBackup: "1")
    try act(program, 200, "b")
    #expect(try backups(program).map(\.lastPathComponent) == ["1.linewise", "2.linewise"])
    // A backup is not touched before there are two.
    #expect(try program.contents(ofBackup: "1") == first)
    try act(program, 3, "c")

    let went = try program.shell(Self.wayBack(to: "2"))
    #expect(went.status == 0, "\(went.complaint)")
    #expect(try program.rows("study", "back.linewise", "list").count == 399)
    #expect(try program.rows("study", review, "list").count == 402)
    // Who did what is missing there is told, once.
    let told = try program.run("undo", "back.linewise")
    #expect(told.status == 0)
    #expect(told.complaint.contains("it is an older copy"), "\(told.complaint)")
    #expect(try program.run("redo", "back.linewise").complaint.isEmpty)
  }

  @Test func aBackupThatWasOpenedIsAppendedToAndReadsRight() throws {
    let program = try Program.withReview(coders: "Ada Alder")
    try act(program, 199, "a")
    let opened = try program.shell("\"$LINEWISE\" study state/linewise/*/backups/1.linewise list")
    #expect(opened.output.split(separator: "\n").count == 200)
    try act(program, 400, "b")
    let later = try program.shell("\"$LINEWISE\" study state/linewise/*/backups/1.linewise list")
    #expect(later.output.split(separator: "\n").count == 600)
  }

  /// The commands by which the README goes back to a backup, for the folders of a test.
  private static func wayBack(to backup: String) throws -> String {
    let readme = try String(
      contentsOf: Program.package.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(readme.split(separator: "## Backups, and going back").last)
    let block = try #require(section.firstMatch(of: /```sh\n([^`]*)```/)?.1)
    let commands = block.split(separator: "\n")
    #expect(commands.count == 2, "going back takes two commands: \(block)")
    return commands.map { command in
      command.hasPrefix("linewise ") ? "\"$LINEWISE\"" + command.dropFirst(8) : String(command)
    }
    .joined(separator: " && ")
    .replacing("~/.local/state/linewise/ID-OF-THE-REVIEW", with: "state/linewise/*")
    .replacing("1.linewise", with: "\(backup).linewise")
  }

  /// Performs acts: each text that comes in is one.
  private func act(_ program: Program, _ count: Int, _ name: String) throws {
    let names = (0..<count).map { "\(name)-\($0).txt" }
    for name in names { try program.write("Nobody asked.\n", to: name) }
    let outcome = try program.run(["import", review] + names)
    #expect(outcome.status == 0, "\(outcome.complaint)")
  }

  private func backups(_ program: Program) throws -> [URL] {
    let reviews = try FileManager.default.contentsOfDirectory(
      at: program.folder.appending(path: "state/linewise"), includingPropertiesForKeys: nil)
    let folder = try #require(reviews.first).appending(path: "backups")
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    // Beside them lies the file by which one process at a time makes them.
    .filter { $0.pathExtension == "linewise" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

extension Program {
  /// The bytes of an automatic backup.
  fileprivate func contents(ofBackup name: String) throws -> Data {
    try Data(shell("cat state/linewise/*/backups/\(name).linewise").bytes)
  }
}
