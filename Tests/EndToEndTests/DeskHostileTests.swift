import Foundation
import Testing

/// What a program sends to a terminal, taken apart.
private struct Sending {
  /// The sorts of sequences and control characters: `CSI ?h`, `C0 0D`.
  private(set) var sorts: Set<String> = []
  /// The characters that a terminal draws.
  private(set) var letters = String.UnicodeScalarView()
  private(set) var isUTF8 = true

  init(_ bytes: [UInt8]) {
    isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      guard scalar == "\u{1B}" else {
        if scalar.value < 0x20 || scalar.value == 0x7F {
          sorts.insert("C0 \(String(scalar.value, radix: 16))")
        } else {
          letters.append(scalar)
        }
        continue
      }
      guard index < scalars.count else { return }
      let second = scalars[index]
      index += 1
      if second == "(" || second == ")" {
        sorts.insert("ESC \(second)")
        index += 1
      } else if second == "[" {
        var name = "CSI "
        while index < scalars.count, scalars[index].value < 0x40 {
          if scalars[index].value >= 0x3C { name.unicodeScalars.append(scalars[index]) }
          index += 1
        }
        if index < scalars.count { name.unicodeScalars.append(scalars[index]) }
        index += 1
        sorts.insert(name)
      } else {
        sorts.insert("ESC \(second)")
      }
    }
  }
}

extension DeskTests {
  @Suite(.serialized) struct Hostile {
    /// What a text can hold to take a terminal over, or to make it show what is not there.
    private static let tricks = [
      "\u{1B}[2J", "\u{1B}]52;c;Y3VybCBldmlsfHNo\u{7}", "\u{1B}]0;title\u{7}",
      "\u{1B}]8;;http://a.b\u{1B}\\", "\u{1B}P1$q\u{1B}\\", "\u{1B}[6n", "\u{1B}c", "\u{1B}[5i",
      "\u{1B}[200~rm -rf\u{1B}[201~", "\u{1B}]unended", "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{85}",
      "user\u{202E}txt.exe", "\u{2066}a\u{2069}\u{202A}\u{202C}\u{61C}\u{200E}\u{200F}",
      "go\u{200B}od", "\u{200D}\u{AD}\u{2060}\u{FEFF}", "\u{E0041}\u{E007F}\u{FE0F}",
      "\u{2028}\u{2029}", "\u{7F}\u{8}\u{8}\u{8}", "e" + String(repeating: "\u{301}", count: 50),
      "\u{FFFE}\u{FFFF}\u{10FFFF}\u{E000}", "\u{E}x\u{F}",
    ]

    /// What any drawing may need: moving the cursor, scrolling, erasing, repeating.
    ///
    /// Each of the tricks would be seen as another sort. To move left and down by one, ncurses sends
    /// a backspace and a line feed (`cub1`, `cud1`).
    private static let drawing = Set(
      "ABCDGHILMPSTXZ@bdr".map { "CSI \($0)" } + ["C0 8", "C0 a", "ESC M"])

    private static var hostile: String { tricks.joined(separator: " ") }
    private static var harmless: String { tricks.map { _ in "plain" }.joined(separator: " ") }

    /// Characters that no terminal is to be sent.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x80...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064,
        0x2066...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF, 0xFFFE, 0xFFFF, 0xE000,
        0x10FFFF:
        true
      default: false
      }
    }

    private func program(_ trick: String) throws -> Program {
      let program = try Program()
      let line = trick.split(separator: " ").joined(separator: " ")
      func done(_ arguments: String...) throws {
        let outcome = try program.run(arguments)
        #expect(outcome.status == 0, "\(arguments[0]): \(outcome.complaint)")
      }
      try done(
        "new", Program.review, "--title", "T \(line)", "--question", "Q \(line)", "--coder",
        "Mara \(line)", "--coder", "Jonas")
      // Enough plain words for a text: what is half control characters is refused as none.
      let plain = String(repeating: "These are plain words in a line.\n\n", count: 400)
      try program.write(
        "# Findings \(line)\n\nFirst \(line) ended here. “Second \(line) was said,” said P1.\n\n"
          + "> Quoted \(line). (P3, \(line))\n\nLast \(line) came.\n\n\(plain)", to: "study.md")
      try done(
        "import", Program.review, "study.md", "--study", "S \(line)", "--accept", "none", "--as",
        "Jonas")
      let at = ["--as", "Jonas", "--study", "S", "--line"]
      for number in ["2", "3"] {
        _ = try program.run(["code", Program.review] + at + [number, "code \(line)"])
      }
      let other = try program.run(["coder", Program.review, "list", "--format", "json"])
      #expect(other.status == 0)
      _ = try program.run([
        "codes", Program.review, "define", "code \(line)", "--definition", "D \(line)",
        "--includes", "I \(line)", "--as", "Jonas",
      ])
      _ = try program.run(["memo", Program.review] + at + ["2", "M \(line)"])
      _ = try program.run(["set-aside", Program.review] + at + ["5", "--why", "W \(line)"])
      return program
    }

    /// Everything that can be opened, and closed again.
    private static let walk = [
      "c", "code", "\t", "\t", "\u{3}", "l", "\r", "\u{3}", "r", "\u{3}", "m", "\u{3}", "\u{3}",
      "M", "\u{3}", "w", "\u{3}", "s", "\u{3}", "e", "f", "\u{3}", "i", "\u{3}", "j", "j", "v",
      "l", "l", "l", "\u{3}", "a", "j", "l", "\r", "\u{3}", "\u{3}", ",", "p", "\u{3}", ",", "e",
      "\u{3}", "gx", "\u{3}", "/", "plain", "\r", "\u{3}", "/", "ended", "\r", "\r", ":", "go",
      "\u{3}", "?", "line", "\u{3}", "gs", "l", "j", "j", ",", "e", "\u{3}", "m", "\u{3}", "k",
      "k", "+", "\u{3}", "gh", "j", "j", "\r", "gc", ",", "d", "gl", "99", "\r", "gc", "u", "U",
    ]

    private func sending(_ program: Program, _ trick: String, options: [String]) throws -> Sending {
      let coder = "Jonas"
      let desk = try PtyDesk(program, as: coder, columns: 110, rows: 36, options: options)
      defer { desk.end() }
      #expect(eventually { !desk.bytes.isEmpty })
      desk.settles()
      for keys in Self.walk {
        desk.type(keys)
        desk.settles(for: .milliseconds(12), within: 2)
      }
      // A paste into a name, which is then drawn while it is typed, and said when it is done.
      desk.type("c\u{1B}[200~\(trick)\u{1B}[201~")
      desk.settles(for: .milliseconds(50), within: 2)
      desk.type("\r")
      desk.settles(for: .milliseconds(50), within: 2)
      desk.type("\u{3}\u{3}Q")
      #expect(desk.ends(within: 5) == 0)
      desk.drains()
      return Sending(desk.bytes)
    }

    @Test(arguments: [[], ["--plain"], ["--ascii"]])
    func hostileTextSendsTheTerminalNothingButLetters(options: [String]) throws {
      let harmless = try sending(
        try program(Self.harmless), Self.harmless, options: options)
      let hostile = try sending(try program(Self.hostile), Self.hostile, options: options)
      #expect(hostile.isUTF8)
      let others = hostile.sorts.subtracting(harmless.sorts).subtracting(Self.drawing)
      #expect(others == [])
      let forbidden = Set(hostile.letters.filter(Self.isForbidden))
      #expect(forbidden.isEmpty, "\(forbidden.map { String($0.value, radix: 16) })")
      var (run, longest) = (0, 0)
      for letter in hostile.letters {
        run = letter.properties.canonicalCombiningClass == .notReordered ? 0 : run + 1
        longest = max(longest, run)
      }
      #expect(longest <= 4)
    }
  }
}
