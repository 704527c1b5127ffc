import Testing

@testable import Reading

@Suite struct EditsTests {
  /// Every pair of disjoint ranges of five bytes, replaced by nothing or two bytes.
  private static let cases: [Edits] = {
    let ranges = (0...5).flatMap { start in (start...5).map { start..<$0 } }.filter { !$0.isEmpty }
    let pairs = ranges.flatMap { first in
      ranges.filter { $0.lowerBound >= first.upperBound }.map { [first, $0] }
    }
    return (ranges.map { [$0] } + pairs).flatMap { ranges in
      [[], Array("xy".utf8)].map { text in
        Edits(ranges.map { Edit(range: $0, replacement: text) })
      }
    }
  }()

  @Test func aByteThatNoEditTouchesIsFoundWhereItMoved() {
    let text = Array("abcde".utf8)
    for edits in Self.cases {
      let result = edits.applied(to: text)
      for index in text.indices where !edits.all.contains(where: { $0.range.contains(index) }) {
        #expect(result[edits.moved(index)] == text[index])
      }
      #expect(edits.moved(text.count) == result.count)
    }
  }

  @Test func scalarOffsetsCountScalarsBeforeEachByte() {
    let text = String(repeating: "aé護👩🏽‍⚕️\n", count: 40)
    let offsets = ScalarOffsets(Array(text.utf8))
    var byte = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets[byte] == index)
      byte += UTF8.width(scalar)
    }
    #expect(offsets[byte] == text.unicodeScalars.count)
  }
}
