import Foundation
import Glibc
import Testing

extension DeskTests {
  /// The board when its process or its line is lost.
  @Suite(.serialized) struct BoardKilled {
    enum Loss: CaseIterable { case killed, hungUp }
    enum Hand: CaseIterable { case mouse, keys }

    private func lose(_ desk: PtyDesk, _ loss: Loss) {
      switch loss {
      case .killed: desk.signal(SIGKILL)
      case .hungUp: desk.hangUp()
      }
      #expect(desk.ends(within: 10) != nil)
    }

    @Test(arguments: Loss.allCases, Hand.allCases)
    func whatWasCarriedIsWhereItWasAndTheDeskComesBackToItsPlace(loss: Loss, hand: Hand) throws {
      let program = try Program.withBoard()
      var desk = try #require(try BoardTerminal.wideXterm.open(program) as? PtyDesk)
      defer { desk.end() }
      let acts = try program.acts().count
      desk.type("  /wrong\r")
      try desk.sees("2 marked, 2 not shown")
      // The field of the filter is closed.
      try desk.sees("pick up")
      // All of the frame has come: what is pressed on is where it stands.
      desk.settles()
      let place = desk.screen
      switch hand {
      case .mouse:
        try desk.takes("the wrong bus")
        try desk.carries(onto: "Referrals that fit", said: "into 1.2 Referrals")
      case .keys:
        desk.type("pJ")
        try desk.sees("into 1.2 Referrals")
      }
      lose(desk, loss)
      #expect(try program.outline() == Program.outline)
      #expect(try program.acts().count == acts)
      try program.expectNothingHalfPlaced()

      desk.end()
      desk = try PtyDesk(program, as: "Mara Calloway")
      try desk.sees("2 marked, 2 not shown")
      let list = { (screen: DeskScreen) in
        screen.rows.dropFirst().prefix(30).map { $0.filter { $0 != "▌" && $0 != " " } }
      }
      try desk.sees("the board as it was, not\n\(place.text)\n") {
        // The mouse brought the cursor to what it took.
        list($0).prefix(20) == list(place).prefix(20)
      }
      #expect(desk.row.contains("the wrong bus"))
      #expect(!desk.screen.text.contains("carrying"))
    }

    @Test func aDropIsWhollyThereOrNotAtAllWheneverTheProcessIsKilled() throws {
      let program = try Program.withBoard()
      var random = SystemRandomNumberGenerator()
      var dropped = 0
      let whole = Program.outline[4] + ", fear of the group"
      for _ in 0..<10 {
        let desk = try #require(try BoardTerminal.wideXterm.open(program) as? PtyDesk)
        defer { desk.end() }
        let acts = try program.acts().count
        try desk.takes("fear of the group")
        let end = try desk.carries(onto: "The whole of a life", said: "into 2.1 The whole")
        desk.type(Sent.release(end))
        usleep(.random(in: 0...120_000, using: &random))
        desk.signal(SIGKILL)
        #expect(desk.ends(within: 10) != nil)
        let outline = try program.outline()
        guard outline != Program.outline else { continue }
        dropped += 1
        #expect(outline == Array(Program.outline.dropLast()) + [whole])
        #expect(try program.acts().count == acts + 1)
        try program.does(["undo", Program.review])
      }
      print("killed at the drop: \(dropped) of 10 were saved")
      try program.expectNothingHalfPlaced()
    }
  }
}
