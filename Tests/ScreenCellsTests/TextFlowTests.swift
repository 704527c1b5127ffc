import ScreenCells
import TestSupport
import Testing

@Suite struct TextFlowTests {
  /// Wraps and marks the rows' ends with `|`.
  private func wrapped(_ text: String, _ width: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    return TextFlow.rows(of: text, width: width).map { span in
      var row = String.UnicodeScalarView()
      row.append(contentsOf: scalars[span.scalars])
      return String(row)
    }.joined(separator: "|")
  }

  @Test(arguments: [
    ("", 5, ""),
    ("one two three", 20, "one two three"),
    ("one two three", 7, "one two|three"),
    ("one two three", 8, "one two|three"),
    ("one  two", 4, "one|two"),
    ("one\ntwo", 4, "one|two"),
    ("one\ntwo", 9, "one\ntwo"),
    ("extraordinary", 5, "extra|ordin|ary"),
    ("an extraordinary", 5, "an|extra|ordin|ary"),
    ("well-being now", 6, "well-|being|now"),
    ("at -5 to 2-3", 4, "at|-5|to|2-3"),
    ("past–present", 7, "past–|present"),
    ("日本語のテキスト", 6, "日本語|のテキ|スト"),
    ("日本語。「次」", 6, "日本|語。|「次」"),
    ("가나다 라마바", 7, "가나다|라마바"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}|e\u{301}"),
    ("👩\u{200D}💻👩\u{200D}💻", 4, "👩\u{200D}💻|👩\u{200D}💻"),
    ("a\tb", 3, "a|b"),
    ("日", 1, "日"),
    ("trailing   ", 8, "trailing"),
  ])
  func rowsBreakWhereAReaderWould(text: String, width: Int, rows: String) {
    #expect(wrapped(text, width) == rows)
  }

  @Test(arguments: ["", "plain words", "a\tb\nc", "Müller’s e\u{301}", "日本語 👩\u{200D}💻 \r\n."])
  func aPieceIsTheScalarsBetweenTwoPlaces(text: String) {
    let (pieces, scalars) = (ScalarPieces(text), Array(text.unicodeScalars))
    for start in 0...scalars.count {
      for end in start...scalars.count {
        var slow = String.UnicodeScalarView()
        slow.append(contentsOf: scalars[start..<end])
        #expect(Array(pieces[start..<end].unicodeScalars) == Array(slow))
      }
    }
  }

  @Test(arguments: 0..<300)
  func noRowIsTooWideAndNothingButSpacesIsLost(seed: UInt64) {
    var generator = Seeded(seed: seed)
    let alphabet = Array("aab  e\u{301}-–日本👩\u{200D}💻\u{FE0F}\n\t\u{200B}\u{1B}。(".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      text.append(alphabet.randomElement(using: &generator) ?? " ")
    }
    let scalars = Array(text)
    let width = Int.random(in: 2...20, using: &generator)
    var next = 0
    for row in TextFlow.rows(of: String(text), width: width) {
      let gap = scalars[next..<row.scalars.lowerBound]
      #expect(gap.allSatisfy { " \n\t\u{301}\u{FE0F}\u{200D}".unicodeScalars.contains($0) })
      var shown = String.UnicodeScalarView()
      shown.append(contentsOf: scalars[row.scalars])
      #expect(row.columns <= width)
      #expect(displayWidth(String(shown)) == row.columns, "\(scalars) \(row) \(width)")
      next = row.scalars.upperBound
    }
    #expect(
      scalars[next...].allSatisfy { " \n\t\u{301}\u{FE0F}\u{200D}".unicodeScalars.contains($0) })
  }
}
