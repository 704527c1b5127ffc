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
  private static let plain: [StyleRole] = [
    .text, .dim, .faint, .heading, .bar, .barDim, .barStrong, .accent, .focusLine, .focusRow,
    .quotation, .selection, .match, .mark, .rule, .key, .warning, .error, .field,
  ]

  /// Every role once, with all eight hues.
  package static let all: [StyleRole] = plain + (0..<8).map(StyleRole.hue)

  /// The role's place in ``all``.
  var code: UInt8 {
    switch self {
    case .text: 0
    case .dim: 1
    case .faint: 2
    case .heading: 3
    case .bar: 4
    case .barDim: 5
    case .barStrong: 6
    case .accent: 7
    case .focusLine: 8
    case .focusRow: 9
    case .quotation: 10
    case .selection: 11
    case .match: 12
    case .mark: 13
    case .rule: 14
    case .key: 15
    case .warning: 16
    case .error: 17
    case .field: 18
    case .hue(let hue): 19 + UInt8(hue & 7)
    }
  }

  init(code: UInt8) {
    self = Self.all[Int(code)]
  }

  /// The name that golden screens show.
  package var name: String {
    if case .hue(let hue) = self { return "hue\(hue & 7)" }
    return "\(self)"
  }
}
