import Testing

@testable import Workbench

@Suite struct KeymapFileTests {
  @Test func aFileChangesWhatItNamesAndLeavesTheRest() {
    let reading = read(
      """
      title = "Mine"  # a remark
      [code]
      "z"   = "code.again"
      'Y'   = 'code.run'
      b     = "none"

      [code.margin]
      "ctrl-e" = "passage.bounds"
      """)
    #expect(
      reading.problems.map(\.description)
        == [#"mine.toml:6:1: note: "b" isn't bound in [code]; there is nothing to unbind"#])
    #expect(reading.keymap.title == "Mine")
    #expect(reading.keymap.lookup(["z"], in: .code) == .command(.codeAgain, digit: nil))
    #expect(reading.keymap.lookup(["Y"], in: .code) == .command(.codeRun, digit: nil))
    #expect(reading.keymap.lookup(["b"], in: .codeMargin) == .command(.passageBounds, digit: nil))
    #expect(reading.keymap.lookup(["u"], in: .code) == .command(.historyUndo, digit: nil))
  }

  @Test func aFileMayExtendAShippedSetOrAnotherFile() {
    let vim = read("extends = \"vim\"\n[code]\n\"z\" = \"code.again\"")
    #expect(vim.problems == [])
    #expect(vim.keymap.lookup(["n"], in: .code) == .command(.findNext, digit: nil))
    #expect(vim.keymap.lookup(["z"], in: .code) == .command(.codeAgain, digit: nil))

    let other = read(
      "extends = \"lab\"\n[code]\n\"z\" = \"none\"",
      finding: ["lab": "format = 1\n[code]\n\"z\" = \"code.again\"\n\"Z\" = \"code.run\""])
    #expect(other.problems == [])
    #expect(other.keymap.lookup(["z"], in: .code) == .none)
    #expect(other.keymap.lookup(["Z"], in: .code) == .command(.codeRun, digit: nil))
  }

  @Test func filesThatExtendOneAnotherAreNamed() {
    let circle = [
      "a": "format = 1\nextends = \"b\"", "b": "format = 1\nextends = \"a\"",
    ]
    #expect(
      complaints("extends = \"a\"", finding: circle)
        == ["b.toml:2:11: extends goes in a circle: a.toml → b.toml → a.toml"])
    #expect(
      complaints("extends = \"mine\"", finding: ["mine": "format = 1"])
        == ["mine.toml:2:11: extends goes in a circle: mine.toml → mine.toml"])
  }

  @Test func theProblemsOfTheExtendedFileCarryItsName() {
    #expect(
      complaints("extends = \"lab\"", finding: ["lab": "format = 1\n[kode]\n\"z\" = \"none\""])
        == [
          """
          lab.toml:2:1: unknown context [kode] — did you mean "code"? — contexts are everywhere, \
          code, code.margin, select, bounds, themes, themes.page, carry, matrix, studies, history, choice, text, memo, picker
          """
        ])
  }

  @Test func aBadLineIsSkippedAndTheRestApplies() {
    let reading = read(
      """
      [code]
      "z" = "code.again
      "Z" = "code.aply"
      "Y" = "code.run"
      """)
    #expect(reading.problems.map(\.line) == [3, 4])
    #expect(reading.keymap.lookup(["Y"], in: .code) == .command(.codeRun, digit: nil))
  }

  @Test func anEssentialCommandKeepsAKey() {
    let reading = read(
      """
      [everywhere]
      ":" = "none"
      "?" = "find.open"
      "f1" = "none"
      "Q" = "need.next"
      """)
    #expect(
      reading.problems.map(\.description) == [
        """
        mine.toml:3:1: warning: "palette.open" can't be without a key in [everywhere]; ":" is \
        its key again
        """,
        """
        mine.toml:5:1: warning: "help.open" can't be without a key in [everywhere]; "f1" is its \
        key again
        """,
        """
        mine.toml:6:1: warning: "program.leave" can't be without a key in [everywhere]; "Q" is \
        its key again
        """,
      ])
    #expect(reading.keymap.lookup([":"], in: .code) == .command(.paletteOpen, digit: nil))
    #expect(reading.keymap.lookup(["f1"], in: .code) == .command(.helpOpen, digit: nil))
    #expect(reading.keymap.lookup(["?"], in: .code) == .command(.findOpen, digit: nil))
    #expect(reading.keymap.lookup(["Q"], in: .code) == .command(.programLeave, digit: nil))
  }

  @Test func anEssentialKeyComesBackOverSequencesThatBeginWithIt() {
    let reading = read("[everywhere]\n\":\" = \"none\"\n\": x\" = \"find.open\"")
    #expect(reading.keymap.lookup([":"], in: .everywhere) == .command(.paletteOpen, digit: nil))
    #expect(reading.keymap.lookup([":", "x"], in: .everywhere) == .none)
  }

  @Test func anEssentialCommandKeepsAKeyInEveryContextThatHasIt() {
    for context in Context.allCases {
      let keys = Keymap.builtIn.commands(in: context).keys
      let lines = keys.map { "\"\(KeyNotation.text($0))\" = \"none\"" }
      let reading = read((["[\(context.rawValue)]"] + lines).joined(separator: "\n"))
      for entry in CommandTable.entries where entry.traits.contains(.essential) {
        for place in Context.allCases {
          let before = Keymap.builtIn.keys(for: entry.command, in: place)
          let after = reading.keymap.keys(for: entry.command, in: place)
          #expect(before.isEmpty || !after.isEmpty, "\(entry.command.rawValue) in \(place)")
        }
      }
    }
  }

  @Test func aWayOutStaysInAField() {
    let reading = read("[text]\n\"esc\" = \"none\"\n\"ctrl-c\" = \"none\"")
    #expect(reading.keymap.lookup(["esc"], in: .text) == .command(.actCancel, digit: nil))
    #expect(reading.keymap.lookup(["ctrl-c"], in: .text) == .none)
  }

  @Test func aPrefixCanBeFreedOnALaterLine() {
    let free = ["g g", "g c", "g t", "g m", "g s", "g h", "g l", "g k", "g j", "g x"].map {
      "\"\($0)\" = \"none\""
    }
    let reading = read(
      (["[everywhere]", "\"g\" = \"list.first\""] + free + ["[code]", "\"g n\" = \"none\""]
        + ["\"g p\" = \"none\""]).joined(separator: "\n"))
    #expect(reading.problems == [])
    #expect(reading.keymap.lookup(["g"], in: .code) == .command(.listFirst, digit: nil))
  }

  @Test func linesMayEndAsOnWindowsAndBeginWithAMark() {
    let text = "\u{FEFF}format = 1\r\n[code]\r\n\"z\" = \"code.again\"\r\n"
    let reading = KeymapFile.read(.init(name: "mine.toml", text: text))
    #expect(reading.problems == [])
    #expect(reading.keymap.lookup(["z"], in: .code) == .command(.codeAgain, digit: nil))
  }
}

@Suite struct KeymapFileHardshipTests {
  @Test func anEmptyFileSaysSo() {
    for text in ["", "\n\n", "# only a remark\n"] {
      let reading = KeymapFile.read(.init(name: "mine.toml", text: text))
      #expect(
        reading.problems.map(\.description)
          == ["mine.toml:1:1: warning: this keymap file is empty; the built-in keys hold"])
      #expect(reading.keymap.keys(for: .codePick, in: .code) == [["enter"], ["c"]])
    }
  }

  @Test func aFileThatIsNotThereLeavesTheBuiltInKeys() {
    let reading = KeymapFile.missing("mine.toml")
    #expect(
      reading.problems.map(\.description)
        == ["mine.toml:1:1: there is no such keymap file, or it can't be read"])
    #expect(reading.keymap == .builtIn)
  }

  @Test func aBinaryFileIsNotRead() {
    let bytes = [UInt8](repeating: 0, count: 100) + Array("[code]\n\"z\" = \"code.run\"".utf8)
    let reading = KeymapFile.read(.init(name: "a.out", bytes: bytes))
    #expect(reading.problems.map(\.kind) == [.binary])
    #expect(reading.keymap == .builtIn)
  }

  @Test func aFileOfTenMegabytesIsNotRead() {
    let bytes = [UInt8](repeating: 0x41, count: 10_000_000)
    let reading = KeymapFile.read(.init(name: "novel.txt", bytes: bytes))
    #expect(reading.problems.map(\.kind) == [.tooLarge(bytes: 10_000_000)])
  }

  @Test func aLineThatIsNotUTF8IsSkipped() {
    let bytes = Array("format = 1\n# Schl".utf8) + [0xFC] + Array("ssel\n[code]\n".utf8)
    let reading = KeymapFile.read(
      .init(name: "mine.toml", bytes: bytes + Array("\"z\" = \"code.run\"".utf8)))
    #expect(reading.problems.map(\.description) == ["mine.toml:2:1: this line isn't UTF-8 text"])
    #expect(reading.keymap.lookup(["z"], in: .code) == .command(.codeRun, digit: nil))
  }

  @Test func whatTOMLDoesNotAllowIsNamed() {
    let reading = KeymapFile.read(
      .init(name: "mine.toml", text: "format = 01\ntitle = 'a\u{1}b'\n[code]  # \u{7F}\n"))
    #expect(
      reading.problems.filter { $0.severity == .error }.map(\.description) == [
        "mine.toml:1:10: expected a value in quotes",
        "mine.toml:2:11: a control character stands here; TOML has none but the tab",
        "mine.toml:3:11: a control character stands here; TOML has none but the tab",
      ])
  }

  @Test func ofManyProblemsAHundredAreNamedAndTheRestCounted() {
    let reading = read("[code]\n" + String(repeating: "\"zz\" = \"code.aply\"\n", count: 20_000))
    #expect(reading.problems.count == 101)
    #expect(reading.problems.last?.kind == .moreProblems(19_900))
  }

  @Test(.timeLimit(.minutes(1)))
  func theLargestFilesAreReadInLinearTime() {
    let half = KeymapFile.mostBytes / 2
    let rubbish = [
      String(repeating: "[", count: half),
      "[code]\n\"" + String(repeating: "a ", count: half / 2) + "\" = \"code.run\"",
      "[code]\n\"" + String(repeating: "ctrl-", count: half / 5) + "a\" = \"code.run\"",
      "[code]\n\"" + String(repeating: "\\\\", count: half / 2) + "\" = \"code.run\"",
      "[code]\n"
        + (0..<20_000).map { "\"z y \(character($0))\" = \"code.run\"" }
        .joined(separator: "\n") + "\n\"z\" = \"code.run\"\n\"z y\" = \"code.run\"",
      "[code]\n" + String(repeating: "\"z\" = \"code.run\"\n", count: half / 17),
      "title = \"" + String(repeating: "e\u{301}", count: half / 4) + "\"",
    ]
    for text in rubbish { _ = read(text) }
  }

  @Test func noByteAnywhereMakesReadingFail() {
    let text = Array("format = 1\n[code]\n\"g z\" = \"code.run\" # x\n".utf8)
    for position in text.indices {
      for byte: UInt8 in [0x01, 0x0A, 0x20, 0x22, 0x23, 0x27, 0x2D, 0x3D, 0x5B, 0x5C, 0x5D, 0xC3] {
        var changed = text
        changed[position] = byte
        let reading = KeymapFile.read(.init(name: "mine.toml", bytes: changed))
        #expect(reading.keymap.lookup(["?"], in: .code) == .command(.helpOpen, digit: nil))
      }
    }
  }

  /// A letter of the blocks of Chinese characters, another for each number.
  private func character(_ number: Int) -> String {
    Unicode.Scalar(UInt32(0x4E00 + number)).map { String(Character($0)) } ?? "z"
  }
}
