/// Turns roles into looks: one theme at one number of colours.
package struct Palette: Sendable {
  package enum Theme: String, Sendable, CaseIterable {
    /// The terminal's own sixteen colours on its own background.
    case auto
    case dark
    case light
    case highContrast = "high-contrast"
    /// No colours: bold, italic, underline, reverse.
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

  package init(theme: Theme, level: Level) {
    self.theme = theme
    self.level = level
  }

  package func appearance(of style: Style) -> Appearance {
    Appearance()
  }
}
