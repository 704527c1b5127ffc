/// The colours of one theme, by their numbers among the 256.
///
/// ``paint(_:on:)`` never lets a word fall below the theme's contrast: a grey is moved along the
/// ramp until it is legible on its ground, any other colour gives way to that of strong text.
struct ThemeColours: Sendable {
  /// The least contrast of anything that must be read.
  var minimum = 4.5
  var base: UInt8
  var bar: UInt8
  var focusLine: UInt8
  var focusRow: UInt8
  var selection: UInt8
  var text: UInt8
  var strong: UInt8
  var dim: UInt8
  var accent: UInt8
  var quotation: UInt8
  var match: UInt8
  var warning: UInt8
  var error: UInt8
  var rule: UInt8
  var hues: [UInt8]

  func paint(_ style: Style, on look: inout Appearance) {
    let ground = colour(of: style.ground)
    let ink = colour(of: style.role)
    look.background = .index(ground)
    look.foreground = .index(style.role == .rule ? ink : legible(ink, on: ground))
  }

  private func colour(of ground: Background) -> UInt8 {
    switch ground {
    case .none: base
    case .bar: bar
    case .focusLine: focusLine
    case .focusRow: focusRow
    case .selection: selection
    }
  }

  private func colour(of role: StyleRole) -> UInt8 {
    switch role {
    case .text, .bar, .mark: text
    case .dim, .faint, .barDim: dim
    case .heading, .barStrong, .focusLine, .focusRow, .selection, .key, .field: strong
    case .accent: accent
    case .quotation: quotation
    case .match: match
    case .warning: warning
    case .error: error
    case .rule: rule
    case .hue(let hue): hues[hue & 7]
    }
  }

  private func legible(_ ink: UInt8, on ground: UInt8) -> UInt8 {
    let greys: ClosedRange<UInt8> = 232...255
    let candidates: [UInt8] =
      if !greys.contains(ink) { [ink] } else if isLight(ground) {
        Array((greys.lowerBound...ink).reversed())
      } else { Array(ink...greys.upperBound) }
    return (candidates + [strong, 16, 231]).first { contrast($0, ground) >= minimum } ?? strong
  }

  private func isLight(_ index: UInt8) -> Bool {
    contrast(index, 16) > contrast(index, 231)
  }

  private func contrast(_ one: UInt8, _ other: UInt8) -> Double {
    guard let first = Colour.index(one).rgb, let second = Colour.index(other).rgb else { return 0 }
    return first.contrast(with: second)
  }
}

/// The three themes. The hues can be told apart with any of the common kinds of colour blindness,
/// by lightness where not by hue.
extension ThemeColours {
  static let dark = ThemeColours(
    base: 234, bar: 235, focusLine: 236, focusRow: 238, selection: 24,
    text: 252, strong: 231, dim: 245, accent: 117, quotation: 187, match: 222,
    warning: 215, error: 210, rule: 239, hues: [173, 73, 176, 185, 75, 108, 210, 250])

  static let light = ThemeColours(
    base: 231, bar: 254, focusLine: 255, focusRow: 252, selection: 153,
    text: 235, strong: 16, dim: 242, accent: 24, quotation: 58, match: 90,
    warning: 94, error: 124, rule: 250, hues: [130, 23, 91, 58, 26, 28, 161, 240])

  static let highContrast = ThemeColours(
    minimum: 7,
    base: 16, bar: 231, focusLine: 18, focusRow: 231, selection: 226,
    text: 231, strong: 231, dim: 250, accent: 226, quotation: 229, match: 51,
    warning: 214, error: 217, rule: 231, hues: [214, 51, 213, 226, 117, 120, 217, 231])
}
