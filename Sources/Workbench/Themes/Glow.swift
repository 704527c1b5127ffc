import Synthesis

/// That somebody else has just changed something of the board.
package struct Glow: Hashable, Sendable {
  /// Who.
  let initials: String
  /// When it is to settle; `nil` until the first tick after it.
  var until: Int?
}

extension ThemesDesk {
  /// How long a change of a partner's is marked, in milliseconds.
  static let glowing = 2000

  /// Lets what has been marked long enough settle.
  mutating func settleGlow(at time: Int) {
    for (id, own) in glow {
      guard let until = own.until else {
        glow[id]?.until = time + Self.glowing
        continue
      }
      if time >= until { glow[id] = nil }
    }
  }

  /// Marks what an act of another's changed on the board: what it moved, and its themes.
  mutating func note(_ item: HistoryItem, _ moved: Set<EntityID>, by initials: String) {
    for thing in moved { glow[thing] = Glow(initials: initials) }
    for change in item.action.changes where change.kind == Theme.kind {
      glow[change.entity] = Glow(initials: initials)
    }
  }
}

extension BoardState {
  /// The placements that news are about, as they stand before it.
  func placements(changedBy news: News) -> [EntityID: Placement] {
    let changes = news.items.flatMap(\.action.changes).filter { $0.kind == Placement.kind }
    return changes.reduce(into: [:]) { $0[$1.entity] = facts?.placements[$1.entity] }
  }

  /// The codes and themes that an act put somewhere or took from there; of placements that it
  /// ended or took up again only what stood there before and stands there now says which.
  func things(movedBy item: HistoryItem, before: [EntityID: Placement]) -> Set<EntityID> {
    let changes = item.action.changes.filter { $0.kind == Placement.kind }
    return Set(
      changes.compactMap { change in
        change.fields["child"]?.entity
          ?? (before[change.entity] ?? facts?.placements[change.entity])?.child
      })
  }
}

extension HistoryItem {
  /// The theme that the act made over something.
  var themeMadeOverThings: EntityID? {
    guard action.verb == .theme else { return nil }
    let made = action.changes.first { $0.kind == Theme.kind }?.entity
    return action.changes.contains { $0.fields["parent"]?.entity == made } ? made : nil
  }
}

extension Intent {
  /// The codes and themes that it puts somewhere on the board.
  var thingsPlaced: Set<EntityID> {
    switch self {
    case .place(let things, _): Set(things)
    case .makeTheme(let draft): Set(draft.members)
    case .leaveOut(let codes, _, _): Set(codes)
    default: []
    }
  }
}
