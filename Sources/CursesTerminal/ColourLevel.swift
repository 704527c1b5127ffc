import ScreenCells

/// How many colours to use, by what was asked for, what the terminal has, and `NO_COLOR`.
enum ColourLevel {
  static func choose(_ asked: Palette.Level?, available: Int) -> Palette.Level {
    let most = Palette.Level.allCases.last { $0.rawValue <= available } ?? .none
    if let asked { return min(asked, most) }
    return Environment.value("NO_COLOR") == nil ? most : .none
  }

  /// Whether the terminal says that its background is light.
  ///
  /// Most say nothing and are dark.
  static var isGroundLight: Bool {
    guard let colours = Environment.value("COLORFGBG") else { return false }
    return ["7", "15"].contains(colours.split(separator: ";").last)
  }
}
