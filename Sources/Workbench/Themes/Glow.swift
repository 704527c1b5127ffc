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

  /// Marks what an act of another's changed on the board.
  mutating func note(_ item: HistoryItem, by initials: String) {
    for change in item.action.changes {
      switch change.kind {
      case Placement.kind:
        if let child = change.fields["child"]?.entity { glow[child] = Glow(initials: initials) }
      case Theme.kind: glow[change.entity] = Glow(initials: initials)
      default: break
      }
    }
  }
}
