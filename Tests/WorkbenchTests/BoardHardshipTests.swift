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

  @Test func wordsThatWereRefusedAreLetGoWhenTheyAreLeftAsTheyAre() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("tab j d")
    pilot.type("People stay.")
    let theme = try #require(pilot.state.boards.board?.themesInOrder[1])
    pilot.partner { room in try room.act(room.ben, .deleteThemes([theme])) }
    pilot.press("ctrl-d ctrl-d")
    #expect(pilot.state.overlays.isEmpty)
    #expect(pilot.said == "let go: it could not be kept where it was written for")
  }

  @Test func whatWasBegunInADraftThatIsGoneDoesNotEndOnTheSharedBoard() throws {
    let pilot = try Pilot.atBoard()
    pilot.press(", a n")
    pilot.type("mine")
    pilot.press("enter , a m p J")
    #expect(pilot.state.context == .carry)
    pilot.partner { room in try room.act(room.ada, .undo(nil, keepingUsed: false)) }
    #expect(pilot.state.themes.carry == nil && pilot.state.boards.arrangement == nil)
    #expect(pilot.said == "that draft is gone; this is the shared board")
    pilot.press("enter esc")
    #expect(pilot.outline[1] == "1.1 A relationship: being heard someone who rings back")
  }

  @Test func inADraftTheWordsOfSharedThemesAreNotChangedNorAgreedTo() throws {
    let pilot = try Pilot.atBoard()
    pilot.press(", a n")
    pilot.type("mine")
    pilot.press("enter , a m tab j")
    for key in ["d", "r", "=", ", x"] {
      pilot.press(key)
      #expect(
        pilot.said == "1.1 A relationship is on the shared board too; , a goes there to change it")
    }
    pilot.press("H")
    #expect(pilot.said == "people agree on the shared board; , a goes there")
    #expect(pilot.acts == ["made the draft ‘mine’"])
  }

  @Test func nobodyAgreesToWhatTheyHaveNotSeen() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("tab j")
    pilot.holdsAnswers = true
    pilot.press("H")
    let theme = try #require(pilot.state.boards.board?.themesInOrder[1])
    try pilot.room.act(pilot.room.ben, .setTheme(theme, ["statement": "Something else."]))
    pilot.answer()
    #expect(
      pilot.said == "‘A relationship’ has changed since you saw it; read it again, then agree")
    #expect(try pilot.room.board().agreement(to: theme).holding.isEmpty)
  }

  @Test func markedThingsLeaveTheThemeThatTheyShareAndStayWhereTheyStandBesides() throws {
    let pilot = try Pilot.atBoard()
    let board = try #require(pilot.state.boards.board)
    let (one, life) = (board.themesInOrder[1], board.themesInOrder[4])
    pilot.partner { room in
      try room.act(
        room.ben, .place(try room.codes("being heard"), Landing(under: life, leaving: .nowhere)))
    }
    pilot.press("tab j l l")
    #expect(pilot.state.boardFocus?.parent == one)
    pilot.press("space space t")
    pilot.type("1.2")
    pilot.press("enter")
    #expect(pilot.outline[1] == "1.1 A relationship")
    #expect(pilot.outline[2].hasSuffix("being heard someone who rings back"))
    #expect(pilot.outline[4].contains("being heard"))
  }

  @Test func aThemeThatIsThereCanBeUsedAgainBeforeItsMakingIsAnswered() throws {
    let pilot = try Pilot.atBoard()
    pilot.holdsAnswers = true
    pilot.press("t")
    pilot.type("What it costs")
    pilot.press("enter .")
    #expect(pilot.said == "the theme is being made; once more in a moment")
    pilot.partner { room in try room.theme("What it costs", over: ["cost of getting there"]) }
    pilot.press(".")
    #expect(pilot.said?.contains("being made") != true)
    let made = try #require(pilot.state.boards.board?.themesInOrder.last)
    #expect(pilot.state.themes.lastTheme == made)
  }

  @Test(arguments: [40, 80, 120])
  func whatAnUndoLeavesAsOthersPutItIsSaidInFullUntilTheNextKey(columns: Int) throws {
    let pilot = try Pilot.atBoard()
    pilot.resize(columns, 24)
    pilot.press("t")
    pilot.type("whole")
    pilot.press("enter")
    let code = try pilot.room.code("cost of getting there")
    let theme = try #require(try pilot.room.board().themes(named: "Referrals that fit").first)
    let other = pilot.me == pilot.room.ada ? pilot.room.ben : pilot.room.ada
    pilot.partner { room in try room.act(other, .place([code], Landing(under: theme))) }
    let moved = pilot.outline
    pilot.press("u")
    let words = pilot.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("getting there’ stays as it is, for others have moved it since"))
    #expect(pilot.outline == moved)
    pilot.press("j")
    #expect(!pilot.screen.contains("moved it since"))
  }
}
