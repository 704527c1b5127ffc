import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The history under a hand: what is read of it anew may be less than what stood there.
@Suite struct HistoryListTests {
  private func pilot() throws -> Pilot {
    let pilot = try Pilot("# Findings\nMothers waited. | They hoped.", size: (100, 12))
    for number in 0..<20 {
      pilot.press("enter")
      pilot.type("code \(number)")
      pilot.press("enter enter")
    }
    pilot.press("g h")
    return pilot
  }

  @Test func aShorterHistoryLeavesTheCursorOnARow() throws {
    let pilot = try pilot()
    let items = pilot.state.historyList.items
    #expect(items.count > 20)
    pilot.press("G")
    #expect(pilot.state.historyList.top > 8)
    pilot.tell(.history(Array(items.prefix(8))))
    #expect(pilot.state.historyList.cursor == 7)
    #expect(pilot.state.historyList.top <= 7)
    // A press looks at what is drawn before anything is brought into view again.
    pilot.tell(.input(.mouse(Mouse(.press, at: Point(column: 3, row: 4))), at: 0))
    pilot.tell(.history([]))
    #expect(pilot.state.historyList.cursor == 0)
  }

  @Test func theCursorStaysOnItsActWhenTheHistoryIsReadAnew() throws {
    let pilot = try pilot()
    let items = pilot.state.historyList.items
    pilot.press("j j j j")
    #expect(pilot.state.historyList.cursor == 4)
    pilot.tell(.history(Array(items.dropFirst(2))))
    #expect(pilot.state.historyList.cursor == 2)
  }
}
