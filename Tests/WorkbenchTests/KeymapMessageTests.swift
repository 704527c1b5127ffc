import Testing

@testable import Workbench

@Suite struct KeymapMessageTests {
  @Test(arguments: [
    ("<C-d>", #""<C-d>" isn't a key name here; write "ctrl-d""#),
    ("C-d", #""C-d" isn't a key name here; write "ctrl-d""#),
    ("Ctrl+D", #""Ctrl+D" isn't a key name here; write "ctrl-d""#),
    ("^D", #""^D" isn't a key name here; write "ctrl-d""#),
    ("M-x", #""M-x" isn't a key name here; write "alt-x""#),
    ("S-Tab", #""S-Tab" isn't a key name here; write "shift-tab""#),
    ("<CR>", #""<CR>" isn't a key name here; write "enter""#),
    ("Return", #""Return" isn't a key name here; write "enter""#),
    ("PgUp", #""PgUp" isn't a key name here; write "pageup""#),
    ("F1", #""F1" isn't a key name here; write "f1""#),
    ("alt-ctrl-x", #""alt-ctrl-x" isn't a key name here; write "ctrl-alt-x""#),
    ("shift-a", #""shift-a" isn't a key name here; write "A""#),
    ("gg", #""gg" isn't a key name here; write "g g""#),
    ("entr", #""entr" isn't a key name here; write "enter""#),
    ("bakcspcae", #""bakcspcae" isn't a key name here — did you mean "backspace"?"#),
    ("hyper-x", #""hyper-x" isn't a key name here"#),
    (" ", #"the space bar is written "space""#),
    ("", "no key is written between the quotes"),
    ("a b c d e", "a sequence has at most 4 keys"),
  ])
  func anotherNotationIsRefusedWithTheRightSpelling(key: String, sentence: String) {
    #expect(fault(key) == sentence)
  }

  @Test(arguments: [
    ("ctrl-i", #"ctrl-i can't be told from tab in a terminal; bind "tab""#),
    ("ctrl-m", #"ctrl-m can't be told from enter in a terminal; bind "enter""#),
    ("ctrl-j", #"ctrl-j can't be told from enter in a terminal; bind "enter""#),
    ("ctrl-[", #"ctrl-[ can't be told from esc in a terminal; bind "esc""#),
    ("ctrl-h", #"ctrl-h can't be told from backspace in a terminal; bind "backspace""#),
    ("ctrl-A", #"ctrl-A can't be told from ctrl-a in a terminal; bind "ctrl-a""#),
    ("ctrl-I", #"ctrl-I can't be told from tab in a terminal; bind "tab""#),
    ("C-i", #"ctrl-i can't be told from tab in a terminal; bind "tab""#),
    ("ctrl-shift-a", #"ctrl-shift-a can't be told from ctrl-a in a terminal; bind "ctrl-a""#),
    ("ctrl-shift-I", #"ctrl-shift-I can't be told from tab in a terminal; bind "tab""#),
    ("ctrl-_", #"ctrl-_ can't be told from ctrl-/ in a terminal; bind "ctrl-/""#),
    ("ctrl-enter", #"ctrl-enter can't be told from enter in a terminal; bind "enter""#),
    ("shift-space", #"shift-space can't be told from space in a terminal; bind "space""#),
    ("ctrl-alt-i", #"ctrl-alt-i can't be told from alt-tab in a terminal; bind "alt-tab""#),
    ("ctrl-,", "a terminal doesn't send ctrl-,; bind another key"),
    ("shift-1", "shift-1 arrives as the character that it types; bind that character"),
    (
      "alt-[", "alt-[ can't be told from the start of other keys in a terminal; bind another key"
    ),
  ])
  func aKeyThatATerminalCannotSendIsRefusedWithTheReason(key: String, sentence: String) {
    #expect(fault(key) == sentence)
  }

  @Test(arguments: [
    "j", "G", "g g", "ctrl-d", "alt-j", "shift-tab", "enter", "esc", "space", "f12", "pagedown",
    "ctrl-left", "shift-f5", "alt-backspace", "ctrl-space", "ctrl-/", "é", "-", "\"", "ctrl-alt-x",
  ])
  func aKeyAsItShouldBeWrittenIsTaken(key: String) {
    #expect(fault(key) == nil)
  }

  @Test func everyProblemHasItsPlaceAndTheNearestRightName() {
    #expect(
      complaints(
        """
        [code]
        "z" = "code.agian"
          "<C-e>" = "code.run"
        "g" = "code.run"
        "u u" = "code.run"
        "z" = "code.run"
        "z" = "code.run"
        "T" = 'code.run' "x"
        "t" : "code.run"
        "b" = code.run
        "B" = ["code.run"]
        title = "late"
        "D" = "code.pinned"
        "E" = "select.word"
        """) == [
          #"mine.toml:3:7: unknown command "code.agian" — did you mean "code.again"?"#,
          #"mine.toml:4:3: "<C-e>" isn't a key name here; write "ctrl-e""#,
          """
          mine.toml:5:1: "g" is already the start of "g g" and of 11 more; a key can't be both
          """,
          #"mine.toml:6:1: "u u" begins with "u", which is already a key; a key can't be both"#,
          #"mine.toml:8:1: "z" bound twice in [code]; first on line 7"#,
          #"mine.toml:9:18: "x" is left over; a line holds one key, and # begins a comment"#,
          "mine.toml:10:5: expected = after the key",
          "mine.toml:11:7: expected a value in quotes",
          """
          mine.toml:12:7: lists and tables in a line aren't part of a keymap; write \
          "key" = "command"
          """,
          #"mine.toml:13:1: "title" is a setting; it stands above the first [context]"#,
          #"mine.toml:14:1: "code.pinned" takes a digit: its last key must be one of 1 … 9"#,
          #"mine.toml:15:7: "select.word" does nothing in [code]; it belongs in [select]"#,
        ])
  }

  @Test func aClashInTheSameFileNamesItsLine() {
    #expect(
      complaints("[code]\n\"z z\" = \"code.run\"\n\"z\" = \"code.again\"")
        == [
          #"mine.toml:4:1: "z" is already the start of "z z" (line 3); a key can't be both"#
        ])
    #expect(
      complaints("[code]\n\"z\" = \"code.run\"\n\"z z\" = \"code.again\"")
        == [
          """
          mine.toml:4:1: "z z" begins with "z", which is already a key (line 3); a key can't be both
          """
        ])
  }

  @Test func aKeyThatWouldClashInAnInnerContextIsRefused() {
    #expect(
      complaints("[everywhere]\n\"c c\" = \"find.open\"") == [
        #"mine.toml:3:1: "c c" begins with "c", which is already a key; a key can't be both"#
      ])
  }

  @Test func whatIsAboveTheFirstContextIsCheckedToo() {
    #expect(
      complaints(
        """
        extend = "vim"
        title = 3
        letters = "abc"
        letters = "йцукенгшщз фывапролд ячсмить"
        extends = "wim"
        "j" = "cursor.down"
        [[code]]
        [code
        [ code ] # fine
        [code]
        """) == [
          """
          mine.toml:2:1: unknown setting "extend" — did you mean "extends"?; there are format, \
          title, extends, letters
          """,
          "mine.toml:3:9: title wants text in quotes",
          """
          mine.toml:4:11: letters wants 26 different letters, in the places of qwertyuiop \
          asdfghjkl zxcvbnm; here are 3
          """,
          #"mine.toml:5:1: "letters" stands twice; first on line 4"#,
          """
          mine.toml:6:11: no keymap "wim" to extend — did you mean "vim"?; shipped are default, \
          vim, emacs, arrows
          """,
          #"mine.toml:7:1: "j" stands above the first context; write [everywhere] above it"#,
          """
          mine.toml:8:1: lists of tables aren't part of a keymap; write "key" = "command"
          """,
          "mine.toml:9:6: expected ]",
          "mine.toml:11:1: [code] stands twice; first on line 10; its keys are read all the same",
        ])
  }

  @Test func theFormatIsAskedFor() {
    #expect(
      KeymapFile.read(.init(name: "m", text: "[code]")).problems.map(\.description)
        == [#"m:1:1: warning: "format = 1" is missing at the top; the file is read as format 1"#])
    #expect(
      KeymapFile.read(.init(name: "m", text: "format = 2")).problems.map(\.description) == [
        "m:1:10: format 2 is unknown here; this program reads format 1, and reads the file as that"
      ])
  }

  @Test func aCharacterCannotBeACommandWhereItTypes() {
    #expect(
      complaints("[picker]\n\"j\" = \"picker.next\"\n[memo]\n\"space x\" = \"memo.close\"") == [
        #"mine.toml:3:1: "j" types in [picker]; no character can be a command there"#,
        #"mine.toml:5:1: "space" types in [memo]; no character can be a command there"#,
      ])
  }

  @Test func keysThatOthersTakeAreWarnedOf() {
    #expect(
      complaints("[code]\n\"ctrl-b\" = \"code.run\"\n\"alt-3\" = \"code.run\"") == [
        "mine.toml:3:1: warning: ctrl-b may never arrive: taken by tmux",
        "mine.toml:4:1: warning: alt-3 may never arrive: taken by terminals, to change tabs",
      ])
  }

  @Test func whatAKeyHidesAndWhereItIsHiddenIsNoted() {
    #expect(
      complaints("[everywhere]\n\"c\" = \"find.open\"\n[studies]\n\"u\" = \"study.import\"") == [
        #"mine.toml:3:1: note: "c" is hidden in [code], where it is "code.pick""#,
        #"mine.toml:5:1: note: "u" here hides "u" = "history.undo" from [everywhere]"#,
      ])
  }

  @Test func nothingInAFileCanSteerTheTerminal() {
    let all = complaints("[code]\n\"\u{1B}[2J\" = \"\u{202E}x\u{1B}\"\n\"\\u001b\" = \"none\"")
      .joined()
    #expect(!all.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }

  private func fault(_ key: String) -> String? {
    guard case .failure(let fault) = KeyNotation.sequence(key) else { return nil }
    return fault.sentence
  }
}
