import Testing

@testable import Workbench

@Suite struct KeymapLookupTests {
  let keys = Keymap.builtIn

  @Test func theInnerContextWins() {
    #expect(keys.lookup(["enter"], in: .everywhere) == .command(.thingOpen, digit: nil))
    #expect(keys.lookup(["enter"], in: .code) == .command(.codePick, digit: nil))
    #expect(keys.lookup(["enter"], in: .codeMargin) == .command(.codeOpen, digit: nil))
    #expect(keys.lookup(["esc"], in: .memo) == .command(.memoClose, digit: nil))
  }

  @Test func whatTheInnerContextDoesNotNameComesFromTheOuter() {
    #expect(keys.lookup(["j"], in: .codeMargin) == .command(.cursorDown, digit: nil))
    #expect(keys.lookup(["c"], in: .codeMargin) == .command(.codePick, digit: nil))
    #expect(keys.lookup(["ctrl-w"], in: .picker) == .command(.textEraseWord, digit: nil))
  }

  @Test func selectingInheritsNothing() {
    #expect(keys.lookup(["n"], in: .select) == .none)
    #expect(keys.lookup(["g"], in: .select) == .none)
  }

  @Test func lettersTypeInFields() {
    for context in [Context.text, .memo, .picker] {
      for token in ["j", "q", "?", "space", "-", "é"] {
        #expect(keys.lookup([token], in: context) == .none)
      }
    }
  }

  @Test func aDigitIsHandedOn() {
    #expect(keys.lookup(["3"], in: .code) == .command(.codePinned, digit: 3))
    #expect(keys.lookup([",", "9"], in: .codeMargin) == .command(.pinSet, digit: 9))
    #expect(keys.lookup(["0"], in: .code) == .none)
    #expect(keys.lookup(["3"], in: .studies) == .none)
  }

  @Test func aPrefixShowsWhatMayFollowInTheOrderOfTheHelp() {
    guard case .prefix(let next) = keys.lookup(["g"], in: .code) else {
      Issue.record("g is no prefix")
      return
    }
    #expect(next.map(\.token) == ["g", "c", "t", "m", "s", "h", "l", "k", "j", "x", "n", "p"])
    #expect(next.first?.command == .listFirst)
    #expect(next.first?.sentence == "First line or row.")
    #expect(next.allSatisfy { !$0.more })
  }

  @Test func nineDigitsAfterAPrefixAreOneRow() {
    guard case .prefix(let next) = keys.lookup([","], in: .code) else {
      Issue.record(", is no prefix")
      return
    }
    let rows = KeyDisplay.rows(next)
    #expect(
      rows.map(\.key) == ["space", "x", "o", "m", "1 … 9", "s", "j", "e", "d", "h", "p", "r"])
    #expect(rows[4].continuation.command == .pinSet)
  }

  @Test func aPrefixOfAPrefixSaysThatMoreFollows() {
    let keys = read("[code]\n\"g z z\" = \"code.run\"\n\"g z y\" = \"code.again\"").keymap
    guard case .prefix(let next) = keys.lookup(["g"], in: .code) else {
      Issue.record("g is no prefix")
      return
    }
    let deeper = next.filter { $0.token == "z" }
    #expect(deeper.map(\.more) == [true])
    #expect(deeper.map(\.command) == [nil])
    #expect(keys.lookup(["g", "z", "z"], in: .code) == .command(.codeRun, digit: nil))
  }

  @Test func anUnknownEndOfAPrefixMeansNothing() {
    #expect(keys.lookup(["g", "y"], in: .code) == .none)
    #expect(keys.lookup([], in: .code) == .none)
  }

  @Test func theKeysOfACommandComeInTheOrderOfTheTable() {
    #expect(keys.keys(for: .codePick, in: .code) == [["enter"], ["c"]])
    #expect(keys.keys(for: .codePick, in: .codeMargin) == [["c"]])
    #expect(keys.keys(for: .codePick, in: .studies) == [])
    #expect(keys.keys(for: .thingOpen, in: .code) == [])
    #expect(keys.keys(for: .listFirst, in: .history) == [["home"], ["g", "g"]])
  }

  @Test func thePersonsKeyIsShownBeforeTheBuiltInOnes() {
    let keys = read("[code]\n\"z\" = \"code.pick\"").keymap
    #expect(keys.keys(for: .codePick, in: .code) == [["z"], ["enter"], ["c"]])
  }

  @Test func noneUnbindsHereAndLeavesTheOuterContext() {
    let keys = read("[code]\n\"u\" = \"none\"").keymap
    #expect(keys.lookup(["u"], in: .code) == .none)
    #expect(keys.lookup(["u"], in: .codeMargin) == .none)
    #expect(keys.lookup(["u"], in: .studies) == .command(.historyUndo, digit: nil))
  }
}

@Suite struct KeyDisplayTests {
  @Test func keysAreShownAsSignsOrAsTheNotation() {
    #expect(KeyDisplay.text(["enter"]) == "⏎")
    #expect(KeyDisplay.text(["ctrl-left"]) == "ctrl-←")
    #expect(KeyDisplay.text(["g", "down"]) == "g ↓")
    #expect(KeyDisplay.text(["ctrl-left"], ascii: true) == "ctrl-left")
    #expect(KeyDisplay.text(["?"]) == "?")
    #expect(KeyDisplay.text(["-"]) == "-")
  }

  @Test func nineDigitsAreGathered() {
    let pins = Keymap.builtIn.keys(for: .pinSet, in: .code)
    #expect(pins.count == 9)
    #expect(KeyDisplay.list(pins) == [", 1 … 9"])
    #expect(KeyDisplay.list([["1"], ["2"]]) == ["1", "2"])
  }
}

@Suite struct KeyboardOfAnotherScriptTests {
  @Test func aLetterIsLookedUpByItsPlace() {
    let keys = read("letters = \"йцукенгшщз фывапролд ячсмить\"").keymap
    #expect(keys.lookup(["о"], in: .code) == .command(.cursorDown, digit: nil))
    #expect(keys.lookup(["О"], in: .code) == .command(.blockNext, digit: nil))
    #expect(keys.lookup(["п", "п"], in: .code) == .command(.listFirst, digit: nil))
    #expect(keys.lookup(["j"], in: .code) == .command(.cursorDown, digit: nil))
    #expect(keys.lookup(["ctrl-в"], in: .code) == .command(.pageDown, digit: nil))
    #expect(keys.lookup(["о"], in: .text) == .none)
  }

  @Test func anASCIICharacterHoldsThePlaceOfAKeyWithoutALetter() throws {
    let hebrew = try #require(KeyboardLetters("/'קראטוןםפ שדגכעיחלך זסבהנמצ"))
    #expect(hebrew.latin(for: "ח") == "j")
    #expect(hebrew.latin(for: "/") == "/")
  }

  @Test func theCapitalOfTwoLettersGoesToTheOneThatItBecomes() throws {
    let greek = try #require(KeyboardLetters(";ςερτυθιοπ ασδφγηξκλ ζχψωβνμ"))
    #expect(greek.latin(for: "σ") == "s")
    #expect(greek.latin(for: "ς") == "w")
    #expect(greek.latin(for: "Σ") == "S")
  }

  @Test func everyKeyboardThatIsKnownHas26Places() {
    #expect(KeymapHint.keyboards.count == 5)
  }

  @Test func aLetterOfAnotherScriptIsExplained() {
    #expect(
      KeymapHint.otherScript("о")
        == "‘о’ is no key here; is another keyboard on? `letters` in the keymap makes it j")
    #expect(
      KeymapHint.otherScript("文")
        == "‘文’ is no key here; is another keyboard on? `letters` in the keymap says which key it is"
    )
    for token in ["z", "é", "ß", "enter", "ctrl-о", "1", "ﬁ"] {
      #expect(KeymapHint.otherScript(token) == nil)
    }
  }
}

/// Reads a keymap file that needs no `format` line to be of interest.
func read(_ text: String, finding: [String: String] = [:]) -> KeymapFile.Reading {
  KeymapFile.read(
    .init(name: "mine.toml", text: "format = 1\n" + text),
    finding: { name in finding[name].map { .init(name: "\(name).toml", text: $0) } })
}

/// What a keymap file has to hear, line by line; the text begins on line 2.
func complaints(_ text: String, finding: [String: String] = [:]) -> [String] {
  read(text, finding: finding).problems.map(\.description)
}
