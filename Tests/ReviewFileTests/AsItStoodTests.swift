import Foundation
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// The review as it stood at a round.
@Suite struct AsItStoodTests {
  @Test(arguments: 0..<4 as Range<UInt64>)
  func boardAndCodebookStandAsTheRoundFrozeThem(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed)
    try shelf.play(seed: seed, acts: 60)
    try shelf.act(shelf.ada, .nameRound("first", of: nil))
    let (codebook, lines) = (try shelf.file.bank(), try shelf.file.codedLines())
    let round = try #require(
      try shelf.file.boardFacts(for: nil).roundsInOrder.first { $0.name == "first" })
    try shelf.play(seed: seed &+ 1, acts: 40)
    let then = try shelf.file.asItStood(at: round.made.action)
    let codes = try then.unmergedCodes()
    let board = ThemeBoard(try then.boardFacts(for: nil), codes: codes.map(\.id))
    let names = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0.name) })
    #expect(BoardSnapshot(of: board, codes: names) == round.snapshot)
    #expect(try then.bank() == codebook)
    let linesThen = try then.codedLines()
    for code in codes {
      #expect(linesThen.tallies(of: [code.id]) == lines.tallies(of: [code.id]))
    }
    #expect(try then.history(limit: 1, for: nil).map(\.sentence) == ["named the round ‘first’"])
  }

  @Test func nothingIsLeftBehindAndNothingCanBeWritten() throws {
    var shelf = try Shelf()
    try shelf.code(shelf.ada, "waiting", 1)
    let action = try #require(shelf.memory.actions.last)
    let before = try shelf.folder.contents()
    let then = try shelf.file.asItStood(at: action.id)
    #expect(throws: ReviewFileError.self) {
      try then.perform(.setReasons(["none"]), as: shelf.ada)
    }
    #expect(try then.bank().map(\.code.name) == ["waiting"])
    #expect(try shelf.folder.contents() == before)
  }

  @Test func anActThatTheLogDoesNotHaveIsRefused() throws {
    let shelf = try Shelf()
    #expect(throws: Refusal.gone(noun: "act")) {
      _ = try shelf.file.asItStood(at: EntityID(high: 1, low: 1))
    }
  }
}
