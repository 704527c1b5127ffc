import ScreenCells
import Testing

@Suite struct DisplayableTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("Größe, naïve, 日本", "Größe, naïve, 日本"),
    ("\u{1B}[2J", "␛[2J"),
    ("\u{1B}]52;c;Y3VybCBldmlsfHNo\u{7}", "␛]52;c;Y3VybCBldmlsfHNo␇"),
    ("a\u{0}b\u{7F}", "a␀b␡"),
    ("\u{9B}31m", "‹9B›31m"),
    ("C\rD", "C␍D"),
    ("a\tb\nc", "a    b c"),
    ("a\u{2028}b", "a b"),
    ("user\u{202E}txt.exe", "user¬txt.exe"),
    ("go\u{200B}od", "go¬od"),
    ("soft\u{AD}hyphen", "soft¬hyphen"),
    ("tag\u{E0041}", "tag¬"),
    ("\u{FEFF}begin", "¬begin"),
    ("\u{E000}\u{FFFE}", "\u{FFFD}\u{FFFD}"),
    ("👩\u{200D}💻", "👩💻"),
    ("❤\u{FE0F}!", "❤!"),
    ("a\u{FE0F}", "a¬"),
    ("\u{301}", "◌\u{301}"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}x", "e\u{301}\u{302}\u{303}x"),
  ])
  func whatCouldHarmOrHideIsShownAsAMark(text: String, shown: String) {
    #expect(Array(displayable(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func namesThatDifferLookDifferent() {
    #expect(displayable("good") != displayable("go\u{200B}od"))
    #expect(displayable("good") != displayable("good\u{FE0F}"))
  }

  @Test func noTextBecomesOneThatATerminalWouldObey() {
    for text in HostileTexts.all {
      for scalar in displayable(text).unicodeScalars {
        #expect(scalarWidth(scalar) != nil, "\(scalar.value) in \(text.debugDescription)")
      }
    }
  }

  @Test func whatIsDisplayableStaysAsItIs() {
    for text in HostileTexts.all {
      let once = displayable(text)
      #expect(displayable(once) == once)
      #expect(displayWidth(once) == displayWidth(text))
    }
  }

  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("👩\u{200D}💻", 4), ("\u{9B}", 4), ("\t", 4),
    ("\u{202E}", 1), ("", 0), ("\u{301}", 1),
  ])
  func widthCountsWhatIsShown(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test(arguments: [
    ("▌ ▪ ▫ ◆ ○ – “a” ‘b’ › · │ ─ ▸ ⏎ …", "> * + # o - \"a\" 'b' > - | - > < ~"),
    ("naïve Ångström", "naive Angstrom"), ("日本", "????"), ("Ж", "?"),
  ])
  func asciiKeepsTheColumns(text: String, plain: String) {
    #expect(asciiFallback(text) == plain)
    #expect(displayWidth(text) == plain.utf8.count)
  }

  @Test(arguments: [
    ("owning the plan", 15, "owning the plan", "owning the plan"),
    ("owning the plan", 9, "owning t…", "owni…plan"),
    ("日本語学", 6, "日本…", "日…学"),
    ("abc", 1, "…", "…"), ("abc", 0, "", ""),
  ])
  func cuttingKeepsToTheWidth(text: String, width: Int, end: String, middle: String) {
    #expect(cutEnd(text, width: width) == end)
    #expect(cutMiddle(text, width: width) == middle)
  }

  /// Each character with its accents is cut off whole, whatever stands in the text.
  @Test func cuttingTakesNoMoreOffThanItMust() throws {
    for text in HostileTexts.all.map({ "é\($0)日\($0)—a" }) {
      let whole = displayable(text)
      for width in 0...displayWidth(text) {
        for (cut, isFirst) in [
          (cutEnd(text, width: width), true), (cutMiddle(text, width: width), false),
        ] {
          guard width < displayWidth(text), width > 0 else {
            #expect(cut == (width > 0 ? whole : ""))
            continue
          }
          let parts = cut.unicodeScalars.split(separator: "…", omittingEmptySubsequences: false)
            .map { String($0) }
          try #require(parts.count == 2)
          #expect(parts[1].isEmpty || !isFirst)
          let rooms = isFirst ? [width - 1, 0] : [width / 2, width - 1 - displayWidth(parts[0])]
          let all = Self.characters(of: whole)
          #expect(parts[0] == Self.fitting(all, rooms[0]).joined())
          #expect(parts[1] == Self.fitting(all.reversed(), rooms[1]).reversed().joined())
        }
      }
    }
  }

  /// Scalars that take columns, each with those after it that take none.
  private static func characters(of shown: String) -> [String] {
    shown.unicodeScalars.reduce(into: []) { characters, scalar in
      if scalarWidth(scalar) == 0, let last = characters.indices.last {
        characters[last].unicodeScalars.append(scalar)
      } else {
        characters.append(String(scalar))
      }
    }
  }

  private static func fitting(_ characters: [String], _ columns: Int) -> [String] {
    var room = columns
    return characters.prefix { character in
      room -= displayWidth(character)
      return room >= 0
    }
  }
}

/// Texts that programs were harmed by.
enum HostileTexts {
  static let all: [String] =
    [
      "", "plain", "\u{1B}[2J", "\u{1B}]52;c;Y3VybCBldmlsfHNo\u{7}", "\u{1B}[200~rm -rf\u{1B}[201~",
      "\u{1B}]", "\u{9B}31m", "user\u{202E}txt.exe", "go\u{200B}od", "C\rD", "a\u{8}\u{8}b",
      "\u{0}",
      "\u{E}\u{F}", "👩\u{200D}💻\u{FE0F}", "🇧🇷", "👍🏽", "❤\u{FE0F}", "क्षि", "\u{E33}", "日本語", "가나",
      "\u{1112}\u{1161}\u{11AB}", "a" + String(repeating: "\u{301}", count: 50),
      String(repeating: "\u{301}", count: 9), "\u{200D}\u{200D}", " \u{301}", "\n\u{301}",
      "٣\u{61C}",
    ] + (UInt32(0)...0xFF).compactMap { Unicode.Scalar($0).map { "a\($0)b" } }
}
