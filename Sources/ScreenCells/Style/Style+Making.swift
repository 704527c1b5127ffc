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
