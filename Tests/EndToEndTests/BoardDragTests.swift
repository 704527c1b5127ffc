import Foundation
import Testing

extension DeskTests {
  /// The board by mouse: presses, motions and releases as a terminal sends them.
  @Suite(.serialized) struct BoardDrag {
    /// A board, somebody at it, and what was done so far.
    private final class Table {
      let program: Program
      let desk: any LookedAtDesk
      var acts: Int

      init(_ terminal: BoardTerminal, _ program: Program) throws {
        self.program = program
        desk = try terminal.open(program)
        acts = try program.acts().count
        isNarrow = terminal.size.columns < 100
      }

      deinit { desk.end() }

      let isNarrow: Bool

      /// Goes to the tree, where it is not beside the codes.
      func goesToTree() throws {
        if isNarrow {
          desk.type("\t")
          try desk.sees("A relationship")
        }
      }

      /// Expects one act more, of these words and with these rows of the outline changed, and
      /// takes it back by one key.
      func did(
        _ sentence: String, _ rows: [String], sourceLocation: SourceLocation = #_sourceLocation
      ) throws {
        try desk.says(sentence)
        let done = try program.acts()
        #expect(done.count == acts + 1, "\(done)", sourceLocation: sourceLocation)
        #expect(done.last == "MC \(sentence)", sourceLocation: sourceLocation)
        #expect(try program.outline() == rows, sourceLocation: sourceLocation)
        try desk.undoes()
        #expect(try program.outline() == Program.outline, sourceLocation: sourceLocation)
        acts += 2
        #expect(try program.acts().count == acts, sourceLocation: sourceLocation)
      }

      /// Expects that nothing was done.
      func didNothing(sourceLocation: SourceLocation = #_sourceLocation) throws {
        // What a key did is seen after what came before it.
        desk.type("a")
        try desk.says("codes: all")
        desk.type("aa")
        try desk.says("codes: not placed")
        #expect(try program.acts().count == acts, sourceLocation: sourceLocation)
        #expect(try program.outline() == Program.outline, sourceLocation: sourceLocation)
      }
    }

    private func outline(_ changed: [Int: String]) -> [String] {
      var rows = Program.outline
      for (index, row) in changed.sorted(by: { $0.key < $1.key }) {
        if rows.indices.contains(index) { rows[index] = row } else { rows.append(row) }
      }
      return rows
    }

    @Test(arguments: BoardTerminal.allCases)
    func acrossPanes(terminal: BoardTerminal) throws {
      let table = try Table(terminal, Program.withBoard())
      let desk = table.desk
      try desk.takes("fear of the group")
      var end = try desk.carries(
        onto: "Referrals that fit", said: "into 1.2 Referrals that fit, third of 3")
      try desk.sees("━ fear of the group ━")
      desk.type(Sent.release(end))
      try table.did(
        "put ‘fear of the group’ under ‘Referrals that fit’",
        outline([
          2: "1.2 Referrals that fit: asked before, right activity, fear of the group"
        ]))

      try table.goesToTree()
      try desk.turn("A relationship")
      try desk.takes("being heard")
      end = try desk.carries(
        onto: table.isNarrow ? "codes: " : "fear of the group", said: "back to the codes")
      desk.type(Sent.release(end))
      try table.did(
        "took ‘being heard’ out of ‘A relationship’",
        outline([1: "1.1 A relationship: someone rings back"]))
      try table.program.expectNothingHalfPlaced()
    }

    @Test(arguments: BoardTerminal.allCases)
    func withinTheTree(terminal: BoardTerminal) throws {
      let table = try Table(terminal, Program.withBoard())
      let desk = table.desk
      try table.goesToTree()
      try desk.turn("A relationship")
      try desk.takes("someone rings back")
      var end = try desk.carries(
        onto: "being heard", said: "into 1.1 A relationship, first of 2")
      desk.type(Sent.release(end))
      try table.did(
        "moved ‘someone rings back’ within ‘A relationship’",
        outline([1: "1.1 A relationship: someone rings back, being heard"]))

      try desk.takes("being heard")
      end = try desk.carries(
        onto: "The whole of a life", said: "into 2.1 The whole of a life, second of 2")
      desk.type(Sent.release(end))
      try table.did(
        "moved ‘being heard’ to ‘The whole of a life’",
        outline([
          1: "1.1 A relationship: someone rings back",
          4: "2.1 The whole of a life: good days and bad, being heard",
        ]))

      try desk.takes("The whole of a life")
      end = try desk.carries(
        onto: "Referrals that fit", said: "into 1.2 Referrals that fit, third of 3")
      desk.type(Sent.release(end))
      try table.did(
        "moved ‘The whole of a life’ to ‘Referrals that fit’",
        [
          Program.outline[0], Program.outline[1],
          "1.2 Referrals that fit: asked before, right activity, good days and bad",
          "1.2.1 The whole of a life: good days and bad", Program.outline[3],
        ])

      // On the number of another is before it.
      try desk.takes("The whole of a life")
      end = try desk.carries(onto: "1.1  A", said: "into 1 Care fitted to the person, first of 3")
      desk.type(Sent.release(end))
      try table.did(
        "moved ‘The whole of a life’ to ‘Care fitted to the person’",
        [
          Program.outline[0], "1.1 The whole of a life: good days and bad",
          "1.2 A relationship: being heard, someone rings back",
          "1.3 Referrals that fit: asked before, right activity", Program.outline[3],
        ])
      try table.program.expectNothingHalfPlaced()
    }

    @Test(arguments: BoardTerminal.allCases)
    func whatIsPutBackIsNowhereElse(terminal: BoardTerminal) throws {
      let table = try Table(terminal, Program.withBoard())
      let desk = table.desk
      try desk.takes("fear of the group")
      var end = try desk.carries(onto: "Referrals that fit", said: "into 1.2")
      desk.type("\u{1B}")
      try desk.says("put ‘fear of the group’ back")
      desk.type(Sent.release(end))
      try table.didNothing()

      // Let go outside.
      try desk.takes("cost of getting")
      end = (10, desk.screen.rows.count - 1)
      desk.type(Sent.move(end))
      try desk.sees("over no place")
      desk.type(Sent.release(end))
      try desk.says("put ‘cost of getting there’ back")
      try table.didNothing()

      // A release that never came is ended by the next press.
      try desk.takes("letters nobody read")
      try desk.carries(onto: "Referrals that fit", said: "into 1.2")
      end = try desk.place(of: "A place to become")
      desk.type(Sent.press(end))
      try desk.says("put ‘letters nobody read’ back")
      desk.type(Sent.release(end))
      try table.didNothing()
      try table.program.expectNothingHalfPlaced()
    }

    @Test(arguments: BoardTerminal.allCases)
    func aSecondPlaceIsTakenWithCtrlOrWithAKeyDuringTheDrag(terminal: BoardTerminal) throws {
      let table = try Table(terminal, Program.withBoard())
      let desk = table.desk
      try table.goesToTree()
      try desk.turn("A relationship")
      let also = outline([4: "2.1 The whole of a life: good days and bad, being heard"])
      try desk.takes("being heard", button: Sent.ctrl)
      var end = try desk.carries(
        onto: "The whole of a life", said: "also into 2.1 The whole", button: Sent.ctrl)
      desk.type(Sent.release(end, Sent.ctrl))
      try table.did("put ‘being heard’ under ‘The whole of a life’", also)

      try desk.takes("being heard")
      end = try desk.carries(onto: "The whole of a life", said: "into 2.1 The whole")
      desk.type("P")
      try desk.sees("also into 2.1 The whole")
      desk.type(Sent.release(end))
      try table.did("put ‘being heard’ under ‘The whole of a life’", also)

      // A reason that is written during the drag goes with the drop, wherever the hand lets go.
      try desk.takes("being heard")
      end = try desk.carries(onto: "The whole of a life", said: "into 2.1 The whole")
      desk.type("m")
      try desk.sees("why")
      desk.type(Sent.release(end) + "both speak of days\r")
      try desk.sees("why: both speak of days")
      desk.type("\r")
      try table.did(
        "moved ‘being heard’ to ‘The whole of a life’",
        outline([
          1: "1.1 A relationship: someone rings back",
          4: "2.1 The whole of a life: good days and bad, being heard",
        ]))
      try table.program.expectNothingHalfPlaced()
    }

    @Test(arguments: BoardTerminal.allCases)
    func severalMarkedOnesAndOntoEmptySpace(terminal: BoardTerminal) throws {
      let table = try Table(terminal, Program.withBoard())
      let desk = table.desk
      for code in ["cost of getting", "letters nobody"] {
        desk.type(Sent.click(try desk.place(of: code), Sent.ctrl))
        try desk.sees("✓ \(code)")
      }
      try desk.takes("letters nobody read")
      try desk.sees("carrying 2 codes")
      let end = try desk.carries(onto: "The whole of a life", said: "into 2.1 The whole")
      desk.type(Sent.release(end))
      try table.did(
        "put ‘cost of getting there’, ‘letters nobody read’ under ‘The whole of a life’",
        outline([
          4: "2.1 The whole of a life: good days and bad, cost of getting there, "
            + "letters nobody read"
        ]))

      for (typed, sentence, row) in [
        ("Groups", "made the descriptive theme ‘Groups’ over ‘fear of the group’", "3 Groups"),
        ("", "made a theme without a name over ‘fear of the group’", "3 pile 3"),
      ] {
        try desk.takes("fear of the group")
        try desk.carries(onto: "The whole of a life", said: "into 2.1 The whole")
        let empty = try desk.place(of: "+ a new theme")
        desk.type(Sent.move(empty))
        try desk.sees("into a new theme")
        desk.type(Sent.release(empty))
        try desk.sees("names it later")
        desk.type(typed + "\r")
        try table.did(sentence, outline([5: "\(row): fear of the group"]))
      }
      try table.program.expectNothingHalfPlaced()
    }

    @Test(arguments: [BoardTerminal.wideXterm, .wideTmux])
    func aResizeInTheMiddleOfADragLosesNothing(terminal: BoardTerminal) throws {
      let table = try Table(terminal, Program.withBoard())
      let desk = table.desk
      try desk.takes("fear of the group")
      try desk.carries(onto: "Referrals that fit", said: "into 1.2 Referrals")
      let empty = (column: 100, row: 30)
      desk.type(Sent.move(empty))
      desk.resize(columns: 80, rows: 24)
      try desk.sees("narrow board") { $0.rows.count <= 25 && $0.text.contains("codes: ") }
      try desk.sees("carrying")
      try desk.carries(onto: "A relationship", said: "into 1.1 A relationship")
      desk.resize(columns: 120, rows: 40)
      try desk.sees("cost of getting there")
      let end = try desk.carries(onto: "The whole of a life", said: "into 2.1 The whole")
      desk.type(Sent.release(end))
      try table.did(
        "put ‘fear of the group’ under ‘The whole of a life’",
        outline([4: "2.1 The whole of a life: good days and bad, fear of the group"]))
      try table.program.expectNothingHalfPlaced()
    }

    /// Forty themes more than fit.
    private static let long = Result {
      let program = try Program.withBoard()
      for number in 1...40 {
        let name = "theme \(String(100 + number).dropFirst())"
        try program.does(["theme", Program.review, "new", name, "--level", "descriptive"])
      }
      return try program.contents(Program.review)
    }

    @Test(arguments: BoardTerminal.allCases)
    func atItsEdgesTheTreeScrollsAsLongAsThePointerRests(terminal: BoardTerminal) throws {
      let program = try Program.copied(from: Self.long)
      let desk = try terminal.open(program)
      defer { desk.end() }
      let before = try program.acts().count
      try desk.takes("fear of the group")
      let top = try desk.place(of: "1.1  A relationship")
      // A frame may be looked at in its middle: two looks see the same.
      var rows: [Int] = []
      try desk.sees("tree in two looks") { screen in
        let before = rows
        rows = screen.rows.indices.filter { screen.rows[$0].contains(/theme \d\d .*0\/1$/) }
        return !rows.isEmpty && rows == before
      }
      let last = try #require(rows.last)
      // One report, and the pointer rests.
      desk.type(Sent.move((top.column + 4, last)))
      try desk.sees("theme 40")
      desk.type(Sent.move((top.column + 4, top.row - 1)))
      try desk.sees("Referrals that fit")
      desk.type(Sent.move((top.column + 4, last)))
      // At the end of its way the pointer rests behind the last theme, where a new one would stand.
      try desk.sees("into a new theme")
      let end = try desk.carries(onto: "theme 40 ", said: "into 42 theme 40, first of 1")
      desk.type(Sent.release(end))
      try desk.says("put ‘fear of the group’ under ‘theme 40’")
      #expect(try program.outline().last == "42 theme 40: fear of the group")
      #expect(try program.acts().count == before + 1)
      try desk.undoes()
      #expect(try program.outline().last == "42 theme 40")
      try program.expectNothingHalfPlaced()
    }

    /// What another process does to what is carried, or to where it would land.
    enum Removal: CaseIterable { case merged, undone, themeDeleted, placeDeleted }

    @Test(arguments: [BoardTerminal.narrowXterm, .wideTmux], Removal.allCases)
    func whatAnotherProcessRemovesDuringTheDragIsNotHalfPlaced(
      terminal: BoardTerminal, removal: Removal
    ) throws {
      let program = try Program.withBoard()
      let jonas = "Jonas Strand"
      let code = ["code", Program.review, "--study", "Long", "--line", "9", "made in error"]
      try program.does(code, as: jonas)
      let desk = try terminal.open(program)
      defer { desk.end() }
      let carried: String
      switch removal {
      case .merged, .placeDeleted: carried = "fear of the group"
      case .undone: carried = "made in error"
      case .themeDeleted:
        carried = "The whole of a life"
        if terminal.size.columns < 100 { desk.type("\t") }
      }
      try desk.takes(carried)
      var end = try desk.carries(onto: "Referrals that fit", said: "into 1.2 Referrals")
      switch removal {
      case .merged:
        try program.does(
          ["codes", Program.review, "merge", carried, "--into", "being heard"], as: jonas)
      case .undone: try program.does(["undo", Program.review], as: jonas)
      case .themeDeleted: try program.does(["theme", Program.review, "delete", carried], as: jonas)
      case .placeDeleted:
        try program.does(["theme", Program.review, "delete", "Referrals that fit"], as: jonas)
      }
      let outline = try program.outline()
      let acts = try program.acts().count
      guard removal == .placeDeleted else {
        try desk.sees("what you carried is gone; nothing was moved")
        desk.type(Sent.release(end))
        desk.type("a")
        try desk.says("codes: all")
        #expect(try program.outline() == outline)
        #expect(try program.acts().count == acts)
        return try program.expectNothingHalfPlaced()
      }
      try desk.seesNo("into 1.2 Referrals")
      end = try desk.carries(onto: "A relationship", said: "into 1.1 A relationship, third of 3")
      desk.type(Sent.release(end))
      try desk.says("put ‘fear of the group’ under ‘A relationship’")
      #expect(try program.acts().count == acts + 1)
      try desk.undoes()
      #expect(try program.outline() == outline)
      try program.expectNothingHalfPlaced()
    }
  }
}
