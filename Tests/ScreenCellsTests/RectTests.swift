import ScreenCells
import Testing

@Suite struct RectTests {
  private let rect = Rect(column: 2, row: 1, columns: 10, rows: 6)

  @Test func cuttingOffBothPartsGivesTheWhole() {
    for count in -2...12 {
      #expect(rect.top(count).rows + rect.withoutTop(count).rows == rect.rows)
      #expect(rect.bottom(count).rows + rect.withoutBottom(count).rows == rect.rows)
      #expect(rect.left(count).columns + rect.withoutLeft(count).columns == rect.columns)
      #expect(rect.right(count).columns + rect.withoutRight(count).columns == rect.columns)
      #expect(rect.withoutTop(count).endRow == rect.endRow)
      #expect(rect.right(count).endColumn == rect.endColumn)
    }
  }

  @Test func insetLargerThanTheRectangleIsEmpty() {
    #expect(rect.inset(columns: 1, rows: 2) == Rect(column: 3, row: 3, columns: 8, rows: 2))
    #expect(rect.inset(columns: 9).isEmpty)
  }

  @Test func intersectionHoldsWhatBothContain() {
    let other = Rect(column: 8, row: 0, columns: 20, rows: 3)
    let common = rect.intersection(other)
    for row in 0..<10 {
      for column in 0..<30 {
        let point = Point(column: column, row: row)
        #expect(common.contains(point) == (rect.contains(point) && other.contains(point)))
      }
    }
    #expect(rect.intersection(Rect(column: 90, row: 90, columns: 1, rows: 1)).isEmpty)
  }

  @Test func linesCountFromTheTop() {
    #expect(rect.line(0) == Rect(column: 2, row: 1, columns: 10, rows: 1))
    #expect(rect.line(6).isEmpty)
    #expect(rect.line(-1).isEmpty)
  }
}
