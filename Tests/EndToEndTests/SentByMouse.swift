/// What a terminal sends for the mouse; columns and rows count from 0.
enum Sent {
  /// What a terminal adds to a button where Ctrl is held.
  static let ctrl = 16

  static func press(_ place: (column: Int, row: Int), _ button: Int = 0) -> String {
    "\u{1B}[<\(button);\(place.column + 1);\(place.row + 1)M"
  }

  static func move(_ place: (column: Int, row: Int), _ button: Int = 0) -> String {
    press(place, 32 + button)
  }

  static func release(_ place: (column: Int, row: Int), _ button: Int = 0) -> String {
    "\u{1B}[<\(button);\(place.column + 1);\(place.row + 1)m"
  }

  static func click(_ place: (column: Int, row: Int), _ button: Int = 0) -> String {
    press(place, button) + release(place, button)
  }
}

extension DeskScreen {
  /// Where words begin that stand on one row; of several rows on the first.
  func place(of words: String) -> (column: Int, row: Int)? {
    for (row, text) in rows.enumerated() {
      guard let range = text.range(of: words) else { continue }
      return (text.distance(from: text.startIndex, to: range.lowerBound), row)
    }
    return nil
  }
}
