import Interchange
import TestSupport
import Testing

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("''=1+1", "'''=1+1"), ("-3", "'-3"), ("＝1", "'＝1"),
    ("\t=1", "'\t=1"), ("\r\n", "'\r\n"), ("\0", "'\0"), ("'tis", "'tis"), ("'", "'"), ("", ""),
    ("1=1", "1=1"), (" =1", " =1"), ("=\u{301}1", "'=\u{301}1"),
  ])
  func aTextIsGuardedWhereASpreadsheetWouldCalculate(text: String, guarded: String) {
    #expect(FormulaGuard.guarded(text) == guarded)
  }

  @Test func takingOneApostropheAwayGivesEveryShortTextBack() {
    for text in texts(upTo: 5, of: ["'", "=", "a", "\n"]) {
      let guarded = FormulaGuard.guarded(text)
      #expect(FormulaGuard.unguarded(guarded) == text)
      #expect(guarded.first.map { $0 != "=" && $0 != "\n" } ?? true)
    }
  }

  @Test(arguments: 0..<30)
  func takingOneApostropheAwayGivesRandomTextsBack(seed: UInt64) {
    var random = Seeded(seed: seed)
    let text = randomText(using: &random)
    #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
  }

  @Test(arguments: hostileTexts)
  func takingOneApostropheAwayGivesHostileTextsBack(text: String) {
    #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
  }
}

/// All texts of at most `length` of the given characters.
private func texts(upTo length: Int, of characters: [String]) -> [String] {
  guard length > 0 else { return [""] }
  let shorter = texts(upTo: length - 1, of: characters)
  return shorter + shorter.flatMap { text in characters.map { text + $0 } }
}

/// Eight random Unicode scalars, the signs of formulas among them.
func randomText(using random: inout Seeded) -> String {
  var scalars = String.UnicodeScalarView()
  for _ in 0..<8 {
    let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
    let sign = "'=+-@".unicodeScalars.randomElement(using: &random)
    scalars.append((Bool.random(using: &random) ? any : sign) ?? "=")
  }
  return String(scalars)
}
