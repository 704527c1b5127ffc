/// The marks of studies in a picture: a square a study, with its number where the study feeds.
///
/// Up to twelve studies each has its place, empty where it does not feed; of more only those that
/// feed are drawn.
struct StudyMarks {
  /// How high a mark is.
  static let side = 9.0

  private let items: [StudyNaming.Item]
  private let markWidth: Double
  private static let gap = 1.5

  init(_ studies: StudyNaming) {
    items = studies.items
    let longest = items.map { TextWidth.of(String($0.number), size: SVGDrawing.smallest) }.max()
    markWidth = max(Self.side, (longest ?? 0) + 2.5)
  }

  private var hasPlaces: Bool { items.count <= 12 }
  private var step: Double { markWidth + Self.gap }

  /// How wide the marks beside a name are.
  var width: Double {
    let perRow = min(items.count, items.count <= 7 ? 7 : 6)
    return max(0, Double(max(1, perRow)) * step - Self.gap)
  }

  private func perRow(within width: Double) -> Int { max(1, Int((width + Self.gap) / step)) }

  /// How high the marks of these studies are.
  func height(of studies: [Int], within width: Double) -> Double {
    let count = hasPlaces ? items.count : studies.count
    let rows = (count + perRow(within: width) - 1) / perRow(within: width)
    return max(0, Double(rows) * (Self.side + Self.gap) - Self.gap)
  }

  /// Draws the marks of these studies.
  func draw(
    _ studies: [Int], x: Double, y: Double, within width: Double, _ drawing: inout SVGDrawing,
    isOnDark: Bool = false
  ) {
    let feeding = Set(studies)
    let shown = hasPlaces ? Array(items.indices) : studies
    for (index, study) in shown.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: perRow(within: width))
      let (left, top) = (x + Double(column) * step, y + Double(row) * (Self.side + Self.gap))
      draw(study, isFilled: feeding.contains(study), x: left, y: top, isOnDark, &drawing)
    }
  }

  private func draw(
    _ study: Int, isFilled: Bool, x: Double, y: Double, _ isOnDark: Bool,
    _ drawing: inout SVGDrawing
  ) {
    let (solid, number) = isOnDark ? (Ink.white, Ink.dark) : (Ink.dark, Ink.white)
    drawing.box(
      x: x + 0.25, y: y + 0.25, width: markWidth - 0.5, height: Self.side - 0.5,
      fill: isFilled ? solid : "none", line: isFilled ? solid : Ink.line, thickness: 0.5)
    guard isFilled else { return }
    drawing.text(
      String(items[study].number), x: x + markWidth / 2, y: y + 7,
      .init(size: SVGDrawing.smallest, ink: number, isBold: false, anchor: .middle))
  }

  /// Draws the names of all studies beside their marks, in three columns.
  ///
  /// - Returns: The baseline that a further line would have.
  func drawNames(in drawing: inout SVGDrawing, from top: Double) -> Double {
    let columns = 3
    let column = (SVGDrawing.width - 2 * TreeColumns.margin) / Double(columns)
    var y = top
    for start in stride(from: 0, to: items.count, by: columns) {
      var tallest = 1
      for (index, study) in items.indices[start..<min(start + columns, items.count)].enumerated() {
        let x = TreeColumns.margin + Double(index) * column
        draw(study, isFilled: true, x: x, y: y - 7, false, &drawing)
        let lines = TextWidth.lines(
          of: items[study].legendName, within: column - markWidth - 10,
          size: SVGDrawing.smallest)
        drawing.lines(
          lines, x: x + markWidth + 4, y: y, leading: 9, .init(size: SVGDrawing.smallest))
        tallest = max(tallest, lines.count)
      }
      y += Double(tallest) * 9 + 2.5
    }
    return y
  }
}

extension StudyNaming.Item {
  /// What a study is called where its number stands beside it already.
  var legendName: String { name == String(number) ? label : name }
}
