import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// What others do shows on the desk as it stands, without a key.
@Suite struct NewsOnScreenTests {
  @Test func aCodeThatIsRenamedHasItsNewNameBesideItsLines() throws {
    let pilot = try Pilot("# Findings\nMothers waited. | They hoped.\nNobody rang.")
    pilot.code("waiting")
    pilot.press("j")
    pilot.partner { room in
      try room.act(room.ada, .rename(try room.code("waiting"), to: "left to wait"))
    }
    #expect(pilot.screen.contains("▪ left to wait"))
  }

  @Test func whereTheLastStudyIsTakenOutItsLinesLeaveTheDeskAndComeBackWithIt() throws {
    let pilot = try Pilot("# Findings\nMothers waited. | They hoped. | Nobody rang.")
    pilot.press("j j")
    let place = pilot.rows.firstIndex { $0.hasPrefix("▌") }
    pilot.run(.historyUndo)
    #expect(!pilot.screen.contains("Mothers waited."))
    #expect(pilot.screen.contains("No text is in this review."))
    #expect(pilot.screen.contains("undid: imported ‘Study 1’"))
    pilot.press("enter")
    #expect(pilot.screen.contains("import"))
    #expect(!pilot.screen.contains("code line"))
    pilot.run(.historyRedo)
    #expect(pilot.screen.contains("Mothers waited."))
    #expect(pilot.rows.firstIndex { $0.hasPrefix("▌") } == place)
    pilot.code("waiting")
    #expect(pilot.acts.last == "coded Study 1 4 ‘waiting’")
  }

  @Test func whereAStudyIsTakenOutTheDeskShowsAnotherAndComesBackToItsPlace() throws {
    let pilot = try Pilot(
      "# Findings\nMothers waited. | They hoped. | Nobody rang.", "# Findings\nFathers drove.")
    pilot.press("j j")
    let place = pilot.rows.firstIndex { $0.hasPrefix("▌") }
    pilot.partner { room in
      let acts = try room.review.history(limit: 10)
      let first = try #require(acts.last { $0.sentence.hasPrefix("imported") })
      try room.act(room.ada, .undo(first.action.id, keepingUsed: false))
    }
    #expect(pilot.screen.contains("Fathers drove."))
    #expect(!pilot.screen.contains("Mothers waited."))
    pilot.run(.historyRedo)
    pilot.run(.placeBack)
    #expect(pilot.rows.firstIndex { $0.hasPrefix("▌") } == place)
  }

  @Test func aThemeThatIsRenamedHasItsNewNameBesideItsEvidence() throws {
    var room = try Room("# Findings\nMothers waited.\n⟦They never told me.⟧")
    let theme = try room.theme("Left alone")
    try room.act(room.ada, .tie(theme, at: try room.place(2), isAgainst: false))
    let pilot = try Pilot(room: room)
    pilot.press("g t g c j k")
    #expect(pilot.screen.contains("for ‘Left alone’"))
    pilot.partner { room in try room.act(room.ben, .setTheme(theme, ["name": "Nobody there"])) }
    #expect(pilot.screen.contains("for ‘Nobody there’"))
  }

  @Test func aCoderWithLongInitialsMakesRoomForThemBesideTheLines() throws {
    var room = try Room("# Findings\nMothers waited. | They hoped.")
    try room.code(room.ben, "waiting", 1)
    let pilot = try Pilot(room: room)
    pilot.run(.viewWhose)
    let row = try #require(pilot.rows.first { $0.contains("▫") })
    pilot.partner { room in
      try room.act(room.ada, .addCoder(name: "Cleo Marchbanks", initials: "CLEO", role: .coder))
    }
    let after = try #require(pilot.rows.first { $0.contains("▫") })
    #expect(after.firstRange(of: "waiting") != row.firstRange(of: "waiting"))
  }

  @Test func whatAPartnerHoldsOnTheBoardSaysSoUntilItIsLaidDown() throws {
    let pilot = try Pilot.atBoard()
    let held = try pilot.room.codes("fear of the group", "being heard")
    for codes in [Set(held), Set(held.prefix(1)), []] {
      pilot.tell(
        .companions([
          Companion(coder: pilot.room.ben, study: nil, line: 0, holding: codes)
        ]))
      #expect(pilot.screen.contains("holds it") == !codes.isEmpty)
    }
  }

  @Test func aHolderWithLongInitialsLeavesTheRuleBetweenTheListsAlone() throws {
    var room = try Room.withThemes()
    let initials = String(repeating: "W", count: 60)
    try room.act(room.ada, .addCoder(name: "Wynne Wold", initials: initials, role: .coder))
    let pilot = try Pilot(room: room, size: (100, 36))
    pilot.press("g t tab j l j")
    let wynne = try #require(pilot.state.coders.first { $0.initials == initials }).id
    let held = Set(try pilot.room.codes("being heard", "fear of the group"))
    for holding in [held, []] {
      pilot.tell(.companions([Companion(coder: wynne, study: nil, line: 0, holding: holding)]))
      #expect(pilot.rows[3...6].allSatisfy { $0.contains("│") })
      pilot.press("j k")
    }
  }

  @Test func aStudyMoreIsOneMoreOfAllOnTheBoard() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("a tab j l")
    #expect(pilot.screen.contains("/4"))
    pilot.partner { room in
      try room.importText("# Findings\nOne more.", study: .new(label: "Wood 2024"))
    }
    #expect(!pilot.screen.contains("/4"))
    #expect(pilot.screen.contains("/5"))
  }

  @Test func aCodeThatIsRenamedHasItsNewNameInBothLists() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("a tab j l")
    pilot.partner { room in
      try room.act(room.ben, .rename(try room.code("being heard"), to: "heard at last"))
    }
    #expect(pilot.rows.count { $0.contains("heard at last") } >= 2)
    // The bottom line says what it was called before.
    #expect(!pilot.rows.dropLast().contains { $0.contains("being heard") })
  }

  @Test func aLineMoreThatACodeBearsIsCountedInBothLists() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("a tab j l")
    let before = pilot.rows.filter { $0.contains("being heard") }
    pilot.partner { room in try room.code(room.ben, "being heard", 6, of: 1) }
    let after = pilot.rows.filter { $0.contains("being heard") }
    #expect(before.count == 2 && after.count == 2)
    #expect(Set(before).isDisjoint(with: after))
  }

  @Test func whatIsCarriedIsFaintWhereItStandsUnlessItStaysThere() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("tab l j l j p")
    let moving = pilot.state.view().styleRuns
    pilot.press("P")
    #expect(pilot.state.themes.carry?.isAlso == true)
    #expect(pilot.state.view().styleRuns != moving)
    pilot.press("P")
    #expect(pilot.state.view().styleRuns == moving)
  }
}
