/// Looks in the terminal's own colours, and without any.
///
/// What those colours are is the owner's choice, so that only few are used: none as a ground,
/// and no blue for words. Grounds are reversed, which reads as well as the text itself does.
extension Palette {
  func paintOwnColours(_ style: Style, on look: inout Appearance) {
    let isReversed = style.ground != .none && style.ground != .focusLine
    guard !isReversed else {
      look.reverse.toggle()
      return
    }
    look.dim = theme != .highContrast && Self.isFaint(style.role)
    if let index = ownColour(of: style.role) { look.foreground = .index(index) }
  }

  private static func isFaint(_ role: StyleRole) -> Bool {
    switch role {
    case .dim, .faint, .rule, .barDim: true
    default: false
    }
  }

  private func ownColour(of role: StyleRole) -> UInt8? {
    guard theme != .mono, level > .none else { return nil }
    let number: UInt8? =
      switch role {
      case .accent, .mark: isLight ? 5 : 6
      case .warning: isLight ? 5 : 3
      case .error: isLight ? 1 : 9
      case .hue(let hue): ownHues[hue & 7]
      default: nil
      }
    return level < .sixteen ? number.map { $0 & 7 } : number
  }

  private var ownHues: [UInt8] {
    isLight ? [1, 4, 5, 2, 6, 13, 12, 8] : [3, 6, 5, 2, 12, 9, 11, 7]
  }
}
