/// Visits what is drawn for a text, one character with its accents after the other.
///
/// - Parameters:
///   - text: Any text; it is made harmless as by ``displayable(_:)``.
///   - body: Gets a glyph and its columns, 1 or 2; gives `false` to stop.
func forEachGlyph(of text: String, _ body: (_ glyph: Glyph, _ columns: Int) -> Bool) {
  var pen = Pen()
  var open = (glyph: Glyph(), columns: 0)
  for scalar in text.unicodeScalars {
    let stroke = pen.draw(scalar)
    if case .itself(0) = stroke {
      open.glyph.add(scalar)
      continue
    }
    var goesOn = true
    stroke.forEachGlyph(of: scalar) { glyph, columns in
      if goesOn, !open.glyph.isEmpty { goesOn = body(open.glyph, open.columns) }
      open = (glyph, columns)
    }
    guard goesOn else { return }
  }
  if !open.glyph.isEmpty { _ = body(open.glyph, open.columns) }
}

extension Pen.Stroke {
  /// Visits the glyphs that the stroke begins.
  fileprivate func forEachGlyph(of scalar: Unicode.Scalar, _ body: (Glyph, Int) -> Void) {
    switch self {
    case .itself(let columns): body(Glyph(scalar), columns)
    case .mark(let mark): body(Glyph(mark), 1)
    case .nothing: break
    case .onCircle, .spaces, .number:
      var text = String.UnicodeScalarView()
      write(scalar, to: &text)
      if self == .onCircle { return body(Glyph(String(text)), 1) }
      for scalar in text { body(Glyph(scalar), 1) }
    }
  }
}
