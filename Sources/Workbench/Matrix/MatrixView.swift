import ScreenCells
import Synthesis

extension State {
  func drawMatrix(on frame: inout Frame, _ rect: Rect) {
    switch matrix.page {
    case .lines(let lines): draw(lines, on: &frame, rect)
    case .chart(let chart): draw(chart, on: &frame, rect)
    case nil:
      guard let table = matrix.table, matrixEmptiness == nil else {
        return drawEmptyMatrix(on: &frame, rect)
      }
      draw(table, on: &frame, rect)
    }
  }

  /// What there is to do where there is no table; `nil` where there is one.
  var matrixEmptiness: (title: String, words: String)? {
    if studies.isEmpty {
      let new = key(.studyImport, in: .studies)
      return ("no study yet", "\(key(.deskStudies)), then \(new) imports a text")
    }
    guard let table = matrix.table else { return ("counting …", "") }
    guard table.rows.isEmpty else { return nil }
    guard matrix.kept.rows == .themes else {
      return ("no codes yet", "\(key(.deskCode)), then \(key(.codePick)) codes a line")
    }
    let (new, rows) = (key(.thingNew, in: .themes), key(.matrixRows, in: .matrix))
    return ("no themes yet", "\(key(.deskThemes)), then \(new) makes one; \(rows) shows the codes")
  }

  private func drawEmptyMatrix(on frame: inout Frame, _ rect: Rect) {
    let empty = matrixEmptiness ?? ("", "")
    let sentence = [empty.title, empty.words].filter { !$0.isEmpty }.joined(separator: ": ")
    for (offset, row) in Self.wrapped(sentence, rect.columns - 6).enumerated() {
      frame.put(row, at: rect.line(1 + offset).origin.moved(columns: 3), style: .text)
    }
    frame.cursor = rect.line(1).origin.moved(columns: 3)
  }

  private func draw(_ table: CountedMatrix, on frame: inout Frame, _ rect: Rect) {
    let layout = MatrixLayout(rect, table)
    let drawing = MatrixDrawing(
      table: table, layout: layout, desk: matrix,
      shown: Array(table.columns.indices.dropFirst(matrix.left).prefix(layout.visible)))
    drawing.drawHeading(on: &frame)
    drawing.drawBand(on: &frame)
    for (offset, row) in (matrix.top..<table.rows.count).prefix(layout.body.rows).enumerated() {
      drawing.draw(row, on: &frame, layout.body.line(offset))
    }
    drawing.drawFoot(on: &frame)
  }
}

/// Draws the table.
struct MatrixDrawing {
  let table: CountedMatrix
  let layout: MatrixLayout
  let desk: MatrixDesk
  /// The studies on screen.
  let shown: [Int]

  func drawHeading(on frame: inout Frame) {
    drawCorner(on: &frame)
    let last = layout.heading.rows - 1
    for (place, index) in shown.enumerated() {
      let column = table.columns[index]
      let style: Style =
        index == desk.column ? .accent.bolded : column.counts ? .heading : .dim
      let mark = column.counts ? "" : "×"
      let words = column.heading
      for (offset, word) in [words.first, words.second].enumerated() where offset <= last {
        let cell = layout.cell(place, row: layout.heading.row + offset)
        let text = offset == 0 ? mark + word : word
        frame.put(
          cutEnd(text, width: layout.cellWidth), endingAt: cell.endColumn, row: cell.row,
          style: style)
        frame.mark(cell, as: .matrixHeading(index))
      }
    }
    let row = layout.heading.row + last
    let kind = table.counted.kind
    if layout.totalWidth > 0 {
      frame.put(
        cutEnd(kind.word, width: layout.totalWidth), endingAt: layout.totalEnd, row: row,
        style: .faint)
    }
    frame.put(layout.shareWord, endingAt: layout.shareEnd, row: row, style: .faint)
    drawHidden(on: &frame)
  }

  /// What rows, cells and the order of the studies are; each changes by a click.
  private func drawCorner(on frame: inout Frame) {
    let parts: [[(String, Command)]] =
      layout.heading.rows > 1
      ? [
        [(desk.kept.rows.rawValue, .matrixRows)],
        [(desk.kept.cells.word, .matrixCells), (desk.kept.studies.brief, .orderNext)],
      ]
      : [[(desk.kept.rows.rawValue, .matrixRows)]]
    for (offset, row) in parts.enumerated() {
      var at = Point(column: layout.titleColumn, row: layout.heading.row + offset)
      for (index, part) in row.enumerated() {
        if index > 0 { at = Point(column: put(" · ", at, on: &frame), row: at.row) }
        let end = put(part.0, at, on: &frame)
        frame.mark(
          Rect(column: at.column, row: at.row, columns: end - at.column, rows: 1),
          as: .command(part.1))
        at = Point(column: end, row: at.row)
      }
    }
  }

  private func put(_ text: String, _ at: Point, on frame: inout Frame) -> Int {
    at.column
      + frame.put(
        text, at: at, width: max(0, layout.titleEnd - at.column), style: .faint)
  }

  /// How many studies are off the screen on either side.
  private func drawHidden(on frame: inout Frame) {
    let before = desk.left
    let after = table.columns.count - before - shown.count
    guard before + after > 0 else { return }
    frame.put(
      "‹\(before) \(after)›", endingAt: layout.titleEnd, row: layout.heading.row, style: .faint)
  }

  func drawBand(on frame: inout Frame) {
    guard let edge = table.edge, !layout.band.isEmpty else { return }
    frame.put(
      cutEnd(edge, width: layout.titleWidth),
      at: Point(column: layout.titleColumn, row: layout.band.row), style: .faint)
    frame.mark(layout.band.left(layout.titleEnd), as: .command(.matrixBand))
    for (place, index) in shown.enumerated() {
      let own = table.columns[index]
      frame.put(
        cutEnd(own.band.isEmpty ? "–" : own.band, width: layout.cellWidth),
        endingAt: layout.end(of: place), row: layout.band.row,
        style: own.counts ? .faint : .dim)
    }
  }

  func draw(_ row: Int, on frame: inout Frame, _ line: Rect) {
    let isFocus = row == desk.row
    let ground: Background = isFocus ? .focusRow : .none
    // The name and the sums are the row's band; a figure is found by them and its study's name.
    // A space behind the last figure, so that it does not stand in the band.
    let sums = layout.end(of: layout.visible - 1) + 1
    frame.fill(line.left(layout.titleEnd - line.column), style: Style.text.on(ground))
    frame.fill(
      Rect(column: sums, row: line.row, columns: layout.shareEnd + 1 - sums, rows: 1),
      style: Style.text.on(ground))
    frame.mark(line, as: .matrixRow(row))
    if isFocus { frame.put("▌", at: line.origin, style: .accent.on(ground)) }
    drawTitle(of: row, on: &frame, line, ground)
    for (place, column) in shown.enumerated() {
      let cell = layout.cell(place, row: line.row)
      draw(row, column, on: &frame, cell)
      frame.mark(cell, as: .matrixCell(row: row, column: column))
    }
    let own: Style = desk.filter.rows.contains(table.rows[row].id) ? .dim : .text
    if layout.totalWidth > 0 {
      frame.put(
        String(table.counted.totals[row]), endingAt: layout.totalEnd, row: line.row,
        style: own.on(ground))
    }
    let share = table.counted.share(of: row)
    frame.put(
      "\(share.studies)/\(share.of)", endingAt: layout.shareEnd, row: line.row,
      style: own.on(ground))
  }

  private func drawTitle(
    of row: Int, on frame: inout Frame, _ line: Rect, _ ground: Background
  ) {
    let own = table.rows[row]
    let isOut = desk.filter.rows.contains(own.id)
    let sign: (String, Style)? =
      isOut ? ("×", .dim) : table.support[row].map { ($0.sign, .warning.bolded) }
    if let sign {
      frame.put(sign.0, at: line.origin.moved(columns: 1), style: sign.1.on(ground))
    }
    let isFocus = row == desk.row && desk.column < 0
    var style: Style = isFocus ? .accent : isOut ? .dim : .text
    if own.isAnalytical || isFocus { style = style.bolded }
    let indent = min(2 * own.depth, layout.titleWidth / 2)
    let at = Point(column: layout.titleColumn + indent, row: line.row)
    frame.put(
      cutEnd(own.title, width: layout.titleWidth - indent), at: at, style: style.on(ground))
    if isFocus { frame.cursor = at }
  }

  private func draw(
    _ row: Int, _ column: Int, on frame: inout Frame, _ cell: Rect
  ) {
    let figure = table.figure(row, column)
    let isFocus = row == desk.row && column == desk.column
    let isOut = !table.columns[column].counts || desk.filter.rows.contains(table.rows[row].id)
    let words =
      figure == 0 ? "·" : table.counted.kind == .present ? "●" : String(figure)
    if isFocus {
      let style = Style.accent.bolded.reversed
      frame.fill(cell, style: style)
      frame.put(words, endingAt: cell.endColumn, row: cell.row, style: style)
      frame.cursor = Point(column: cell.endColumn - 1, row: cell.row)
    } else {
      let style: Style = isOut ? .dim : .text
      frame.put(words, endingAt: cell.endColumn, row: cell.row, style: style)
    }
  }

  /// The sums: how many rows are present in each study, and how many it alone carries.
  func drawFoot(on frame: inout Frame) {
    guard layout.foot.rows == 3 else { return }
    drawLegend(on: &frame)
    let word = desk.kept.rows.rawValue
    let sums = [("\(word) present", table.present), ("carried alone", table.alone)]
    for (offset, sum) in sums.enumerated() {
      let row = layout.foot.row + 1 + offset
      frame.put(
        cutEnd(sum.0, width: layout.titleWidth),
        at: Point(column: layout.titleColumn, row: row), style: .faint)
      for (place, index) in shown.enumerated() {
        let own = table.columns[index]
        let figure = own.counts ? sum.1[own.index] : 0
        frame.put(
          own.counts ? figure == 0 ? "·" : String(figure) : "out",
          endingAt: layout.end(of: place), row: row,
          style: own.counts ? figure == 0 ? .faint : .text : .dim)
      }
      frame.put("of \(table.summed)", endingAt: layout.shareEnd, row: row, style: .faint)
    }
  }

  /// What the signs say, where there are any.
  private func drawLegend(on frame: inout Frame) {
    let legend = table.legend(desk.filter, desk.kept.rows)
    guard !legend.isEmpty else { return }
    frame.put(
      legend.joined(separator: "   "),
      at: Point(column: 1, row: layout.foot.row), width: layout.foot.columns - 2, style: .faint)
  }
}

extension CountedMatrix {
  /// What the signs beside rows say and how many have each; nothing where all counts and is summed.
  func legend(_ filter: MatrixFilter, _ rows: MatrixDesk.Rows) -> [String] {
    let (lost, thin) = (self.rows(.lost).count, self.rows(.downToOne).count)
    var words: [String] = []
    if lost > 0 { words.append("\(Support.lost.sign) lost: \(rows.words(lost))") }
    if thin > 0 {
      words.append("\(Support.downToOne.sign) down to one study: \(rows.words(thin))")
    }
    if words.isEmpty, columns.contains(where: { !$0.counts }) {
      words = ["no \(rows.one) falls to one study or none"]
    }
    if summed < self.rows.count {
      words.append("× not in the sums below: \(rows.words(self.rows.count - summed))")
    }
    return words
  }
}
