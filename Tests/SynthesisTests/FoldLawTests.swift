import Synthesis
import TestSupport
import Testing

@Suite struct FoldLawTests {
  private static let text = """
    # Findings
    Mothers waited for days. | ⟦They never told me.⟧ | Staff said “⟦we tried⟧” and left.
    Fathers hoped. | Nobody asked them.
    #! Method
    We asked forty people.
    """

  /// A review after random acts of two coders.
  private static func review(seed: UInt64, acts count: Int) throws -> Room {
    var room = try Room(text, "# Results\nNurses waited. | Nurses hoped.")
    var acts = RandomActs(seed: seed, documents: room.documents)
    var seeded = Seeded(seed: seed ^ 0xABCD)
    for _ in 0..<count {
      let coder = Bool.random(using: &seeded) ? room.ada : room.ben
      let intent = try acts.next(in: room.review)
      do { try room.act(coder, intent) } catch is Refusal {}
    }
    return room
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func theOrderOfArrivalChangesNothing(seed: UInt64) throws {
    let room = try Self.review(seed: seed, acts: 30)
    var seeded = Seeded(seed: seed)
    for _ in 0..<4 {
      let other = MemoryReview(
        room.review.id, actions: seeded.shuffled(room.review.actions),
        contents: room.review.contents)
      #expect(other.standing == room.review.standing, "seed \(seed)")
      #expect(other.state == room.review.state, "seed \(seed)")
      for code in try room.review.live(Code.kind) {
        #expect(try other.resolve(code.id) == room.review.resolve(code.id), "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func theFoldAgreesWithTheLargestStampOfEachField(seed: UInt64) throws {
    let review = try Self.review(seed: seed, acts: 30).review
    var seeded = Seeded(seed: seed)
    for id in Set(review.actions.flatMap { $0.changes.map(\.entity) }) {
      let changes = seeded.shuffled(review.changes(of: id))
      let isMark = changes.first?.change.kind == UndoMark.kind
      let folded = Folded.fold(changes) { isMark ? nil : try? review.undoing(of: $0) }
      #expect(folded == (try review.folded(id)), "seed \(seed)")
      #expect(
        Liveness.isLive(id, folded: { review.standing[$0] }) == (try review.isLive(id)),
        "seed \(seed)")
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func anActionHasAtMostOneChangeAnEntity(seed: UInt64) throws {
    for action in try Self.review(seed: seed, acts: 40).review.actions {
      #expect(
        Set(action.changes.map(\.entity)).count == action.changes.count,
        "seed \(seed): \(action.verb.rawValue)")
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func everyCodableLineIsExactlyOneOfOpenCodedAndSetAside(seed: UInt64) throws {
    let room = try Self.review(seed: seed, acts: 40)
    for document in room.documents where try room.review.isLive(document) {
      let table = try room.review.lines(of: document)
      let states = try room.review.states(of: document)
      for coder in try room.review.coders() {
        let codings = try room.review.codings().filter {
          $0.document == document && $0.coder == coder.id
        }
        let asides = try room.review.setAsides().filter {
          $0.document == document && $0.coder == coder.id
        }
        let found = Coverage.states(
          of: table, coded: codings.map(\.passage), setAside: asides.map(\.passage))
        #expect(found == states[coder.id], "seed \(seed)")
        let coverage = Coverage(
          of: table, coded: codings.map(\.passage), setAside: asides.map(\.passage))
        #expect(coverage.codable == table.lines.count(where: \.isCodable), "seed \(seed)")
      }
    }
  }
}
