import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// A coder's keys on the code desk, and what comes of them.
@Suite struct CodingTests {
  let pilot: Pilot

  init() throws {
    pilot = try Pilot(
      """
      # Findings
      Mothers waited for hours. | They hoped for news. | Nobody came, and nobody rang.
      Some went home. | Others slept in chairs.
      #! Methods
      We asked twelve mothers.
      """, "# Findings\nFathers waited too. | They said so.")
  }

  @Test func aDeskOpensOnTheFirstLineThatCounts() {
    #expect(pilot.line == 2)
    #expect(pilot.top.contains("Study 1 › Findings"))
    #expect(pilot.top.contains("0 coded · 0 aside · 5 open"))
  }

  @Test func twoCodesAreTwoNamesAndAnEmptyEnter() {
    pilot.press("enter o w n enter p a c e enter enter")
    #expect(pilot.acts == ["coded Study 1 2 ‘own’", "coded Study 1 2 ‘pace’"])
    #expect(pilot.state.overlays.isEmpty)
    #expect(pilot.codes(on: 2) == ["own", "pace"])
    #expect(pilot.top.contains("1 coded · 0 aside · 4 open"))
    #expect(pilot.bottom.contains("added ‘pace’ · u undoes"))
  }

  @Test func everyEnterIsOneActAndOneUndo() {
    pilot.code("own", "pace")
    pilot.run(.historyUndo)
    #expect(pilot.codes(on: 2) == ["own"])
    #expect(pilot.said == "undid: coded line 2 ‘pace’")
    pilot.run(.historyUndo)
    #expect(pilot.codes(on: 2).isEmpty)
    pilot.run(.historyRedo)
    #expect(pilot.codes(on: 2) == ["own"])
    #expect(pilot.said == "redid: coded line 2 ‘own’")
  }

  @Test func aCodeThatIsThereIsSaidToBeThereAndNothingChanges() {
    pilot.code("own", "own")
    #expect(pilot.acts == ["coded Study 1 2 ‘own’"])
    #expect(pilot.said == "‘own’ is already on this line")
  }

  @Test func aCodeTypedTwiceBeforeItIsSavedIsAddedOnce() {
    pilot.holdsAnswers = true
    pilot.code("own", "own")
    pilot.answer()
    #expect(pilot.acts == ["coded Study 1 2 ‘own’"])
    #expect(pilot.codes(on: 2) == ["own"])
  }

  @Test func whatIsNotSavedYetIsMarked() {
    pilot.holdsAnswers = true
    pilot.code("own")
    #expect(pilot.rows.contains { $0.contains("▪ own …") })
    pilot.answer()
    #expect(!pilot.screen.contains("own …"))
    #expect(pilot.rows.contains { $0.contains("▪ own") })
  }

  @Test func ctrlXTakesTheCodeInFocusOff() {
    pilot.code("own")
    pilot.press("enter o w n ctrl-x")
    #expect(pilot.codes(on: 2).isEmpty)
    #expect(pilot.picker != nil)
    #expect(pilot.said == "took ‘own’ off line 2")
  }

  @Test func enterOnAnEmptyFieldIsDone() {
    pilot.press("enter")
    #expect(pilot.picker?.focus == nil)
    #expect(pilot.bottom.contains("⏎ done"))
    pilot.press("enter")
    #expect(pilot.state.overlays.isEmpty)
    #expect(pilot.acts.isEmpty)
  }

  @Test func theDotPutsTheLastLinesCodesOnThisLine() {
    pilot.code("own", "pace")
    pilot.press("j .")
    #expect(pilot.codes(on: 3) == ["own", "pace"])
    #expect(pilot.acts.last == "coded Study 1 3 ‘own’, ‘pace’")
  }

  @Test func theDotWithoutACodeSaysWhatToDo() {
    pilot.run(.codeAgain)
    #expect(pilot.said == "no code to repeat yet; code a line first")
  }

  @Test func aDigitAppliesTheCodeThatWasPinnedToIt() {
    pilot.run(.codePinned, digit: 3)
    #expect(pilot.said == "no code is pinned to 3; , 3 pins the last one used")
    pilot.code("own")
    pilot.press(", 3")
    #expect(pilot.said == "‘own’ is pinned to 3")
    pilot.press("j 3")
    #expect(pilot.codes(on: 3) == ["own"])
  }

  @Test func theCodeUnderTheCursorIsPinned() {
    pilot.code("own", "pace")
    pilot.press("l , 1")
    #expect(pilot.said == "‘own’ is pinned to 1")
  }

  @Test func aShortLinesOwnWordsAreOfferedAsACode() {
    pilot.run(.codeInVivo)
    #expect(pilot.field == "Mothers waited for hours.")
    pilot.press("backspace enter")
    #expect(pilot.codes(on: 2) == ["Mothers waited for hours"])
    #expect(pilot.state.bank.code(named: "Mothers waited for hours")?.code.isInVivo == true)
  }

  @Test func xTakesMineOffAndAnothersIsRefusedInWords() throws {
    pilot.code("own")
    pilot.run(.thingTakeOff)
    #expect(pilot.codes(on: 2).isEmpty)
    pilot.partner { try $0.code($0.ben, "his", 2) }
    pilot.press("j")
    pilot.run(.thingTakeOff)
    #expect(pilot.said == "nothing of yours on line 3; the codes there are Ben Hale's")
    pilot.run(.viewWhose)
    pilot.press("l x")
    #expect(pilot.said == "that is Ben Hale's; only Ben Hale can take it off")
    #expect(pilot.codes(on: 3) == ["his"])
  }

  @Test func xOnACodeBesideTheLineTakesThatOneOff() {
    pilot.code("own", "pace", "third")
    pilot.press("l j x")
    #expect(pilot.codes(on: 2) == ["own", "third"])
  }

  @Test func sAndALetterSetsAsideAndSSRepeatsIt() {
    pilot.press("s")
    #expect(pilot.choice?.rows.map(\.label).first == "not about the question")
    #expect(pilot.choice?.rows.contains { $0.letter == "s" } == false)
    pilot.press("s")
    #expect(pilot.said == "there is no last one yet")
    pilot.press("o")
    #expect(pilot.acts == ["set aside Study 1 2: other population"])
    #expect(pilot.top.contains("0 coded · 1 aside · 4 open"))
    pilot.press("j s s")
    #expect(pilot.acts.last == "set aside Study 1 3: other population")
  }

  @Test func aReasonOfOnesOwnIsTypedAndRepeats() {
    pilot.press("s")
    pilot.press(pilot.choice?.rows.last.map { String($0.letter) } ?? "")
    pilot.type("a list")
    pilot.press("enter j s s")
    #expect(
      pilot.acts == ["set aside Study 1 2: a list", "set aside Study 1 3: a list"])
  }

  @Test func aCodedLineIsNotSetAside() {
    pilot.code("own")
    pilot.press("s n")
    #expect(
      pilot.said == "line 2 is coded with ‘own’; take that off before you set it aside")
  }

  @Test func eKeepsWordsAsEvidenceForOrAgainstACode() {
    pilot.code("own")
    pilot.press("j e a o w n enter")
    #expect(pilot.acts.last == "kept Study 1 3 as evidence against ‘own’")
    #expect(pilot.state.overlays.isEmpty)
    pilot.press("e")
    #expect(pilot.choice?.rows.map(\.label).last == "untie from ‘own’")
    pilot.press("up enter")
    #expect(pilot.acts.last == "untied Study 1 3 from ‘own’")
  }

  @Test func mWritesAMemoThatIsKeptByLeaving() {
    pilot.run(.memoEdit)
    pilot.type("why here")
    pilot.press("enter")
    pilot.type("of all places")
    pilot.press("esc")
    #expect(pilot.acts == ["wrote a memo on Study 1 2"])
    pilot.run(.memoEdit)
    #expect(pilot.field == "why here\nof all places")
    pilot.press("ctrl-d")
    #expect(pilot.acts.count == 1)
  }

  @Test func aMemoOnACodingIsMarkedAndShownInTheStrip() {
    pilot.code("own")
    pilot.press("l m")
    pilot.type("see page 4")
    pilot.press("ctrl-d")
    #expect(pilot.screen.contains("own ✎"))
    #expect(pilot.screen.contains("memo: see page 4"))
  }

  @Test func bigMChoosesWhatTheMemoIsAbout() {
    pilot.code("own")
    pilot.press("l M")
    #expect(
      pilot.choice?.rows.map(\.label) == [
        "line 2", "this coding", "code ‘own’", "the study", "review's journal",
      ])
    pilot.press("up up enter")
    pilot.type("long")
    pilot.press("ctrl-d")
    #expect(pilot.acts.last == "wrote a memo on Study 1")
  }

  @Test func dWritesTheDefinitionAndRTheName() {
    pilot.code("own")
    pilot.run(.definitionEdit)
    #expect(pilot.said == "not now: no code is under the cursor (→ steps there)")
    pilot.press("l d")
    pilot.type("whose it is")
    pilot.press("ctrl-d r")
    pilot.type("ing")
    pilot.press("enter")
    #expect(
      pilot.acts.suffix(2) == ["wrote the definition of ‘own’", "renamed ‘own’ to ‘owning’"])
    #expect(pilot.screen.contains("whose it is"))
  }

  @Test func leavingANameKeepsTheOldOne() {
    pilot.code("own")
    pilot.press("l r")
    pilot.type("ing")
    pilot.press("esc")
    #expect(pilot.acts.count == 1)
    #expect(pilot.codes(on: 2) == ["own"])
  }

  @Test func aLineIsSplitAtTheClauseAndJoinedAgain() {
    pilot.press("g l 4 enter , s")
    #expect(pilot.acts == ["split Study 1 4"])
    #expect(pilot.top.contains("6 open"))
    #expect(pilot.line == 4)
    #expect(pilot.rows.contains { $0.contains("4  Nobody came,") && !$0.contains("rang") })
    pilot.press(", j")
    #expect(pilot.acts.last == "joined Study 1 4 with the next line")
    #expect(pilot.top.contains("5 open"))
    #expect(pilot.line == 4)
    pilot.press("u")
    #expect(pilot.acts.last == "undid: joined Study 1 4 with the next line")
  }

  @Test func aLineOfOneClauseSaysHowToSplitIt() {
    pilot.run(.lineSplit)
    #expect(
      pilot.said == "this line has one clause; v selects where the second line begins")
  }

  @Test func aSectionIsTakenOutOfTheFindingsWithAReason() {
    pilot.run(.sectionEligibility)
    #expect(pilot.choice?.title == "‘Findings’ is findings")
    pilot.press("enter")
    pilot.type("a summary")
    pilot.press("enter")
    #expect(pilot.acts == ["took ‘Findings’ out of the findings"])
    #expect(pilot.room.review.actions.last?.note == "a summary")
    #expect(pilot.top.contains("0 open"))
  }

  @Test func theStudyIsOfferedAsFinishedWhenNoLineIsOpen() {
    for _ in 0..<5 { pilot.press("s n n") }
    #expect(pilot.top.contains("0 coded · 5 aside · 0 open"))
    #expect(pilot.bottom.contains(", r I have finished"))
    pilot.click(.command(.studyDone))
    #expect(pilot.acts.last == "finished Study 1")
    #expect(pilot.top.contains("finished"))
    #expect(!pilot.bottom.contains("I have finished"))
  }

  @Test func aStudyWithOpenLinesIsFinishedOnlyWhenOneSaysSo() {
    pilot.run(.studyDone)
    #expect(pilot.choice?.title == "5 lines of Study 1 are open")
    pilot.press("esc")
    #expect(pilot.acts.isEmpty)
    pilot.press(", r enter")
    #expect(pilot.acts == ["finished Study 1"])
    pilot.press(", r enter")
    #expect(pilot.acts.last == "took up Study 1 again")
  }

  @Test func othersCodesAreShownByOneKeyAndTheLookIsInTheHistory() {
    pilot.partner { try $0.code($0.ben, "his", 1) }
    #expect(!pilot.codes(on: 2).contains("his"))
    pilot.run(.viewWhose)
    #expect(pilot.codes(on: 2) == ["his"])
    #expect(pilot.screen.contains("▫ BH his"))
    #expect(pilot.said == "all coders' codes")
    #expect(pilot.acts == ["looked at others' codes of Study 1"])
    pilot.run(.viewWhose)
    #expect(pilot.codes(on: 2).isEmpty)
    #expect(pilot.acts.count == 1)
  }

  @Test func whatAPartnerCodedIsNotSaidWhileTheStudyIsClosedToMe() {
    pilot.partner { try $0.code($0.ben, "his", 1) }
    #expect(pilot.said == "BH is at work in Study 1")
    pilot.partner { try $0.act($0.ben, .takeOff(nil, at: try $0.place(1))) }
    #expect(pilot.said == "BH is at work in Study 1")
    pilot.run(.viewWhose)
    pilot.partner { try $0.code($0.ben, "hers", 1) }
    #expect(pilot.said == "BH coded Study 1 2 ‘hers’")
  }

  @Test func aPartnersActDoesNotHideWhatWentWrong() {
    pilot.press("z")
    pilot.partner { try $0.code($0.ben, "his", 1) }
    #expect(pilot.said == "z is no key here; ? lists the keys")
  }

  @Test func aFinishedStudyIsShownWithAllCodesAndNoLook() {
    pilot.partner { try $0.code($0.ben, "his", 1) }
    pilot.press(", r enter g n g p")
    #expect(pilot.codes(on: 2) == ["his"])
    #expect(!pilot.acts.contains { $0.hasPrefix("looked") })
  }

  @Test func anUndoOthersBuiltOnIsRefusedWithAWayOn() {
    pilot.code("own")
    pilot.partner { room in
      try room.act(
        room.ben, .apply([.existing(try room.code("own"))], at: try room.place(2)))
    }
    pilot.run(.historyUndo)
    #expect(pilot.choice?.rows.map(\.label) == ["undo the rest, keep that"])
    pilot.press("enter")
    #expect(pilot.codes(on: 2).isEmpty)
    #expect(pilot.state.bank.code(named: "own") != nil)
  }

  @Test func yCopiesTheLineWithItsSource() {
    pilot.run(.textCopy)
    #expect(pilot.outside == [.copy("Mothers waited for hours. (Study 1, line 2)")])
  }
}
