/// One place of the screen's grid.
package struct Cell: Hashable, Sendable {
  /// What is drawn from here on: one character with its accents.
  ///
  /// Empty in the second half of a wide character.
  package var text: String
  /// Columns that ``text`` takes: 1, or 2; 0 for the second half of a wide character.
  package var width: Int
  package var style: Style

  package init(text: String, width: Int, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }

  /// An empty cell.
  package static let blank = Cell(text: " ", width: 1, style: .text)

  /// The second half of a wide character.
  static func continuation(_ style: Style) -> Cell {
    Cell(text: "", width: 0, style: style)
  }
}
