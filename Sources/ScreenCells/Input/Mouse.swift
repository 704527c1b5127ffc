/// One report of the mouse.
package struct Mouse: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press
    /// Motion with a button held.
    case drag
    case release
    case wheelUp
    case wheelDown
  }

  package enum Button: Hashable, Sendable {
    case left
    case middle
    case right
  }

  package var kind: Kind
  /// The button; ``Button/left`` where a terminal does not say, and for the wheel.
  package var button: Button
  /// The cell, counted from 0.
  package var point: Point
  package var shift: Bool
  package var alt: Bool
  package var ctrl: Bool

  package init(
    _ kind: Kind, _ button: Button = .left, at point: Point,
    shift: Bool = false, alt: Bool = false, ctrl: Bool = false
  ) {
    self.kind = kind
    self.button = button
    self.point = point
    self.shift = shift
    self.alt = alt
    self.ctrl = ctrl
  }
}
