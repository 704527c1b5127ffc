import ScreenCells

@testable import Workbench

extension State {
  /// What is wrong with this state and its screen; nothing, ever.
  var flaws: [String] {
    let frame = view()
    return readerFlaws + listFlaws + overlayFlaws + screenFlaws(frame) + focusFlaws(frame)
      + matrixFlaws(frame)
  }

  private var readerFlaws: [String] {
    guard let reader, !reader.stops.isEmpty else { return [] }
    var flaws: [String] = []
    if !reader.stops.indices.contains(reader.cursor) { flaws.append("the cursor is nowhere") }
    if reader.top < 0 || reader.top >= max(1, reader.layout.rows) {
      flaws.append("row \(reader.top) of \(reader.layout.rows) is on top")
    }
    if let mark = reader.mark {
      let count = reader.focus.map { reader.marks(of: $0).count } ?? 0
      if mark >= count { flaws.append("code \(mark) of \(count) is under the cursor") }
    }
    return flaws
  }

  private var listFlaws: [String] {
    var flaws: [String] = []
    if studyList.cursor < 0 || studyList.cursor >= max(1, studyRows.count) {
      flaws.append("study row \(studyList.cursor) of \(studyRows.count)")
    }
    if historyList.cursor < 0 || historyList.cursor >= max(1, historyList.items.count) {
      flaws.append("history row \(historyList.cursor) of \(historyList.items.count)")
    }
    return flaws
  }

  private var overlayFlaws: [String] {
    overlays.flatMap { overlay -> [String] in
      switch overlay {
      case .picker(let picker):
        let isThere = picker.focus.map(picker.rows.indices.contains) ?? true
        return isThere ? [] : ["picker row \(picker.focus ?? -1) of \(picker.rows.count)"]
      case .choice(let choice):
        return choice.rows.indices.contains(choice.focus) ? [] : ["choice row \(choice.focus)"]
      default: return []
      }
    }
  }

  private func screenFlaws(_ frame: Frame) -> [String] {
    var flaws: [String] = []
    if frame.size != size { flaws.append("the screen is \(frame.size), not \(size)") }
    if size.columns > 0, size.rows > 0 {
      guard let cursor = frame.cursor else { return flaws + ["no cursor"] }
      if !frame.bounds.contains(cursor) { flaws.append("the cursor is at \(cursor)") }
    }
    return flaws
  }

  /// On the code desk the line in focus is on screen, and the terminal's cursor on it.
  private func focusFlaws(_ frame: Frame) -> [String] {
    guard desk == .code, overlays.isEmpty, !settings.isPlain, size.columns >= 40, size.rows >= 12,
      let reader, let focus = reader.focus, let cursor = frame.cursor
    else { return [] }
    let rows = (0..<reader.layout.heights[reader.cursor].text).flatMap {
      frame.rects(of: .text(line: focus, row: $0))
    }
    guard !rows.isEmpty else { return ["line \(focus + 1) is not on screen"] }
    let height = reader.layout.heights[reader.cursor]
    let start = reader.layout.starts[reader.cursor] + height.before
    let end = start + height.text + height.margin
    if end - start <= readerHeight, start < reader.top || end > reader.top + readerHeight {
      return ["line \(focus + 1) is at \(start)..<\(end) of \(reader.top)+\(readerHeight)"]
    }
    guard prefix.isEmpty else { return [] }
    if reader.mark != nil { return [] }
    return rows.contains { $0.row == cursor.row }
      ? [] : ["the cursor is at \(cursor), the line at \(rows)"]
  }

  /// On the matrix the cell in focus is on screen, and the terminal's cursor on it.
  private func matrixFlaws(_ frame: Frame) -> [String] {
    guard desk == .matrix, overlays.isEmpty, prefix.isEmpty, !settings.isPlain, size.columns >= 40,
      size.rows >= 12, matrix.page == nil, let table = matrix.table, !table.rows.isEmpty,
      !table.columns.isEmpty, let cursor = frame.cursor
    else { return [] }
    let place = "row \(matrix.row), column \(matrix.column)"
    guard table.rows.indices.contains(matrix.row), matrix.column >= -1,
      matrix.column < table.columns.count
    else { return ["the cursor of the matrix is at \(place)"] }
    let target: Target =
      matrix.column < 0
      ? .matrixRow(matrix.row) : .matrixCell(row: matrix.row, column: matrix.column)
    return frame.target(at: cursor) == target ? [] : ["\(place) is not under the cursor"]
  }
}
