import Synthesis
import Testing

@testable import ReviewFile

/// What an act has read is not read again, until the act itself changes it.
@Suite struct ActMemoTests {
  private let one = Self.entity("one")
  private let other = Self.entity("other")
  private let action = Self.entity("action")

  private static func entity(_ name: String) -> EntityID {
    .derived(Kind("test"), from: [name])
  }

  /// How often a memo reads an entity that is asked for twice.
  private func reads(_ id: EntityID, _ memo: ActMemo) -> Int {
    var count = 0
    for _ in 0..<2 {
      _ = memo.folded(id) {
        count += 1
        return nil
      }
    }
    return count
  }

  private func table(of words: String) throws -> LineTable {
    let document = try #require(
      Document(id: one, fields: Fields(["study": .entity(other), "document": .entity(one)])))
    return LineTable(document: document, text: FrozenText(Array(words.utf8)))
  }

  private func act(_ kind: Kind, _ id: EntityID) -> Action {
    Action(
      id: action, stamp: Stamp(1), at: 0, coder: other, verb: .define,
      changes: [Change(kind: kind, entity: id, fields: [:])])
  }

  @Test func whatIsNotThereIsRememberedToo() {
    let memo = ActMemo()
    #expect(reads(one, memo) == 1)
    #expect(reads(one, memo) == 0)
  }

  /// To undo an action changes all that it had to do with.
  @Test(arguments: [(Code.kind, 0), (UndoMark.kind, 1)])
  func whatAnActionChangesIsReadAgain(kind: Kind, andTheOther: Int) {
    let memo = ActMemo()
    #expect(reads(one, memo) + reads(other, memo) == 2)
    memo.forget(act(kind, one))
    #expect(reads(one, memo) == 1)
    #expect(reads(other, memo) == andTheOther)
  }

  @Test func ofVeryManyTheFirstAreRemembered() {
    let memo = ActMemo()
    let many = (0..<200).map { Self.entity("\($0)") }
    for id in many { _ = memo.folded(id) { nil } }
    #expect(reads(many[0], memo) == 0)
    #expect(reads(many[199], memo) == 2)
  }

  @Test func aLocalNumberIsReadUntilThereIsOne() {
    let memo = ActMemo()
    #expect(memo.key(of: one) { nil } == nil)
    #expect(memo.key(of: one) { 7 } == 7)
    #expect(memo.key(of: one) { 8 } == 7)
  }

  @Test func linesAreReadAgainOnceTheyAreMadeAnew() throws {
    let memo = ActMemo()
    let (first, second) = try (table(of: "first"), table(of: "second"))
    #expect(memo.lines(of: one) { first }.text.bytes == first.text.bytes)
    #expect(memo.lines(of: one) { second }.text.bytes == first.text.bytes)
    memo.forgetLines(of: one)
    #expect(memo.lines(of: one) { second }.text.bytes == second.text.bytes)
  }
}
