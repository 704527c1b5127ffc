import Foundation
import Glibc
import Testing

extension DeskTests {
  @Suite(.serialized) struct Ending {
    /// The last of a switch's two settings that was sent.
    private func isOff(_ mode: String, in text: String) -> Bool {
      guard let off = text.range(of: "\u{1B}[?\(mode)l", options: .backwards) else { return false }
      guard let on = text.range(of: "\u{1B}[?\(mode)h", options: .backwards) else { return true }
      return off.lowerBound > on.lowerBound
    }

    private func expectGivenBack(
      _ desk: PtyDesk, _ modes: [UInt32], sourceLocation: SourceLocation = #_sourceLocation
    ) {
      desk.drains()
      let text = desk.text
      for mode in ["1006", "1002", "2004", "1049"] {
        let isOff = isOff(mode, in: text)
        #expect(isOff, "\(mode) is on", sourceLocation: sourceLocation)
      }
      let shown = text.range(of: "\u{1B}[?25h", options: .backwards)
      let hidden = text.range(of: "\u{1B}[?25l", options: .backwards)
      if let hidden {
        let isShown = shown.map { $0.lowerBound > hidden.lowerBound } ?? false
        #expect(isShown, "the cursor is hidden", sourceLocation: sourceLocation)
      }
      #expect(desk.modes == modes, sourceLocation: sourceLocation)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGQUIT])
    func aSignalEndsTheDeskAndGivesTheTerminalBack(signal: Int32) throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program)
      defer { desk.end() }
      let modes = desk.modes
      try desk.shows("number")
      desk.settles()
      #expect(desk.modes != modes)
      desk.type("c")
      try desk.shows("code line 2")
      desk.type("kept\r")
      try desk.shows("added ‘kept’")
      desk.signal(signal)
      #expect(desk.ends(within: 2) == 0)
      expectGivenBack(desk, modes)
      #expect(try program.codings().map(\.code) == ["kept"])
    }

    @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP])
    func aCrashGivesTheTerminalBackAndSaysThatNothingIsLost(signal: Int32) throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program)
      defer { desk.end() }
      let modes = desk.modes
      try desk.shows("number")
      desk.settles()
      desk.signal(signal)
      #expect(desk.ends(within: 2) == 128 + signal)
      expectGivenBack(desk, modes)
      try desk.shows("Every act that was shown is saved")
      #expect(try program.isSound())
    }

    @Test func leavingGivesTheTerminalBack() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program)
      defer { desk.end() }
      let modes = desk.modes
      try desk.shows("number")
      desk.settles()
      desk.type("q")
      #expect(desk.ends(within: 5) == 0)
      expectGivenBack(desk, modes)
    }

    /// The second is a shell that keeps hangups from what it starts.
    @Test(arguments: ["", "trap '' HUP; "])
    func aLostLineEndsTheDeskWithinTwoSecondsAndLosesNothing(before: String) throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program, script: "\(before)exec \"$LINEWISE\" review.linewise")
      defer { desk.end() }
      try desk.shows("number")
      desk.type("c")
      try desk.shows("code line 2")
      desk.type("kept\r")
      try desk.shows("added ‘kept’")
      desk.hangUp()
      #expect(desk.ends(within: 2) != nil)
      #expect(try program.codings().map(\.code) == ["kept"])
      #expect(try program.isSound())
    }

    @Test(arguments: [SIGHUP, SIGTERM, SIGKILL])
    func aMemoThatWasBeingWrittenIsThereAgain(signal: Int32) throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      var desk = try TmuxDesk(program)
      try desk.waits(for: { $0.focus == 2 })
      desk.type("jm")
      try desk.shows("memo on line 3")
      desk.type("half a thought\rin two lines")
      try desk.shows("in two lines")
      kill(desk.pid, signal)
      try desk.ends()
      #expect(try program.says("history", Program.review).contains("half a thought") == false)

      desk = try TmuxDesk(program)
      try desk.shows("memo on line 3")
      try desk.shows("half a thought")
      desk.type(", whole now\u{4}")
      try desk.shows("wrote a memo on line 3")
      desk.type("q")
      try desk.ends()
      desk = try TmuxDesk(program)
      try desk.shows("memo: half a thought in two lines, whole now")
    }

    @Test func aClosedPaneEndsTheDeskWithinTwoSeconds() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try TmuxDesk(program)
      try desk.waits(for: { $0.focus == 2 })
      desk.type("c")
      try desk.shows("code line 2")
      desk.type("kept\r")
      try desk.shows("added ‘kept’")
      let pid = desk.pid
      try desk.tmux("kill-pane")
      #expect(eventually(within: 2) { !DeskProcess.isAlive(pid) })
      #expect(try program.codings().map(\.code) == ["kept"])
    }

    @Test func theShellCanBeUsedBetweenStoppingAndGoingOn() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try TmuxDesk(
        program, environment: ["LINEWISE": Program.executable.path],
        script: "exec bash --norc --noprofile -i")
      desk.type("PS1='ready: '; clear\r")
      try desk.waits(for: { $0.rows.first?.hasPrefix("ready:") ?? false })
      desk.type("\"$LINEWISE\" open review.linewise\r")
      try desk.waits(for: { $0.focus == 2 })
      desk.type("j")
      try desk.waits(for: { $0.focus == 3 })
      for round in 1...2 {
        desk.press("C-z")
        try desk.shows("Stopped")
        desk.type("echo $((20 + \(round)))\r")
        try desk.waits(for: { $0.rows.contains("2\(round)") })
        desk.type("stty -a | tr ' ' '\\n' | grep -cx -e echo -e icanon -e isig\r")
        try desk.waits(for: { $0.rows.contains("3") })
        desk.type("clear; fg\r")
        try desk.waits(for: { $0.focus == 3 })
      }
      desk.type("c")
      try desk.shows("code line 3")
      desk.type("after\r")
      try desk.shows("added ‘after’")
      desk.type("\rq")
      try desk.waits(for: { $0.focus == nil && $0.text.contains("ready:") })
      #expect(
        try program.codings() == [
          ListedCoding(code: "after", coder: "Mara Calloway", line: 3)
        ])
    }
  }
}
