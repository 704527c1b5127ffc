import ScreenCells
import TestSupport
import Testing

@Suite struct ScreenTests {
  private func screen(_ columns: Int, _ rows: Int) -> Screen<String> {
    Screen(size: Size(columns: columns, rows: rows))
  }

  @Test func textIsClippedToItsWidthAndToTheScreen() {
    var screen = screen(6, 2)
    #expect(screen.put("abcdef", at: Point(column: 0, row: 0), width: 3, style: .text) == 3)
    #expect(screen.put("abcdef", at: Point(column: 4, row: 1), width: 9, style: .text) == 2)
    #expect(screen.put("abc", at: Point(column: 0, row: 2), style: .text) == 0)
    #expect(screen.put("abc", at: Point(column: -2, row: 1), style: .text) == 3)
    #expect(screen.text == "abc\nc   ab")
  }

  @Test func halfAWideCharacterIsNeverDrawn() {
    var screen = screen(5, 3)
    #expect(screen.put("日本語", at: Point(column: 0, row: 0), style: .text) == 5)
    #expect(screen.text == "日本\n\n")
    screen.put("日本", at: Point(column: -1, row: 1), style: .text)
    #expect(screen.line(1) == " 本")
    screen.put("日本", at: Point(column: 0, row: 2), style: .text)
    screen.put("x", at: Point(column: 1, row: 2), style: .text)
    #expect(screen.line(2) == " x本")
    screen.put("y", at: Point(column: 2, row: 2), style: .text)
    #expect(screen.line(2) == " xy")
  }

  @Test(arguments: 0..<50)
  func wideCharactersStayWholeWhateverIsDrawnOver(seed: UInt64) {
    var generator = Seeded(seed: seed)
    var screen = screen(12, 3)
    for _ in 0..<60 {
      let point = Point(
        column: .random(in: -3...13, using: &generator), row: .random(in: -1...3, using: &generator)
      )
      let text =
        ["日本", "a", "abc", "e\u{301}", "\u{1B}", "語"].randomElement(using: &generator) ?? ""
      screen.put(text, at: point, width: .random(in: -1...9, using: &generator), style: .dim)
    }
    for row in 0..<3 {
      #expect(screen.row(row).map(\.width).reduce(0, +) == 12)
      var previous = 1
      for cell in screen.row(row) {
        #expect((cell.width == 0) == (previous == 2))
        #expect(cell.width == 0 ? cell.text.isEmpty : displayWidth(cell.text) == cell.width)
        previous = cell.width
      }
    }
  }

  @Test func outsideTextIsMadeHarmless() {
    var screen = screen(12, 1)
    screen.put("a\u{1B}[2J\u{202E}", at: Point(column: 0, row: 0), style: .text)
    #expect(screen.text == "a␛[2J¬")
  }

  @Test func theLatestMarkIsWhatAClickMeans() {
    var screen = screen(10, 4)
    screen.mark(Rect(column: 0, row: 0, columns: 10, rows: 4), as: "line")
    screen.mark(Rect(column: 3, row: 1, columns: 2, rows: 9), as: "code")
    #expect(screen.target(at: Point(column: 3, row: 3)) == "code")
    #expect(screen.target(at: Point(column: 5, row: 3)) == "line")
    #expect(screen.target(at: Point(column: 10, row: 0)) == nil)
    #expect(screen.rects(of: "code") == [Rect(column: 3, row: 1, columns: 2, rows: 3)])
  }

  @Test func styleRunsTellWhatTextCannot() {
    var screen = screen(12, 3)
    screen.put("Code", at: Point(column: 1, row: 0), style: .heading)
    screen.put("41", at: Point(column: 6, row: 0), style: .dim.bolded)
    screen.put("13", at: Point(column: 0, row: 2), style: .hue(2))
    screen.tint(Rect(column: 0, row: 2, columns: 12, rows: 1), .focusLine)
    #expect(
      screen.styleRuns == """
        0: 1-4 heading, 6-7 dim bold
        2: 0-1 hue2 on focusLine, 2-11 text on focusLine
        """)
  }

  @Test func cellsThatDifferAreFoundByTextAndByStyle() {
    var one = CellGrid(size: Size(columns: 9, rows: 4))
    let other = one
    #expect(one.changes(from: other).isEmpty)
    one.put("e\u{301}", at: Point(column: 8, row: 1), width: 1, style: .text)
    one.put("a", at: Point(column: 2, row: 2), width: 1, style: .text)
    one.put("b", at: Point(column: 5, row: 2), width: 1, style: .text)
    one.tint(Rect(column: 0, row: 3, columns: 1, rows: 1), .bar)
    let changes = one.changes(from: other)
    #expect(changes.map(\.row) == [1, 2, 3])
    #expect(changes.map(\.columns) == [8..<9, 2..<6, 0..<1])
  }

  @Test func ofAWideCharacterThatChangesBothHalvesAreWritten() {
    var one = CellGrid(size: Size(columns: 9, rows: 1))
    one.put("a行b", at: Point(column: 3, row: 0), width: 6, style: .text)
    for half in 4...5 {
      var other = one
      other.tint(Rect(column: half, row: 0, columns: 1, rows: 1), .focusLine)
      #expect(other.changes(from: one).map(\.columns) == [4..<6])
    }
  }

  @Test func aStyleKeepsItsRoleAndItsMarks() {
    for role in StyleRole.all {
      var style = Style(role, italic: true, on: .bar)
      style.bold = true
      style.italic = false
      #expect(style.role == role)
      #expect(style == Style(role, bold: true, on: .bar))
      #expect(
        style.underlined.reversed
          == Style(role, bold: true, underline: true, reverse: true, on: .bar))
    }
    #expect(Style(.hue(9)) == Style(.hue(1)))
  }

  @Test func aPictureIsWellFormedWhateverItShows() {
    var screen = screen(30, 3)
    screen.put("<a href='x'>&\"</a>\u{1B}", at: Point(column: 0, row: 0), style: .accent)
    screen.fill(Rect(column: 0, row: 1, columns: 4, rows: 1), style: .rule, with: "\u{8}")
    screen.put("日本", at: Point(column: 0, row: 2), style: .selection)
    screen.cursor = Point(column: 2, row: 2)
    screen.cursorVisible = true
    for theme in Palette.Theme.allCases {
      let drawing = screen.svg(palette: Palette(theme: theme, level: .many), title: "]]>\u{0}<&")
      #expect(drawing.contains("&lt;a href=&apos;x&apos;&gt;&amp;&quot;&lt;/a&gt;␛"))
      #expect(!drawing.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      #expect(drawing.filter { $0 == "<" }.count == drawing.filter { $0 == ">" }.count)
      #expect(drawing.hasSuffix("</svg>\n"))
    }
  }
}
