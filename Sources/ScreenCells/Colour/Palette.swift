/// Turns roles into looks: one theme at one number of colours.
///
/// Colour is never the only sign, so that ``Theme/mono`` loses nothing: roles that matter are also
/// bold, underlined, italic or reversed, and views add marks.
package struct Palette: Hashable, Sendable {
  package enum Theme: String, Sendable, CaseIterable {
    /// The terminal's own sixteen colours on its own background.
    case auto
    case dark
    case light
    case highContrast = "high-contrast"
    /// No colours at all.
    case mono
  }

  /// How many colours the terminal can show.
  package enum Level: Int, Sendable, CaseIterable, Comparable {
    case none = 0
    case eight = 8
    case sixteen = 16
    case many = 256

    package static func < (one: Level, other: Level) -> Bool {
      one.rawValue < other.rawValue
    }
  }

  package let theme: Theme
  package let level: Level
  /// Whether the terminal's own background is light.
  ///
  /// Matters to ``Theme/auto`` alone.
  package let isLight: Bool

  package init(theme: Theme, level: Level, isLight: Bool = false) {
    self.theme = theme
    self.level = level
    self.isLight = isLight
  }

  /// How a cell of this style looks.
  package func appearance(of style: Style) -> Appearance {
    var look = Self.signs(of: style)
    if let colours = themeColours {
      colours.paint(style, on: &look)
    } else {
      paintOwnColours(style, on: &look)
    }
    return look
  }

  /// The fixed colours of the theme; `nil` where the terminal's own are used, because the theme
  /// says so or the terminal has no others.
  private var themeColours: ThemeColours? {
    guard level == .many else { return nil }
    switch theme {
    case .dark: return .dark
    case .light: return .light
    case .highContrast: return .highContrast
    case .auto, .mono: return nil
    }
  }

  /// What says the role without any colour, and what the style asks for itself.
  private static func signs(of style: Style) -> Appearance {
    var look = Appearance()
    look.bold = style.bold
    look.italic = style.italic
    look.underline = style.underline
    look.reverse = style.reverse
    switch style.role {
    case .heading, .barStrong, .key, .accent, .warning, .error, .field: look.bold = true
    case .quotation: look.italic = true
    case .match: look.underline = true
    default: break
    }
    return look
  }
}
