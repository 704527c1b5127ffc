import Synthesis
import TestSupport
import Testing

@testable import Workbench

@Suite struct HeadingTests {
  @Test func theStudysOwnHeadingsCanBeHiddenSoThatItsThemesDoNotBecomeMine() throws {
    let pilot = try Pilot(
      """
      # Findings
      Mothers waited.
      # Results
      Staff hoped.
      """)
    #expect(pilot.screen.contains("Results"))
    pilot.press(", h")
    #expect(!pilot.screen.contains("Results"))
    #expect(pilot.screen.contains("Findings 1/2") && pilot.screen.contains("Findings 2/2"))
    #expect(pilot.top.contains("Study 1 › Findings 1/2"))
    pilot.press(", h")
    #expect(pilot.screen.contains("Results"))
  }

  @Test func whereASectionIsNoMoreFindingsTheHiddenHeadingsAreCountedAgain() throws {
    let pilot = try Pilot("# Results\n# Waiting\nMothers waited.\n# After\nStaff hoped.")
    pilot.press(", h")
    #expect(pilot.screen.contains("Findings 1/3") && pilot.screen.contains("Findings 3/3"))
    let sections = try pilot.room.review.live(Section.kind).map {
      try #require(Section(id: $0.id, fields: $0.folded.fields))
    }
    let first = try #require(sections.first { $0.title == "Results" }?.id)
    for (isEligible, places) in [(false, ["1/2", "2/2"]), (true, ["1/3", "2/3", "3/3"])] {
      pilot.partner { room in
        try room.act(room.ben, .setSections([first], isEligible: isEligible, why: "a group"))
      }
      for place in places { #expect(pilot.screen.contains("Findings \(place)")) }
      // A click falls on the words that are drawn.
      #expect(pilot.state.flaws.isEmpty)
    }
  }
}
