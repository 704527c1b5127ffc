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
      let scalars = Array(draft.string.unicodeScalars)
      let note: Comment = "seed \(seed)"
      checkLines(draft, scalars, note)
      checkSections(draft, note)
      checkVoices(draft, scalars, note)
      #expect(draft.string.unicodeScalars.last?.properties.isWhitespace == false, note)
    }
  }

  private func checkLines(_ draft: Draft, _ scalars: [Unicode.Scalar], _ note: Comment) {
    var covered = Set<Int>()
    var end = 0
    for line in draft.lines {
      #expect(line.start >= end && line.end > line.start && line.end <= scalars.count, note)
      #expect(!scalars[line.start].properties.isWhitespace, note)
      #expect(!scalars[line.end - 1].properties.isWhitespace, note)
      #expect(!hasBlankLine(scalars[line.start..<line.end]), note)
      covered.formUnion(line.start..<line.end)
      end = line.end
    }
    let bare = scalars.indices.first {
      !scalars[$0].properties.isWhitespace && !covered.contains($0)
    }
    #expect(bare == nil, note)
    #expect(draft.paragraphs == draft.paragraphs.sorted() && draft.paragraphs.first == 0, note)
  }

  private func hasBlankLine(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.split(separator: "\n", omittingEmptySubsequences: false).contains { line in
      line.allSatisfy(\.properties.isWhitespace)
    }
  }

  private func checkSections(_ draft: Draft, _ note: Comment) {
    #expect(draft.sections.flatMap { Array($0.lines) } == Array(draft.lines.indices), note)
    for section in draft.sections {
      #expect(section.range.start == draft.lines[section.lines.lowerBound].start, note)
      #expect(section.range.end == draft.lines[section.lines.upperBound - 1].end, note)
      #expect(!section.why.isEmpty, note)
    }
    let starts = Set(draft.sections.map(\.lines.lowerBound))
    #expect(starts.isSuperset(of: draft.headings), note)
  }

  private func checkVoices(_ draft: Draft, _ scalars: [Unicode.Scalar], _ note: Comment) {
    var end = 0
    for voice in draft.voices {
      #expect(voice.range.start >= end && voice.range.end <= scalars.count, note)
      #expect(!voice.range.isEmpty && !voice.why.isEmpty, note)
      end = voice.range.end
    }
    for proposal in draft.proposals where !proposal.accepted {
      #expect(draft.words(proposal.range) == proposal.before, note)
    }
  }
}
