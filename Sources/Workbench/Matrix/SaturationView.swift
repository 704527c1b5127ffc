import ScreenCells
import Synthesis

/// How the chart is shared out: titles left, then a slot for each study.
struct SaturationLayout {
  /// Where the numbers' titles and the scale stand.
  static let margin = 13
  /// The rows of the numbers: two of names, and four of figures.
  private static let numbers = 6

  let rect: Rect
  /// How wide a study's slot is.
  let slot: Int
  /// How many studies are on screen.
  let visible: Int
  /// Whether there is room for a drawing; else the figures stand in a list.
  let isDrawn: Bool
  /// Where the curve is drawn.
  let plot: Rect

  init(_ rect: Rect, studies: Int) {
    self.rect = rect
    isDrawn = rect.columns >= 60 && rect.rows >= 16
    let room = max(1, rect.columns - Self.margin - 2)
    slot = max(8, min(14, room / max(1, studies)))
    visible = isDrawn ? max(1, min(studies, room / slot)) : studies
    let height = min(rect.rows - 3 - 1 - Self.numbers, 24)
    plot = Rect(
      column: rect.column + Self.margin, row: rect.row + 3, columns: visible * slot,
      rows: height)
  }

  /// The first column of a study's slot.
  func start(of place: Int) -> Int { plot.column + place * slot }

  /// The rows of the list.
  var list: Rect { rect.withoutTop(2) }
}

extension State {
  func draw(_ chart: SaturationChart, on frame: inout Frame, _ rect: Rect) {
    frame.cursor = rect.origin.moved(columns: 3)
    guard let saturation = chart.saturation, !saturation.steps.isEmpty else {
      frame.put("no study counts", at: rect.origin.moved(columns: 3), style: .text)
      return
    }
    let layout = SaturationLayout(rect, studies: saturation.steps.count)
    let drawing = SaturationDrawing(
      chart: chart, saturation: saturation, rows: matrix.kept.rows, layout: layout,
      isASCII: settings.isASCII)
    drawing.drawHeading(on: &frame)
    guard layout.isDrawn else { return drawing.drawList(on: &frame) }
    drawing.drawLegend(on: &frame)
    drawing.drawPlot(on: &frame)
    drawing.drawNumbers(on: &frame)
  }
}

/// Draws the saturation chart.
struct SaturationDrawing {
  let chart: SaturationChart
  let saturation: Saturation
  let rows: MatrixDesk.Rows
  let layout: SaturationLayout
  let isASCII: Bool

  private var last: Int { saturation.steps.last?.total ?? 0 }

  func drawHeading(on frame: inout Frame) {
    let at = layout.rect.origin.moved(columns: 3)
    let wide = "New \(rows.rawValue) by study, \(saturation.order.words)"
    let fits = displayWidth(wide) <= layout.rect.columns - 5
    let used = frame.put(
      fits ? wide : "New \(rows.rawValue), \(saturation.order.brief)", at: at,
      width: layout.rect.columns - 4, style: .heading)
    frame.mark(
      Rect(column: at.column, row: at.row, columns: used, rows: 1), as: .command(.orderNext))
  }

  // MARK: - The drawing

  func drawLegend(on frame: inout Frame) {
    let orders = SaturationChart.orders(saturation)
    let column = layout.rect.column + 3
    frame.put(
      [
        (signs.bar, .accent), (" new   ", .faint), (signs.curve + signs.curve, .text),
        (" so far   ", .faint), (signs.mean + signs.mean, .faint), (" mean   ", .faint),
        (signs.band, .faint), (" least to most, over \(orders)", .faint),
      ], at: Point(column: column, row: layout.rect.row + 1), width: layout.rect.columns - 4)
  }

  private var signs: (bar: String, curve: String, mean: String, band: String) {
    isASCII ? ("#", "=", "-", ".") : ("█", "━", "┄", "░")
  }

  /// The row of a value; `nil` for none at all.
  private func row(of value: Double) -> Int? {
    guard value > 0, last > 0 else { return nil }
    let height = Double(layout.plot.rows)
    let level = (value * height / Double(last)).rounded(.up)
    return layout.plot.endRow - max(1, min(layout.plot.rows, Int(level)))
  }

  func drawPlot(on frame: inout Frame) {
    let scale = layout.plot.column - 2
    frame.put(String(last), endingAt: scale, row: layout.plot.row, style: .faint)
    frame.put("0", endingAt: scale, row: layout.plot.endRow, style: .faint)
    frame.fill(
      Rect(
        column: layout.plot.column, row: layout.plot.endRow, columns: layout.plot.columns, rows: 1),
      style: .rule, with: "─")
    for (place, step) in shown.enumerated() {
      let slot = Rect(
        column: layout.start(of: place), row: layout.plot.row, columns: layout.slot,
        rows: layout.plot.rows)
      drawBand(of: step, on: &frame, slot)
      drawBar(of: step, on: &frame, slot)
    }
    drawCurve(on: &frame)
  }

  private func drawBand(of step: Saturation.Step, on frame: inout Frame, _ slot: Rect) {
    if let top = row(of: Double(step.high)), let bottom = row(of: Double(max(1, step.low))) {
      frame.fill(
        Rect(column: slot.column, row: top, columns: slot.columns, rows: bottom - top + 1),
        style: .rule, with: signs.band)
    }
    guard let mean = row(of: step.mean) else { return }
    frame.fill(
      Rect(column: slot.column, row: mean, columns: slot.columns, rows: 1), style: .faint,
      with: signs.mean)
  }

  /// A column in eighths of a row.
  private func drawBar(of step: Saturation.Step, on frame: inout Frame, _ slot: Rect) {
    guard step.new > 0, last > 0 else { return }
    let eighths = max(1, step.new * slot.rows * 8 / last)
    let width = max(2, slot.columns / 4)
    // Its figures stand under it.
    let column = slot.endColumn - 1 - width
    let whole = isASCII ? max(1, (eighths + 4) / 8) : eighths / 8
    frame.fill(
      Rect(column: column, row: slot.endRow - whole, columns: width, rows: whole),
      style: .accent, with: signs.bar)
    guard !isASCII, eighths % 8 > 0, whole < slot.rows else { return }
    let parts = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]
    frame.fill(
      Rect(column: column, row: slot.endRow - whole - 1, columns: width, rows: 1),
      style: .accent, with: parts[eighths % 8 - 1])
  }

  /// The total as a line that steps up where a study begins.
  private func drawCurve(on frame: inout Frame) {
    let style = Style.text.bolded
    var before: Int?
    for (place, step) in shown.enumerated() {
      guard let row = row(of: Double(step.total)) else { continue }
      let start = layout.start(of: place)
      frame.fill(
        Rect(column: start, row: row, columns: layout.slot, rows: 1), style: style,
        with: signs.curve)
      if let before, before > row {
        frame.put(isASCII ? "+" : "┏", at: Point(column: start, row: row), style: style)
        frame.fill(
          Rect(column: start, row: row + 1, columns: 1, rows: before - row - 1), style: style,
          with: isASCII ? "|" : "┃")
        frame.put(isASCII ? "+" : "┛", at: Point(column: start, row: before), style: style)
      }
      before = row
    }
  }

  // MARK: - The numbers

  private var shown: ArraySlice<Saturation.Step> {
    saturation.steps.dropFirst(chart.left).prefix(layout.visible)
  }

  func drawNumbers(on frame: inout Frame) {
    let top = layout.plot.endRow + 1
    let titles = ["", "", "new", "so far", "mean", "least–most"]
    for (offset, title) in titles.enumerated() {
      frame.put(
        title, endingAt: layout.plot.column - 2, row: top + offset, style: .faint)
    }
    for (place, step) in shown.enumerated() {
      let isFocus = place + chart.left == chart.cursor
      let slot = Rect(
        column: layout.start(of: place), row: top, columns: layout.slot, rows: titles.count)
      let names = CountedMatrix.heading(of: step.label)
      let figures = [
        names.first, names.second, String(step.new), String(step.total),
        SaturationChart.mean(step), SaturationChart.range(step),
      ]
      if isFocus { frame.fill(slot, style: Style.text.on(.focusRow)) }
      for (offset, figure) in figures.enumerated() {
        let style: Style = offset < 2 ? isFocus ? .accent.bolded : .heading : .text
        frame.put(
          cutEnd(figure, width: slot.columns - 2), endingAt: slot.endColumn - 1,
          row: top + offset, style: style.on(isFocus ? .focusRow : .none))
      }
      if isFocus { frame.cursor = Point(column: slot.endColumn - 2, row: top) }
      let whole = Rect(
        column: slot.column, row: layout.plot.row, columns: slot.columns,
        rows: layout.plot.rows + 1 + titles.count)
      frame.mark(whole, as: .chartStudy(place + chart.left))
    }
    drawHidden(on: &frame, row: top)
  }

  private func drawHidden(on frame: inout Frame, row: Int) {
    let after = saturation.steps.count - chart.left - shown.count
    if chart.left > 0 {
      frame.put("‹\(chart.left)", endingAt: layout.plot.column - 2, row: row, style: .faint)
    }
    if after > 0 {
      frame.put("\(after)›", at: Point(column: layout.plot.endColumn, row: row), style: .faint)
    }
  }

  /// The figures alone, where there is no room to draw.
  func drawList(on frame: inout Frame) {
    let isWide = layout.rect.columns >= 60
    let titles = ["new", "so far"] + (isWide ? ["mean"] : []) + ["least–most"]
    let widths = [4, 8] + (isWide ? [7] : []) + [12]
    func figures(_ words: [String]) -> String {
      zip(words, widths).map { word, width in
        String(repeating: " ", count: max(1, width - displayWidth(word))) + word
      }.joined()
    }
    let end = layout.rect.endColumn - 1
    frame.put(figures(titles), endingAt: end, row: layout.rect.row + 1, style: .faint)
    let body = layout.list
    let top = max(0, min(chart.cursor - body.rows / 2, saturation.steps.count - body.rows))
    for (offset, step) in saturation.steps.dropFirst(top).prefix(body.rows).enumerated() {
      let line = body.line(offset)
      let ground: Background = top + offset == chart.cursor ? .focusRow : .none
      frame.fill(line, style: Style.text.on(ground))
      frame.mark(line, as: .chartStudy(top + offset))
      if top + offset == chart.cursor {
        frame.put("▌", at: line.origin, style: .accent.on(ground))
        frame.cursor = line.origin.moved(columns: 3)
      }
      let own =
        [String(step.new), String(step.total)] + (isWide ? [SaturationChart.mean(step)] : [])
        + [SaturationChart.range(step)]
      let room = line.columns - 5 - widths.reduce(0, +)
      frame.put(
        cutMiddle(step.label, width: room), at: line.origin.moved(columns: 3),
        style: Style.text.on(ground))
      frame.put(figures(own), endingAt: end, row: line.row, style: Style.text.on(ground))
    }
  }
}
