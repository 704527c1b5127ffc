import Synthesis
import Testing

@Suite struct StampTests {
  @Test func aStampIsTheClockWhereThatIsLaterThanTheLog() {
    #expect(Stamp.next(now: 1000, after: Stamp(5)).value == 1000 << 16)
  }

  @Test func aClockThatOnceWasTenYearsAheadCostsNothing() {
    let now: Int64 = 1_780_000_000_000
    let ahead = Stamp.next(now: now + 10 * 365 * 86_400_000, after: Stamp(0))
    var last = ahead
    // More acts than sixteen bits can count, all within one millisecond.
    for _ in 0..<200_000 {
      let next = Stamp.next(now: now, after: last)
      guard next.value == last.value + 1 else {
        Issue.record("\(next) after \(last)")
        return
      }
      last = next
    }
    #expect(last.value >> 16 == (ahead.value >> 16) + 3)
    let caughtUp = Stamp.next(now: (last.value >> 16) + 1, after: last)
    #expect(caughtUp.value == ((last.value >> 16) + 1) << 16)
  }

  @Test(arguments: [Int64.min, -1, 0, .max])
  func noClockMakesAStampOverflow(now: Int64) {
    for last in [Int64(0), .max - 1, .max] {
      #expect(Stamp.next(now: now, after: Stamp(last)) >= Stamp(last))
    }
    #expect(Stamp.next(now: now, after: Stamp(0)) > Stamp(0))
  }
}
