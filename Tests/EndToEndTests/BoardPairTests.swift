import Foundation
import Testing

extension DeskTests {
  /// Two people at one board.
  @Suite(.serialized) struct BoardPair {
    private let jonasStrand = "Jonas Strand"

    private func places(of code: String, _ program: Program) throws -> [String] {
      let row = try program.rows("codes", Program.review).first { $0["name"] as? String == code }
      return row?["themes"] as? [String] ?? []
    }

    @Test func aDropIsSeenByTheOtherWithInitialsAndMovesNothingOfTheirs() throws {
      let program = try Program.withBoard()
      let mara = try BoardTerminal.wideXterm.open(program)
      defer { mara.end() }
      let jonas = try BoardTerminal.wideXterm.open(program, as: jonasStrand)
      defer { jonas.end() }
      jonas.type("jj")
      try jonas.sees("cursor") { $0.text.contains("▌   letters nobody read") }
      let row = jonas.row

      // What is carried is marked, and no longer when it is put back.
      try mara.takes("fear of the group")
      try jonas.sees("MC holds it")
      try mara.carries(onto: "Referrals that fit", said: "into 1.2 Referrals")
      mara.type("\u{1B}")
      try mara.says("put ‘fear of the group’ back")
      try jonas.seesNo("MC holds it")
      mara.type("p")
      try mara.sees("carrying")
      try jonas.sees("MC holds it")
      mara.type("q")
      try jonas.seesNo("MC holds it")

      try mara.takes("talking about money")
      let end = try mara.carries(onto: "Referrals that fit", said: "into 1.2 Referrals")
      let start = ContinuousClock.now
      mara.type(Sent.release(end))
      try jonas.sees(
        "MC put ‘talking about money’ under ‘Referrals that fit’", within: 2)
      print("a partner's drop is seen after \(ContinuousClock.now - start)")
      try jonas.sees("figures") { screen in
        screen.rows.contains { $0.contains("Referrals that fit") && $0.contains(/\s3\s+2\s+1\/1/) }
      }
      #expect(jonas.row.prefix(44) == row.prefix(44))

      // In the tree the row has the initial before it, for a moment.
      jonas.type("l")
      try jonas.turn("Referrals that fit")
      try mara.turn("Referrals that fit")
      try mara.takes("right activity")
      let before = try mara.carries(onto: "asked before", said: "first of 3")
      mara.type(Sent.release(before))
      try jonas.sees("initial", within: 2) { screen in
        screen.rows.contains { $0.contains(/│.{0,4}M.*right activity/) }
      }
      try jonas.sees("no initial", within: 6) { screen in
        !screen.rows.contains { $0.contains(/│.{0,4}M.*right activity/) }
      }
    }

    @Test func ofTwoDropsOfOneCodeTheLaterInTheLogHoldsAndBothAreTold() throws {
      let program = try Program.withBoard()
      let mara = try BoardTerminal.wideXterm.open(program)
      defer { mara.end() }
      let jonas = try BoardTerminal.wideXterm.open(program, as: jonasStrand)
      defer { jonas.end() }
      let code = "fear of the group"
      try mara.takes(code)
      try jonas.takes(code)
      let maras = try mara.carries(onto: "Referrals that fit", said: "into 1.2 Referrals")
      let jonass = try jonas.carries(onto: "The whole of a life", said: "into 2.1 The whole")
      mara.type(Sent.release(maras))
      // While it is in Jonas's hand he is told; what he carries stays in it.
      try jonas.sees("MC put ‘\(code)’ under ‘Referrals that fit’")
      try jonas.sees("into 2.1 The whole")
      jonas.type(Sent.release(jonass))
      try jonas.says("moved ‘\(code)’ to ‘The whole of a life’")
      try mara.sees("JS moved ‘\(code)’ to ‘The whole of a life’")
      #expect(try places(of: code, program) == ["The whole of a life"])
      #expect(
        try program.acts().suffix(2) == [
          "MC put ‘\(code)’ under ‘Referrals that fit’",
          "JS moved ‘\(code)’ to ‘The whole of a life’",
        ])
      try program.expectNothingHalfPlaced()
    }

    /// From the codes, and out of one and the same theme.
    @Test(arguments: ["fear of the group", "being heard"])
    func dropsAtTheSameMomentLeaveACodeInOnePlace(code: String) throws {
      let program = try Program.withBoard()
      let mara = try BoardTerminal.wideXterm.open(program)
      defer { mara.end() }
      let jonas = try BoardTerminal.wideXterm.open(program, as: jonasStrand)
      defer { jonas.end() }
      for desk in [mara, jonas] { try desk.turn("A relationship") }
      for _ in 0..<5 {
        let acts = try program.acts().count
        try mara.takes(code)
        try jonas.takes(code)
        let maras = try mara.carries(onto: "Referrals that fit", said: "into 1.2 Referrals")
        let jonass = try jonas.carries(onto: "The whole of a life", said: "into 2.1 The whole")
        mara.type(Sent.release(maras))
        jonas.type(Sent.release(jonass))
        // Both are told of the other's, be it in one sentence with their own.
        try mara.sees("Jonas's") { $0.text.contains(/JS (put|moved) ‘/) }
        try jonas.sees("Mara's") { $0.text.contains(/MC (put|moved) ‘/) }
        let done = try program.acts()
        #expect(done.count == acts + 2)
        let last = try #require(done.last)
        let held = last.hasPrefix("MC") ? "Referrals that fit" : "The whole of a life"
        #expect(try places(of: code, program) == [held], "\(done.suffix(2))")
        // The later takes back theirs, then the earlier: as it was.
        let (later, earlier) = last.hasPrefix("MC") ? (mara, jonas) : (jonas, mara)
        try later.undoes()
        try earlier.undoes()
        #expect(try program.outline() == Program.outline)
        for desk in [mara, jonas] {
          desk.type("a")
          try desk.says("codes: all")
          desk.type("aa")
          try desk.says("codes: not placed")
        }
      }
      try program.expectNothingHalfPlaced()
    }

    @Test func aDraftIsNotSeenByTheOtherUntilItIsRevealed() throws {
      let program = try Program.withBoard()
      let mara = try BoardTerminal.wideXterm.open(program)
      defer { mara.end() }
      let jonas = try BoardTerminal.wideXterm.open(program, as: jonasStrand)
      defer { jonas.end() }
      try jonas.sees("This is what number 3 of them all")
      let seen = jonas.screen
      mara.type(",a")
      try mara.sees("new private draft")
      mara.type("n")
      try mara.seesNo("new private draft")
      mara.type("secretly\r")
      try mara.says("made the draft ‘secretly’")
      // She is there at once: what she does next is not done before all.
      mara.type(",a")
      try mara.sees("secretly (MC, private)")
      mara.type("\u{3}")
      try mara.seesNo("secretly (MC, private)")
      mara.type("tA hidden theme\r")
      try mara.says("made the descriptive theme ‘A hidden theme’")
      try mara.takes("fear of the group")
      let end = try mara.carries(onto: "A hidden theme", said: "into 3 A hidden theme")
      mara.type(Sent.release(end))
      try mara.says("put ‘fear of the group’ under ‘A hidden theme’")

      // All that Jonas is told is that she worked in a draft.
      try jonas.sees("MC worked in a private draft")
      let body = { (screen: DeskScreen) in Array(screen.rows.dropFirst().dropLast()) }
      #expect(body(jonas.screen) == body(seen))
      for word in ["secretly", "hidden", "fear of the group’", "holds it"] {
        #expect(!jonas.screen.text.contains(word), "\(word)")
      }
      #expect(!(try program.acts(as: jonasStrand)).contains { $0.contains("hidden") })
      jonas.type("gh")
      try jonas.sees("MC worked in a private draft")
      #expect(!jonas.screen.text.contains("hidden") && !jonas.screen.text.contains("secretly"))
      jonas.type("gt,a")
      try jonas.sees("the shared board")
      #expect(!jonas.screen.text.contains("secretly"))
      jonas.type("\u{3}")
      #expect(try program.outline() == Program.outline)

      mara.type(",v")
      try mara.says("revealed the draft ‘secretly’")
      try jonas.sees("MC revealed the draft ‘secretly’")
      jonas.type(",a")
      try jonas.sees("secretly (MC, revealed)")
      jonas.type("\u{1B}[B\r")
      try jonas.sees("A hidden theme")
      #expect(try program.outline(in: "secretly").last?.hasPrefix("3 A hidden theme: ") == true)
      #expect(try program.outline() == Program.outline)
      try program.expectNothingHalfPlaced()
    }
  }
}
