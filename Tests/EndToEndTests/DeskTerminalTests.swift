import Foundation
import Glibc
import Testing

extension DeskTests {
  @Suite(.serialized) struct Terminals {
    @Test(arguments: ["xterm-kitty", nil, "vt100", "linux", "screen-256color", "no-such-terminal"])
    func theDeskWorksInATerminalOfAnyName(term: String?) throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program, environment: ["TERM": term])
      defer { desk.end() }
      try desk.shows("number")
      desk.type("c")
      try desk.shows("code line 2")
      desk.type("anywhere\r")
      try desk.shows("added ‘anywhere’")
      desk.type("\rQ")
      #expect(desk.ends(within: 5) == 0)
      #expect(try program.codings().map(\.code) == ["anywhere"])
    }

    @Test(arguments: [("xterm-256color", "\u{1B}(B"), ("linux", "\u{F}")])
    func thatLettersAreLettersIsNotSaidWithEachLook(term: String, letters: String) throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program, environment: ["TERM": term])
      defer { desk.end() }
      try desk.shows("number")
      #expect(desk.text.contains("\u{1B}[m"))
      // When the terminal is taken over, and before all of the screen is sent.
      #expect((1...4).contains(desk.text.ranges(of: letters).count))
      desk.type("q")
      #expect(desk.ends(within: 5) == 0)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/io")))
    func whatAKeyChangesIsWrittenAtOnce() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program)
      defer { desk.end() }
      try desk.shows("number")
      desk.settles()
      let before = try desk.writes()
      for (key, words) in [("c", "code line 2"), ("a", "new code “a"), ("b", "b”"), ("c", "c”")] {
        desk.type(key)
        try desk.shows(words)
        desk.settles()
      }
      // Some of them tell the others where I am; one at each move of the cursor would be eighteen.
      #expect((4...12).contains(try desk.writes() - before))
    }

    /// The mode belongs to all who hold the terminal, so that another may set it at any time.
    @Test func aTerminalThatAnotherHasNotWaitWaitsForFramesAndIsGivenBackAsItWas() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let notWaiting = """
        python3 -c 'import fcntl, os
        fcntl.fcntl(1, fcntl.F_SETFL, fcntl.fcntl(1, fcntl.F_GETFL) | os.O_NONBLOCK)'
        """
      let desk = try PtyDesk(
        program,
        script: """
          \(notWaiting)
          (until test -e now; do sleep 0.05; done; \(notWaiting); touch then) &
          "$LINEWISE" open \(Program.review)
          touch left
          sleep 60
          """)
      defer { desk.end() }
      try desk.shows("number")
      #expect(try desk.outputWaits())
      try program.write("", to: "now")
      #expect(eventually { FileManager.default.fileExists(atPath: program.path("then")) })
      #expect(try !desk.outputWaits())
      desk.type("j")
      #expect(try eventually { try desk.outputWaits() })
      desk.type("Q")
      #expect(eventually { FileManager.default.fileExists(atPath: program.path("left")) })
      #expect(try !desk.outputWaits())
    }

    @Test func aTerminalThatCanOnlyPrintIsRefusedInOneSentence() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program, environment: ["TERM": "dumb"])
      defer { desk.end() }
      #expect(desk.ends(within: 5) == 64)
      desk.drains()
      #expect(desk.text.contains("cannot show the desk"))
      #expect(!desk.text.contains("\u{1B}"))
      #expect(desk.text.split(separator: "\r\n").count == 1)
    }

    @Test func withoutATerminalTheDeskIsRefusedInOneSentence() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let outcome = try program.run("open", Program.review)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.complaint.contains("the desk needs a terminal"))
      #expect(outcome.complaint.split(separator: "\n").count == 1)
    }

    @Test func theCLocaleChangesNothing() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try PtyDesk(program, environment: ["LC_ALL": "C", "LANG": "C"])
      defer { desk.end() }
      try desk.shows("number")
      desk.type("c")
      try desk.shows("code line 2")
      desk.type("Übergänge 日本\r")
      try desk.shows("‘Übergänge 日本’")
      desk.type("\rQ")
      #expect(desk.ends(within: 5) == 0)
      #expect(try program.codings().map(\.code) == ["Übergänge 日本"])
    }

    @Test func noColourIsSentWhereNoneIsWanted() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      for (variable, wantsColour) in [("NO_COLOR", false), ("UNRELATED", true)] {
        let desk = try PtyDesk(program, environment: [variable: "1"])
        defer { desk.end() }
        try desk.shows("number")
        desk.type("jc")
        try desk.shows("code line")
        desk.settles()
        let looks = desk.text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap {
          $0.output.1.split(separator: ";")
        }
        let colours = looks.compactMap { Int($0) }.filter {
          (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
        }
        #expect(colours.isEmpty != wantsColour, "\(colours)")
      }
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func whatChangesLeavesNothingBehindOfWhatStoodThere(columns: Int, rows: Int) throws {
      let program = try Program()
      #expect(try program.run("new", Program.review, "--title", "T", "--coder", "Mara").status == 0)
      let lines = (2...30).map { number in
        "\(number.isMultiple(of: 3) ? "\n" : "")"
          + "Number \(number) \(number.isMultiple(of: 2) ? "of the cafe\u{301}" : "訪問は静か") is said. "
      }
      try program.write("# Findings\n\(lines.joined())\n", to: "wide.md")
      #expect(try program.run("import", Program.review, "wide.md", "--study", "訪").status == 0)
      let desk = try TmuxDesk(program, columns: columns, rows: rows)
      let walk = [
        ("", "Number 2"), ("j", "── 3 ─"), ("c", "code line 3"), ("数える zä", "new code “数える zä"),
        ("hlen\r", "added ‘数える zählen’"), ("\r", "── 3 ─"), ("j", "── 4 ─"), ("k", "── 3 ─"),
        ("c数", "▸ 数える zählen"), ("\u{3}", "── 3 ─"), ("\u{4}", ". again"), ("gg", "── 1 ─"),
        ("gt", "studies"), ("gh", "made the review"), ("gs", "訪"), ("gc?", "key"),
        ("\u{3}", "── 1 ─"),
      ]
      for (keys, words) in walk {
        desk.type(keys)
        try desk.shows(words)
        let changed = desk.rest
        desk.press("C-l")
        #expect(desk.rest.text == changed.text, "after \(keys)")
      }
    }

    @Test func asciiMeansThatNothingElseIsDrawn() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try TmuxDesk(program, options: ["--ascii"])
      try desk.shows("number 2")
      var seen: [String] = []
      let walk = [
        "c", "plain\r", "\r", "l", "h", "s", "\u{3}", "m", "\u{3}", ":", "\u{3}", "gs", "l", "gh",
      ]
      for keys in walk {
        desk.type(keys)
        #expect(eventually(within: 2) { desk.screen.text != seen.last })
        seen.append(desk.screen.text)
      }
      for screen in seen {
        let others = screen.unicodeScalars.filter { !$0.isASCII }
        #expect(others.isEmpty, "\(String(String.UnicodeScalarView(others))) in\n\(screen)")
      }
    }

    @Test func plainReadsTheLineInFocusFirstAndDrawsNothing() throws {
      let program = try Program.withLongStudy(lines: 10, coders: "Mara Calloway")
      let desk = try TmuxDesk(program, options: ["--plain"])
      try desk.waits(for: { $0.rows[0].hasPrefix("2 This is what number 2 ") })
      desk.type("j")
      try desk.waits(for: { $0.rows[0].hasPrefix("3 This is what number 3 ") })
      #expect(desk.cursor?.row == 0)
      #expect(desk.cursor?.column == 0)
      desk.type("c")
      try desk.shows("code line 3")
      desk.type("spoken")
      try desk.waits(for: { $0.rows[0].hasPrefix("spoken") })
      #expect(desk.cursor?.column == 6)
      desk.type("\r")
      try desk.shows("spoken")
      desk.type("\r")
      try desk.waits(for: { $0.rows[0].hasPrefix("3 This") && $0.text.contains("spoken") })
      let drawn = desk.screen.text.unicodeScalars.filter { (0x2500...0x25FF).contains($0.value) }
      #expect(drawn.isEmpty)
      desk.type("q")
      try desk.ends()
    }

    @Test func aThousandSizesInAFewSecondsDisturbNoTyping() throws {
      let program = try Program.withLongStudy(lines: 60, coders: "Mara Calloway")
      let desk = try PtyDesk(program)
      defer { desk.end() }
      try desk.shows("number")
      desk.type("c")
      try desk.shows("code line 2")
      let name = "typed while somebody pulls at the corner of the window"
      var letters = name.unicodeScalars.makeIterator()
      var random = SystemRandomNumberGenerator()
      for size in 0..<1000 {
        desk.resize(
          columns: .random(in: 1...300, using: &random), rows: .random(in: 1...80, using: &random))
        if size % 15 == 7, let letter = letters.next() { desk.type(String(letter)) }
        usleep(2000)
      }
      desk.type(String(String.UnicodeScalarView(Array(IteratorSequence(letters)))))
      desk.resize(columns: 120, rows: 40)
      desk.settles()
      let mark = desk.bytes.count
      desk.type("\r")
      try desk.shows("added ‘typed while", after: mark)
      desk.type("\rQ")
      #expect(desk.ends(within: 5) == 0)
      #expect(
        try program.codings() == [
          ListedCoding(code: name, coder: "Mara Calloway", line: 2)
        ])
    }
  }
}
