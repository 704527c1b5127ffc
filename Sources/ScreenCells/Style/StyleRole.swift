/// What a piece of the screen *is*.
///
/// A ``Palette`` decides how each role looks, so that no view names a colour and golden screens do
/// not change with a theme.
package enum StyleRole: Hashable, Sendable {
  /// Text to be read.
  case text
  /// Outside the count: set aside, ineligible, not placed. Still readable.
  case dim
  /// Line numbers, units, what stands beside the text.
  case faint
  case heading
  /// The top and the bottom line.
  case bar
  case barDim
  case barStrong
  /// Me: my cursor, my field, what I carry.
  case accent
  /// Text on the line in focus; the line itself is ``Background/focusLine``.
  case focusLine
  /// Text of the row in focus of a list.
  case focusRow
  /// A participant's words.
  case quotation
  /// Selected text.
  case selection
  /// The letters that a filter or a search found.
  case match
  /// A code's mark, of no theme yet.
  case mark
  /// A code's mark in the hue of its theme, 0 to 7; other numbers wrap around.
  case hue(Int)
  /// Lines that separate. Not text: may be fainter than text.
  case rule
  /// A key's name in the footer and in help.
  case key
  case warning
  case error
  /// What is being typed.
  case field
}

extension StyleRole {
  /// Every role once, with all eight hues.
  package static let all: [StyleRole] =
    [
      .text, .dim, .faint, .heading, .bar, .barDim, .barStrong, .accent, .focusLine, .focusRow,
      .quotation, .selection, .match, .mark, .rule, .key, .warning, .error, .field,
    ] + (0..<8).map(StyleRole.hue)

  /// The name that golden screens show.
  package var name: String {
    if case .hue(let hue) = self { return "hue\(hue)" }
    return "\(self)"
  }
}
