/// A colour that a terminal can be asked for by number.
package enum Colour: Hashable, Sendable {
  /// The terminal's own text colour or background.
  case terminal
  /// 0–15 are the terminal's own palette, 16–231 a cube of 6×6×6, 232–255 greys.
  case index(UInt8)
}

extension Colour {
  /// The colour's light; `nil` where the terminal's owner decides: below 16 and ``terminal``.
  package var rgb: RGB? {
    guard case .index(let index) = self, index >= 16 else { return nil }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return RGB(grey, grey, grey)
    }
    let steps: [UInt8] = [0, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
    let place = Int(index - 16)
    return RGB(steps[place / 36], steps[place / 6 % 6], steps[place % 6])
  }
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
