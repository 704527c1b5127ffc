/// One arrangement of codes and themes, as a tree in which a code or a theme may stand in several
/// places.
///
/// A pure function of the facts, and the same in every copy:
///
/// - A theme stands at the top where it stands under no other.
/// - A placement that would close a circle is left out, the one made later first, and listed.
/// - A code or theme that was merged into another gives it its places only where the other has
///   none.
/// - What stands under a theme that was merged into another stands under that other.
///
/// A theme without a name is called by its number: “pile 3”.
public struct ThemeBoard: Sendable {
  /// Something that stands under a theme or at the top.
  public struct Member: Hashable, Sendable {
    /// The code or theme.
    public let id: EntityID
    /// Whether it is a theme.
    public let isTheme: Bool
    /// The placement by which it stands there; `nil` for a theme at the top that nobody placed.
    public let placement: EntityID?
    /// Why it stands there, where somebody said.
    public let why: String
    /// The place among its siblings; `nil` for a theme at the top that nobody placed.
    let position: OrderKey?
  }

  /// The arrangement; `nil` is the shared one.
  public let arrangement: EntityID?
  /// What stands at the top, in order.
  public private(set) var roots: [Member] = []
  /// The codes left out of the themes.
  public internal(set) var leftOut: [EntityID: LeftOut] = [:]
  /// The codes that are neither placed nor left out, in no order.
  public internal(set) var notPlaced: Set<EntityID> = []
  /// Placements that would close a circle, in the order in which they were made.
  public private(set) var ignored: [EntityID] = []
  /// The themes in the order of the board, each where it stands first.
  public private(set) var themesInOrder: [EntityID] = []
  /// What was merged into what: themes and codes.
  public private(set) var merged: [EntityID: EntityID] = [:]

  private(set) var themes: [EntityID: Theme] = [:]
  var members: [EntityID: [Member]] = [:]
  var parentsOf: [EntityID: [EntityID]] = [:]
  private(set) var numbers: [EntityID: String] = [:]
  var codesUnder: [EntityID: [EntityID]] = [:]
  private var agreements: [EntityID: [ThemeAgreement]] = [:]

  /// Makes the board of an arrangement.
  ///
  /// - Parameters:
  ///   - facts: What may be seen.
  ///   - arrangement: The arrangement; `nil` is the shared one.
  ///   - codes: The codes of the bank, without those merged into others.
  /// - Complexity: O(*n* log *n*) in the number of placements and codes.
  public init(
    _ facts: BoardFacts, arrangement: EntityID? = nil, codes: some Collection<EntityID>
  ) {
    self.arrangement = arrangement
    let bank = Set(codes)
    let aliases = AcyclicLinks(
      facts.themes.values.compactMap { theme in
        theme.mergedInto.flatMap { target in
          facts.themes[target].map { _ in (from: theme.id, to: target, writer: theme.merged) }
        }
      })
    merged = facts.mergedCodes.merging(
      aliases.targets.keys.map { ($0, aliases.resolve($0)) }, uniquingKeysWith: { code, _ in code })
    let here = facts.placements.values.filter { $0.arrangement == arrangement }
      .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    let standing = Self.standing(here, facts, bank, aliases)
    themes = facts.themes.filter { aliases.targets[$0.key] == nil }
    placeAll(standing, bank)
    for aside in facts.leftOut.values.sorted(by: { $0.id < $1.id })
    where aside.arrangement == arrangement {
      let code = facts.resolved(aside.code)
      guard bank.contains(code), parentsOf[code] == nil else { continue }
      // Of a merged code and the other's own the other's counts.
      if leftOut[code] == nil || aside.code == code { leftOut[code] = aside }
    }
    notPlaced = bank.filter { parentsOf[$0] == nil && leftOut[$0] == nil }
    number(roots, after: "")
    for id in themesInOrder.reversed() { codesUnder[id] = gather(id) }
    for agreement in facts.agreements.values.sorted(by: { $0.id < $1.id }) {
      // Who agreed to a theme has not agreed to the one that it was merged into.
      agreements[agreement.theme, default: []].append(agreement)
    }
  }
}

/// A placement with what it comes to after merges.
private struct Standing {
  let placement: Placement
  let child: EntityID
  let parent: EntityID?
  let isTheme: Bool
}

extension ThemeBoard {
  /// The placements as they count: resolved through merges, one for each child and parent.
  private static func standing(
    _ placements: [Placement], _ facts: BoardFacts, _ bank: Set<EntityID>,
    _ aliases: AcyclicLinks
  ) -> [Standing] {
    // Only themes stand at the top.
    let placedItself = Set(
      placements.lazy.filter { $0.parent != nil || facts.themes[$0.child] != nil }.map(\.child))
    var seen: [Pair: Int] = [:]
    var standing: [Standing] = []
    for placement in placements {
      let isTheme = facts.themes[placement.child] != nil
      let child =
        isTheme ? aliases.resolve(placement.child) : facts.resolved(placement.child)
      let parent = placement.parent.map(aliases.resolve)
      guard isTheme || bank.contains(child), parent != child,
        parent.map({ facts.themes[$0] != nil }) ?? isTheme,
        child == placement.child || !placedItself.contains(child)
      else { continue }
      let own = Standing(placement: placement, child: child, parent: parent, isTheme: isTheme)
      let pair = Pair(child: child, parent: parent)
      if let index = seen[pair] {
        // The placement under the theme itself counts before one under a theme merged into it.
        if placement.parent == parent, standing[index].placement.parent != parent {
          standing[index] = own
        }
        continue
      }
      seen[pair] = standing.count
      standing.append(own)
    }
    return standing
  }

  private struct Pair: Hashable {
    let child: EntityID
    let parent: EntityID?
  }

  private mutating func placeAll(_ standing: [Standing], _ bank: Set<EntityID>) {
    let closing = Self.closing(standing)
    ignored = closing.ids
    let kept = standing.filter { !closing.set.contains($0.placement.id) }
      .sorted { ($0.placement.position, $0.child) < ($1.placement.position, $1.child) }
    var atTop: [EntityID: Standing] = [:]
    var present: Set<EntityID> = []
    for own in kept {
      if own.isTheme { present.insert(own.child) }
      guard let parent = own.parent else {
        atTop[own.child] = own
        continue
      }
      present.insert(parent)
      members[parent, default: []].append(Self.member(own))
      parentsOf[own.child, default: []].append(parent)
    }
    present.formUnion(themes.values.filter { $0.home == arrangement }.map(\.id))
    let top = present.filter { themes[$0] != nil && parentsOf[$0] == nil }
    let placed = top.compactMap { atTop[$0] }
      .sorted { ($0.placement.position, $0.child) < ($1.placement.position, $1.child) }
    let others = top.filter { atTop[$0] == nil }.compactMap { themes[$0] }
      .sorted { ($0.made.stamp, $0.id) < ($1.made.stamp, $1.id) }
    roots =
      placed.map(Self.member)
      + others.map { Member(id: $0.id, isTheme: true, placement: nil, why: "", position: nil) }
  }

  private static func member(_ standing: Standing) -> Member {
    Member(
      id: standing.child, isTheme: standing.isTheme, placement: standing.placement.id,
      why: standing.placement.why, position: standing.placement.position)
  }

  /// The placements of themes that would close a circle with earlier ones.
  private static func closing(_ standing: [Standing]) -> (ids: [EntityID], set: Set<EntityID>) {
    var above: [EntityID: [EntityID]] = [:]
    var ids: [EntityID] = []
    let links = standing.filter { $0.isTheme && $0.parent != nil }.sorted {
      ($0.placement.made.stamp, $0.placement.id) < ($1.placement.made.stamp, $1.placement.id)
    }
    for link in links {
      guard let parent = link.parent else { continue }
      if reaches(link.child, from: parent, by: above) {
        ids.append(link.placement.id)
      } else {
        above[link.child, default: []].append(parent)
      }
    }
    return (ids, Set(ids))
  }

  private static func reaches(
    _ target: EntityID, from start: EntityID, by links: [EntityID: [EntityID]]
  ) -> Bool {
    var waiting = [start]
    var seen: Set<EntityID> = []
    while let next = waiting.popLast() {
      if next == target { return true }
      if seen.insert(next).inserted { waiting += links[next] ?? [] }
    }
    return false
  }

  private mutating func number(_ siblings: [Member], after prefix: String) {
    var count = 0
    for member in siblings where member.isTheme {
      count += 1
      guard numbers[member.id] == nil else { continue }
      let number = prefix + String(count)
      numbers[member.id] = number
      themesInOrder.append(member.id)
      self.number(members[member.id] ?? [], after: number + ".")
    }
  }

  /// The codes under a theme, of whose themes below all are gathered already or are gathered now.
  mutating func gather(_ theme: EntityID) -> [EntityID] {
    if let known = codesUnder[theme] { return known }
    var seen: Set<EntityID> = []
    var codes: [EntityID] = []
    for member in members[theme] ?? [] {
      for code in member.isTheme ? gather(member.id) : [member.id]
      where seen.insert(code).inserted { codes.append(code) }
    }
    codesUnder[theme] = codes
    return codes
  }
}

extension ThemeBoard {
  /// A theme on this board; `nil` where there is none.
  public func theme(_ id: EntityID) -> Theme? { numbers[id] == nil ? nil : themes[id] }

  /// What stands under a theme, in order.
  public func members(of theme: EntityID) -> [Member] { members[theme] ?? [] }

  /// The themes under which a code or theme stands, in the order of the board's positions.
  public func parents(of id: EntityID) -> [EntityID] { parentsOf[id] ?? [] }

  /// “1.2”, by where the theme stands first; `nil` where it is not on the board.
  public func number(of theme: EntityID) -> String? { numbers[theme] }

  /// The name, or “pile 3” where it waits.
  public func title(of theme: EntityID) -> String {
    guard let own = themes[theme] else { return "a theme that is gone" }
    return own.name.isEmpty ? "pile \(numbers[theme] ?? "?")" : own.name
  }

  /// The distinct codes under a theme and under the themes below it, in the order of the board.
  public func codes(under theme: EntityID) -> [EntityID] { codesUnder[theme] ?? [] }

  /// A theme and all that stand below it, each once.
  public func family(of theme: EntityID) -> [EntityID] {
    var seen: Set<EntityID> = [theme]
    var family = [theme]
    var index = 0
    while index < family.count {
      for member in members(of: family[index]) where member.isTheme {
        if seen.insert(member.id).inserted { family.append(member.id) }
      }
      index += 1
    }
    return family
  }

  /// Every theme above a code or theme, the nearest first.
  public func ancestors(of id: EntityID) -> [EntityID] {
    var seen: Set<EntityID> = []
    var ancestors: [EntityID] = []
    var level = parents(of: id)
    while !level.isEmpty {
      let news = level.filter { seen.insert($0).inserted }
      ancestors += news
      level = news.flatMap(parents)
    }
    return ancestors
  }

  /// What an agreement to a theme as it stands is about.
  public func basis(of theme: EntityID) -> String {
    ThemeAgreement.basis(
      statement: themes[theme]?.statement ?? "", members: members(of: theme).map(\.id))
  }

  /// Who agreed to a theme as it stands, and whose agreement no longer holds.
  public func agreement(
    to theme: EntityID
  ) -> (holding: Set<EntityID>, lapsed: Set<EntityID>) {
    guard let all = agreements[theme] else { return ([], []) }
    let basis = basis(of: theme)
    let holding = Set(all.filter { $0.basis == basis }.map(\.coder))
    return (holding, Set(all.map(\.coder)).subtracting(holding))
  }

  /// Whether every reviewer agrees to a theme as it stands.
  ///
  /// - Parameters:
  ///   - theme: The theme.
  ///   - coders: The coders of the review, of whom ``Coder/reviewers(among:)`` have to agree.
  /// - Returns: Whether all of them do, and there is one.
  public func isAgreed(_ theme: EntityID, by coders: [Coder]) -> Bool {
    let holding = agreement(to: theme).holding
    guard !holding.isEmpty else { return false }
    let reviewers = Coder.reviewers(among: coders)
    return !reviewers.isEmpty && holding.isSuperset(of: reviewers.map(\.id))
  }

  /// The theme of a number or, where none has it, the themes of a name.
  public func themes(named text: String) -> [EntityID] {
    let exact = themesInOrder.filter { themes[$0]?.name == text }
    guard exact.isEmpty else { return exact }
    return themesInOrder.filter { numbers[$0] == text || title(of: $0) == text }
  }
}

extension Coder {
  /// Those whose agreement makes a theme agreed: the reviewers and adjudicators; in a review that
  /// names none, every coder.
  public static func reviewers(among coders: [Coder]) -> [Coder] {
    let named = coders.filter { $0.role == .reviewer || $0.role == .adjudicator }
    return named.isEmpty ? coders.filter { $0.role == .coder } : named
  }
}
