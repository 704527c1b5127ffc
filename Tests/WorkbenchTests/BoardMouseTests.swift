import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The board by mouse: a press, motion, a release.
@Suite struct BoardMouseTests {
  private static let start = [
    "1 Care fitted to the person", "1.1 A relationship: being heard someone who rings back",
    "1.2 Referrals that fit: asked before being sent right activity, wrong week",
    "2 A place to become someone", "2.1 The whole of a life: good days and bad days",
  ]

  @Test func aCodeIsDraggedOntoAThemeAndTheHandIsToldWhereItWouldLand() throws {
    let pilot = try Pilot.atBoard()
    let from = try pilot.place(of: "fear of the group")
    let to = try pilot.place(of: "Referrals that fit")
    pilot.mouse(.press, at: from)
    #expect(pilot.state.themes.carry == nil, "a press alone carries nothing")
    pilot.mouse(.drag, at: from.moved(columns: 3), after: 10)
    #expect(pilot.state.stripWords.text.contains("back to the codes"))
    pilot.mouse(.drag, at: to, after: 10)
    #expect(pilot.state.stripWords.text.contains("into 1.2 Referrals that fit, third of 3"))
    #expect(pilot.screen.contains("━━━ fear of the group ━━━"))
    pilot.mouse(.release, at: to, after: 10)
    #expect(pilot.outline[2].hasSuffix("wrong week fear of the group"))
    #expect(pilot.acts == ["put ‘fear of the group’ under ‘Referrals that fit’"])
    pilot.press("u")
    #expect(pilot.outline == Self.start)
  }

  @Test func noRowMovesUnderAPointer() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j l J l")
    let rows = try ["A relationship", "someone who", "Referrals", "asked", "A place", "The whole"]
      .map { try pilot.place(of: $0) }
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    for row in rows {
      pilot.mouse(.drag, at: row, after: 10)
      let seen = try ["1.1", "1.2", "2.1"].map { try pilot.place(of: $0).row }
      #expect(seen == [rows[0].row, rows[2].row, rows[5].row])
    }
    pilot.press("esc")
    #expect(pilot.acts.isEmpty)
  }

  @Test func whatIsInTheHandStaysThereWhenTheCodeDeskGetsAnotherStudy() throws {
    let pilot = try Pilot.atBoard()
    let to = try pilot.place(of: "Referrals that fit")
    let study = try #require(try pilot.room.review.studies().last?.study.id)
    let page = try #require(try pilot.room.review.page(of: study))
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: to, after: 10)
    pilot.tell(.study(page, at: nil))
    pilot.mouse(.release, at: to, after: 10)
    #expect(pilot.acts == ["put ‘fear of the group’ under ‘Referrals that fit’"])
  }

  @Test func betweenTwoRowsItTakesThatPosition() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j l")
    try pilot.drag("cost of getting there", onto: "someone who rings back")
    #expect(
      pilot.outline[1]
        == "1.1 A relationship: being heard cost of getting there someone who rings back")
    try pilot.drag("someone who rings back", onto: "being heard")
    #expect(
      pilot.outline[1]
        == "1.1 A relationship: someone who rings back being heard cost of getting there")
    #expect(pilot.acts.last == "moved ‘someone who rings back’ within ‘A relationship’")
  }

  @Test func draggedBackToTheCodesItIsOutOfTheTheme() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j l")
    try pilot.drag("being heard", onto: "fear of the group")
    #expect(pilot.outline[1] == "1.1 A relationship: someone who rings back")
    #expect(pilot.acts == ["took ‘being heard’ out of ‘A relationship’"])
  }

  @Test func ontoEmptySpaceItMakesAThemeWhoseNameCanWait() throws {
    let pilot = try Pilot.atBoard()
    let from = try pilot.place(of: "fear of the group")
    let to = Point(column: 80, row: 20)
    pilot.mouse(.press, at: from)
    pilot.mouse(.drag, at: to, after: 10)
    #expect(pilot.state.stripWords.text.contains("into a new theme"))
    pilot.mouse(.release, at: to, after: 10)
    #expect(pilot.field == "")
    pilot.press("enter")
    #expect(pilot.outline.last == "3 pile 3: fear of the group")
    #expect(pilot.screen.contains("pile 3 (no name yet)"))
  }

  @Test func severalMarkedCodesAreDraggedTogether() throws {
    let pilot = try Pilot.atBoard()
    pilot.click(.board(.code(0)), column: 4, ctrl: true)
    pilot.click(.board(.code(2)), column: 4, ctrl: true)
    #expect(pilot.state.themes.marks.count == 2)
    try pilot.drag("letters nobody read", onto: "The whole of a life")
    #expect(
      pilot.outline.last?.hasSuffix("bad days cost of getting there letters nobody read") == true)
    #expect(pilot.acts.count == 1)
  }

  @Test func withCtrlItStandsAlsoThere() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j l")
    let from = try pilot.place(of: "being heard")
    let to = try pilot.place(of: "The whole of a life")
    pilot.mouse(.press, at: from, ctrl: true)
    pilot.mouse(.drag, at: to, ctrl: true, after: 10)
    pilot.mouse(.release, at: to, ctrl: true, after: 10)
    #expect(pilot.outline[1].contains("being heard") && pilot.outline[4].contains("being heard"))
  }

  @Test func aKeyDuringTheDragMeansWhatItMeansWithTheKeys() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j l")
    let to = try pilot.place(of: "The whole of a life")
    pilot.mouse(.press, at: try pilot.place(of: "being heard"))
    pilot.mouse(.drag, at: to, after: 10)
    pilot.press("P")
    #expect(pilot.state.stripWords.text.contains("also into 2.1"))
    pilot.mouse(.release, at: to, after: 10)
    #expect(pilot.outline[1].contains("being heard") && pilot.outline[4].contains("being heard"))
    pilot.mouse(.press, at: try pilot.place(of: "someone who rings back"))
    pilot.mouse(.drag, at: to, after: 10)
    pilot.press("esc")
    #expect(pilot.state.themes.carry == nil)
    pilot.mouse(.release, at: to, after: 10)
    #expect(pilot.acts.count == 1, "what was put back is not dropped")
  }

  @Test func aLostReleaseIsEndedByTheNextPress() throws {
    let pilot = try Pilot.atBoard()
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: try pilot.place(of: "The whole of a life"), after: 10)
    pilot.mouse(.press, at: try pilot.place(of: "cost of getting there"))
    #expect(pilot.state.themes.carry == nil && pilot.acts.isEmpty)
  }

  @Test func releasedOverNoPlaceItIsPutBack() throws {
    let pilot = try Pilot.atBoard()
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: Point(column: 10, row: 33), after: 10)
    #expect(pilot.state.stripWords.text.contains("over no place"))
    pilot.mouse(.release, at: Point(column: 10, row: 33), after: 10)
    #expect(pilot.said == "put ‘fear of the group’ back" && pilot.acts.isEmpty)
  }

  @Test func aDescriptiveThemeIsDraggedUnderAnAnalyticalOneAndBeforeAnother() throws {
    let pilot = try Pilot.atBoard()
    try pilot.drag("The whole of a life", onto: "Care fitted to the person")
    #expect(pilot.outline[3] == "1.3 The whole of a life: good days and bad days")
    // On the number of another theme is before it.
    let from = try pilot.place(of: "The whole of a life")
    let onNumber = try pilot.place(of: "1.1").moved(columns: -2)
    pilot.mouse(.press, at: from)
    pilot.mouse(.drag, at: onNumber, after: 10)
    #expect(pilot.state.stripWords.text.contains("into 1 Care fitted to the person, first of 3"))
    pilot.mouse(.release, at: onNumber, after: 10)
    #expect(pilot.outline[1] == "1.1 The whole of a life: good days and bad days")
  }

  @Test func aCodeOnAnAnalyticalThemeMakesADescriptiveOneUnderIt() throws {
    let pilot = try Pilot.atBoard()
    try pilot.drag("fear of the group", onto: "A place to become someone")
    pilot.type("Others")
    pilot.press("enter")
    #expect(pilot.outline.last == "2.2 Others: fear of the group")
  }

  @Test func aCodeOverAnAnalyticalThemeIsDrawnOnItAsANewThemes() throws {
    let pilot = try Pilot.atBoard()
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: try pilot.place(of: "A place to become someone"), after: 10)
    #expect(pilot.screen.contains("━━━ a new theme ━━━"))
  }

  @Test func aPressBesideTheCodesBringsTheLinesOfTheCodeThatIsUnderTheCursorThen() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("tab")
    let layout = pilot.state.boardLayout
    pilot.mouse(
      .press, at: Point(column: layout.codes.column + 5, row: layout.codes.endRow - 1))
    let focus = try #require(pilot.state.boardFocus)
    #expect(!focus.isTheme)
    #expect(pilot.state.themes.lines?.subject.id == focus.id)
  }

  @Test func atItsEdgeTheTreeScrollsAsLongAsThePointerStays() throws {
    let pilot = try Pilot.atBoard((120, 24))
    for index in 0..<12 {
      pilot.partner { room in
        try room.act(room.ben, .makeTheme(ThemeDraft(.descriptive, named: "t\(index)")))
      }
    }
    pilot.tell(.tick(1))
    pilot.tell(.tick(5000))
    let layout = pilot.state.boardLayout
    let bottom = Point(column: 80, row: layout.tree.endRow - 1)
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: bottom, after: 10)
    let top = pilot.state.themes.treeTop
    #expect(pilot.state.nextTick == 60)
    for time in 0..<40 { pilot.tell(.tick(6000 + time * 60)) }
    #expect(pilot.state.themes.treeTop > top)
    #expect(pilot.state.nextTick == nil, "at the end nothing scrolls")
    pilot.mouse(.drag, at: Point(column: 80, row: layout.tree.row), after: 10)
    for time in 0..<40 { pilot.tell(.tick(9000 + time * 60)) }
    #expect(pilot.state.themes.treeTop == 0)
  }

  @Test func aResizeInTheMiddleOfADragLosesNothing() throws {
    let pilot = try Pilot.atBoard()
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: try pilot.place(of: "Referrals that fit"), after: 10)
    pilot.resize(80, 24)
    #expect(pilot.state.themes.carry != nil)
    let to = try pilot.place(of: "The whole of a life")
    pilot.mouse(.drag, at: to, after: 10)
    pilot.mouse(.release, at: to, after: 10)
    #expect(
      pilot.outline.last == "2.1 The whole of a life: good days and bad days fear of the group")
  }

  @Test func onANarrowScreenTheCodesShrinkToARuleAndBothAreInReach() throws {
    let pilot = try Pilot.atBoard((80, 24))
    pilot.mouse(.press, at: try pilot.place(of: "fear of the group"))
    pilot.mouse(.drag, at: Point(column: 30, row: 12), after: 10)
    #expect(pilot.screen.contains("── codes: 5 not placed ──"))
    let to = try pilot.place(of: "A relationship")
    pilot.mouse(.drag, at: to, after: 10)
    pilot.mouse(.release, at: to, after: 10)
    #expect(pilot.outline[1].hasSuffix("rings back fear of the group"))
  }

  @Test(arguments: [1 as UInt64, 2, 3, 4])
  func whateverAHandDoesWithTheMouseNothingIsHalfPlaced(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let pilot = try Pilot.atBoard((100, 30))
    for _ in 0..<300 {
      let point = Point(
        column: .random(in: 0..<100, using: &random), row: .random(in: 0..<30, using: &random))
      switch Int.random(in: 0..<12, using: &random) {
      case 0...2: pilot.mouse(.press, at: point, ctrl: .random(using: &random), after: 500)
      case 3...6: pilot.mouse(.drag, at: point, after: 20)
      case 7...8: pilot.mouse(.release, at: point, after: 20)
      case 9: pilot.mouse(Bool.random(using: &random) ? .wheelUp : .wheelDown, at: point)
      case 10: pilot.press("esc")
      default:
        pilot.press(
          ["g t", "u", "U", "tab", "p", "enter", "n"].randomElement(using: &random) ?? "u")
      }
      let before = pilot.acts.count
      if pilot.state.desk != .themes { pilot.press("esc esc g t") }
      #expect(pilot.acts.count == before)
    }
    let board = try pilot.room.board()
    let placed = Set(board.themesInOrder.flatMap(board.codes))
    #expect(board.notPlaced.isDisjoint(with: placed))
    #expect(
      placed.union(board.notPlaced).union(board.leftOut.keys).count == pilot.state.bank.codes.count)
  }
}

extension Pilot {
  /// Where words stand on the screen, a few cells into them.
  func place(
    of words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Point {
    for (row, text) in rows.enumerated().prefix(rows.count - 8) {
      guard let range = text.ranges(of: words).first else { continue }
      return Point(column: text.distance(from: text.startIndex, to: range.lowerBound) + 2, row: row)
    }
    Issue.record("\(words) is not on the screen:\n\(screen)", sourceLocation: sourceLocation)
    return Point(column: 0, row: 0)
  }

  /// Drags what bears some words onto what bears others.
  fileprivate func drag(_ from: String, onto to: String) throws {
    let (start, end) = (try place(of: from), try place(of: to))
    mouse(.press, at: start)
    mouse(.drag, at: end, after: 20)
    mouse(.release, at: end, after: 20)
  }
}
