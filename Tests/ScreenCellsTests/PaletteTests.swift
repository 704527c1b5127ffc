import ScreenCells
import Testing

@Suite struct PaletteTests {
  private static let styles = StyleRole.all.flatMap { role in
    Background.allCases.map { Style(role, on: $0) }
  }

  @Test(arguments: [(Palette.Theme.dark, 4.5), (.light, 4.5), (.highContrast, 7)])
  func everyWordCanBeReadOnEveryGround(theme: Palette.Theme, least: Double) throws {
    let palette = Palette(theme: theme, level: .many)
    for style in Self.styles where style.role != .rule {
      let look = palette.appearance(of: style)
      let (ink, ground) = (try #require(look.foreground.rgb), try #require(look.background.rgb))
      #expect(ink.contrast(with: ground) >= least, "\(style.role) on \(style.ground)")
    }
  }

  @Test func blackOnWhiteIsTheGreatestContrast() {
    let (black, white) = (RGB(0, 0, 0), RGB(255, 255, 255))
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(RGB(0x77, 0x77, 0x77).contrast(with: white) - 4.478) < 0.001)
    #expect(RGB(0x0A, 0xFF, 0x00).hex == "#0aff00")
  }

  @Test(arguments: Palette.Level.allCases)
  func noThemeAsksForColoursThatTheTerminalLacks(level: Palette.Level) {
    for theme in Palette.Theme.allCases {
      for isLight in [false, true] {
        let palette = Palette(theme: theme, level: level, isLight: isLight)
        for look in Self.styles.map(palette.appearance) {
          for case .index(let index) in [look.foreground, look.background] {
            #expect(Int(index) < level.rawValue)
          }
        }
      }
    }
  }

  @Test(arguments: [Palette.Theme.auto, .mono])
  func theTerminalsOwnGroundIsLeftAlone(theme: Palette.Theme) {
    let palette = Palette(theme: theme, level: .many)
    #expect(Self.styles.allSatisfy { palette.appearance(of: $0).background == .terminal })
    #expect(Self.styles.map(palette.appearance).allSatisfy { $0.foreground != .index(4) })
  }

  @Test(arguments: [
    StyleRole.bar, .focusRow, .selection, .match, .heading, .key, .accent, .error, .warning, .dim,
    .quotation,
  ])
  func withoutColourARoleIsStillSeen(role: StyleRole) {
    let palette = Palette(theme: .dark, level: .none)
    #expect(palette.appearance(of: Style(role)) != palette.appearance(of: .text))
  }
}
