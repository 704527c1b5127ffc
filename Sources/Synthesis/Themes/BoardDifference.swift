/// What changed between two boards: of two rounds, of two arrangements, or of a round and today.
public struct BoardDifference: Hashable, Sendable {
  /// One change.
  public struct Change: Hashable, Sendable {
    /// What happened.
    public enum What: String, CaseIterable, Sendable {
      /// It stands elsewhere, or is placed now, or no longer.
      case moved
      /// It was not there before.
      case added
      /// It is no longer there.
      case removed
      /// It was merged into another.
      case merged
      /// It is called otherwise.
      case renamed
      /// It was left out of the themes.
      case leftOut = "left-out"
      /// It is left out no longer, and stands under no theme yet.
      case takenIn = "taken-in"
    }

    /// What happened.
    public let what: What
    /// The code or theme.
    public let id: EntityID
    /// Whether it is a theme.
    public let isTheme: Bool
    /// The name it has on the later board, else the one it had.
    public let name: String
    /// The names of the themes under which it stood; its earlier name where it was renamed.
    public let from: [String]
    /// The names of the themes under which it stands; its later name where it was renamed, the
    /// other's where it was merged.
    public let to: [String]
    /// Why, where somebody said.
    public let why: String
  }

  /// The changes: themes before codes, and by name.
  public let changes: [Change]

  /// Compares two boards.
  ///
  /// Order among siblings is no change.
  ///
  /// - Complexity: O(*n* log *n*) in the number of codes and places.
  public init(from old: BoardSnapshot, to new: BoardSnapshot) {
    let sides = Sides(old: old, new: new)
    let themes = Set(old.themes.keys).union(new.themes.keys)
    let codes = Set(old.codes.keys).union(new.codes.keys)
    changes =
      (themes.flatMap { sides.changes(of: $0, isTheme: true) }
      + codes.flatMap { sides.changes(of: $0, isTheme: false) })
      .sorted { left, right in
        if left.isTheme != right.isTheme { return left.isTheme }
        return (left.name, left.id, left.what.rawValue)
          < (right.name, right.id, right.what.rawValue)
      }
  }
}

private struct Sides {
  let old: BoardSnapshot
  let new: BoardSnapshot
  let oldParents: [EntityID: [EntityID?]]
  let newParents: [EntityID: [EntityID?]]
  let places: [EntityID: [BoardSnapshot.Place]]

  init(old: BoardSnapshot, new: BoardSnapshot) {
    self.old = old
    self.new = new
    oldParents = old.parents
    newParents = new.parents
    places = Dictionary(grouping: new.places, by: \.child)
  }

  func changes(of id: EntityID, isTheme: Bool) -> [BoardDifference.Change] {
    let before = name(of: id, in: old, isTheme)
    let after = name(of: id, in: new, isTheme)
    func change(
      _ what: BoardDifference.Change.What, from: [String] = [], to: [String] = [],
      why: String = ""
    ) -> BoardDifference.Change {
      BoardDifference.Change(
        what: what, id: id, isTheme: isTheme, name: after ?? before ?? "", from: from, to: to,
        why: why)
    }
    if let target = new.merged[id], old.merged[id] != target, before != nil {
      let into = name(of: target, in: new, isTheme) ?? name(of: target, in: old, isTheme) ?? ""
      return [change(.merged, from: parents(of: id, old, oldParents), to: [into])]
    }
    guard let before else {
      return after == nil
        ? [] : [change(.added, to: parents(of: id, new, newParents), why: why(of: id))]
    }
    guard let after else { return [change(.removed, from: parents(of: id, old, oldParents))] }
    var changes: [BoardDifference.Change] = []
    if before != after { changes.append(change(.renamed, from: [before], to: [after])) }
    if let reason = new.leftOut[id], old.leftOut[id] != reason {
      changes.append(
        change(.leftOut, from: parents(of: id, old, oldParents), why: reason))
    } else if oldParents.set(id) != newParents.set(id) {
      changes.append(
        change(
          .moved, from: parents(of: id, old, oldParents), to: parents(of: id, new, newParents),
          why: why(of: id)))
    } else if old.leftOut[id] != nil, new.leftOut[id] == nil {
      changes.append(change(.takenIn))
    }
    return changes
  }

  private func name(of id: EntityID, in board: BoardSnapshot, _ isTheme: Bool) -> String? {
    guard isTheme else { return board.codes[id] }
    return board.themes[id].map { $0.name.isEmpty ? Theme.unnamed : $0.name }
  }

  private func parents(
    of id: EntityID, _ board: BoardSnapshot, _ parents: [EntityID: [EntityID?]]
  ) -> [String] {
    (parents[id] ?? []).compactMap { $0.flatMap { name(of: $0, in: board, true) } }.sorted()
  }

  /// Why it stands where it did not stand before.
  private func why(of id: EntityID) -> String {
    let before = Set(oldParents[id] ?? [])
    return (places[id] ?? []).filter { !before.contains($0.parent) && !$0.why.isEmpty }
      .map(\.why).joined(separator: "; ")
  }
}

extension [EntityID: [EntityID?]] {
  /// The themes under which a thing stands, in no order; the top is not one of them.
  fileprivate func set(_ id: EntityID) -> Set<EntityID> {
    Set((self[id] ?? []).compactMap(\.self))
  }
}
