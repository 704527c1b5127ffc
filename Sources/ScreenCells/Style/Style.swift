/// The ground that a cell stands on, apart from what the cell says: dim text on the line in
/// focus stays dim.
package enum Background: Hashable, Sendable, CaseIterable {
  /// Whatever belongs to the role.
  case none
  case focusLine
  case focusRow
  case bar
  case selection
}

/// How one cell is drawn: a role, marks that are added to it, and a ground.
package struct Style: Hashable, Sendable {
  package var role: StyleRole
  package var bold: Bool
  package var italic: Bool
  package var underline: Bool
  package var reverse: Bool
  package var background: Background

  package init(
    _ role: StyleRole, bold: Bool = false, italic: Bool = false, underline: Bool = false,
    reverse: Bool = false, on background: Background = .none
  ) {
    self.role = role
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.reverse = reverse
    self.background = background
  }

  /// The ground that is drawn: the given one, else the one that belongs to the role.
  package var ground: Background {
    guard background == .none else { return background }
    switch role {
    case .bar, .barDim, .barStrong: return .bar
    case .focusLine: return .focusLine
    case .focusRow: return .focusRow
    case .selection: return .selection
    default: return .none
    }
  }
}

/// Small changes to a style, each giving a new one.
extension Style {
  /// The style on another ground.
  package func on(_ background: Background) -> Style {
    var copy = self
    copy.background = background
    return copy
  }

  package var bolded: Style {
    var copy = self
    copy.bold = true
    return copy
  }

  package var italicised: Style {
    var copy = self
    copy.italic = true
    return copy
  }

  package var underlined: Style {
    var copy = self
    copy.underline = true
    return copy
  }

  package var reversed: Style {
    var copy = self
    copy.reverse = true
    return copy
  }
}

/// The plain style of each role.
extension Style {
  package static let text = Style(.text)
  package static let dim = Style(.dim)
  package static let faint = Style(.faint)
  package static let heading = Style(.heading)
  package static let bar = Style(.bar)
  package static let barDim = Style(.barDim)
  package static let barStrong = Style(.barStrong)
  package static let accent = Style(.accent)
  package static let focusLine = Style(.focusLine)
  package static let focusRow = Style(.focusRow)
  package static let quotation = Style(.quotation)
  package static let selection = Style(.selection)
  package static let match = Style(.match)
  package static let mark = Style(.mark)
  package static let rule = Style(.rule)
  package static let key = Style(.key)
  package static let warning = Style(.warning)
  package static let error = Style(.error)
  package static let field = Style(.field)

  /// The mark of a code whose theme has this hue, 0 to 7.
  package static func hue(_ number: Int) -> Style {
    Style(.hue(number))
  }
}
