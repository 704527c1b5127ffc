import Foundation
import GRDB
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// Whether this process may mount file systems.
private let canMount: Bool = {
  guard getuid() == 0, let folder = try? Folder() else { return false }
  guard mount("tmpfs", folder.path, "tmpfs", 0, "size=1m") == 0 else { return false }
  return umount(folder.path) == 0
}()

@Suite struct OpeningTests {
  @Test(arguments: ["one.linewise", "what?mode=rw#x.linewise", "a b%41.linewise", "é漢😀.linewise"])
  func aNewReviewOpensAgainWhateverItsName(_ name: String) throws {
    let folder = try Folder()
    let made = try ReviewFile.create(at: folder[name], title: "One", coders: ["Mara Calloway"])
    let opened = try ReviewFile.open(folder[name])
    #expect(made.id == opened.id)
    #expect(try folder.contents().keys.sorted() == [name])
    #expect(try ReviewFile.open(folder[name], for: .reading).log().count == 1)
  }

  @Test func aLinkToAReviewIsTheReview() throws {
    let shelf = try Shelf()
    let link = shelf.folder["link.linewise"]
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: shelf.file.path)
    #expect(try ReviewFile.open(link).path == ReviewFile.open(shelf.file.path).path)
  }

  /// Refuses to open a path for anything, and leaves its folder as it was, to the byte.
  private func expectRefused(
    _ path: String, in folder: Folder, _ expected: ReviewFileError, _ note: String = ""
  ) throws {
    let before = try folder.contents()
    for purpose in [ReviewFile.Purpose.acting, .reading] {
      let error = #expect(throws: ReviewFileError.self, "\(note)") {
        try ReviewFile.open(path, for: purpose)
      }
      #expect(error == expected, "\(note)")
    }
    #expect(try folder.contents() == before, "\(note)")
  }

  @Test func whatIsNotThereOrNotAFileIsRefused() throws {
    let folder = try Folder()
    try expectRefused(folder["no"], in: folder, .notFound(path: folder["no"]))
    try expectRefused("", in: folder, .notFound(path: ""))
    try FileManager.default.createDirectory(
      atPath: folder["folder"], withIntermediateDirectories: false)
    try expectRefused(folder["folder"], in: folder, .notAFile(path: folder["folder"]))
    #expect(mkfifo(folder["pipe"], 0o600) == 0)
    try expectRefused(folder["pipe"], in: folder, .notAFile(path: folder["pipe"]))
    try expectRefused("/dev/zero", in: folder, .notAFile(path: "/dev/zero"))
    #expect(symlink("loop", folder["loop"]) == 0)
    try expectRefused(folder["loop"], in: folder, .notFound(path: folder["loop"]))
  }

  @Test(arguments: [
    [], Array("x".utf8), Array("fifteen bytes !".utf8), Array("SQLite format 3\u{0}".utf8),
    Array(String(repeating: "Mothers waited.\n", count: 500).utf8),
    [0xFF, 0xD8, 0xFF, 0xE0] + (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 131) },
    [UInt8](repeating: 0, count: 8192),
  ])
  func whatIsNoReviewIsRefused(_ bytes: [UInt8]) throws {
    let folder = try Folder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder["a.linewise"]))
    try expectRefused(
      folder["a.linewise"], in: folder, .notAReview(path: folder["a.linewise"]), "\(bytes.count)")
  }

  @Test(arguments: ["DELETE", "WAL"])
  func anotherProgramsDatabaseIsRefused(_ journal: String) throws {
    let folder = try Folder()
    let path = folder["a.db"]
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA journal_mode = \(journal)")
      try db.execute(sql: "CREATE TABLE code(id); INSERT INTO code VALUES(1)")
    }
    try queue.close()
    try expectRefused(path, in: folder, .notAReview(path: path))
    // A side file makes it look as though a save was cut off.
    try Data("not a journal".utf8).write(to: URL(fileURLWithPath: path + "-journal"))
    try expectRefused(path, in: folder, .notAReview(path: path))
  }

  /// What somebody may have done to a review behind its back.
  @Test(arguments: [
    "CREATE TABLE extra(x)", "CREATE VIEW extra AS SELECT 1", "CREATE INDEX extra ON action(at)",
    "CREATE TRIGGER extra AFTER INSERT ON action BEGIN DELETE FROM change; END",
    "CREATE TRIGGER extra AFTER INSERT ON thing BEGIN DELETE FROM change; END",
    "CREATE VIRTUAL TABLE extra USING fts5(x)", "ALTER TABLE code ADD COLUMN extra TEXT",
    "DROP INDEX action_coder", "DROP TABLE total",
    "CREATE TRIGGER extra AFTER INSERT ON action BEGIN DELETE FROM change; END; "
      + "UPDATE head SET projections = 99",
    "CREATE INDEX extra ON change(kind); UPDATE head SET projections = 99",
  ])
  func aReviewWithOtherTablesIsRefused(_ statement: String) throws {
    let shelf = try Shelf()
    let path = shelf.file.path
    try shelf.file.queue.writeWithoutTransaction { try $0.execute(sql: statement) }
    try shelf.file.close()
    try expectRefused(path, in: shelf.folder, .foreignSchema(path: path), statement)
  }

  @Test func fieldsThatAreNoFieldsAreCalledDamage() throws {
    let shelf = try Shelf()
    let path = shelf.file.path
    try shelf.file.queue.write { db in
      try db.execute(
        sql: "UPDATE thing SET fields = ? WHERE kind = ?",
        arguments: [#"{"label":"#, Study.kind.name])
    }
    #expect(
      throws: ReviewFileError.damaged(path: path, detail: "fields are malformed at byte 9")
    ) {
      try shelf.file.studies()
    }
  }

  @Test func theDigestOfTheSchemaIsKnown() throws {
    #expect(try Schema.digest(of: Schema.expectedText()) == Schema.knownDigest)
  }

  @Test func aNewerReviewIsRefused() throws {
    let shelf = try Shelf()
    let path = shelf.file.path
    try shelf.file.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 999")
    }
    try shelf.file.close()
    try expectRefused(path, in: shelf.folder, .newer(path: path, version: 999))
  }

  @Test func aReviewWithoutItsHeadIsRefused() throws {
    let shelf = try Shelf()
    let path = shelf.file.path
    try shelf.file.queue.writeWithoutTransaction { try $0.execute(sql: "DELETE FROM head") }
    try shelf.file.close()
    try expectRefused(path, in: shelf.folder, .damaged(path: path, detail: "it has no head"))
  }

  @Test func aReviewWithTwoNamesIsRefused() throws {
    let shelf = try Shelf()
    let (path, other) = (shelf.file.path, shelf.folder["other.linewise"])
    try shelf.file.close()
    #expect(link(path, other) == 0)
    try expectRefused(path, in: shelf.folder, .hardLinked(path: path))
    try expectRefused(other, in: shelf.folder, .hardLinked(path: other))
  }

  @Test(arguments: 0..<12)
  func aReviewCutShortIsNeverTakenForWhole(part: Int) throws {
    let shelf = try Shelf()
    let path = shelf.file.path
    try shelf.file.close()
    let size = try #require(FileManager.default.contents(atPath: path)).count
    #expect(truncate(path, size * part / 12) == 0)
    let before = try shelf.folder.contents()
    do {
      let file = try ReviewFile.open(path)
      #expect(try file.check() != [])
    } catch let error as ReviewFileError {
      #expect(!error.sentence.isEmpty)
    }
    #expect(try shelf.folder.contents() == before)
  }

  @Test(arguments: [ReviewFile.Purpose.acting, .reading])
  func projectionsOfAnotherVersionAreMadeAgain(_ purpose: ReviewFile.Purpose) throws {
    var shelf = try Shelf()
    try shelf.code(shelf.ada, "waiting", 1)
    let (path, expected) = (shelf.file.path, try shelf.file.projections())
    try shelf.file.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TABLE total; DELETE FROM thing; CREATE TABLE "a ""newer"" one"(x);
          CREATE VIRTUAL TABLE other USING fts5(y); UPDATE head SET projections = 99
          """)
    }
    try shelf.file.close()
    let opened = try ReviewFile.open(path, for: purpose)
    #expect(try opened.projections() == expected)
    #expect(try opened.check() == [])
  }

  @Test func aReviewThatWasPutIntoWALModeComesBackFromIt() throws {
    var shelf = try Shelf()
    let path = shelf.file.path
    try shelf.file.queue.writeWithoutTransaction { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
    try shelf.file.close()
    let opened = try ReviewFile.open(path)
    try opened.perform(.apply([.named("x")], at: try shelf.place(1)), as: shelf.ada)
    #expect(try shelf.folder.contents().keys.sorted() == ["waiting.linewise"])
    shelf.memory = MemoryReview(shelf.memory.id)
  }

  @Test func aReviewIsMadeOnlyWhereNothingIs() throws {
    let folder = try Folder()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder["there"]))
    #expect(symlink("nowhere", folder["dangling"]) == 0)
    let before = try folder.contents()
    for name in ["there", "dangling"] {
      #expect(throws: ReviewFileError.exists(path: folder[name])) {
        try ReviewFile.create(at: folder[name], title: "", coders: ["A"])
      }
    }
    #expect(throws: ReviewFileError.noFolder(path: folder["no"])) {
      try ReviewFile.create(at: folder["no/a.linewise"], title: "", coders: ["A"])
    }
    #expect(try folder.contents() == before)
  }

  @Test func networkFileSystemsAreKnownAndLocalOnesAreNotMistakenForThem() {
    let network: [UInt32] = [
      0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997, 0x6573_5546, 0x5346_414F, 0x6B41_4653,
      0x7375_7245, 0x0BD0_0BD0, 0x00C3_6400,
    ]
    #expect(Set(ReviewPlace.networkFileSystems.keys) == Set(network))
    let local: [UInt32] = [
      0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0x2FC1_2FC1, 0x4D44, 0x5346_544E,
      0x8584_58F6, 0xF2F5_2010, 0,
    ]
    #expect(local.allSatisfy { ReviewPlace.networkFileSystems[$0] == nil })
  }

  /// As root every permission is granted, so that only a mount is really read-only.
  @Test(.enabled(if: canMount, "needs the right to mount"))
  func aReviewOnReadOnlyMediaIsReadButNotActedOn() throws {
    let shelf = try Shelf()
    let place = try Folder()
    let name = URL(fileURLWithPath: shelf.file.path).lastPathComponent
    try shelf.file.close()
    #expect(mount(shelf.folder.path, place.path, nil, UInt(MS_BIND), nil) == 0)
    defer { umount2(place.path, Int32(MNT_DETACH)) }
    let flags = MS_BIND | MS_REMOUNT | MS_RDONLY
    #expect(mount(nil, place.path, nil, UInt(flags), nil) == 0)
    let before = try shelf.folder.contents()
    #expect(throws: ReviewFileError.readOnly(path: place[name])) {
      try ReviewFile.open(place[name])
    }
    #expect(try ReviewFile.open(place[name], for: .reading).log().count == 4)
    #expect(throws: ReviewFileError.noFolder(path: place.path)) {
      try ReviewFile.create(at: place["new.linewise"], title: "", coders: ["A"])
    }
    #expect(try shelf.folder.contents() == before)
  }

  @Test(.enabled(if: canMount, "needs the right to mount"))
  func aFullDiskLosesNothingThatWasAcknowledged() throws {
    let folder = try Folder()
    #expect(mount("tmpfs", folder.path, "tmpfs", 0, "size=3m") == 0)
    defer { umount2(folder.path, Int32(MNT_DETACH)) }
    let path = folder["full.linewise"]
    let file = try ReviewFile.create(at: path, title: "Full", coders: ["Ada Moss"])
    let ada = try #require(try file.log().first?.coder)
    let ballast = folder["ballast"]
    try Data(count: 2_000_000).write(to: URL(fileURLWithPath: ballast))
    let text =
      "# F\n" + String(repeating: "Mothers waited for a long time. | ", count: 200) + "End."
    var acknowledged = 1
    var failure: (any Error)?
    for index in 0..<200 where failure == nil {
      do {
        try file.perform(
          .importDocument(
            Texts.document("# \(index)\n" + text, study: .new(label: "Study \(index)"))), as: ada)
        acknowledged += 1
      } catch {
        failure = error
      }
    }
    #expect(failure as? ReviewFileError == .diskFull)
    #expect(try file.log().count == acknowledged)
    #expect(try Chain.problems(in: file) == [])
    unlink(ballast)
    try file.perform(.setReasons(["room again"]), as: ada)
    try file.close()
    let again = try ReviewFile.open(path)
    #expect(try again.log().count == acknowledged + 1)
    #expect(try again.projections() == (try again.rebuiltProjections()))
    try again.close()
  }
}
