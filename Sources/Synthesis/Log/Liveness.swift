/// The rule by which things live: an entity is live if nobody deleted it and all that it names is
/// live.
///
/// Nothing cascades: what only another's deletion hides comes back with it.
public enum Liveness {
  /// Whether `id` lives.
  ///
  /// - Parameters:
  ///   - id: The entity.
  ///   - folded: Finds a folded entity; `nil` where no change of it stands.
  /// - Returns: Whether it and all that it names is on.
  /// - Complexity: O(*n*) in the number of entities that it names, directly and through others.
  public static func isLive(
    _ id: EntityID, folded: (EntityID) throws -> Folded?
  ) rethrows -> Bool {
    try isLive(id, visiting: [], folded: folded)
  }

  /// The entities that must live for one with these fields to live.
  public static func links(of folded: Folded) -> [EntityID] {
    guard let kind = Kinds.named(folded.kind.name) else { return [] }
    return kind.fields.compactMap { field in
      switch field.type {
      case .link, .anyLink: folded.fields.entity(field.name)
      default: nil
      }
    }
  }

  private static func isLive(
    _ id: EntityID, visiting: Set<EntityID>, folded: (EntityID) throws -> Folded?
  ) rethrows -> Bool {
    guard !visiting.contains(id), let entity = try folded(id), entity.isOn else { return false }
    return try links(of: entity).allSatisfy {
      try isLive($0, visiting: visiting.union([id]), folded: folded)
    }
  }
}

/// Links from one thing to another of its kind, such as “merged into”, without cycles.
///
/// Two copies can each make a link that is sound alone and closes a cycle with the other's. The
/// fold then leaves out the link that closes it, the later one first.
public struct AcyclicLinks: Hashable, Sendable {
  /// The links that hold.
  public let targets: [EntityID: EntityID]
  /// The links left out, in the order in which they were made.
  public let ignored: [EntityID]

  /// Takes links in the order (stamp, action id) and leaves out each that would close a cycle.
  ///
  /// - Complexity: O(*n* · *d*), where *d* is the longest chain.
  public init(_ links: [(from: EntityID, to: EntityID, writer: Writer)]) {
    var targets: [EntityID: EntityID] = [:]
    var ignored: [EntityID] = []
    for link in links.sorted(by: { $0.writer.precedes($1.writer) }) {
      var end = link.to
      while end != link.from, let next = targets[end] { end = next }
      if end == link.from {
        ignored.append(link.from)
      } else {
        targets[link.from] = link.to
      }
    }
    self.targets = targets
    self.ignored = ignored
  }

  /// Where `id` leads after every link.
  public func resolve(_ id: EntityID) -> EntityID {
    var current = id
    while let next = targets[current] { current = next }
    return current
  }
}
