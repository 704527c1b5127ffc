/// One place of the screen's grid.
///
/// Nothing in it lives on the heap: a screen is compared with the one that is shown at every key.
package struct Cell: Hashable, Sendable {
  /// What is drawn from here on; nothing in the second half of a wide character.
  let glyph: Glyph
  private let columns: UInt8
  package var style: Style

  /// Makes a cell of the first character of a text, with its accents.
  package init(text: String, width: Int, style: Style) {
    self.init(Glyph(text), width: width, style: style)
  }

  init(_ glyph: Glyph, width: Int, style: Style) {
    self.glyph = glyph
    columns = UInt8(width)
    self.style = style
  }

  /// What is drawn from here on: one character with its accents.
  ///
  /// Empty in the second half of a wide character.
  package var text: String { glyph.text }

  /// Whether nothing is drawn there but the ground.
  package var isBlank: Bool { glyph.isSpace }

  /// Columns that ``text`` takes: 1, or 2; 0 for the second half of a wide character.
  package var width: Int { Int(columns) }

  /// Whether ``text`` has no character but one of ASCII.
  package var isASCII: Bool { glyph.isASCII }

  /// The Unicode scalars of ``text``: a character and its accents, 0 standing for none.
  package var scalars: (base: UInt32, accents: (UInt32, UInt32, UInt32)) { glyph.scalars }

  /// An empty cell.
  package static let blank = Cell(Glyph(" "), width: 1, style: .text)

  /// The second half of a wide character.
  static func continuation(_ style: Style) -> Cell {
    Cell(Glyph(), width: 0, style: style)
  }

  /// A space in the style of the cell.
  var blanked: Cell { Cell(Glyph(" "), width: 1, style: style) }
}
