/// The ground that a cell stands on, apart from what the cell says: dim text on the line in
/// focus stays dim.
package enum Background: UInt8, Hashable, Sendable, CaseIterable {
  /// Whatever belongs to the role.
  case none
  case focusLine
  case focusRow
  case bar
  case selection
}

/// How one cell is drawn: a role, marks that are added to it, and a ground.
///
/// Kept in three bytes, because a screen has thousands of them and each is compared with the one
/// that is shown.
package struct Style: Hashable, Sendable {
  private struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let bold = Marks(rawValue: 1)
    static let italic = Marks(rawValue: 2)
    static let underline = Marks(rawValue: 4)
    static let reverse = Marks(rawValue: 8)
  }

  private var code: UInt8
  private var marks: Marks = []
  package var background: Background

  package init(
    _ role: StyleRole, bold: Bool = false, italic: Bool = false, underline: Bool = false,
    reverse: Bool = false, on background: Background = .none
  ) {
    code = role.code
    self.background = background
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.reverse = reverse
  }

  package var role: StyleRole {
    get { StyleRole(code: code) }
    set { code = newValue.code }
  }

  package var bold: Bool {
    get { marks.contains(.bold) }
    set { set(.bold, newValue) }
  }

  package var italic: Bool {
    get { marks.contains(.italic) }
    set { set(.italic, newValue) }
  }

  package var underline: Bool {
    get { marks.contains(.underline) }
    set { set(.underline, newValue) }
  }

  package var reverse: Bool {
    get { marks.contains(.reverse) }
    set { set(.reverse, newValue) }
  }

  private mutating func set(_ mark: Marks, _ isOn: Bool) {
    if isOn { marks.insert(mark) } else { marks.remove(mark) }
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
