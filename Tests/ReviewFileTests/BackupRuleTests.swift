import Dispatch
import Foundation
import Synchronization
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// When acts are copied by themselves, and what a copy holds.
@Suite struct BackupRuleTests {
  private let folder: Folder
  private let clock = Clock()
  private let file: ReviewFile
  private let coder: EntityID

  init() throws {
    folder = try Folder()
    file = try ReviewFile.create(
      at: folder["review.linewise"], title: "Waiting", rule: .evidence, coders: ["Ada Moss"],
      origin: clock)
    coder = try #require(try file.coders().first).id
  }

  @Test func anActThatIsHalfAnHourOldIsCopied() throws {
    #expect(try copied() == nil)
    clock.advance(by: 29 * 60_000 + 59_999)
    #expect(try copied() == nil)
    clock.advance(by: 1)
    #expect(try copied() == "1.linewise")
    #expect(try copied() == nil)
    // Nothing is new: time alone makes no copy.
    clock.advance(by: 100 * 60_000)
    #expect(try copied() == nil)
    try act("first")
    #expect(try copied() == nil)
    clock.advance(by: 30 * 60_000)
    #expect(try copied() == "2.linewise")
  }

  @Test func ofThoseWhoWouldCopyAtTheSameTimeOneDoes() throws {
    let others = try (0..<4).map { _ in try ReviewFile.open(file.path, origin: clock) }
    clock.advance(by: 30 * 60_000)
    let problems = Mutex<[String]>([])
    let backups = folder["backups"]
    DispatchQueue.concurrentPerform(iterations: others.count) { index in
      do {
        try others[index].backUpIfDue(in: backups)
      } catch {
        problems.withLock { $0.append("\(error)") }
      }
    }
    #expect(problems.withLock(\.self) == [])
    let copy = try ReviewFile.open(backups + "/1.linewise")
    #expect(try copy.log().count == (try file.log().count))
    #expect(!FileManager.default.fileExists(atPath: backups + "/2.linewise"))
  }

  @Test func thatNoTurnCanBeTakenIsSaid() throws {
    try FileManager.default.createDirectory(
      atPath: folder["backups/turn"], withIntermediateDirectories: true)
    clock.advance(by: 30 * 60_000)
    #expect(throws: ReviewFileError.system(message: "\(folder["backups/turn"]): Is a directory")) {
      try copied()
    }
  }

  @Test func twoHundredActsAreCopiedAtOnceAndTheOlderOfTwoFilesTakesThem() throws {
    let made = try file.log().count
    for number in made..<199 { try act("act \(number)") }
    #expect(try copied() == nil)
    try act("the last")
    #expect(try copied() == "1.linewise")
    for (round, name) in ["2.linewise", "1.linewise", "2.linewise"].enumerated() {
      for number in 0..<199 { try act("round \(round) act \(number)") }
      #expect(try copied() == nil)
      try act("round \(round)")
      #expect(try copied() == name)
    }
  }

  @Test(arguments: [[], ["replaced"]])
  func copiesThatSomebodyTookAwayAreMadeAgainWithTheNextAct(others: [String]) throws {
    for number in 0..<200 { try act("act \(number)") }
    #expect(try copied() == "1.linewise")
    #expect(try copied() == nil)
    let path = folder["backups/1.linewise"]
    for name in others {
      let other = try ReviewFile.create(at: folder[name], title: name, coders: ["Ben Hale"])
      try FileManager.default.moveItem(atPath: path, toPath: folder["kept"])
      try FileManager.default.moveItem(atPath: other.path, toPath: path)
    }
    if others.isEmpty { try FileManager.default.removeItem(atPath: path) }
    try act("after")
    let name = try #require(try copied())
    #expect(try ReviewFile.open(folder["backups/\(name)"]).log() == (try file.log()))
  }

  @Test func aCopyIsAPrefixOfTheLogWithItsChain() throws {
    for number in 0..<200 { try act("act \(number)") }
    let name = try #require(try copied())
    let log = try file.log()
    try act("after")
    let copy = try ReviewFile.open(folder["backups/\(name)"])
    #expect(try copy.log() == log)
    #expect(try copy.check().isEmpty)
    let last = try #require(log.last).id
    #expect(try copy.hash(of: last) == file.hash(of: last))
  }

  private func act(_ words: String) throws {
    guard case .done = try file.perform(.writeMemo(.review, text: words), as: coder) else {
      Issue.record("nothing was done")
      return
    }
  }

  /// The name of the file to which what is due was copied.
  private func copied() throws -> String? {
    try file.backUpIfDue(in: folder["backups"]).map { URL(filePath: $0).lastPathComponent }
  }
}

/// A clock that a test sets.
private final class Clock: Origin {
  private let time = Mutex<Int64>(1_700_000_000_000)

  func advance(by milliseconds: Int64) { time.withLock { $0 += milliseconds } }

  func identity() -> EntityID {
    EntityID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)).marked(version: 4)
  }

  func now() -> Int64 { time.withLock(\.self) }
}
