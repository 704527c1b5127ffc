/// Names of columns, read from below, in as few lines as their columns have room for.
///
/// A name is cut at spaces; it is only broken within a word that is longer than any page has room
/// for.
struct UpwardLabels {
  private let labels: [[String]]
  private let style: SVGDrawing.Style
  private static let leading = 8.4

  /// Cuts names for columns that are `width` wide.
  init(_ names: [String], columnWidth width: Double, anchor: SVGDrawing.Anchor) {
    let most = max(1, Int((width - 2) / Self.leading))
    let size = SVGDrawing.smallest
    let words = names.flatMap { $0.split(separator: " ") }
    let longest = words.map { TextWidth.of(String($0), size: size) }.max() ?? 0
    func cut(_ limit: Double) -> [[String]] {
      names.map { TextWidth.lines(of: $0, within: limit, size: size) }
    }
    var limit = max(60, min(longest, 160))
    while limit < 2000, cut(limit).contains(where: { $0.count > most }) { limit += 20 }
    labels = cut(limit)
    style = SVGDrawing.Style(size: size, anchor: anchor)
  }

  /// How high the longest is.
  var height: Double {
    labels.joined().map { TextWidth.of($0, size: SVGDrawing.smallest) }.max() ?? 0
  }

  /// Draws the name at `place` about a column's middle.
  func draw(_ place: Int, middle: Double, y: Double, in drawing: inout SVGDrawing) {
    let lines = labels[place]
    let first = middle - Double(lines.count - 1) * Self.leading / 2 + 2.4
    for (index, line) in lines.enumerated() {
      drawing.upwardText(line, x: first + Double(index) * Self.leading, y: y, style)
    }
  }
}
