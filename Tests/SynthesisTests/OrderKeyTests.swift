import Synthesis
import TestSupport
import Testing

@Suite struct OrderKeyTests {
  @Test(arguments: [1 as UInt64, 2, 3])
  func whereverOneInsertsThereIsRoomAndTheOrderHolds(seed: UInt64) {
    var random = Seeded(seed: seed)
    var keys: [OrderKey] = []
    for _ in 0..<2000 {
      let index = Int.random(in: 0...keys.count, using: &random)
      let key = OrderKey.between(
        index > 0 ? keys[index - 1] : nil, index < keys.count ? keys[index] : nil,
        tail: random.next())
      keys.insert(key, at: index)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect((keys.map(\.text.count).max() ?? 0) < 40)
  }

  @Test func atOneEndAndInOneGapKeysStayShort() {
    var (last, first, middle) = (nil as OrderKey?, nil as OrderKey?, OrderKey("V"))
    for tail in 0..<5000 as Range<UInt64> {
      let next = OrderKey.between(last, nil, tail: tail)
      #expect(last.map { $0 < next } ?? true)
      last = next
      let before = OrderKey.between(nil, first, tail: tail)
      #expect(first.map { before < $0 } ?? true)
      first = before
    }
    #expect(last?.text.count == 9 && first?.text.count == 9)
    let end = OrderKey("W")
    for tail in 0..<300 as Range<UInt64> {
      let next = OrderKey.between(middle, end, tail: tail)
      #expect(middle < next && next < end)
      middle = next
    }
    #expect(middle.text.count < 80)
  }

  @Test func twoWhoInsertAtOncePutTheirsBesideEachOther() {
    let (low, high) = (OrderKey.between(nil, nil, tail: 1), OrderKey("z"))
    let (mine, yours) = (
      OrderKey.between(low, high, tail: 5), OrderKey.between(low, high, tail: 6)
    )
    #expect(mine != yours && low < mine && low < yours && mine < high && yours < high)
  }

  @Test func keysThatAreEqualOrTurnedAroundStillGiveALaterOne() {
    let key = OrderKey("abc1")
    #expect(key < OrderKey.between(key, key, tail: 9))
    #expect(key < OrderKey.between(key, OrderKey("a"), tail: 9))
    #expect(OrderKey("zzzzzz1") < OrderKey.between(OrderKey("zzzzzz1"), nil, tail: 9))
  }
}
