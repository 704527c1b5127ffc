import ScreenCells

/// A look as it is written.
struct Ink {
  let blank: Curses.Letter
  /// Whether a blank looks like one in no style at all.
  let leavesBlanksPlain: Bool
}

/// The pairs of colours that the terminal was given so far.
struct Inks {
  private let palette: Palette
  private let largestPair: Int
  private let hasOwnGround: Bool
  private var pairs: [[Int]: Int] = [:]
  private var known: [Style: Ink] = [:]

  init(palette: Palette, pairs: Int, hasOwnGround: Bool) {
    self.palette = palette
    largestPair = pairs - 1
    self.hasOwnGround = hasOwnGround
  }

  /// What a style is written with.
  mutating func ink(of style: Style) -> Ink {
    if let ink = known[style] { return ink }
    let look = palette.appearance(of: style)
    let pair = pair(number(look.foreground, own: 7), number(look.background, own: 0))
    let ink = Ink(
      blank: Curses.blank(look, pair: pair),
      leavesBlanksPlain: !look.reverse && !look.underline && look.background == .terminal)
    known[style] = ink
    return ink
  }

  /// The number of a pair; 0, the terminal's own colours, if there is no room for another.
  private mutating func pair(_ foreground: Int, _ background: Int) -> Int {
    guard palette.level > .none, foreground != -1 || background != -1 else { return 0 }
    let colours = [foreground, background]
    if let pair = pairs[colours] { return pair }
    let next = pairs.count + 1
    guard next <= largestPair,
      Curses.define(pair: next, foreground: foreground, background: background)
    else { return 0 }
    pairs[colours] = next
    return next
  }

  private func number(_ colour: Colour, own: Int) -> Int {
    switch colour {
    case .terminal: hasOwnGround ? -1 : own
    case .index(let index): Int(index)
    }
  }
}
