import Foundation
import GRDB
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// How far a save got, for a signal's handler.
private nonisolated(unsafe) var saved = 0

@Suite struct DurabilityTests {
  @Test func everySettingReadsBack() throws {
    let shelf = try Shelf()
    let expected = [
      "journal_mode": "delete", "synchronous": "3", "cache_spill": "0", "trusted_schema": "0",
      "cell_size_check": "1", "foreign_keys": "1",
    ]
    for (name, value) in expected {
      let found = try shelf.file.queue.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
      #expect(found == value, "\(name)")
    }
    try shelf.file.queue.read(Connection.verify)
  }

  @Test(arguments: ["journal_mode = MEMORY", "synchronous = FULL", "cell_size_check = OFF"])
  func aSettingThatDidNotTakeIsRefused(_ setting: String) throws {
    let shelf = try Shelf()
    #expect(throws: ReviewFileError.self) {
      try shelf.file.queue.writeWithoutTransaction { db in
        _ = try Row.fetchOne(db, sql: "PRAGMA \(setting)")
        try Connection.verify(db)
      }
    }
  }

  @Test func aReviewAtRestIsOneFile() throws {
    let shelf = try Shelf()
    #expect(try shelf.folder.contents().keys.sorted() == ["waiting.linewise"])
  }

  /// All tables of the file.
  private func everything(_ file: ReviewFile) throws -> [String: [String]] {
    var all = try file.projections()
    all["log"] = try file.queue.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT seq || hex(id) || stamp || hex(hash) FROM action UNION ALL
          SELECT action || ' ' || n || kind || fields || over FROM change UNION ALL
          SELECT hex(sha256) FROM content UNION ALL SELECT 'head ' || stamp FROM head ORDER BY 1
          """)
    }
    return all
  }

  /// A disk that fills up at each page in turn: before, within and after the act.
  @Test func anActThatFailsInTheMiddleLeavesNothing() throws {
    var shelf = try Shelf()
    for index in 0..<20 { try shelf.code(shelf.ada, "code \(index)", 1) }
    let long = DocumentImport.StudyChoice.new(label: "Long")
    let text = "# Long\n" + String(repeating: "Mothers waited for a long time. | ", count: 600)
    let intent = Intent.importDocument(Texts.document(text + "End.", study: long))
    let before = try everything(shelf.file)
    let pages =
      try shelf.file.queue.read { try Int.fetchOne($0, sql: "PRAGMA page_count") } ?? 0
    var failures = 0
    for extra in 0..<200 {
      _ = try shelf.file.queue.read {
        try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages + extra)")
      }
      do {
        try shelf.file.perform(intent, as: shelf.ada)
        break
      } catch {
        #expect(error as? ReviewFileError == .diskFull)
        failures += 1
        #expect(try everything(shelf.file) == before, "\(extra) pages more")
      }
    }
    #expect(failures > 5)
    #expect(try shelf.file.projections() == (try shelf.file.rebuiltProjections()))
    try shelf.file.perform(.undo(nil, keepingUsed: false), as: shelf.ada)
    #expect(try shelf.file.check() == [])
  }

  /// The same page at a time for an act whose lines are remembered: what memory holds is not what
  /// a failed act would have made.
  @Test func aFailedSplitIsNotRemembered() throws {
    let shelf = try Shelf()
    let place = try shelf.place(1)
    let document = shelf.documents[0]
    let lines = try shelf.memory.lines(of: document).lines.count
    for _ in 0..<3 {
      #expect(throws: CancellationError.self) {
        try shelf.file.patiently {
          try shelf.file.queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
              let reader = LogReader(db: db, cache: shelf.file.lines, memo: ActMemo())
              #expect(try reader.lines(of: document).lines.count == lines)
              let act = try Rules(review: reader, coder: shelf.ada, origin: shelf.origin)
                .act(for: .splitLine(document: document, position: place.passage.start + 8))
              _ = try LogWriter(reader).append(
                act, id: shelf.origin.identity(), at: 0, coder: shelf.ada)
              #expect(try reader.lines(of: document).lines.count == lines + 1)
              throw CancellationError()
            }
          }
        }
      }
      // An act with the same arrival number that leaves the lines alone.
      try shelf.file.perform(.setVoice(.author, at: place), as: shelf.ben)
      #expect(
        try shelf.file.queue.read {
          try LogReader(db: $0, cache: shelf.file.lines).lines(of: document).lines.count
        } == lines)
      try shelf.file.perform(.undo(nil, keepingUsed: false), as: shelf.ben)
    }
  }

  @Test func aRefusedIntentLeavesTheOthersOfItsTransaction() throws {
    let shelf = try Shelf()
    let heading = try shelf.place(0)
    let outcomes = try shelf.file.perform(
      [
        .apply([.named("waiting")], at: try shelf.place(1)), .apply([.named("x")], at: heading),
        .redo, .apply([.named("hope")], at: try shelf.place(1)),
      ], as: shelf.ben)
    let done = outcomes.map { if case .done = $0 { true } else { false } }
    #expect(done == [true, false, false, true])
    #expect(try shelf.file.projections() == (try shelf.file.rebuiltProjections()))
  }

  /// An origin that gives an act the identity of one that was done before.
  private struct Repeating: Origin {
    let id: EntityID
    func identity() -> EntityID { id }
    func now() -> Int64 { 1_700_000_000_000 }
  }

  @Test func doingAnActAgainUnderItsIdentityIsHarmless() throws {
    var shelf = try Shelf()
    let action = try #require(try shelf.code(shelf.ada, "waiting", 1))
    let before = try everything(shelf.file)
    let again = try ReviewFile.open(shelf.file.path, origin: Repeating(id: action.id))
    let outcome = try again.perform(
      .apply([.named("something else")], at: try shelf.place(2)), as: shelf.ada)
    guard case .done(let known, _, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(known == action)
    #expect(try everything(shelf.file) == before)
  }

  @Test func aNoteWithEveryControlCharacterIsHashedAsItIsStored() throws {
    var shelf = try Shelf()
    let section = try #require(try shelf.memory.live(Section.kind).first).id
    let note = String(String.UnicodeScalarView((0..<0xA0).compactMap(Unicode.Scalar.init)))
    try shelf.act(
      shelf.ada, .setSections([section], isEligible: false, why: "a\u{0}b" + note + "\u{202E}😀"))
    #expect(try shelf.file.log() == shelf.memory.actions)
    #expect(try shelf.file.check() == [])
    try shelf.act(shelf.ada, .setSections([section], isEligible: true, why: "a\u{0}b"))
    #expect(try shelf.file.log().last?.note == "ab")
  }

  @Test func twoOpeningsOfOneFileInTwoThreadsLoseNothing() throws {
    let shelf = try Shelf()
    let (place, other) = (try shelf.place(1), try shelf.place(1, of: 1))
    let (path, coders) = (shelf.file.path, [shelf.ada, shelf.ben])
    nonisolated(unsafe) var failures: [any Error] = []
    let lock = NSLock()
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      do {
        let file = try ReviewFile.open(path, origin: FixedOrigin(name: 100 + UInt64(worker)))
        let coder = coders[worker]
        for index in 0..<40 {
          try file.perform(
            .apply([.named("code \(index % 7)")], at: index % 2 == 0 ? place : other), as: coder)
          try file.perform(
            index % 3 == 0 ? .undo(nil, keepingUsed: true) : .takeOff(nil, at: place), as: coder)
        }
        try file.close()
      } catch let refusal as Refusal {
        lock.withLock { failures.append(refusal) }
      } catch {
        lock.withLock { failures.append(error) }
      }
    }
    #expect(failures.allSatisfy { $0 is Refusal })
    let log = try shelf.file.log()
    #expect(Set(log.map(\.id)).count == log.count)
    #expect(log.map(\.stamp) == log.map(\.stamp).sorted())
    #expect(try shelf.file.projections() == (try shelf.file.rebuiltProjections()))
    #expect(try Chain.problems(in: shelf.file) == [])
  }

  /// What others save while the file is checked is neither taken for damage nor kept waiting, and
  /// damage is seen all the same.
  @Test func aCheckFollowsWhatOthersSaveMeanwhile() throws {
    var shelf = try Shelf()
    try shelf.play(seed: 3, acts: 60)
    let other = try ReviewFile.open(shelf.file.path)
    let (place, ben) = (try shelf.place(1), shelf.ben)
    let (isOver, ended) = (NSLock(), DispatchSemaphore(value: 0))
    isOver.lock()
    Thread.detachNewThread {
      while !isOver.try() {
        _ = try? other.perform(.apply([.named("meanwhile")], at: place), as: ben)
        _ = try? other.perform(.undo(nil, keepingUsed: false), as: ben)
      }
      ended.signal()
    }
    let before = try shelf.file.head()?.seq ?? 0
    for _ in 0..<3 { #expect(try shelf.file.check() == []) }
    #expect(try shelf.file.head()?.seq ?? 0 > before + 3)
    try shelf.file.queue.write { try $0.execute(sql: "UPDATE total SET lines = lines + 1") }
    #expect(try shelf.file.check().contains { $0.contains("‘total’") })
    isOver.unlock()
    ended.wait()
    try other.close()
  }

  @Test func aJournalThatADeadProcessLeftIsNotTakenForASave() throws {
    let shelf = try Shelf()
    // As it stands until the first of it is on disk: nothing in it can be rolled back.
    try Data(count: 512).write(to: URL(fileURLWithPath: shelf.file.path + "-journal"))
    #expect(!shelf.file.isBeingSaved)
    let other = try shelf.file.reopened()
    try other.queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        #expect(shelf.file.isBeingSaved)
        return .rollback
      }
    }
    #expect(!shelf.file.isBeingSaved)
  }

  @Test func aStopAskedForWhileSavingComesAfterwards() async {
    await #expect(processExitsWith: .success) {
      // A handler stands for the stop; a real one would stop this process.
      signal(SIGTSTP) { _ in exit(saved == 2 ? 0 : 1) }
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        for _ in 0..<200 { HeldStop.during {} }
      }
      HeldStop.during {
        saved += 1
        kill(getpid(), SIGTSTP)
        usleep(20_000)
        HeldStop.during {}
        saved += 1
      }
      sleep(5)
      exit(2)
    }
  }
}
