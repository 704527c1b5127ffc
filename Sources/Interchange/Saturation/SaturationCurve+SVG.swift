import Synthesis

extension SaturationCurve {
  /// The curve as a picture, as wide as the text of an A4 page.
  ///
  /// - Returns: The text of an SVG file.
  public func svg() -> String { CurvePicture(self).svg }
}

/// Where everything of a curve stands on its page, in points.
private struct CurvePicture {
  private let curve: SaturationCurve
  private let margin = 6.0
  private let left = 40.0
  private let plotHeight = 190.0
  private let small = SVGDrawing.smallest
  private let steps: [Saturation.Step]
  /// The figure at the top of the scale, and the figures between two of its lines.
  private let scale: (top: Int, step: Int)
  private let stride: Double

  init(_ curve: SaturationCurve) {
    self.curve = curve
    steps = curve.saturation.steps
    scale = Self.scale(to: steps.map { max($0.total, $0.high) }.max() ?? 0)
    stride = (SVGDrawing.width - 6 - left) / Double(max(1, steps.count))
  }

  /// A round scale with four to eight lines.
  private static func scale(to largest: Int) -> (top: Int, step: Int) {
    var power = 1
    while true {
      for factor in [1, 2, 5] where power * factor * 8 >= largest {
        let step = power * factor
        return (max(step, (largest + step - 1) / step * step), step)
      }
      power *= 10
    }
  }

  var svg: String {
    var drawing = SVGDrawing(
      title: curve.heading, description: curve.notes(naming: readable).joined(separator: " "))
    var y = 13.0
    func write(_ text: String, _ style: SVGDrawing.Style, leading: Double) {
      let lines = TextWidth.lines(
        of: text, within: SVGDrawing.width - 2 * margin, size: style.size, isBold: style.isBold)
      y = drawing.lines(lines, x: margin, y: y, leading: leading, style)
    }
    write(curve.heading, .init(size: 10.5, isBold: true), leading: 13)
    if steps.isEmpty {
      write("There are no studies yet.", .init(size: 9), leading: 12)
      return drawing.svg(height: y)
    }
    write(
      "Studies \(curve.saturation.order.words)", .init(size: 8.5, isItalic: true), leading: 11)
    let bottom = y + 8 + plotHeight
    draw(from: bottom, in: &drawing)
    y = drawLabels(from: bottom + 6, in: &drawing) + 14
    for note in curve.notes(naming: { $0 }) {
      write(note, .init(size: small, ink: Ink.soft), leading: 9.5)
    }
    if !curve.studies.legend.isEmpty {
      y = StudyMarks(curve.studies).drawNames(in: &drawing, from: y + 6)
    }
    return drawing.svg(height: y)
  }

  // MARK: The plot

  private func x(_ place: Int) -> Double { left + (Double(place) + 0.5) * stride }

  private func height(_ figure: Double) -> Double {
    figure / Double(max(1, scale.top)) * (plotHeight - 10)
  }

  private func draw(from bottom: Double, in drawing: inout SVGDrawing) {
    func places(_ figure: (Saturation.Step) -> Double) -> [(x: Double, y: Double)] {
      steps.enumerated().map { (x($0), bottom - height(figure($1))) }
    }
    if steps.count > 1 {
      drawing.area(
        places { Double($0.high) } + places { Double($0.low) }.reversed(), fill: Shade.fills[1])
    }
    drawScale(from: bottom, in: &drawing)
    drawBars(from: bottom, in: &drawing)
    if steps.count > 1 {
      drawing.path(places(\.mean), ink: Ink.soft, thickness: 0.8, isDashed: true)
    }
    drawing.path(places { Double($0.total) }, ink: Ink.dark, thickness: 1.4)
    drawFigures(from: bottom, in: &drawing)
  }

  private func drawScale(from bottom: Double, in drawing: inout SVGDrawing) {
    for figure in Swift.stride(from: 0, through: scale.top, by: scale.step) {
      let y = bottom - height(Double(figure))
      drawing.path(
        [(left, y), (SVGDrawing.width - margin, y)], ink: figure == 0 ? Ink.line : Ink.hair,
        thickness: figure == 0 ? 0.7 : 0.3)
      drawing.text(
        String(figure), x: left - 5, y: y + 2.5, .init(size: small, ink: Ink.soft, anchor: .end))
    }
    drawing.upwardText(
      curve.subject == .themes ? "Themes" : "Codes", x: margin + 7, y: bottom - 2,
      .init(size: 7.5, ink: Ink.soft))
  }

  private func drawBars(from bottom: Double, in drawing: inout SVGDrawing) {
    let width = min(16, stride * 0.5)
    for (place, step) in steps.enumerated() where step.new > 0 {
      drawing.box(
        x: x(place) - width / 2, y: bottom - height(Double(step.new)), width: width,
        height: height(Double(step.new)), fill: Shade.fills[3])
    }
  }

  /// Draws dots with their figures, where there is room for them.
  private func drawFigures(from bottom: Double, in drawing: inout SVGDrawing) {
    let digits = TextWidth.of(String(scale.top), size: small)
    let every = max(1, Int((digits + 3) / stride) + 1)
    for (place, step) in steps.enumerated() {
      let y = bottom - height(Double(step.total))
      drawing.dot(x: x(place), y: y, radius: min(2.2, stride / 3), fill: Ink.dark)
      guard place % every == 0 || place == steps.count - 1 && every == 1 else { continue }
      let style = SVGDrawing.Style(size: small, isBold: true, anchor: .middle)
      drawing.text(String(step.total), x: x(place), y: y - 5, style)
    }
    drawNewFigures(from: bottom, every, in: &drawing)
  }

  private func drawNewFigures(
    from bottom: Double, _ every: Int, in drawing: inout SVGDrawing
  ) {
    for (place, step) in steps.enumerated() where place % every == 0 && step.new > 0 {
      let y = bottom - height(Double(step.new))
      // The first study's bar is as high as its dot, whose figure says the same.
      guard y - (bottom - height(Double(step.total))) > 17 else { continue }
      drawing.text(
        "+\(step.new)", x: x(place), y: y - 2.5,
        .init(size: small, ink: Ink.soft, anchor: .middle))
    }
  }

  /// Draws the names of the studies, read from below.
  ///
  /// - Returns: Where the longest ends.
  private func drawLabels(from top: Double, in drawing: inout SVGDrawing) -> Double {
    let labels = UpwardLabels(steps.map(\.label), columnWidth: stride, anchor: .end)
    // More than fifty studies have no room for all their names.
    let every = max(1, Int((8.6 / stride).rounded(.up)))
    for place in Swift.stride(from: 0, to: steps.count, by: every) {
      labels.draw(place, middle: x(place), y: top, in: &drawing)
    }
    return top + labels.height
  }
}
