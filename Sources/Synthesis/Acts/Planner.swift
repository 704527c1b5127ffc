/// Plans where things go, one after another, so that what is put down together stays together.
struct Planner<Reader: ReviewReading> {
  let rules: Rules<Reader>
  let landing: Landing
  /// What is put down, so that it is no sibling of itself.
  let moving: Set<EntityID>
  /// What comes to stand under another in the same act, so that it needs no place at the top.
  let leaving: Set<EntityID>
  private var hasLooked = false
  private var last: OrderKey?
  private var next: OrderKey?
  private var settled: [Change] = []

  init(
    rules: Rules<Reader>, landing: Landing, moving: Set<EntityID> = [],
    leaving: Set<EntityID> = []
  ) {
    self.rules = rules
    self.landing = landing
    self.moving = moving
    self.leaving = leaving
  }

  /// The change that puts a thing in its place; nothing where it may stay where it is.
  mutating func put(_ child: EntityID, under parent: EntityID?) throws -> [Change] {
    let facts = Placement.facts(of: child, under: parent, in: landing.arrangement)
    let id = Placement.identity(of: facts)
    let folded = try rules.review.folded(id)
    var fields: [String: FieldValue] = [:]
    if landing.spot != .anywhere || folded?.isOn != true {
      fields["position"] = .text(try position(under: parent).text)
    }
    if !landing.why.isEmpty { fields["why"] = .text(landing.why) }
    try rules.requireNoCircle(child, under: parent, in: landing.arrangement)
    defer { settled = [] }
    return try [rules.on(Placement.self, facts, fields)].compactMap(\.self) + settled
  }

  /// The changes by which a thing leaves where it stood.
  func leave(_ child: EntityID, for parent: EntityID?) throws -> [Change] {
    let leaves = try rules.takeIn(child, in: landing.arrangement)
    let kept = Placement.identity(
      of: Placement.facts(of: child, under: parent, in: landing.arrangement))
    let source: EntityID?
    switch landing.source {
    case .nowhere: return leaves
    case .everywhere: source = nil
    case .theme(let theme): source = try rules.review.resolveTheme(theme)
    }
    let others = try rules.placements(standingFor: child, in: landing.arrangement)
      .filter { $0.id != kept }
    let named = try others.filter { placement in
      guard let source, let parent = placement.parent else { return source == nil }
      return try rules.review.resolveTheme(parent) == source
    }
    // Where another has moved it meanwhile, it leaves where it was moved to: it was to be in one
    // place.
    let left = named.isEmpty && others.count == 1 ? others : named
    return try leaves + left.compactMap { try rules.off(Placement.self, $0.id) }
  }

  private mutating func position(under parent: EntityID?) throws -> OrderKey {
    if !hasLooked { try lookAround(parent) }
    return nextKey()
  }

  private mutating func nextKey() -> OrderKey {
    let key = OrderKey.between(last, next, tail: rules.origin.identity().low)
    last = key
    return key
  }

  private mutating func lookAround(_ parent: EntityID?) throws {
    hasLooked = true
    let siblings = try rules.siblings(under: parent, in: landing.arrangement)
      .filter { !moving.contains($0.child) }
    let index = index(among: siblings.map(\.child))
    let before = siblings[..<index]
    last = before.last { $0.position != nil }?.position
    next = siblings[index...].lazy.compactMap(\.position).first
    // What nobody placed stands behind all that is placed; to stand before something it is placed.
    for sibling in before where sibling.position == nil && !leaving.contains(sibling.child) {
      let facts = Placement.facts(of: sibling.child, under: parent, in: landing.arrangement)
      settled += try [rules.on(Placement.self, facts, ["position": .text(nextKey().text)])]
        .compactMap(\.self)
    }
  }

  private func index(among siblings: [EntityID]) -> Int {
    switch landing.spot {
    case .first: 0
    case .last, .anywhere: siblings.count
    case .before(let id): siblings.firstIndex(of: id) ?? siblings.count
    case .after(let id): (siblings.firstIndex(of: id) ?? siblings.count - 1) + 1
    case .place(let place): max(0, min(siblings.count, place - 1))
    }
  }
}

/// What stands beside where something is put.
struct Sibling {
  let child: EntityID
  /// Its place; `nil` for a theme at the top that nobody placed.
  let position: OrderKey?
}

extension Rules {
  /// What stands under a theme or at the top, in the order of the board.
  ///
  /// - Complexity: O(*n*) in what stands there; in the whole board only where something there was
  ///   merged.
  func siblings(under parent: EntityID?, in arrangement: EntityID?) throws -> [Sibling] {
    guard let parent else { return siblings(try themeBoard(arrangement).roots) }
    let placements = try review.placements(under: parent, in: arrangement)
    let merged = try Set(review.mergedCodes().keys)
      .union(review.themes().filter { $0.mergedInto != nil }.map(\.id))
    guard try review.absorbed(into: parent).isEmpty,
      placements.allSatisfy({ !merged.contains($0.child) })
    else { return siblings(try board(arrangement).members(of: parent)) }
    return placements.sorted { ($0.position, $0.child) < ($1.position, $1.child) }
      .map { Sibling(child: $0.child, position: $0.position) }
  }

  private func siblings(_ members: [ThemeBoard.Member]) -> [Sibling] {
    members.map { Sibling(child: $0.id, position: $0.position) }
  }

  /// The board without its codes, which is enough for what stands at the top.
  private func themeBoard(_ arrangement: EntityID?) throws -> ThemeBoard {
    let themes = try review.themes()
    let placements = try themes.flatMap { try review.placements(of: $0.id, in: arrangement) }
    return ThemeBoard(
      BoardFacts(themes: themes, placements: placements), arrangement: arrangement, codes: [])
  }
}
