import ScreenCells

/// The rows of a pane as they were drawn last, so that of the next screen only those are drawn that
/// show something else.
///
/// A key changes two rows of thirty. A processor that has slept until it came has nothing at hand
/// of what the other twenty-eight are made of, and reading all that takes longer than anything else
/// between a key and its frame.
///
/// A row is of what it alone shows, and all rows of what is common to them. What a row is drawn from
/// and neither says would go on being shown as it was.
struct DrawnRows<Common: Equatable, Row: Equatable> {
  /// A row and where it stands.
  struct Place: Equatable {
    let row: Row
    let rect: Rect
  }

  private var pane: Rect?
  private var common: Common?
  private var places: [Place] = []
  /// Where each left the cursor of the terminal.
  private var cursors: [Point?] = []

  /// Draws those of the places on `pane` that were not drawn there as they are.
  ///
  /// - Parameters:
  ///   - places: The rows from the top; none overlaps another.
  ///   - pane: Where they all stand, and nothing else.
  ///   - common: What else they all are drawn from.
  ///   - frame: What is drawn on, with the pane as the last call left it.
  ///   - draw: Draws one on blank ground, within its rectangle.
  mutating func draw(
    _ places: [Place], in pane: Rect, from common: Common, on frame: inout Frame,
    _ draw: (Place, inout Frame) -> Void
  ) {
    let isKnown =
      self.pane == pane && self.common == common && self.places.count == places.count
      && zip(self.places, places).allSatisfy { $0.rect == $1.rect }
    if !isKnown {
      frame.fill(pane, style: .text)
      (self.pane, self.common, cursors) = (pane, common, places.map { _ in nil })
    }
    for (index, place) in places.enumerated() {
      let cursor = frame.cursor
      if !isKnown || self.places[index].row != place.row {
        if isKnown { frame.fill(place.rect, style: .text) }
        frame.cursor = nil
        draw(place, &frame)
        cursors[index] = frame.cursor
      }
      frame.cursor = cursors[index] ?? cursor
    }
    self.places = places
  }
}
