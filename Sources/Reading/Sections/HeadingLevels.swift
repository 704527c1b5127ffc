/// Gives each heading its depth.
///
/// Markdown says it. In a plain text the headings that every reader knows (“Methods”, “Findings”)
/// stand on level 2, below the title; numbers and capitals are on that level only where those
/// headings carry them too, else they are below like any short line; run-in headings are deepest.
struct HeadingLevels {
  private let knownAreNumbered: Bool
  private let knownAreCapitals: Bool
  private let deepest: Int

  /// Looks at all headings of a text: their words and styles; `nil` stands for a run-in heading.
  init(_ headings: [(words: String, style: HeadingStyle?)]) {
    let known = headings.filter { Self.isMajor($0.words) }
    knownAreNumbered = known.contains { if case .numbered? = $0.style { true } else { false } }
    knownAreCapitals = known.contains { $0.style == .capitals }
    deepest = headings.reduce(3) { deepest, heading in
      if case .explicit(let level)? = heading.style { return max(deepest, level) }
      return deepest
    }
  }

  /// The depth of a heading, from 1.
  func level(of words: String, _ style: HeadingStyle?) -> Int {
    switch style {
    case .explicit(let level): level
    case .title: Self.isMajor(words) ? 2 : 1
    case .known: known(words)
    case .numbered(let depth): depth + (knownAreNumbered ? 1 : 2)
    case .capitals: knownAreCapitals || Self.isMajor(words) ? 2 : 3
    case .short: Self.isMajor(words) ? known(words) : 3
    case nil: deepest + 1
    }
  }

  /// Below “FINDINGS”, “Findings of the synthesis” in small letters is a part.
  private func known(_ words: String) -> Int {
    let isResults = SectionName(words) == .results || SectionName(words) == .perhapsResults
    return knownAreCapitals && isResults ? 3 : 2
  }

  private static func isMajor(_ words: String) -> Bool {
    SectionName(words).map { $0 != .aside } ?? false
  }
}
