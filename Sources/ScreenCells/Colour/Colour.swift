/// A colour that a terminal can be asked for by number.
package enum Colour: Hashable, Sendable {
  /// The terminal's own text colour or background.
  case terminal
  /// 0–15 are the terminal's own palette, 16–231 a cube of 6×6×6, 232–255 greys.
  case index(UInt8)
}

/// How a cell is to look, in terms that a terminal understands.
package struct Appearance: Hashable, Sendable {
  package var foreground = Colour.terminal
  package var background = Colour.terminal
  package var bold = false
  package var italic = false
  package var underline = false
  package var reverse = false
  /// Fainter than the text beside it.
  package var dim = false
}
