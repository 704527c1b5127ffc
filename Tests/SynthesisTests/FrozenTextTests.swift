import Synthesis
import Testing

@Suite struct FrozenTextTests {
  private static let hostile: [String] = [
    "", "a", "plain words", "\u{FEFF}x", "👨‍👩‍👧‍👦👍🏽🇩🇪", "e\u{301}\u{301}\u{301}o\u{308}", "漢字かな交じり文。",
    "שלום \u{202E}עולם\u{202C} مرحبا", "a\u{0}b\u{1}\t\n\n c", "\u{2028}\u{85}\u{3000}  ",
    "\u{10FFFF}\u{E000}\u{FFFD}\u{200D}\u{200B}", String(repeating: "aé漢😀", count: 100),
    String(repeating: "x", count: 127), String(repeating: "é", count: 128),
    String(repeating: "😀", count: 129), String(repeating: "a\u{301}", count: 256) + " end",
  ]

  @Test(arguments: hostile)
  func everyPositionSurvives(_ text: String) {
    let frozen = FrozenText(Array(text.utf8))
    let scalars = Array(text.unicodeScalars)
    #expect(frozen.scalarCount == scalars.count)
    var byte = 0
    var wrong: [Int] = []
    for position in 0...scalars.count {
      if frozen.byteOffset(of: position) != byte || frozen.position(ofByte: byte) != position {
        wrong.append(position)
      }
      if position < scalars.count { byte += String(scalars[position]).utf8.count }
    }
    #expect(wrong == [])
    #expect(frozen.byteOffset(of: -1) == 0)
    #expect(frozen.byteOffset(of: .max) == byte)
  }

  @Test(arguments: hostile)
  func everyPassageIsItsScalars(_ text: String) {
    let frozen = FrozenText(Array(text.utf8))
    let scalars = Array(text.unicodeScalars)
    let places = Array(Set((0...24).map { $0 * max(1, scalars.count) / 24 })).sorted()
      .filter { $0 <= scalars.count }
    var wrong: [Passage] = []
    for start in places {
      for end in places where end >= start {
        let passage = Passage(start: start, end: end)
        var expected = String.UnicodeScalarView()
        expected.append(contentsOf: scalars[start..<end])
        let isBlank = scalars[start..<end].allSatisfy(\.properties.isWhitespace)
        if Array(frozen.slice(passage)) != Array(String(expected).utf8)
          || Array(frozen.string(passage).utf8) != Array(String(expected).utf8)
          || frozen.isBlank(passage) != isBlank
          || frozen.words(passage).contains(where: { $0.isNewline || $0 == "\t" })
        {
          wrong.append(passage)
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func aPassageOutsideTheTextIsEmpty() {
    let frozen = FrozenText(Array("words".utf8))
    for (start, end) in [(5, 9), (.max - 1, .max), (-9, -1), (3, 1), (.min, 0)] {
      #expect(frozen.string(Passage(start: start, end: end)) == "")
    }
    #expect(frozen.string(Passage(start: .min, end: .max)) == "words")
  }

  @Test func passagesSurviveTheirGapsAndLengths() {
    let passages = [(0, 3), (4, 4), (9, 12), (12, 20)].map { Passage(start: $0, end: $1) }
    #expect(Document.deltas(of: passages) == [0, 3, 1, 0, 5, 3, 0, 8])
    #expect(Document.passages(from: Document.deltas(of: passages)) == passages)
    #expect(Document.sums(of: Document.differences(of: [0, 2, 7])) == [0, 2, 7])
  }

  @Test(arguments: [
    [.max, .max], [.max, 1], [0, 3, -1, 4], [-5, 2], [1], [0, .min], [.max, 0, 1, 1],
  ])
  func numbersThatNoTextCanHaveMakeNoPassages(_ deltas: [Int]) {
    for passage in Document.passages(from: deltas) { #expect(passage.start >= 0) }
    #expect(Document.passages(from: deltas).sorted() == Document.passages(from: deltas))
  }
}
