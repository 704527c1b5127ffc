import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// Moving about, passages, searches, popups and the ways out.
@Suite struct ReadingDeskTests {
  let pilot: Pilot

  init() throws {
    pilot = try Pilot(
      """
      # Background
      Nobody knows why, | or when.
      #! Methods
      We asked twelve mothers. | In two clinics.
      # Findings
      Mothers waited, hoping for news. | They were told little.
      ⟦They never told me anything.⟧ | Some, who had come from far, went home; others slept.
      # Limits
      Twelve is not many.
      """, "# Findings\nFathers waited too. | They said so.")
  }

  @Test func jAndKGoFromStopToStop() {
    #expect(pilot.line == 2)
    pilot.press("j j")
    #expect(pilot.line == nil)
    #expect(pilot.screen.contains("3 lines not findings: Methods"))
    pilot.press("j j k k k")
    #expect(pilot.line == 3)
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 36)])
  func allOfALineThatIsTallerThanTheScreenIsReadByScrolling(columns: Int, rows: Int) throws {
    let words = (1...600).map { "word\($0)" }
    let pilot = try Pilot(
      "# Findings\nThey waited. | \(words.joined(separator: " ")). | They hoped.",
      size: (columns, rows))
    for (isDown, last) in [(true, 4), (false, 2)] {
      var screens = [pilot.screen]
      while screens.count < 2 || screens.suffix(2).first != screens.last {
        pilot.mouse(isDown ? .wheelDown : .wheelUp, at: Point(column: 20, row: 5))
        screens.append(pilot.screen)
        try #require(screens.count < 300)
      }
      let seen = Set(screens.joined().split { !$0.isLetter && !$0.isNumber }.map(String.init))
      #expect(words.filter { !seen.contains($0) } == [])
      #expect(pilot.line == last)
    }
    pilot.press("g l 3 enter")
    #expect(pilot.screen.contains("word1 word2"), "who goes to a line sees its beginning")
    pilot.press("ctrl-d")
    #expect(!pilot.screen.contains("word1 word2"))
    #expect(pilot.line == 3)
  }

  @Test func foldedLinesUnfoldAndFoldAgain() {
    pilot.press("j j l")
    #expect(pilot.line == 4)
    #expect(pilot.screen.contains("We asked twelve mothers."))
    pilot.press("j h")
    #expect(pilot.line == nil)
    #expect(!pilot.screen.contains("We asked"))
    pilot.press("enter")
    #expect(pilot.line == 4)
  }

  @Test func linesThatAreNotFindingsAreNotCodedAndSaySo() {
    pilot.press("j j l j")
    for command in [Command.codePick, .codeAgain, .codeInVivo, .lineSetAside] {
      pilot.run(command)
      #expect(pilot.said == "not now: ‘Methods’ is not findings (, e says otherwise)")
    }
    pilot.press("K c")
    #expect(pilot.said == "not now: headings are not coded")
    pilot.press("g l 1 0 enter s")
    #expect(
      pilot.said == "not now: these are a participant's words (e keeps them as evidence)")
    #expect(pilot.state.overlays.isEmpty)
  }

  @Test(arguments: [40, 80, 120])
  func whatWentWrongIsSaidInFullUntilTheNextKey(columns: Int) {
    pilot.resize(columns, 24)
    let words =
      "the act is not saved: /a/long/path/to/a/review.linewise cannot be written, for "
      + "the disk is full; make room, then press the key again"
    pilot.tell(.failed(words))
    #expect(
      pilot.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words))
    #expect(pilot.bottom.contains("code"))
    pilot.press("j")
    #expect(!pilot.screen.contains("press the key again"))
    pilot.run(.codeInVivo)
    pilot.tell(.failed("not now: this is a sentence that the bottom line has room for"))
    if columns > 40 { #expect(pilot.bottom.hasSuffix("that the bottom line has room for")) }
  }

  @Test func aRunThatBeginsOnALineThatIsNotCodedGoesToTheNextOpenOne() {
    pilot.press("g l 1 0 enter C")
    #expect(pilot.picker?.title == "code line 11")
  }

  @Test func nGoesRoundTheOpenLines() {
    pilot.press("n")
    #expect(pilot.line == 3)
    pilot.press("n n")
    #expect(pilot.line == 9)
    pilot.press("n")
    #expect(pilot.line == 11)
    pilot.press("n n")
    #expect(pilot.line == 2)
    pilot.press("N")
    #expect(pilot.line == 13)
  }

  @Test(arguments: [24, 50])
  func afterALeapTheNextOpenLineStandsInTheUpperThird(rows: Int) throws {
    let lines = (2...120).map { "This is what number \($0) said." }
    let pilot = try Pilot("# Findings\n" + lines.joined(separator: "\n"))
    pilot.resize(80, rows)
    pilot.press("g l 2 enter V")
    for _ in 0..<78 { pilot.press("j") }
    pilot.press("s n")
    #expect(pilot.screen.contains("0 coded · 79 aside · 40 open"))
    pilot.press("g g n")
    #expect(pilot.line == 81)
    let row = try #require(pilot.rows.firstIndex { $0.hasPrefix("▌") })
    #expect((2...(rows / 3)).contains(row), "line 81 stands in row \(row)")
    pilot.press("g l 8 2 enter")
    #expect(pilot.rows.firstIndex { $0.hasPrefix("▌") } ?? 0 > row, "a step moves no text")
  }

  @Test func capitalsAndParenthesesGoByParagraphsAndSections() {
    pilot.press("J J J")
    #expect(pilot.line == 10)
    pilot.press("J K")
    #expect(pilot.line == 10)
    pilot.press(")")
    #expect(pilot.line == 12)
    pilot.press("(")
    #expect(pilot.line == 7)
    pilot.press("G")
    #expect(pilot.line == 13)
    pilot.press("g g")
    #expect(pilot.line == 1)
  }

  @Test func gAndLettersGoToStudiesAndLines() {
    pilot.press("g l 1 1 enter")
    #expect(pilot.line == 11)
    pilot.press("g n")
    #expect(pilot.top.contains("Study 2"))
    pilot.press("g n")
    #expect(pilot.top.contains("Study 1"))
    #expect(pilot.line == 11)
    pilot.press("g l 9 9 enter")
    #expect(pilot.said == "this study has lines 1 to 13, not 99")
    pilot.press("g l x enter")
    #expect(pilot.said == "‘x’ is not the number of a line")
  }

  @Test func aNumberOfAFoldedLineUnfoldsIt() {
    pilot.press("g l 6 enter")
    #expect(pilot.line == 6)
    #expect(pilot.screen.contains("In two clinics."))
  }

  @Test func backspaceGoesBackWhereICameFrom() {
    pilot.press("g l 1 1 enter g n backspace")
    #expect(pilot.top.contains("Study 1"))
    #expect(pilot.line == 11)
    pilot.press("backspace")
    #expect(pilot.line == 2)
    pilot.press("backspace")
    #expect(pilot.said == "not now: you have not been elsewhere")
  }

  @Test func aSearchListsLinesOfAllStudiesAndStepsThroughThem() {
    pilot.press("/")
    pilot.type("waited")
    #expect(pilot.listed == ["search all texts for “waited”"])
    pilot.press("enter")
    #expect(pilot.listed.count == 2)
    pilot.press("enter")
    #expect(pilot.line == 8)
    #expect(pilot.said == "1 of 2: “waited”")
    pilot.press("f")
    #expect(pilot.top.contains("Study 2"))
    #expect(pilot.line == 2)
    pilot.press("F")
    #expect(pilot.line == 8)
  }

  @Test func theWordsFoundAreMarkedInTheText() {
    pilot.press("/")
    pilot.type("hoping")
    pilot.press("enter enter")
    let frame = pilot.state.view()
    let marked = frame.bounds.rowRange.flatMap { row in
      frame.row(row).filter { $0.style.role == .match }.map(\.text)
    }
    #expect(marked.joined() == "hoping")
  }

  @Test func aSearchForNothingThereSaysSo() {
    pilot.press("/")
    pilot.type("xyz")
    pilot.press("enter")
    #expect(pilot.said == "‘xyz’ is nowhere in the texts")
    pilot.press("esc f")
    #expect(pilot.said == "not now: nothing was searched for")
  }

  @Test func vSelectsWordsAndEnterCodesThem() {
    pilot.press("g l 8 enter v l")
    #expect(selected == "Mothers waited,")
    pilot.press("J")
    #expect(selected == "Mothers waited, hoping for news.")
    pilot.press("K")
    #expect(selected == "Mothers waited, hoping")
    pilot.press("h")
    #expect(selected == "Mothers waited,")
    pilot.press("o l")
    #expect(selected == "waited,")
    pilot.code("delay")
    #expect(pilot.acts == ["coded Study 1 8 ‘delay’"])
    #expect(pilot.state.reader?.selection == nil)
    #expect(pilot.room.review.actions.last?.changes.last?.fields["start"] != nil)
  }

  @Test func bigVSelectsLines() {
    pilot.press("g l 8 enter V j")
    #expect(selected == "Mothers waited, hoping for news. They were told little.")
    pilot.press("k")
    #expect(selected == "Mothers waited, hoping for news.")
    pilot.press("k")
    #expect(selected == "Findings Mothers waited, hoping for news.")
    pilot.press("j j s o")
    #expect(pilot.acts == ["set aside Study 1 8–9: other population"])
  }

  @Test func aSelectionIsLeftByQAndByEsc() {
    pilot.press("v l q")
    #expect(pilot.state.reader?.selection == nil)
    #expect(!pilot.hasQuit)
    pilot.press("v esc")
    #expect(pilot.state.reader?.selection == nil)
    pilot.press("v ctrl-c")
    #expect(pilot.state.reader?.selection == nil)
  }

  @Test func bMovesTheEndsOfACodingAndEnterKeepsThem() {
    pilot.press("g l 8 enter")
    pilot.code("delay")
    pilot.press("l b h h")
    #expect(moving == "Mothers waited, hoping")
    pilot.press("tab l enter")
    #expect(pilot.acts.last == "moved the ends of ‘delay’")
    #expect(pilot.codes(on: 8) == ["delay"])
    pilot.press("l b h q")
    #expect(pilot.acts.count == 2)
    #expect(pilot.state.reader?.moving == nil)
  }

  @Test func theEndsOfAnothersCodingStay() {
    pilot.partner { try $0.code($0.ben, "his", 7) }
    pilot.press("a g l 8 enter l b")
    #expect(pilot.said == "that coding is another coder's")
  }

  @Test func wSaysWhoseWordsAndConfirmsTheGuess() {
    pilot.press("g l 1 0 enter")
    #expect(pilot.screen.contains("(guessed)"))
    pilot.press("w enter")
    #expect(pilot.acts == ["said whose words Study 1 10 is: as guessed"])
    #expect(!pilot.screen.contains("(guessed)"))
    pilot.run(.wordsWhose)
    pilot.press("t enter")
    #expect(pilot.acts.last == "said whose words Study 1 10 is: the authors'")
    #expect(pilot.top.contains("7 open"))
  }

  // MARK: - Popups

  @Test func helpListsTheKeysOfTheContextAndFiltersAsItIsTyped() {
    pilot.run(.helpOpen)
    #expect(pilot.picker?.title == "keys: Code, on a line")
    let all = pilot.listed.count
    pilot.type("aside")
    #expect(pilot.listed.count < all)
    #expect(pilot.focused?.hasPrefix("Set aside") == true)
    pilot.press("enter")
    #expect(pilot.choice?.title == "set line 2 aside")
  }

  @Test func thePaletteSaysWhyNot() {
    pilot.run(.paletteOpen)
    pilot.type("bounds")
    #expect(
      pilot.picker?.focused?.note == "not now: no code is under the cursor (→ steps there)")
    pilot.press("enter")
    #expect(pilot.said == "not now: no code is under the cursor (→ steps there)")
    pilot.run(.paletteOpen)
    pilot.type("11")
    #expect(pilot.focused == "go to line 11")
    pilot.press("enter")
    #expect(pilot.line == 11)
  }

  @Test func aPrefixShowsWhatMayFollowAndItsRowsAreClicked() {
    pilot.press("g")
    #expect(pilot.screen.contains("Go to Studies."))
    pilot.click(.command(.deskHistory))
    #expect(pilot.state.desk == .history)
    pilot.press("g c")
    #expect(pilot.state.desk == .code)
    pilot.press(", esc")
    #expect(pilot.state.prefix.isEmpty)
  }

  @Test func aKeyThatMeansNothingSaysSo() {
    pilot.press("g z")
    #expect(pilot.said == "g z is no key here; ? lists the keys")
    #expect(pilot.state.prefix.isEmpty)
    pilot.press("о")
    #expect(
      pilot.said
        == "‘о’ is no key here; is another keyboard on? `letters` in the keymap makes it j")
  }

  @Test func aPasteGoesToTheOpenFieldAndRunsNothing() {
    pilot.paste("x s q")
    #expect(pilot.said == "a paste goes into a field; none is open")
    #expect(pilot.acts.isEmpty)
    pilot.press("enter")
    pilot.paste("two\nlines  of words\n")
    #expect(pilot.field == "two lines of words")
    #expect(pilot.acts.isEmpty)
    pilot.press("esc m")
    pilot.paste("two\nlines")
    #expect(pilot.field == "two\nlines")
  }

  @Test func aPasteIntoAShortListChoosesNothing() {
    pilot.press("s")
    pilot.paste("o")
    #expect(pilot.acts.isEmpty)
    #expect(pilot.choice != nil)
  }

  @Test func qAndEscAndCtrlCLeaveWhateverIsOpen() {
    for opener in ["enter", "s", "m", "g l", "?", ":", "/", "e", "g x"] {
      for way in ["esc", "ctrl-c"] {
        pilot.press("\(opener) \(way)")
        #expect(pilot.state.overlays.isEmpty, "\(opener) \(way)")
      }
    }
    pilot.press(", p q")
    #expect(pilot.state.overlays.isEmpty)
    #expect(!pilot.hasQuit)
    pilot.press("q")
    #expect(pilot.hasQuit)
  }

  @Test func escNeverLeavesTheProgram() {
    pilot.press("esc esc ctrl-c ctrl-c")
    #expect(!pilot.hasQuit)
  }

  @Test func qWaitsForWhatIsNotSaved() {
    pilot.holdsAnswers = true
    pilot.code("delay")
    pilot.press("q")
    #expect(!pilot.waiting.contains(.quit))
    #expect(pilot.said == "waiting for 1 act to be saved …")
    pilot.holdsAnswers = false
    pilot.answer()
    #expect(pilot.hasQuit)
    #expect(pilot.acts == ["coded Study 1 2 ‘delay’"])
  }

  @Test func aReaderIsRefusedInWordsAndMayLook() throws {
    var room = try Room("# Findings\nOne line. | Two lines.")
    try room.act(room.ada, .addCoder(name: "Rea Der", initials: "", role: .reader))
    let reader = try #require(try room.review.coders().last)
    let pilot = try Pilot(room: room, as: reader.id)
    for keys in ["enter", "s", "i", ".", "x", "w", "e", "m", "u", ", s", ", r"] {
      pilot.press(keys)
      #expect(pilot.said == "not now: you may only read", "\(keys)")
      #expect(pilot.state.overlays.isEmpty, "\(keys)")
    }
    pilot.press("a / esc y q")
    #expect(pilot.hasQuit)
    #expect(pilot.acts.isEmpty)
  }

  @Test func exportsAreListedAndWritten() {
    pilot.run(.exportOpen)
    #expect(pilot.choice?.rows.count == ExportKind.allCases.count)
    pilot.press("enter")
    #expect(pilot.outside == [.export(.codebookMarkdown)])
    pilot.tell(.told("wrote exports/codebook.md"))
    #expect(pilot.bottom.contains("wrote exports/codebook.md"))
  }

  @Test func progressShowsEveryCoder() {
    pilot.run(.progressOpen)
    #expect(pilot.rows.contains { $0.contains("Study 1") && $0.contains("AM") })
    #expect(pilot.rows.contains { $0.contains("BH") })
    pilot.press("esc")
    #expect(pilot.state.overlays.isEmpty)
  }

  private var selected: String? { pilot.state.reader?.selection.flatMap(words) }

  private var moving: String? { pilot.state.reader?.moving.flatMap { words(of: $0.selection) } }

  private func words(of selection: Selection) -> String? {
    pilot.state.reader?.page.documents.first?.table.text.words(selection.passage)
  }
}
