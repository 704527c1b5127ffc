import Synthesis

extension MatrixTable {
  /// A heat map with its figures, as wide as the text of an A4 page.
  ///
  /// Where the studies do not fit beside each other, the map goes on below with the next ones.
  ///
  /// - Returns: The text of an SVG file.
  public func svg() -> String { HeatMap(self).svg }
}

/// Where everything of a matrix stands on its page, in points.
private struct HeatMap {
  private let table: MatrixTable
  private let margin = 6.0
  private let nameWidth = 168.0
  private let small = SVGDrawing.smallest
  /// The room right of the cells: the share and the figure over all columns.
  private let sums: Double
  /// How wide a cell is.
  private let cell: Double
  /// The columns, as many as fit beside each other.
  private let panels: [Range<Int>]
  private let names: [[String]]
  private let largest: Int
  private let columnShares: [String]

  init(_ table: MatrixTable) {
    self.table = table
    let count = table.matrix.columns.count
    largest = table.largest
    columnShares = table.columnShares
    let margins = "\(table.matrix.rows.count)/\(table.matrix.rows.count)"
    let least = max(
      12, TextWidth.of(String(largest), size: 7) + 4, TextWidth.of(margins, size: 7) + 3)
    sums =
      TextWidth.of("\(count)/\(count)", size: 7) + 14
      + (table.totalTitle == nil
        ? 0 : max(20, TextWidth.of(String(table.matrix.totals.max() ?? 0), size: 7) + 10))
    let room = SVGDrawing.width - 2 * margin - nameWidth - sums
    let fitting = max(1, Int(room / least))
    let panelCount = max(1, (count + fitting - 1) / fitting)
    let each = (count + panelCount - 1) / panelCount
    panels = stride(from: 0, to: count, by: max(1, each)).map { $0..<min($0 + each, count) }
    cell = min(46, room / Double(max(1, each)))
    names = table.matrix.rows.map { row in
      let indent = Double(min(table.depth(of: row), 4)) * 8
      return TextWidth.lines(
        of: table.name(of: row), within: 160 - indent, size: 7.5,
        isBold: table.isTop(row))
    }
  }

  var svg: String {
    var drawing = SVGDrawing(title: table.heading, description: table.summary)
    var y = 13.0
    func write(_ text: String, _ style: SVGDrawing.Style, leading: Double) {
      let lines = TextWidth.lines(
        of: text, within: SVGDrawing.width - 2 * margin, size: style.size, isBold: style.isBold)
      y = drawing.lines(lines, x: margin, y: y, leading: leading, style)
    }
    write(table.heading, .init(size: 10.5, isBold: true), leading: 13)
    if table.matrix.rows.isEmpty {
      write("There are no \(table.rowWord)s yet.", .init(size: 9), leading: 12)
    } else {
      for panel in panels { y = draw(panel, from: y, in: &drawing) }
    }
    y += 4
    for note in table.notes(naming: { $0 }) {
      write(note, .init(size: small, ink: Ink.soft), leading: 9.5)
    }
    if !table.studies.legend.isEmpty {
      let marks = StudyMarks(table.studies)
      y = marks.drawNames(in: &drawing, from: y + 6)
    }
    return drawing.svg(height: y)
  }

  // MARK: A panel

  private func draw(_ panel: Range<Int>, from top: Double, in drawing: inout SVGDrawing) -> Double {
    let left = margin + nameWidth
    let right = left + Double(panel.count) * cell
    var y = drawLabels(of: panel, from: top, in: &drawing)
    drawSumTitles(x: right, y: y - 4, in: &drawing)
    let rowsTop = y
    for row in table.matrix.rows.indices {
      y = draw(row, panel, from: y, in: &drawing)
    }
    drawing.path(
      [(margin, rowsTop), (right + sums, rowsTop)], ink: Ink.line, thickness: 0.6)
    drawing.path([(margin, y), (right + sums, y)], ink: Ink.line, thickness: 0.6)
    let soft = SVGDrawing.Style(size: small, ink: Ink.soft)
    drawing.text(table.marginTitle, x: margin, y: y + 10, soft)
    for (place, column) in panel.enumerated() {
      var style = soft
      style.anchor = .middle
      drawing.text(
        columnShares[column], x: left + (Double(place) + 0.5) * cell, y: y + 10, style)
    }
    return y + 26
  }

  /// Draws the names of studies, read from below, in as few lines as their cells have room for.
  private func drawLabels(
    of panel: Range<Int>, from top: Double, in drawing: inout SVGDrawing
  ) -> Double {
    let labels = UpwardLabels(
      panel.map { table.matrix.columns[$0].label }, columnWidth: cell, anchor: .start)
    let bottom = top + labels.height
    for place in panel.indices {
      let middle = margin + nameWidth + (Double(place - panel.lowerBound) + 0.5) * cell
      labels.draw(place - panel.lowerBound, middle: middle, y: bottom, in: &drawing)
    }
    return bottom + 4
  }

  private func drawSumTitles(x: Double, y: Double, in drawing: inout SVGDrawing) {
    let style = SVGDrawing.Style(size: small, ink: Ink.soft)
    drawing.upwardText("Studies", x: x + shareWidth - 4, y: y, style)
    if let title = table.totalTitle {
      drawing.upwardText(title, x: x + sums - 2, y: y, style)
    }
  }

  /// The room of the share.
  private var shareWidth: Double {
    let count = table.matrix.columns.count
    return TextWidth.of("\(count)/\(count)", size: 7) + 10
  }

  private func draw(
    _ row: Int, _ panel: Range<Int>, from top: Double, in drawing: inout SVGDrawing
  ) -> Double {
    let value = table.matrix.rows[row]
    let height = max(15, Double(names[row].count) * 9.2 + 5)
    let indent = Double(min(table.depth(of: value), 4)) * 8
    drawing.lines(
      names[row], x: margin + indent, y: top + 9.8, leading: 9.2,
      .init(size: 7.5, isBold: table.isTop(value)))
    for (place, column) in panel.enumerated() {
      let figure = table.matrix.cells[row][column]
      let shade = Shade.of(figure, largest: largest)
      let x = margin + nameWidth + Double(place) * cell
      drawing.box(
        x: x + 0.4, y: top + 0.4, width: cell - 0.8, height: height - 0.8,
        fill: Shade.fills[shade])
      drawing.text(
        String(figure), x: x + cell / 2, y: top + height / 2 + 2.5,
        .init(size: small, ink: Shade.inks[shade], anchor: .middle))
    }
    let end = margin + nameWidth + Double(panel.count) * cell
    let style = SVGDrawing.Style(size: small, anchor: .end)
    drawing.text(table.share(of: row), x: end + shareWidth, y: top + height / 2 + 2.5, style)
    if table.totalTitle != nil {
      drawing.text(
        String(table.matrix.totals[row]), x: end + sums, y: top + height / 2 + 2.5, style)
    }
    return top + height
  }
}

extension MatrixTable {
  /// Whether a row stands out: a theme at the top.
  func isTop(_ row: StudyMatrix.Row) -> Bool { !row.number.isEmpty && depth(of: row) == 0 }

  /// What the map shows, for those who do not see it.
  var summary: String {
    let rows = matrix.rows.indices.map { index in
      "\(readable(name(of: matrix.rows[index]))): \(share(of: index)) studies"
    }
    return (notes(naming: readable) + [rows.joined(separator: "; ")]).joined(separator: " ")
  }
}
