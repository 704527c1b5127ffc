import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// What is said while acts wait to be saved.
@Suite struct ObstacleTests {
  private func pilot(_ columns: Int) throws -> Pilot {
    let pilot = try Pilot("# Findings\nMothers waited. | They hoped.", size: (columns, 24))
    pilot.tell(
      .companions([Companion(coder: pilot.room.ben, study: nil, line: 0, process: 812)]))
    pilot.holdsAnswers = true
    pilot.press("enter")
    pilot.type("waiting")
    pilot.press("enter")
    return pilot
  }

  @Test(arguments: [80, 120])
  func whoHoldsTheReviewIsSaidWhileActsWait(columns: Int) throws {
    let pilot = try pilot(columns)
    pilot.tell(.waiting(.holder(process: 812, program: "linewise", isStopped: true)))
    let sentence = "1 act not yet saved: BH holds the review (process 812, stopped)"
    #expect(pilot.state.message == Message(sentence, .wrong))
    #expect(pilot.state.view().text.contains(sentence))
    pilot.tell(.waiting(.holder(process: 813, program: "sqlite3", isStopped: false)))
    #expect(
      pilot.state.message?.text == "1 act not yet saved: sqlite3 holds the review (process 813)")
    pilot.tell(.waiting(.fullDisk))
    #expect(pilot.state.message?.text == "1 act not yet saved: the disk is full; make room")
  }

  @Test func nothingIsSaidOnceAllIsSaved() throws {
    let pilot = try pilot(120)
    pilot.answer()
    let message = pilot.state.message
    #expect(message?.text.contains("added ‘waiting’") == true)
    pilot.tell(.waiting(.unknown))
    #expect(pilot.state.message == message)
  }
}
