import ScreenCells
import Synthesis

/// What the parts of the board showed when they were drawn last.
struct BoardMemory {
  /// Where they stand, and what stands still around them.
  var furniture: BoardFurniture?
  var codes = CodesMemory()
  var tree = TreeMemory()
}

/// What of the board moves with nothing that is done on it.
struct BoardFurniture: Equatable {
  let layout: BoardLayout
  let question: String
}

extension State {
  func drawThemes(on frame: inout Frame, _ rect: Rect, _ memory: inout BoardMemory) {
    guard let board = boards.board else {
      frame.put(
        "The board is being read …", at: rect.origin.moved(columns: 2, rows: 1), style: .faint)
      frame.cursor = rect.origin.moved(columns: 2, rows: 1)
      return
    }
    if themes.page != nil { return drawPage(on: &frame, rect) }
    let layout = boardLayout
    let furniture = BoardFurniture(layout: layout, question: review.question)
    if memory.furniture != furniture {
      frame.fill(rect, style: .text)
      draw(furniture, on: &frame)
      memory = BoardMemory(furniture: furniture)
    }
    if layout.codesRule.rows > 0 { drawCodesRule(on: &frame, layout.codesRule) }
    let things = thingsLook
    if layout.codes.rows > 0 { drawCodes(on: &frame, layout, things, &memory.codes) }
    if layout.tree.rows > 0 { drawTree(on: &frame, layout, board, things, &memory.tree) }
    drawPeek(on: &frame, layout.peek)
    if frame.cursor == nil { frame.cursor = themes.carry?.pointer ?? layout.peek.origin }
  }

  private func draw(_ furniture: BoardFurniture, on frame: inout Frame) {
    let layout = furniture.layout
    drawQuestion(on: &frame, layout.question)
    guard layout.isWide else { return }
    for row in layout.codesHeading.row..<layout.codes.endRow {
      frame.put("│", at: Point(column: layout.tree.column - 2, row: row), style: .rule)
    }
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
