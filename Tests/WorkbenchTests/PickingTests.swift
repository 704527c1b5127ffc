import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The picker: what it lists, what is in focus, and what it does not do.
@Suite struct PickingTests {
  let pilot: Pilot

  init() throws {
    var room = try Room("# Findings\nOne line. | Two lines. | Three lines. | Four lines. | Five.")
    try room.importText("# Findings\nFar away. | Further.", study: .new(label: "Study 2"))
    try room.code(room.ada, "being heard by a worker", 1, of: 1)
    try room.code(room.ada, "owning the plan", 1, of: 1)
    try room.code(room.ada, "plans that others own", 2, of: 1)
    let plan = try room.code("owning the plan")
    try room.act(room.ada, .define(plan, ["definition": "the person says what it is for"]))
    pilot = try Pilot(room: room)
  }

  @Test func typedWordsBeginWordsInAnyOrder() {
    pilot.press("enter")
    pilot.type("pl ow")
    #expect(
      pilot.listed.prefix(2) == ["owning the plan", "plans that others own"])
    #expect(pilot.focused == "owning the plan")
  }

  @Test func theNewCodeIsInFocusExactlyWhenNoNameHasAllWords() {
    pilot.press("enter")
    pilot.type("own")
    #expect(pilot.focused == "owning the plan")
    pilot.type("x")
    #expect(pilot.focused == "new code “ownx”")
    pilot.press("backspace")
    pilot.type(" plan")
    #expect(pilot.focused == "owning the plan")
    pilot.type(" heard")
    #expect(pilot.focused == "new code “own plan heard”")
  }

  @Test func oneSlipIsForgiven() {
    pilot.press("enter")
    pilot.type("ownign")
    #expect(pilot.focused == "owning the plan")
  }

  @Test func upFromTheFirstRowGoesToTheNewCode() {
    pilot.press("enter")
    pilot.type("own")
    pilot.press("up")
    #expect(pilot.focused == "new code “own”")
    pilot.press("enter enter")
    #expect(pilot.acts == ["coded Study 1 2 ‘own’"])
  }

  @Test func aNearNameIsShownBeforeANewOneIsMade() {
    pilot.press("enter")
    pilot.type("being hearing with workers")
    #expect(pilot.listed == ["being heard by a worker", "new code “being hearing with workers”"])
    #expect(pilot.focused == "new code “being hearing with workers”")
    #expect(pilot.screen.contains("being heard by a worker"))
  }

  @Test func aNameWithTheseVeryWordsIsNotOfferedAsNew() {
    pilot.press("enter")
    pilot.type("owning the plan")
    #expect(pilot.listed == ["owning the plan", "plans that others own"])
  }

  @Test func theFocusedCodeStandsWithItsDefinitionAndItsLinesElsewhere() {
    pilot.press("enter")
    pilot.type("owning")
    #expect(pilot.screen.contains("the person says what it is for"))
    #expect(pilot.rows.contains { $0.contains("Study 2    2  Far away.") })
  }

  @Test func theListDoesNotChangeBetweenTwoOfMyKeys() {
    pilot.press("enter")
    pilot.type("own")
    let (rows, focus) = (pilot.picker?.rows, pilot.focused)
    pilot.partner { room in
      try room.code(room.ben, "own own own", 3)
      try room.code(room.ben, "plans that others own", 2)
      try room.act(room.ben, .rename(try room.code("owning the plan"), to: "own plan"))
    }
    #expect(pilot.picker?.rows == rows)
    #expect(pilot.focused == focus)
    #expect(pilot.field == "own")
    pilot.type("i")
    #expect(!pilot.listed.contains("owning the plan"))
  }

  @Test func aCodeThatAPartnerDeletedMeanwhileIsRefusedInWords() {
    pilot.partner { try $0.code($0.ben, "own garden", 3) }
    pilot.press("enter")
    pilot.type("garden")
    pilot.partner { try $0.act($0.ben, .undo(nil, keepingUsed: false)) }
    #expect(pilot.focused == "own garden")
    pilot.press("enter")
    #expect(pilot.acts.isEmpty)
    #expect(pilot.said == "that code is no longer in the review; it may have been undone")
  }

  @Test func aRunGoesFromOpenLineToOpenLineAtFourKeysALine() {
    pilot.code("calm")
    pilot.press("n C c a enter enter c a enter enter")
    #expect(pilot.acts.suffix(2) == ["coded Study 1 3 ‘calm’", "coded Study 1 4 ‘calm’"])
    #expect(pilot.line == 5)
    #expect(pilot.picker != nil)
    #expect(pilot.bottom.contains("⏎ next open line"))
  }

  @Test func aLeadingDashSetsAsideAndGoesOn() {
    pilot.press("C - s e t enter")
    #expect(pilot.acts == ["set aside Study 1 2: setting"])
    #expect(pilot.line == 3)
    #expect(pilot.picker?.title == "code line 3")
    pilot.press("- enter")
    #expect(pilot.acts.last == "set aside Study 1 3: setting")
  }

  @Test func aRunEndsInWordsWhenNoLineIsOpen() {
    pilot.press("C")
    for _ in 0..<5 { pilot.press("- n enter") }
    #expect(pilot.state.overlays.isEmpty)
    #expect(pilot.top.contains("0 open"))
    #expect(pilot.bottom.contains(", r I have finished"))
    pilot.run(.needNext)
    #expect(
      pilot.said == "no line is open in this study; , r says that you have finished it")
  }

  @Test func aRunStopsAtTheOnlyOpenLine() {
    for _ in 0..<4 { pilot.press("s n n") }
    pilot.press("C enter")
    #expect(pilot.line == 6)
    #expect(pilot.said == "this is the only line that is open")
  }

  @Test func aRunBeforeAnythingIsSavedPassesNoLineTwice() {
    pilot.holdsAnswers = true
    pilot.press("C")
    for _ in 0..<5 {
      pilot.type("calm")
      pilot.press("enter enter")
    }
    #expect(pilot.state.overlays.isEmpty)
    pilot.answer()
    #expect(
      pilot.acts == (2...6).map { "coded Study 1 \($0) ‘calm’" })
  }

  @Test func theListRanksThisStudyThenRecencyThenUse() {
    pilot.press("enter")
    pilot.type("own")
    #expect(pilot.focused == "owning the plan")
    pilot.press("down enter enter j enter")
    pilot.type("own")
    #expect(pilot.focused == "plans that others own")
  }

  @Test func anEmptyFieldListsTheWholeBankAndDownStepsIntoIt() {
    pilot.press("enter")
    #expect(pilot.listed.count == 3)
    #expect(pilot.picker?.focus == nil)
    pilot.press("down enter enter")
    #expect(pilot.acts.count == 1)
  }

  @Test func tabGoesToTheLinesAndTypingComesBack() {
    pilot.press("enter")
    pilot.type("own")
    pilot.press("tab")
    #expect(pilot.picker?.isInDetail == true)
    pilot.type("i")
    #expect(pilot.picker?.isInDetail == false)
    #expect(pilot.field == "owni")
  }

  @Test func escLeavesAndWhatWasTakenStays() {
    pilot.press("enter")
    pilot.type("calm")
    pilot.press("enter")
    pilot.type("sto")
    pilot.press("esc")
    #expect(pilot.codes(on: 2) == ["calm"])
    #expect(pilot.state.overlays.isEmpty)
  }

  @Test func aParticipantsLineOffersEvidenceInsteadOfCodes() throws {
    let pilot = try Pilot("# Findings\nOne. | ⟦They never told me.⟧ | Three.")
    pilot.press("j enter")
    #expect(pilot.choice?.title == "keep line 3 as evidence")
  }

  @Test func aSpoiltScreenIsDrawnAgainAndTheProgramStoppedWhereSomethingIsTypedToo() {
    pilot.press("enter")
    pilot.type("own")
    pilot.press("ctrl-l ctrl-z")
    #expect(pilot.outside == [.redraw, .suspend])
    #expect(pilot.picker?.field.text == "own")
  }

  @Test func aSentenceIsAsGoodANameAsAWord() {
    pilot.press("enter")
    pilot.type("the worker asked, twice: “and what would you do?”")
    pilot.press("enter enter")
    #expect(pilot.codes(on: 2) == ["the worker asked, twice: “and what would you do?”"])
  }
}
