import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The board as it was looked at and found good.
@Suite struct BoardScreenTests {
  @Test(arguments: [(120, 36), (80, 24), (60, 20), (40, 12)])
  func theBoard(columns: Int, rows: Int) throws {
    let pilot = try Pilot.atBoard((columns, rows))
    pilot.press("space j")
    try expectGolden(pilot, "board-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func theTree(columns: Int, rows: Int) throws {
    let pilot = try Pilot.atBoard((columns, rows))
    pilot.press("l j l")
    try expectGolden(pilot, "board-tree-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func howFarAThemeIsAgreedStandsWhereThereIsRoomForIt(columns: Int, rows: Int) throws {
    let pilot = try Pilot.atBoard((columns, rows))
    pilot.press("l j d")
    pilot.type("People stay for a person who listens first and answers only afterwards.")
    pilot.press("ctrl-d")
    #expect(pilot.screen.contains("waits for AM, BH"))
    #expect(pilot.screen.contains("answers only afterwards."))
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func aLongStatementIsSaidOnceBelowTheBoard(columns: Int, rows: Int) throws {
    let pilot = try Pilot.atBoard((columns, rows))
    pilot.press("l j d")
    pilot.type(
      "People stay for a person who listens first, and who answers only once they were heard.")
    pilot.press("ctrl-d")
    #expect(pilot.screen.ranges(of: "People stay for").count == 1)
    #expect(pilot.screen.contains("heard."))
    #expect(pilot.screen.contains("waits for AM, BH"))
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func somethingIsCarried(columns: Int, rows: Int) throws {
    let pilot = try Pilot.atBoard((columns, rows))
    pilot.press("space space p J l k")
    try expectGolden(pilot, "board-carry-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func aThemesPage(columns: Int, rows: Int) throws {
    let pilot = try Pilot.atBoard((columns, rows))
    pilot.press("l j d")
    pilot.type("People stay for a person who listens first and answers afterwards.")
    pilot.press("ctrl-d ;")
    pilot.type("Is this one theme or two?")
    pilot.press("ctrl-d H enter")
    try expectGolden(pilot, "board-page-\(columns)x\(rows)")
  }

  @Test(arguments: [(120, 36), (80, 24)])
  func thePickerOfThemes(columns: Int, rows: Int) throws {
    let pilot = try Pilot.atBoard((columns, rows))
    pilot.press("t")
    pilot.type("re")
    try expectGolden(pilot, "board-picker-\(columns)x\(rows)")
  }

  @Test func twoBoardsCompared() throws {
    let pilot = try Pilot.atBoard((80, 24))
    pilot.press("R")
    pilot.type("one")
    pilot.press("enter t")
    pilot.type("rel")
    pilot.press("enter s o , c r t")
    try expectGolden(pilot, "board-compared-80x24")
  }

  @Test func aPartnersDropIsMarkedUntilItSettles() throws {
    let pilot = try Pilot.atBoard((120, 36))
    let theme = try #require(pilot.state.boards.board?.themesInOrder[1])
    pilot.partner { room in
      try room.act(room.ben, .place(try room.codes("letters nobody read"), Landing(under: theme)))
      try room.act(room.ben, .setTheme(theme, ["name": "A tie"]))
    }
    try expectGolden(pilot, "board-glow-120x36")
  }

  @Test func plainWordsSayWhatIsUnderTheCursorAndWhatIsCarried() throws {
    var settings = Settings()
    settings.isPlain = true
    let pilot = try Pilot(room: .withThemes(), size: (80, 24), settings: settings)
    pilot.press("g t")
    #expect(pilot.rows[0] == "cost of getting there: not placed · no definition")
    pilot.press("p J")
    #expect(
      pilot.rows[0].hasPrefix("carrying ‘cost of getting there’: into 1.2 Referrals that fit"))
  }
}
