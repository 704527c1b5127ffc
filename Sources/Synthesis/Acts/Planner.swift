/// Plans where things go, one after another, so that what is put down together stays together.
struct Planner<Reader: ReviewReading> {
  let rules: Rules<Reader>
  let landing: Landing
  var moving: Set<EntityID> = []
  private var siblings: [Placement]?
  private var last: OrderKey?
  private var next: OrderKey?

  init(rules: Rules<Reader>, landing: Landing, moving: Set<EntityID> = []) {
    self.rules = rules
    self.landing = landing
    self.moving = moving
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
    return try [rules.on(Placement.self, facts, fields)].compactMap(\.self)
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
    if siblings == nil { try lookAround(parent) }
    let key = OrderKey.between(last, next, tail: rules.origin.identity().low)
    last = key
    return key
  }

  private mutating func lookAround(_ parent: EntityID?) throws {
    let sorted = try rules.review.placements(under: parent, in: landing.arrangement)
      .filter { !moving.contains($0.child) }
      .sorted { ($0.position, $0.child) < ($1.position, $1.child) }
    siblings = sorted
    let index: Int =
      switch landing.spot {
      case .first: 0
      case .last, .anywhere: sorted.count
      case .before(let id): sorted.firstIndex { $0.child == id } ?? sorted.count
      case .after(let id): (sorted.firstIndex { $0.child == id } ?? sorted.count - 1) + 1
      case .place(let place): max(0, min(sorted.count, place - 1))
      }
    last = index > 0 ? sorted[index - 1].position : nil
    next = index < sorted.count ? sorted[index].position : nil
  }
}
