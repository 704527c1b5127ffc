import Foundation
import Testing

/// What comes from outside never reaches a terminal as anything but text.
@Suite struct HostileNameTests {
  private static let hostile = [
    "\u{1b}]0;owned\u{7}", "\u{1b}[2J", "a\u{8}\u{8}b", "x\rY", "\u{9b}31m", "user\u{202e}txt.exe",
    "go\u{200b}od", "\u{1b}]52;c;Y3VybA==\u{7}", "bell\u{7}", "two\nlines", "tag\u{e0041}",
  ]

  /// A review in which everything that can have a name has a hostile one.
  private static let made = Result {
    let name = hostile.joined(separator: " ")
    let program = try Program.withReview(coders: "Ada Alder")
    // A text that is mostly text is taken with the few control characters in it.
    let filling = String(repeating: "Nobody was asked what they wanted. ", count: 40)
    try program.write(
      "Findings\n\n\(filling)We saw \(name) there. (P1\u{1b}[31m, man)\n", to: "\u{1b}[5m.txt")
    let acts = [
      ["import", "\u{1b}[5m.txt", "--study", "Study \(name)"],
      ["code", "--study", "Study", "--line", "2", "Code \(name)"],
      ["memo", "--code", "Code \(name)", "Memo \(name)"],
      ["set-aside", "--study", "Study", "--line", "3", "--why", "Why \(name)"],
      ["study", "set", "Study", "key\u{1b}[1m=value \(name)"],
      ["coder", "add", "Eve \(name)"],
      ["reasons", "set", "Reason \(name)"],
    ]
    for act in acts {
      let outcome = try program.run([act[0], "review.linewise", "--as", "AA"] + act.dropFirst())
      // The text may have no third line: what matters is what is printed of the rest.
      guard outcome.status == 0 || act[0] == "set-aside" else {
        throw Worked.Failed(complaint: "\(act): \(outcome.complaint)")
      }
    }
    return program
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: [
      "lines", "codes", "codings", "coverage", "history", "study list", "section list",
      "coder list", "codes --format csv", "lines --format csv", "codings --format jsonl",
      "matrix --rows codes --format json", "export codebook --format csv",
      "reasons list", "evidence list", "search there", "codes rename nothing x", "undo --as nobody",
      "code --as AA --study Nowhere --line 1 x", "done --as AA --study Study",
    ])
  func aTerminalGetsNothingButText(command: String) throws {
    let program = try Self.made.get()
    var words = command.split(separator: " ").map(String.init)
    words.insert("review.linewise", at: 1)
    let line = "'\(Program.executable.path)' \(words.joined(separator: " "))"
    let seen = try program.shell("script -qec \"\(line)\" /dev/null < /dev/null")
    #expect(!seen.bytes.isEmpty)
    expectHarmless(seen.bytes)
  }

  @Test func aComplaintIsHarmlessWhereverItGoes() throws {
    let program = try Self.made.get()
    for name in Self.hostile {
      let outcome = try program.run("codes", "review.linewise", "rename", name, "x", "--as", "AA")
      #expect(outcome.status == 66)
      expectHarmless(Data(outcome.complaint.utf8))
    }
  }

  @Test func programsGetTheNamesAsTheyAre() throws {
    let program = try Self.made.get()
    // White space in a name is one space, whatever it was.
    let name = Self.hostile.joined(separator: " ")
      .replacing("\n", with: " ").replacing("\r", with: " ")
    #expect(try program.column("name", "codes", "review.linewise") == ["Code \(name)"])
  }

  /// Expects neither control characters, but for line ends, nor characters that turn or hide text.
  private func expectHarmless(_ bytes: Data, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = String(decoding: bytes, as: UTF8.self)
    let bad = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0a, 0x0d: false
      case 0..<0x20, 0x7f..<0xa0, 0x61c, 0x200b...0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff,
        0xe0000...0xe007f:
        true
      default: false
      }
    }
    #expect(
      bad.isEmpty, "\(bad.map { String($0.value, radix: 16) })", sourceLocation: sourceLocation)
    // A carriage return that is not a line end overwrites what stands there.
    let returns = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().filter { $0.dropLast().contains("\r") }
    #expect(returns.isEmpty, sourceLocation: sourceLocation)
  }
}
