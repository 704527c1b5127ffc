import ScreenCells
import Testing

@testable import Workbench

/// What is drawn again of rows that were drawn before.
///
/// That what is shown is right is held by `Pilot`, after every input of every test.
@Suite struct DrawnRowsTests {
  private static let pane = Rect(column: 0, row: 1, columns: 10, rows: 3)
  private var frame = Frame(size: Size(columns: 10, rows: 5))
  private var memory = DrawnRows<String, String>()

  /// Draws words on the rows of the pane, a capital with the cursor on it; those that were drawn.
  private mutating func draw(
    _ words: [String], _ common: String = "", in pane: Rect = Self.pane, from row: Int = 0
  ) -> [String] {
    var drawn: [String] = []
    frame.keepCells()
    let places = words.enumerated().map { offset, word in
      DrawnRows<String, String>.Place(row: word, rect: pane.line(row + offset))
    }
    memory.draw(places, in: pane, from: common, on: &frame) { place, frame in
      drawn.append(place.row)
      frame.put(place.row, at: place.rect.origin, style: .text)
      if place.row == place.row.uppercased() { frame.cursor = place.rect.origin }
    }
    return drawn
  }

  @Test mutating func onlyARowThatShowsSomethingElseIsDrawnAgain() {
    #expect(draw(["one", "two", "three"]) == ["one", "two", "three"])
    #expect(draw(["one", "two", "three"]) == [])
    #expect(draw(["one", "2", "three"]) == ["2"])
    #expect(frame.text == "\none\n2\nthree\n")
  }

  @Test mutating func whatIsCommonToAllHasAllDrawn() {
    #expect(draw(["one", "two"], "a").count == 2)
    #expect(draw(["one", "two"], "b").count == 2)
    #expect(draw(["one", "two"], "b").isEmpty)
  }

  @Test mutating func rowsThatAreMoreOrFewerOrStandElsewhereLeaveNothingBehind() {
    #expect(draw(["one", "two", "three"]).count == 3)
    #expect(draw(["one", "two"]).count == 2)
    #expect(frame.text == "\none\ntwo\n\n")
    #expect(draw(["one", "two"], from: 1).count == 2)
    #expect(frame.text == "\n\none\ntwo\n")
    #expect(draw([]).isEmpty)
    #expect(frame.text == "\n\n\n\n")
  }

  @Test mutating func anotherPaneHasAllDrawn() {
    #expect(draw(["one"]).count == 1)
    let narrow = Rect(column: 5, row: 1, columns: 5, rows: 3)
    #expect(draw(["one"], in: narrow) == ["one"])
    #expect(frame.text == "\none  one\n\n\n")
  }

  @Test mutating func theCursorStaysOnARowThatIsNotDrawnAgain() {
    #expect(draw(["one", "TWO"]).count == 2)
    #expect(frame.cursor == Point(column: 0, row: 2))
    #expect(draw(["1", "TWO"]) == ["1"])
    #expect(frame.cursor == Point(column: 0, row: 2))
    #expect(draw(["1", "two"]) == ["two"])
    #expect(frame.cursor == Point(column: 0, row: 1), "“1” is its own capital, and has it")
    #expect(draw(["one", "two"]) == ["one"])
    #expect(frame.cursor == nil)
  }
}

/// What counts as the same.
@Suite struct EditionTests {
  @Test func anEditionIsLikeItselfAndLikeNoOther() {
    let first = Edition()
    let copy = first
    #expect(first == copy)
    #expect(first != Edition())
  }
}
