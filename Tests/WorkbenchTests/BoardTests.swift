import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The board by keys: what is placed, where the hand stands afterwards, and what can be taken back.
@Suite struct BoardTests {
  private static let start = [
    "1 Care fitted to the person", "1.1 A relationship: being heard someone who rings back",
    "1.2 Referrals that fit: asked before being sent right activity, wrong week",
    "2 A place to become someone", "2.1 The whole of a life: good days and bad days",
  ]

  @Test func typingAThemeTakesAFewLettersAndTheNextCodeIsUnderTheCursor() throws {
    let pilot = try Pilot.atBoard()
    #expect(pilot.focusedCode == "cost of getting there")
    pilot.press("t")
    pilot.type("whole")
    #expect(pilot.focused == "2.1 The whole of a life")
    pilot.press("enter")
    #expect(
      pilot.outline.last == "2.1 The whole of a life: good days and bad days cost of getting there")
    #expect(pilot.focusedCode == "fear of the group")
    pilot.press(".")
    #expect(pilot.focusedCode == "letters nobody read")
    pilot.press("t")
    pilot.type("1.2")
    pilot.press("enter")
    #expect(pilot.outline[2].hasSuffix("wrong week letters nobody read"))
    pilot.press("u u u")
    #expect(pilot.outline == Self.start)
    #expect(
      pilot.acts.prefix(3) == [
        "put ‘cost of getting there’ under ‘The whole of a life’",
        "put ‘fear of the group’ under ‘The whole of a life’",
        "put ‘letters nobody read’ under ‘Referrals that fit’",
      ])
  }

  @Test func aNameThatNoThemeHasMakesOneOverTheThings() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("space space t")
    pilot.type("What it costs")
    #expect(pilot.focused == "new theme “What it costs”")
    pilot.press("enter")
    #expect(pilot.outline.last == "3 What it costs: cost of getting there fear of the group")
    #expect(pilot.state.themes.marks.isEmpty)
    pilot.press("u")
    #expect(pilot.outline == Self.start)
  }

  @Test func whatIsCarriedByKeyIsOfferedANewThemeBehindTheTreeUntilThatIsWhereItIs() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("p")
    #expect(pilot.screen.contains("+ a new theme"))
    pilot.press("J J j")
    #expect(pilot.strip.contains("into a new theme"))
    #expect(pilot.screen.contains("━━━ cost of getting there ━━━"))
    #expect(!pilot.screen.contains("+ a new theme"))
  }

  @Test func whatIsPickedUpIsMovedByPlaceByThemeAndByLevelAndDroppedInOneAct() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("p")
    #expect(pilot.state.context == .carry)
    #expect(pilot.strip.contains("into 1.1 A relationship, third of 3"))
    pilot.press("J")
    #expect(pilot.strip.contains("into 1.2 Referrals that fit, third of 3"))
    pilot.press("l k")
    #expect(pilot.strip.contains("into 1.2 Referrals that fit, second of 3"))
    pilot.press("enter")
    #expect(
      pilot.outline[2]
        == "1.2 Referrals that fit: asked before being sent cost of getting there "
        + "right activity, wrong week")
    #expect(pilot.acts.count == 1)
    pilot.press("u")
    #expect(pilot.outline == Self.start)
  }

  @Test func puttingBackLeavesEverythingAsItWas() throws {
    let pilot = try Pilot.atBoard()
    for key in ["q", "esc", "ctrl-c"] {
      pilot.press("p j j J")
      pilot.press(key)
      #expect(pilot.state.themes.carry == nil)
      #expect(pilot.said == "put ‘cost of getting there’ back")
    }
    #expect(pilot.acts.isEmpty && pilot.outline == Self.start)
    #expect(!pilot.hasQuit)
  }

  @Test func aSecondCopyStandsAlsoThereAndAReasonGoesWithTheDrop() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j l l P J m")
    pilot.type("both, we think")
    pilot.press("enter")
    #expect(pilot.strip.contains("also into 1.2 Referrals that fit"))
    #expect(pilot.strip.contains("why: both, we think"))
    pilot.press("enter")
    #expect(pilot.outline[1] == "1.1 A relationship: being heard someone who rings back")
    #expect(pilot.outline[2].hasSuffix("wrong week being heard"))
    #expect(pilot.room.review.actions.last?.note == "both, we think")
  }

  @Test func descriptiveThemesGoUnderOthersAndAreReorderedTheSameWay() throws {
    let pilot = try Pilot.atBoard()
    // The cursor on 1.2, then before 1.1.
    pilot.press("l j j p k enter")
    #expect(pilot.outline[1].hasPrefix("1.1 Referrals that fit"))
    #expect(pilot.outline[2].hasPrefix("1.2 A relationship"))
    pilot.press("p l enter")
    #expect(pilot.outline.contains { $0.hasPrefix("1.1.1 Referrals that fit") })
    pilot.press("u u")
    #expect(pilot.outline == Self.start)
  }

  @Test func overMarkedThemesAnAnalyticalOneIsRaised() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j space space +")
    #expect(pilot.title == "new analytical theme over 2 themes; its name can wait")
    pilot.press("enter")
    #expect(
      pilot.outline.suffix(3) == [
        "3 pile 3", "3.1 A relationship: being heard someone who rings back",
        "3.2 Referrals that fit: asked before being sent right activity, wrong week",
      ])
  }

  @Test func marksOutliveAFilterAndSayHowManyAreNotShown() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("space space /")
    pilot.type("money")
    #expect(pilot.screen.contains("2 marked, 2 not shown"))
    pilot.press("enter space")
    #expect(pilot.screen.contains("3 marked, 2 not shown"))
    pilot.press("+ enter")
    #expect(
      pilot.outline.last == "3 pile 3: cost of getting there fear of the group talking about money")
  }

  @Test func whileMarkedCodesAreOnTheirWayTheCursorStaysOnItsCode() throws {
    for steps in 0..<5 {
      let pilot = try Pilot.atBoard()
      let codes = pilot.state.themes.codes
      // The first and the third, above the cursor, under it or below it.
      let marked = [codes[0], codes[2]]
      let own = codes.dropFirst(steps).first { !marked.contains($0) }
      pilot.press("space j space g g" + String(repeating: " j", count: steps))
      #expect(pilot.state.themes.marks == Set(marked))
      pilot.holdsAnswers = true
      pilot.press("t enter")
      var anew = pilot.state
      anew.themes.refreshCodes(anew.bank, anew.boards)
      #expect(pilot.state.themes.codes == anew.themes.codes)
      #expect(pilot.state.themes.leaving == Set(marked))
      #expect(pilot.state.boardFocus?.id == own)
    }
  }

  @Test func leavingOutAsksForAReasonAndNotPlacedCanReachNought() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("s o s s s s s s s s")
    #expect(pilot.top.contains("10 codes · 0 not placed · 5 left out"))
    #expect(pilot.acts.first == "left ‘cost of getting there’ out of the themes: one line only")
    pilot.press("n")
    #expect(pilot.said == "every code stands under a theme or is left out")
    pilot.press("a a x")
    #expect(pilot.top.contains("1 not placed · 4 left out"))
  }

  @Test func takingOffLeavesTheOtherPlacesAndDeletingAThemeFreesItsCodes() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j l l x")
    #expect(pilot.outline[1] == "1.1 A relationship: someone who rings back")
    pilot.press("h , x")
    #expect(!pilot.outline.contains { $0.contains("A relationship") })
    #expect(pilot.top.contains("7 not placed"))
    pilot.press("u u")
    #expect(pilot.outline == Self.start)
  }

  @Test func agreeingIsMineAndTheBoardSaysWhoIsWaitedFor() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j H")
    #expect(pilot.strip.contains("draft, agreed by AM · waits for BH"))
    let theme = try #require(pilot.state.focusedThemeIfAny)
    pilot.partner { room in try room.act(room.ben, .agree(theme, true)) }
    #expect(pilot.strip.contains("◆ agreed by AM, BH"))
    #expect(pilot.screen.contains("1.1  A relationship ◆"))
    pilot.press("d")
    pilot.type("People stay for a person.")
    pilot.press("ctrl-d")
    #expect(pilot.strip.contains("lapsed: AM, BH"))
  }

  @Test func aDraftIsAnotherBoardUntilItIsRevealed() throws {
    let pilot = try Pilot.atBoard()
    pilot.press(", a n")
    pilot.type("mine")
    pilot.press("enter , a m")
    #expect(pilot.top.contains("draft ‘mine’"))
    pilot.press("t")
    pilot.type("rel")
    pilot.press("enter")
    #expect(pilot.outline == Self.start, "the shared board stays")
    pilot.press(", v")
    #expect(pilot.acts.last == "revealed the draft ‘mine’")
  }

  @Test func aRoundIsComparedWithTheBoardAsItStands() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("R")
    pilot.type("one")
    pilot.press("enter t")
    pilot.type("rel")
    pilot.press("enter l j r ctrl-u")
    pilot.type("A tie")
    pilot.press("enter , c r t")
    #expect(pilot.screen.contains("from round ‘one’ to the shared board: 2 changes"))
    #expect(pilot.screen.contains("theme ‘A tie’ was called ‘A relationship’"))
    #expect(pilot.screen.contains("code ‘cost of getting there’ moved from no theme to ‘A tie’"))
    pilot.press("q")
    #expect(pilot.state.overlays.isEmpty)
  }

  @Test func digitsPutUnderPinnedThemes() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j , 1 h h h 1 1")
    #expect(pilot.outline[1].hasSuffix("rings back cost of getting there fear of the group"))
  }

  @Test func theChainGoesFromALineToItsThemeAndBack() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("g c l >")
    #expect(pilot.state.desk == .themes)
    #expect(pilot.strip.contains("being heard"))
    pilot.press(">")
    #expect(pilot.strip.contains("1.1 A relationship"))
    pilot.press(">")
    #expect(pilot.strip.contains("1 Care fitted to the person"))
    pilot.press("< < <")
    #expect(pilot.state.themes.page != nil)
    pilot.press("j enter")
    #expect(pilot.state.desk == .code && pilot.line == 2)
    pilot.press("backspace")
    #expect(pilot.state.desk == .themes)
  }

  @Test func aThemesPageHasItsWordsItsThreadsAndItsLines() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("l j enter enter")
    pilot.type("People stay for a person.")
    pilot.press("ctrl-d ;")
    pilot.type("Do they?")
    pilot.press("ctrl-d")
    #expect(pilot.screen.contains("statement   People stay for a person."))
    #expect(pilot.screen.contains("AM: Do they?"))
    pilot.press("G k k k k k k k k")
    pilot.press("q")
    #expect(pilot.state.themes.page == nil && !pilot.hasQuit)
  }

  @Test func aPartnersDropMovesNoCursorOfMineAndGlowsUntilItSettles() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("j j")
    #expect(pilot.focusedCode == "letters nobody read")
    let theme = try #require(pilot.state.boards.board?.themesInOrder[1])
    pilot.partner { room in
      try room.act(room.ben, .place(try room.codes("cost of getting there"), Landing(under: theme)))
    }
    #expect(pilot.focusedCode == "letters nobody read")
    #expect(pilot.state.nextTick == 500)
    pilot.tell(.tick(1000))
    #expect(!pilot.state.themes.glow.isEmpty)
    pilot.tell(.tick(3000))
    #expect(pilot.state.themes.glow.isEmpty && pilot.state.nextTick == nil)
  }

  @Test func aCodeThatIsGoneIsNoLongerCarried() throws {
    let pilot = try Pilot.atBoard()
    pilot.press("space p")
    pilot.partner { room in
      try room.act(
        room.ben,
        .mergeCodes(try room.codes("cost of getting there"), into: room.code("being heard")))
    }
    #expect(pilot.state.themes.carry == nil)
    #expect(pilot.said == "what you carried is gone; nothing was moved")
    #expect(pilot.acts.isEmpty)
  }
}

extension Pilot {
  /// The code under the cursor in the list of codes.
  fileprivate var focusedCode: String? {
    let desk = state.themes
    return desk.codes.indices.contains(desk.codeCursor)
      ? state.bank.name(of: desk.codes[desk.codeCursor]) : nil
  }

  /// What the strip says.
  fileprivate var strip: String { "\(state.stripWords.title): \(state.stripWords.text)" }

  /// What the field that is open is for.
  fileprivate var title: String? {
    if case .field(let prompt)? = state.overlays.last { prompt.title } else { nil }
  }
}
