import Foundation
import Testing

extension DeskTests {
  /// The board by keys alone.
  @Suite(.serialized) struct BoardKeys {
    private static let themes = [
      "Asking first", "Bad weeks", "Company", "Doing it together", "Endings", "Fares", "Guests",
    ]
    /// How the codes belong to the themes, a digit a code, in the order of their names.
    private static let meant = Array(
      "0123456001122334455660123450000011111222223333344444555556666601234560"
        + "6543210001112223"
    ).map { Int(String($0)) ?? 0 }

    private static let codes = Result {
      let program = try Program.withLongStudy(lines: 20, coders: "Mara Calloway")
      let names = meant.indices.map { "code \(String(100 + $0).dropFirst())" }
      for start in stride(from: 0, to: names.count, by: 8) {
        let some = Array(names[start..<min(names.count, start + 8)])
        let line = "\(start / 8 + 2)"
        try program.does(["code", Program.review, "--study", "Long", "--line", line] + some)
      }
      return try program.contents(Program.review)
    }

    @Test(arguments: [BoardTerminal.narrowXterm, .wideTmux])
    func eightySixCodesAreInSevenThemesByFourKeysEachBesideLetters(terminal: BoardTerminal)
      throws
    {
      #expect(Self.meant.count == 86)
      let program = try Program.copied(from: Self.codes)
      let desk = try terminal.open(program)
      defer { desk.end() }
      // Without the letters of a theme's name. Only the making of a theme is waited for: other keys
      // come as fast as they come.
      var keys = 0
      func press(_ before: String, letters: String = "", _ after: String = "") {
        desk.type(before + letters + after)
        keys += before.count + after.count
      }
      func beginning(_ theme: Int) -> String { String(Self.themes[theme].prefix(2)) }
      // The first of each theme makes it.
      for (index, theme) in Self.themes.enumerated() {
        press("t", letters: theme, "\r")
        try desk.sees("· \(85 - index) not placed")
      }
      // By how its name begins, and the same again.
      for index in 7..<46 {
        if Self.meant[index] == Self.meant[index - 1] {
          press(".")
        } else {
          press("t", letters: beginning(Self.meant[index]), "\r")
        }
      }
      try desk.sees("· 40 not placed")
      // By digits, once the themes are pinned in the tree.
      press(terminal.size.columns < 100 ? "\t" : "l")
      for digit in 1...7 { press(",\(digit)j") }
      press("h")
      for index in 46..<76 { press("\(Self.meant[index] + 1)") }
      try desk.sees("· 10 not placed")
      // Marked, and put there together.
      for (theme, count) in [(0, 3), (1, 3), (2, 3), (3, 1)] {
        press(String(repeating: " ", count: count) + "t", letters: beginning(theme), "\r")
      }
      try desk.sees("· 0 not placed")
      print("86 codes: \(keys) keys beside letters")
      #expect(keys <= 4 * 86)
      var expected: [String] = []
      for (theme, name) in Self.themes.enumerated() {
        let members = Self.meant.indices.filter { Self.meant[$0] == theme }
          .map { "code \(String(100 + $0).dropFirst())" }
        expected.append("\(theme + 1) \(name): \(members.joined(separator: ", "))")
      }
      #expect(try program.outline() == expected)
      try program.expectNothingHalfPlaced()
    }

    @Test(arguments: [BoardTerminal.narrowTmux, .wideXterm])
    func whatIsCarriedByKeysLandsWhereItWasSaidInOneAct(terminal: BoardTerminal) throws {
      let program = try Program.withBoard()
      let desk = try terminal.open(program)
      defer { desk.end() }
      let acts = try program.acts().count
      desk.type("p")
      try desk.sees("into 1.1 A relationship, third of 3")
      desk.type("J")
      try desk.sees("into 1.2 Referrals that fit, third of 3")
      desk.type("lkk")
      try desk.sees("into 1.2 Referrals that fit, first of 3")
      desk.type("m")
      try desk.sees("why")
      desk.type("the fare decides\r")
      try desk.sees("why: the fare decides")
      desk.type("\r")
      try desk.says("put ‘cost of getting there’ under ‘Referrals that fit’")
      #expect(
        try program.outline()[2]
          == "1.2 Referrals that fit: cost of getting there, asked before, right activity")
      #expect(try program.acts().count == acts + 1)
      try desk.undoes()
      #expect(try program.outline() == Program.outline)
      for key in ["q", "\u{3}", "\u{1B}"] {
        desk.type("ggp")
        try desk.sees("carrying")
        desk.type(key)
        try desk.says("put ‘cost of getting there’ back")
        desk.type("a")
        try desk.says("codes: all")
        desk.type("aa")
        try desk.says("codes: not placed")
      }
      #expect(try program.acts().count == acts + 2)
      try program.expectNothingHalfPlaced()
    }
  }
}
