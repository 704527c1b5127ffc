/// The cells as a picture that any browser shows, for a README.
extension CellGrid {
  /// A standalone SVG 1.1 document.
  ///
  /// Each run of text is stretched to the columns it has, so that the picture is right whatever
  /// monospaced font the reader has.
  ///
  /// - Parameters:
  ///   - palette: The looks. Where it leaves a colour to the terminal, a dark one is drawn.
  ///   - cursor: Where a cursor is drawn; `nil` for none.
  ///   - title: What a title bar above the screen says; `nil` for none.
  /// - Returns: Well-formed XML, whatever text is on the grid.
  package func svg(palette: Palette, cursor: Point?, title: String?) -> String {
    SVGDrawing(grid: self, palette: palette, point: cursor, title: title).document
  }
}

/// Measures are pixels of the drawing.
private struct SVGDrawing {
  let grid: CellGrid
  let palette: Palette
  let point: Point?
  let title: String?

  private let cellWidth = 9
  private let cellHeight = 18
  private let margin = 12
  private var titleHeight: Int { title == nil ? 0 : 26 }
  private var width: Int { grid.size.columns * cellWidth + 2 * margin }
  private var height: Int { grid.size.rows * cellHeight + 2 * margin + titleHeight }

  var document: String {
    let ground = lights(of: .text).background.hex
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" \
      font-size="15">
      <rect width="\(width)" height="\(height)" rx="8" fill="\(ground)"/>
      \(titleBar)\(rows)\(cursor)</svg>

      """
  }

  private var titleBar: String {
    guard let title else { return "" }
    let ink = lights(of: .dim).foreground.hex
    let dots = (0..<3).map { "<circle cx=\"\(18 + 18 * $0)\" cy=\"17\" r=\"5\" fill=\"\(ink)\"/>" }
    return dots.joined() + """
      <text x="\(width / 2)" y="22" text-anchor="middle" font-size="13" fill="\(ink)">\
      \(escaped(displayable(title)))</text>

      """
  }

  private var rows: String {
    (0..<grid.size.rows).map { row in
      grid.runs(inRow: row).map { draw($0, row: row) }.joined()
    }.joined()
  }

  private func draw(_ run: (columns: Range<Int>, style: Style), row: Int) -> String {
    let (left, top) = corner(column: run.columns.lowerBound, row: row)
    let width = run.columns.count * cellWidth
    let look = lights(of: run.style)
    var drawing = ""
    if look.background != lights(of: .text).background {
      drawing += """
        <rect x="\(left)" y="\(top)" width="\(width)" height="\(cellHeight)" \
        fill="\(look.background.hex)"/>

        """
    }
    let text = grid.row(row)[
      row * grid.size.columns + run.columns.lowerBound..<row * grid.size.columns
        + run.columns.upperBound
    ].map(\.text).joined()
    guard text.contains(where: { $0 != " " }) else { return drawing }
    return drawing + """
      <text xml:space="preserve" x="\(left)" y="\(top + 14)" textLength="\(width)" \
      lengthAdjust="spacingAndGlyphs" fill="\(look.foreground.hex)"\(marks(of: run.style))>\
      \(escaped(text))</text>

      """
  }

  private func marks(of style: Style) -> String {
    let look = palette.appearance(of: style)
    return (look.bold ? " font-weight=\"bold\"" : "")
      + (look.italic ? " font-style=\"italic\"" : "")
      + (look.underline ? " text-decoration=\"underline\"" : "")
      + (look.dim ? " opacity=\"0.65\"" : "")
  }

  private var cursor: String {
    guard let point else { return "" }
    let (left, top) = corner(column: point.column, row: point.row)
    let ink = lights(of: .accent).foreground.hex
    return
      "<rect x=\"\(left)\" y=\"\(top)\" width=\"2\" height=\"\(cellHeight)\" fill=\"\(ink)\"/>\n"
  }

  private func corner(column: Int, row: Int) -> (left: Int, top: Int) {
    (margin + column * cellWidth, margin + titleHeight + row * cellHeight)
  }

  private func lights(of style: Style) -> (foreground: RGB, background: RGB) {
    let look = palette.appearance(of: style)
    let ink = look.foreground.light(else: RGB(0xD0, 0xD0, 0xD0))
    let ground = look.background.light(else: RGB(0x1C, 0x1C, 0x1C))
    return look.reverse ? (ground, ink) : (ink, ground)
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Colour {
  /// The colour's light, with a guess at the terminal's own sixteen.
  fileprivate func light(else own: RGB) -> RGB {
    guard case .index(let index) = self else { return own }
    if let rgb { return rgb }
    let guesses: [RGB] = [
      RGB(0x1C, 0x1C, 0x1C), RGB(0xD7, 0x5F, 0x5F), RGB(0x87, 0xAF, 0x5F), RGB(0xD7, 0xAF, 0x5F),
      RGB(0x5F, 0x87, 0xD7), RGB(0xAF, 0x87, 0xD7), RGB(0x5F, 0xAF, 0xAF), RGB(0xD0, 0xD0, 0xD0),
      RGB(0x76, 0x76, 0x76), RGB(0xFF, 0x87, 0x87), RGB(0xAF, 0xD7, 0x87), RGB(0xFF, 0xD7, 0x87),
      RGB(0x87, 0xAF, 0xFF), RGB(0xD7, 0xAF, 0xFF), RGB(0x87, 0xD7, 0xD7), RGB(0xFF, 0xFF, 0xFF),
    ]
    return guesses[Int(index)]
  }
}
