/// A picture for print, in points: black ink and tints, which stay apart in grey.
///
/// A picture is as wide as the text of an A4 page (180 mm) and as high as it needs. Texts from
/// outside stand in it as text only, never in an attribute.
struct SVGDrawing {
  /// The width of every picture: 180 mm.
  static let width = 510.0
  /// The smallest size of a text that is still read in print.
  static let smallest = 7.0

  /// On which side of its place a text stands.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// How a text looks.
  struct Style {
    var size = 7.5
    var ink = Ink.black
    var isBold = false
    var isItalic = false
    var anchor = Anchor.start
  }

  private let title: String
  private let description: String
  private var elements = ""

  /// Makes an empty picture.
  ///
  /// - Parameters:
  ///   - title: What it is, for those who do not see it.
  ///   - description: What it shows.
  init(title: String, description: String) {
    self.title = title
    self.description = description
  }

  /// The picture as a file.
  func svg(height: Double) -> String {
    let millimetres = fixed(height * 180 / Self.width)
    let (width, tall) = (fixed(Self.width), fixed(height))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="180mm" height="\(millimetres)mm" \
      viewBox="0 0 \(width) \(tall)" role="img" aria-labelledby="title desc" \
      font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">
      <title id="title">\(escaped(title))</title>
      <desc id="desc">\(escaped(description))</desc>
      <rect width="\(width)" height="\(tall)" fill="\(Ink.white)"/>
      \(elements)</svg>

      """
  }

  /// Draws a text whose baseline begins at a place.
  mutating func text(_ text: String, x: Double, y: Double, _ style: Style) {
    add("<text x=\"\(fixed(x))\" y=\"\(fixed(y))\"\(attributes(style))>\(escaped(text))</text>")
  }

  /// Draws a text that is read from below.
  mutating func upwardText(_ text: String, x: Double, y: Double, _ style: Style) {
    let turn = "translate(\(fixed(x)) \(fixed(y))) rotate(-90)"
    add("<text transform=\"\(turn)\"\(attributes(style))>\(escaped(text))</text>")
  }

  /// Draws a box.
  mutating func box(
    x: Double, y: Double, width: Double, height: Double, fill: String = Ink.white,
    line: String? = nil, thickness: Double = 0.5, corner: Double = 0, isDashed: Bool = false
  ) {
    var box = "<rect x=\"\(fixed(x))\" y=\"\(fixed(y))\" width=\"\(fixed(width))\""
    box += " height=\"\(fixed(height))\" fill=\"\(fill)\""
    if corner > 0 { box += " rx=\"\(fixed(corner))\"" }
    if let line { box += " stroke=\"\(line)\" stroke-width=\"\(fixed(thickness))\"" }
    if isDashed { box += " stroke-dasharray=\"2.5 1.5\"" }
    add(box + "/>")
  }

  /// Draws a line through places.
  mutating func path(
    _ places: [(x: Double, y: Double)], ink: String = Ink.line, thickness: Double = 0.7,
    isDashed: Bool = false
  ) {
    let dash = isDashed ? " stroke-dasharray=\"3 2\"" : ""
    add(
      "<polyline points=\"\(points(places))\" fill=\"none\" stroke=\"\(ink)\""
        + " stroke-width=\"\(fixed(thickness))\" stroke-linejoin=\"round\"\(dash)/>")
  }

  /// Draws a filled area.
  mutating func area(_ places: [(x: Double, y: Double)], fill: String) {
    add("<polygon points=\"\(points(places))\" fill=\"\(fill)\"/>")
  }

  /// Draws a dot.
  mutating func dot(x: Double, y: Double, radius: Double, fill: String = Ink.black) {
    add(
      "<circle cx=\"\(fixed(x))\" cy=\"\(fixed(y))\" r=\"\(fixed(radius))\" fill=\"\(fill)\"/>")
  }

  private mutating func add(_ element: String) { elements += element + "\n" }

  private func points(_ places: [(x: Double, y: Double)]) -> String {
    places.map { "\(fixed($0.x)),\(fixed($0.y))" }.joined(separator: " ")
  }

  private func attributes(_ style: Style) -> String {
    var attributes = " font-size=\"\(fixed(style.size))\" fill=\"\(style.ink)\""
    if style.isBold { attributes += " font-weight=\"bold\"" }
    if style.isItalic { attributes += " font-style=\"italic\"" }
    if style.anchor != .start { attributes += " text-anchor=\"\(style.anchor.rawValue)\"" }
    return attributes
  }

  private func fixed(_ number: Double) -> String {
    guard var text = fixedPoint(number, places: 2) else { return "0" }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  private func escaped(_ text: String) -> String { HTMLText().escapeText(text) }
}

extension SVGDrawing {
  /// Draws lines of text below each other.
  ///
  /// - Returns: The baseline that a further line would have.
  @discardableResult
  mutating func lines(
    _ lines: [String], x: Double, y: Double, leading: Double, _ style: Style
  ) -> Double {
    for (index, line) in lines.enumerated() {
      text(line, x: x, y: y + Double(index) * leading, style)
    }
    return y + Double(lines.count) * leading
  }
}

/// The inks of pictures: tints of one, which differ in lightness and so in grey.
enum Ink {
  static let white = "#ffffff"
  static let black = "#111820"
  /// Words that are read second: 7 : 1 on white.
  static let soft = "#4a5561"
  /// Lines that join.
  static let line = "#7d8a97"
  /// Lines that part.
  static let hair = "#b9c2cb"
  /// What is filled.
  static let dark = "#22384f"
  /// What is tinted.
  static let pale = "#e6ebf0"
}
