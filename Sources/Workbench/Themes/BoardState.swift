import Synthesis

/// What the desks of themes and of the matrix stand on: the facts of boards, which lines bear which
/// codes, and the board that follows from them.
///
/// Read when one of these desks is first opened; after that news is taken and nothing read again.
package struct BoardState: Sendable {
  /// What may be seen of themes; `nil` before it was read.
  package private(set) var facts: BoardFacts? { didSet { edition = Edition() } }
  /// Which lines bear which codes; `nil` before they were read.
  package private(set) var coded: CodedLines?
  /// The arrangement on screen; `nil` is the shared one.
  package private(set) var arrangement: EntityID? { didSet { edition = Edition() } }
  /// The board on screen; `nil` before the facts were read.
  package private(set) var board: ThemeBoard? { didSet { edition = Edition() } }
  /// For each theme on the board its distinct lines and studies; empty before they were read.
  package private(set) var counts: [EntityID: Count] = [:] { didSet { edition = Edition() } }
  /// The edition of all these but of which lines bear which codes.
  private(set) var edition = Edition()

  /// Whether the draft that was on screen is gone, until somebody has said so.
  var hasLostDraft = false

  /// What a theme holds.
  package struct Count: Hashable, Sendable {
    package let lines: Int
    package let studies: Int
  }

  /// Takes the facts.
  mutating func take(_ facts: BoardFacts, bank: Bank) {
    self.facts = facts
    rebuild(bank)
  }

  /// Takes another bank.
  mutating func take(_ bank: Bank) { rebuild(bank) }

  /// Takes which lines bear which codes: all of them anew, or where some codes stand on others.
  mutating func take(_ coded: CodedLines, changed: Set<EntityID>?) {
    self.coded = coded
    let themes = changed.map { codes in Set(codes.flatMap { board?.ancestors(of: $0) ?? [] }) }
    counts = themes.map { themes in counts.filter { !themes.contains($0.key) } } ?? [:]
    recount(after: board)
  }

  /// Takes what changed: of codes only which there are, for a board has neither names nor lines.
  mutating func take(_ news: News, bank: Bank, codesAreOthers: Bool) {
    guard facts != nil, !news.board.isEmpty || codesAreOthers else { return }
    let moves = facts?.take(news.board)
    guard !codesAreOthers, let moves, let facts, let changed = board?.take(moves, facts) else {
      return rebuild(bank)
    }
    counts = counts.filter { !changed.contains($0.key) }
    recount(after: board)
  }

  /// Shows another arrangement.
  mutating func show(_ arrangement: EntityID?, bank: Bank) {
    self.arrangement = arrangement
    rebuild(bank)
  }

  private mutating func rebuild(_ bank: Bank) {
    guard let facts else { return }
    if let own = arrangement, facts.arrangements[own] == nil {
      arrangement = nil
      hasLostDraft = true
    }
    let before = board
    board = ThemeBoard(facts, arrangement: arrangement, codes: bank.codes.keys)
    recount(after: before)
  }

  /// Counts the themes whose codes are others than before, or all.
  private mutating func recount(after before: ThemeBoard?) {
    guard let board, let coded else { return }
    let old = counts
    counts = board.themesInOrder.reduce(into: [:]) { counts, theme in
      let codes = board.codes(under: theme)
      if let known = old[theme], before?.codes(under: theme) == codes {
        counts[theme] = known
      } else {
        let count = coded.figures(of: codes)
        counts[theme] = Count(lines: count.lines, studies: count.studies)
      }
    }
  }
}
