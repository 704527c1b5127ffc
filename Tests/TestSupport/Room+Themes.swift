import Synthesis

extension Room {
  /// The codes of these names.
  package func codes(_ names: String...) throws -> [EntityID] { try names.map(code) }

  /// Makes a theme over codes.
  @discardableResult
  package mutating func theme(
    _ name: String, _ level: Theme.Level = .descriptive, over codes: [String] = [],
    in arrangement: EntityID? = nil
  ) throws -> EntityID {
    let draft = ThemeDraft(
      level, named: name, at: Landing(under: nil, in: arrangement), over: try codes.map(code))
    let action = try act(ada, .makeTheme(draft))
    return action?.changes.first { $0.kind == Theme.kind }?.entity ?? review.id
  }

  /// A board, as everybody together sees it.
  package func board(_ arrangement: EntityID? = nil) throws -> ThemeBoard {
    ThemeBoard(
      try review.boardFacts(for: nil), arrangement: arrangement,
      codes: try review.unmergedCodes().map(\.id))
  }

  /// A board as a snapshot.
  package func snapshot(_ arrangement: EntityID? = nil) throws -> BoardSnapshot {
    BoardSnapshot(
      of: try board(arrangement),
      codes: Dictionary(
        uniqueKeysWithValues: try review.unmergedCodes().map { ($0.id, $0.name) }))
  }

  /// The themes of a board with the codes right under each: “1.1 T: a b”.
  package func outline(of arrangement: EntityID? = nil) throws -> [String] {
    let board = try board(arrangement)
    return try board.themesInOrder.map { id in
      let codes = try board.members(of: id).filter { !$0.isTheme }
        .map { try review.name(of: $0.id) }
      let title = "\(board.number(of: id) ?? "?") \(board.title(of: id))"
      return codes.isEmpty ? title : "\(title): \(codes.joined(separator: " "))"
    }
  }
}
