import FuzzLaws
import Reading
import Synthesis
import TestSupport
import Testing

/// Laws that hold for any bytes.
@Suite struct DraftLawTests {
  private static let pieces = [
    "They felt heard.", "It was hard", "“I was lost” (P12, female).", "‘users’ views", "\n", "\n\n",
    "\n\n", "# Findings\n\n", "## Trust\n", "FINDINGS\n\n", "3 Results\n\n", "> It was long.\n",
    "    set off (P3)\n", "- item\n", "1. one\n", "| a | b |\n|---|---|\n", "\ta\tb\n",
    "Being heard. ",
    "**Being heard.** ", "*it* ", " ", "  ", "et al. ", "e.g. ", "12\n",
    "Small Steps Running Head\n\n",
    "treat-\nment ", "treatment ", "、護士很好。", "！？", "שלום. ", "نعم؟ ", "👩🏽‍⚕️", "e\u{301} ", "\u{FEFF}",
    "\r\n", "\r", "\u{0C}", "```\n", "<b>", "[x](y)", "^{7,21-23} ", ".⁶⁻⁸ ", ". . . ", "…", "(",
    ")", "[",
    "'", "\"", "“", "”", ":\n", "P12: I said so.\n", "Discussion\n\n", "---\n", "===\n", "\u{2028}",
    "\u{A0}",
  ]

  private func text(_ seed: UInt64) -> String {
    var random = Seeded(seed: seed)
    let count = Int.random(in: 1...60, using: &random)
    return (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private func drafts(_ seed: UInt64) -> [Draft] {
    let bytes = Array(text(seed).utf8)
    return ["a.txt", "a.md"].flatMap { name in
      CodingUnit.allCases.flatMap { unit in
        Acceptance.allCases.compactMap { accepts in
          let options = ReadingOptions(unit: unit, accepts: accepts)
          let source = SourceText(name: name, bytes: bytes)
          guard let first = try? DraftReader.read(source, options: options) else { return nil }
          #expect((try? DraftReader.read(source, options: options)) == first, "seed \(seed)")
          return first
        }
      }
    }
  }

  @Test(arguments: 0..<120)
  func theLawsOfADraftHold(seed: Int) {
    for draft in drafts(UInt64(seed)) {
      #expect(DraftLaws.flaws(of: draft) == [], "seed \(seed)")
    }
  }
}
