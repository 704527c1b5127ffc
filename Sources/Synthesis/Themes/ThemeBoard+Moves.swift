/// Codes that were placed, moved, taken away or left out, and nothing else that boards are made of.
public struct CodeMoves: Sendable {
  /// The codes.
  let codes: Set<EntityID>
  /// Their placements that are others now.
  let placements: [(before: Placement?, now: Placement?)]
}

extension BoardFacts {
  /// Takes what changed.
  ///
  /// - Returns: The codes that moved; `nil` where anything else may be another too.
  @discardableResult
  public mutating func take(_ news: BoardNews) -> CodeMoves? {
    guard news.all == nil, news.mergedCodes == nil,
      news.items.allSatisfy({ $0.kind == Placement.kind || $0.kind == LeftOut.kind })
    else {
      if let all = news.all { self = all }
      for item in news.items { take(item.id, item.kind, item.folded) }
      if let merged = news.mergedCodes { mergedCodes = merged }
      return nil
    }
    var codes: Set<EntityID> = []
    var changed: [(before: Placement?, now: Placement?)] = []
    for item in news.items {
      let before = (placement: placements[item.id], aside: leftOut[item.id])
      take(item.id, item.kind, item.folded)
      let now = (placement: placements[item.id], aside: leftOut[item.id])
      codes.formUnion(
        [before.placement?.child, now.placement?.child, before.aside?.code, now.aside?.code]
          .compactMap(\.self))
      if item.kind == Placement.kind { changed.append((before.placement, now.placement)) }
    }
    return CodeMoves(codes: codes, placements: changed)
  }
}

extension ThemeBoard {
  /// Puts codes where they stand now.
  ///
  /// To make the board of ten thousand codes again takes longer than a key may wait, and most acts
  /// move one.
  ///
  /// - Parameters:
  ///   - moves: What moved.
  ///   - facts: What may be seen now.
  /// - Returns: The themes under which or under whose themes other codes stand than before; `nil`
  ///   where more than that may be another. Then the board has to be made again: what stands under a
  ///   theme directly may be another already, ``codes(under:)`` is as it was.
  /// - Complexity: O(*m* · *n*) in the codes that moved, some dozens at most, and those under the themes
  ///   that they left or came to; O(*n*) in all merges and codes left out.
  public mutating func take(_ moves: CodeMoves, _ facts: BoardFacts) -> Set<EntityID>? {
    let here = moves.placements.filter { ($0.now ?? $0.before)?.arrangement == arrangement }
    let parents = Set(here.flatMap { [$0.before?.parent, $0.now?.parent] }.compactMap(\.self))
    let merges = Set(merged.keys).union(merged.values)
    guard moves.codes.count <= Self.mostMoves, moves.codes.allSatisfy({ isCode($0, facts) }),
      parents.allSatisfy({ numbers[$0] != nil }),
      merges.isDisjoint(with: moves.codes.union(parents))
    else { return nil }
    for placement in here.lazy.compactMap(\.before) { takeAway(placement) }
    for placement in here.lazy.compactMap(\.now) { put(placement) }
    // A theme of another arrangement may be here for what stands under it alone.
    let isBare = parents.contains { theme in
      members[theme]?.isEmpty != false && themes[theme]?.home != arrangement
    }
    guard !isBare else { return nil }
    let asides = facts.leftOut.values.filter {
      $0.arrangement == arrangement && moves.codes.contains($0.code)
    }
    for code in moves.codes { setAside(code, asides.first { $0.code == code }) }
    let changed = parents.union(parents.flatMap(ancestors))
    for theme in changed { codesUnder[theme] = nil }
    for theme in themesInOrder.reversed() where changed.contains(theme) { _ = gather(theme) }
    return changed
  }

  /// Of more codes at once the board is made again sooner.
  private static var mostMoves: Int { 64 }

  /// Whether a thing is a code that this board has, by itself and for no other.
  private func isCode(_ id: EntityID, _ facts: BoardFacts) -> Bool {
    facts.themes[id] == nil
      && (notPlaced.contains(id) || leftOut[id] != nil || parentsOf[id] != nil)
  }

  private mutating func takeAway(_ placement: Placement) {
    guard let parent = placement.parent else { return }
    members[parent]?.removeAll { $0.placement == placement.id }
    parentsOf[placement.child]?.removeAll { $0 == parent }
  }

  private mutating func put(_ placement: Placement) {
    // Only themes stand at the top.
    guard let parent = placement.parent else { return }
    let member = Member(
      id: placement.child, isTheme: false, placement: placement.id, why: placement.why,
      position: placement.position)
    members[parent, default: []].append(member)
    members[parent]?.sort { left, right in
      guard let own = left.position, let other = right.position else { return false }
      return (own, left.id) < (other, right.id)
    }
    let all = (parentsOf[placement.child] ?? []) + [parent]
    let places = all.compactMap { parent in
      members[parent]?.first { $0.id == placement.child }.map { (member: $0, parent: parent) }
    }
    parentsOf[placement.child] =
      places.sorted { left, right in
        guard let own = left.member.position, let other = right.member.position,
          let placement = left.member.placement, let second = right.member.placement
        else { return false }
        return (own, placement) < (other, second)
      }.map(\.parent)
  }

  /// Notes whether a code is placed, left out or neither.
  private mutating func setAside(_ code: EntityID, _ aside: LeftOut?) {
    if parentsOf[code]?.isEmpty == true { parentsOf[code] = nil }
    leftOut[code] = parentsOf[code] == nil ? aside : nil
    if parentsOf[code] == nil, leftOut[code] == nil {
      notPlaced.insert(code)
    } else {
      notPlaced.remove(code)
    }
  }
}
