import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The board while others take away what is on it.
@Suite struct BoardHardshipTests {
  @Test func wheelingUnderAHandMovesTheLandingWithTheRows() throws {
    let pilot = try Pilot.atBoard((120, 24))
    for index in 0..<30 {
      pilot.partner { room in
        try room.act(room.ben, .makeTheme(ThemeDraft(.descriptive, named: "t\(index)")))
      }
    }
    let to = try pilot.place(of: "Referrals that fit")
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: to, after: 10)
    for _ in 0..<4 { pilot.mouse(.wheelDown, at: to, after: 10) }
    pilot.mouse(.release, at: to, after: 10)
    #expect(!pilot.outline[2].contains("fear of the group"))
  }

  @Test func aKeyIsOnTheBoardForEvidence() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("tab e")
    #expect(pilot.state.themes.page != nil)
  }

  @Test func aClickWhileKeysCarryDropsNothing() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("p J")
    let place = try pilot.place(of: "The whole of a life")
    pilot.mouse(.press, at: place)
    pilot.mouse(.release, at: place, after: 10)
    #expect(pilot.acts.isEmpty || pilot.outline[4].contains("cost of getting there"))
  }

  @Test func wordsForAThemeThatIsGoneAreNotLost() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("tab j d")
    pilot.type("People stay.")
    let theme = try #require(pilot.state.boards.board?.themesInOrder[1])
    pilot.partner { room in try room.act(room.ben, .deleteThemes([theme])) }
    pilot.press("ctrl-d")
    #expect(pilot.screen.contains("People stay."))
  }

  /// Ends the whole run where it fails.
  @Test func aTreeThatShrinksUnderAHandIsDrawn() throws {
    let pilot = try Pilot.atBoard((120, 24))
    var made: [EntityID] = []
    for index in 0..<30 {
      pilot.partner { room in
        made.append(try room.theme("t\(index)"))
      }
    }
    let bottom = Point(column: 80, row: pilot.state.boardLayout.tree.endRow - 1)
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: bottom, after: 10)
    for time in 0..<60 { pilot.tell(.tick(6000 + time * 60)) }
    pilot.partner { room in try room.act(room.ada, .deleteThemes(made)) }
    #expect(pilot.screen.contains("Themes"))
  }
}
