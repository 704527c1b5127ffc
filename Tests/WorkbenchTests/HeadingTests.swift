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
}
