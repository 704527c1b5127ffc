import Synthesis
import TestSupport
import Testing

@Suite struct ConflictTests {
  private let origin = FixedOrigin()
  private let entity: EntityID
  private let coder: EntityID

  init() {
    entity = origin.identity()
    coder = origin.identity()
  }

  /// A change of the name by an action of its own.
  private func name(_ name: String, over: [LoggedChange] = []) -> LoggedChange {
    LoggedChange(
      Change(
        kind: Code.kind, entity: entity, fields: ["name": .text(name)],
        over: over.isEmpty ? [:] : ["name": over.map(\.writer.action)]),
      by: Writer(
        stamp: Stamp(origin.now()), action: origin.identity(), coder: coder, at: 0))
  }

  /// The actions that stand against each other, asserted alike in every order of arrival.
  private func conflict(
    _ changes: [LoggedChange], undone: [ActionID: Undoing] = [:]
  ) -> [ActionID] {
    let conflicts = Conflict.find(in: changes) { undone[$0] }
    for order in orders(changes) {
      #expect(Conflict.find(in: order) { undone[$0] } == conflicts)
    }
    #expect(conflicts.count < 2)
    return conflicts.first?.writers.map(\.action) ?? []
  }

  @Test func valuesThatReplaceEachOtherDoNotConflict() {
    let first = name("a")
    let second = name("b", over: [first])
    #expect(conflict([first, second, name("c", over: [second])]).isEmpty)
  }

  @Test func twoValuesOverOneConflictUntilOneIsOverBoth() {
    let first = name("a")
    let (hers, his) = (name("b", over: [first]), name("c", over: [first]))
    #expect(conflict([first, hers, his]) == [hers.writer.action, his.writer.action])
    let later = name("d", over: [his])
    #expect(conflict([first, hers, his, later]) == [hers.writer.action, later.writer.action])
    #expect(conflict([first, hers, his, name("e", over: [hers, his])]).isEmpty)
  }

  @Test func theSameValueTwiceIsNoConflict() {
    let first = name("a")
    #expect(
      conflict([first, name("b", over: [first]), name("b", over: [first])]).isEmpty)
  }

  @Test func anUndoneValueTakesPartInNone() {
    let first = name("a")
    let (hers, his) = (name("b", over: [first]), name("c", over: [first]))
    #expect(conflict([first, hers, his], undone: [his.writer.action: Undoing()]).isEmpty)
    #expect(
      conflict([first, hers, his], undone: [his.writer.action: Undoing(keeping: [entity])])
        == [hers.writer.action, his.writer.action])
  }

  @Test func aValueOverOneThatWasTakenBackIsOverWhatThatReplaced() {
    let first = name("a")
    let second = name("b", over: [first])
    let third = name("c", over: [second])
    #expect(conflict([first, second, third], undone: [second.writer.action: Undoing()]).isEmpty)
  }

  @Test func settlingIsAnOrdinaryChangeThatReadsBackFromDisk() throws {
    let (hers, his) = (name("b"), name("c"))
    let settled = name("d", over: [hers, his])
    #expect(try StoredChange(settled.change).change() == settled.change)
    let plain = name("e", over: [hers])
    #expect(try StoredChange(plain.change).change() == plain.change)
    #expect(
      StoredChange(plain.change).over
        == Array("{\"name\":\"\(hers.writer.action.short)\"}".utf8))
  }
}
