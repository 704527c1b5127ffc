/// All that stands in the log about themes and that one person may see: what boards are made of.
///
/// A reader fills it once; after that each change puts one thing in or takes it out, so that no
/// board is read again.
public struct BoardFacts: Hashable, Sendable {
  /// The live themes, also those of drafts that the viewer may see.
  public private(set) var themes: [EntityID: Theme] = [:]
  /// The live placements of all arrangements that the viewer may see.
  public private(set) var placements: [EntityID: Placement] = [:]
  /// The codes left out, of all these arrangements.
  public private(set) var leftOut: [EntityID: LeftOut] = [:]
  /// Who agreed to what, whether or not it still holds.
  public private(set) var agreements: [EntityID: ThemeAgreement] = [:]
  /// The drafts that the viewer may see.
  public private(set) var arrangements: [EntityID: Arrangement] = [:]
  /// The rounds.
  public private(set) var rounds: [EntityID: Round] = [:]
  /// The comments.
  public private(set) var comments: [EntityID: ThreadComment] = [:]
  /// The code that each merged code stands for, after every merge.
  public var mergedCodes: [EntityID: EntityID] = [:]

  /// Makes facts of nothing.
  public init() {}

  /// Makes facts of themes and where they stand.
  init(themes: [Theme], placements: [Placement]) {
    for theme in themes { self.themes[theme.id] = theme }
    for placement in placements { self.placements[placement.id] = placement }
  }

  /// The kinds of which these facts are.
  public static let kinds: [Kind] = [
    Arrangement.kind, Theme.kind, Placement.kind, LeftOut.kind, ThemeAgreement.kind, Round.kind,
    ThreadComment.kind,
  ]

  /// Puts a thing in as it stands now, or takes it out where it no longer lives.
  ///
  /// What the viewer may not see is to be given as `nil`.
  public mutating func take(_ id: EntityID, _ kind: Kind, _ folded: Folded?) {
    switch kind {
    case Theme.kind: themes[id] = folded.map { Theme(id: id, folded: $0) }
    case Placement.kind: placements[id] = folded.flatMap { Placement(id: id, folded: $0) }
    case LeftOut.kind: leftOut[id] = folded.flatMap { LeftOut(id: id, fields: $0.fields) }
    case ThemeAgreement.kind:
      agreements[id] = folded.flatMap { ThemeAgreement(id: id, folded: $0) }
    case Arrangement.kind:
      arrangements[id] = folded.flatMap { Arrangement(id: id, fields: $0.fields) }
    case Round.kind: rounds[id] = folded.map { Round(id: id, folded: $0) }
    case ThreadComment.kind: comments[id] = folded.flatMap { ThreadComment(id: id, folded: $0) }
    default: break
    }
  }

  /// The code that `code` stands for after every merge.
  public func resolved(_ code: EntityID) -> EntityID { mergedCodes[code] ?? code }

  /// The drafts by name.
  public var drafts: [Arrangement] {
    arrangements.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// The rounds, the first first.
  public var roundsInOrder: [Round] {
    rounds.values.sorted { ($0.made.stamp, $0.id) < ($1.made.stamp, $1.id) }
  }

  /// The threads about a thing, the first first, each with its replies.
  public func threads(about id: EntityID) -> [(first: ThreadComment, replies: [ThreadComment])] {
    let all = comments.values.sorted { ($0.made.stamp, $0.id) < ($1.made.stamp, $1.id) }
    return all.filter { $0.about == id && $0.thread == nil }.map { first in
      (first, all.filter { $0.thread == first.id })
    }
  }
}

/// What changed of the facts that boards are made of.
public struct BoardNews: Hashable, Sendable {
  /// A thing as it stands now, `nil` where it no longer lives or may not be seen.
  public struct Item: Hashable, Sendable {
    /// The thing.
    public let id: EntityID
    /// Its kind.
    public let kind: Kind
    /// How it stands.
    public let folded: Folded?

    /// Makes an item.
    public init(id: EntityID, kind: Kind, folded: Folded?) {
      self.id = id
      self.kind = kind
      self.folded = folded
    }
  }

  /// The things that changed.
  public var items: [Item] = []
  /// The code that each merged code stands for, where that may have changed.
  public var mergedCodes: [EntityID: EntityID]?
  /// All facts anew, where what may be seen has changed.
  public var all: BoardFacts?

  /// Makes news of nothing.
  public init() {}

  /// Whether there is nothing to take.
  public var isEmpty: Bool { items.isEmpty && mergedCodes == nil && all == nil }
}
