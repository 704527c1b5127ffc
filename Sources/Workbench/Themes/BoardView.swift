import ScreenCells
import Synthesis

extension State {
  func drawThemes(on frame: inout Frame, _ rect: Rect) {
    guard let board = boards.board else {
      frame.put(
        "The board is being read …", at: rect.origin.moved(columns: 2, rows: 1), style: .faint)
      frame.cursor = rect.origin.moved(columns: 2, rows: 1)
      return
    }
    if themes.page != nil { return drawPage(on: &frame, rect) }
    let layout = boardLayout
    drawQuestion(on: &frame, layout.question)
    if layout.codesRule.rows > 0 { drawCodesRule(on: &frame, layout.codesRule) }
    if layout.codes.rows > 0 { drawCodes(on: &frame, layout) }
    if layout.tree.rows > 0 { drawTree(on: &frame, layout, board) }
    if layout.isWide {
      for row in layout.codesHeading.row..<layout.codes.endRow {
        frame.put("│", at: Point(column: layout.tree.column - 2, row: row), style: .rule)
      }
    }
    drawPeek(on: &frame, layout.peek)
    if frame.cursor == nil { frame.cursor = themes.carry?.pointer ?? layout.peek.origin }
  }

  private func drawQuestion(on frame: inout Frame, _ rect: Rect) {
    guard rect.rows > 0 else { return }
    frame.put("Q", at: rect.origin.moved(columns: 2), style: .accent.bolded)
    frame.put(
      cutEnd(review.question, width: rect.columns - 8), at: rect.origin.moved(columns: 5),
      style: .text)
  }

  private func drawCodesRule(on frame: inout Frame, _ rect: Rect) {
    let isHere = themes.carry?.place == .codes
    frame.rule(
      rect,
      [
        (
          isHere
            ? themes.carry.map(words) ?? ""
            : "codes: \(boards.board?.notPlaced.count ?? 0) not placed",
          isHere ? .accent.bolded : .faint
        )
      ])
    frame.mark(rect, as: .board(.codesPane))
  }
}
