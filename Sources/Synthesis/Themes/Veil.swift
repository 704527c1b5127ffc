/// Keeps what is in a private draft from everybody but its owner until it is revealed.
///
/// The one place that knows what belongs to a draft: the draft itself, what stands in it, the
/// themes made in it that stand on no board that may be seen, and what is said of those.
public struct Veil: Sendable {
  /// Who looks; `nil` sees everything.
  private let viewer: EntityID?
  /// The drafts that may not be seen.
  public let drafts: Set<EntityID>
  private var known: [EntityID: Bool] = [:]
  private var isThere: [EntityID: Bool] = [:]

  /// Somebody who is no coder of any review: who sees only what everybody may see.
  public static let outsider = EntityID(high: 0, low: 0)

  /// Reads which drafts `viewer` may not see.
  public init(_ review: some ReviewReading, from viewer: EntityID?) throws {
    self.viewer = viewer
    guard viewer != nil else {
      drafts = []
      return
    }
    drafts = try Set(
      review.live(Arrangement.kind)
        .compactMap { Arrangement(id: $0.id, fields: $0.folded.fields) }
        .filter { !$0.isVisible(to: viewer) }.map(\.id))
  }

  /// Whether there is nothing that may not be seen, whatever the review holds.
  public var isOpen: Bool { viewer == nil }

  /// Whether a thing may not be seen.
  public mutating func hides(
    _ id: EntityID, _ folded: Folded, _ review: some ReviewReading
  ) throws -> Bool {
    try hides(id, folded.kind, folded.fields, madeBy: folded.first.coder, review)
  }

  /// Whether what an action changed may not be seen.
  ///
  /// A deed in a draft is told as that and no more; its undoing too.
  public mutating func hides(_ action: Action, _ review: some ReviewReading) throws -> Bool {
    guard !isOpen, action.coder != viewer else { return false }
    for change in action.changes {
      if change.kind == UndoMark.kind {
        guard let undone = try review.action(change.entity) else { continue }
        if try hides(undone, review) { return true }
        continue
      }
      let fields = try fields(of: change, review)
      if try hides(change.entity, change.kind, fields, madeBy: action.coder, review) {
        return true
      }
    }
    return false
  }

  /// The fields of a thing that say where it belongs.
  ///
  /// Those of a thing that an undo took away are in the change itself.
  private func fields(of change: Change, _ review: some ReviewReading) throws -> Fields {
    guard let link = Self.links[change.kind], change.fields[link] == nil else {
      return Fields(change.fields)
    }
    let standing = try review.folded(change.entity)?.fields.values ?? [:]
    return Fields(standing.merging(change.fields) { now, _ in now })
  }

  private static let links: [Kind: String] = [
    Placement.kind: "arrangement", LeftOut.kind: "arrangement", Round.kind: "arrangement",
    Theme.kind: "arrangement", ThemeAgreement.kind: "theme", Evidence.kind: "target",
    ThreadComment.kind: "about",
  ]

  private mutating func hides(
    _ id: EntityID, _ kind: Kind, _ fields: Fields, madeBy maker: EntityID,
    _ review: some ReviewReading
  ) throws -> Bool {
    guard !isOpen else { return false }
    switch kind {
    case Arrangement.kind: return try isClosed(id, madeBy: maker, review)
    case Placement.kind, LeftOut.kind, Round.kind:
      return try fields.entity("arrangement").map { try isClosed($0, madeBy: maker, review) }
        ?? false
    case Theme.kind: return try hidesTheme(id, fields, madeBy: maker, review)
    case ThemeAgreement.kind: return try hidesThing(fields.entity("theme"), review)
    case Evidence.kind: return try hidesThing(fields.entity("target"), review)
    case ThreadComment.kind: return try hidesThing(fields.entity("about"), review)
    default: return false
    }
  }

  /// Whether a draft may not be seen; what is left of one whose making was undone is its maker's.
  private mutating func isClosed(
    _ draft: EntityID, madeBy maker: EntityID, _ review: some ReviewReading
  ) throws -> Bool {
    if drafts.contains(draft) { return true }
    let isThere = try isThere[draft] ?? review.isLive(draft)
    self.isThere[draft] = isThere
    return !isThere && maker != viewer
  }

  private mutating func hidesThing(
    _ id: EntityID?, _ review: some ReviewReading
  ) throws -> Bool {
    guard let id else { return false }
    if let known = known[id] { return known }
    guard let folded = try review.folded(id), folded.kind == Theme.kind else {
      known[id] = false
      return false
    }
    return try hidesTheme(id, folded.fields, madeBy: folded.first.coder, review)
  }

  /// A theme made in a draft that may not be seen is seen where it stands elsewhere.
  private mutating func hidesTheme(
    _ id: EntityID, _ fields: Fields, madeBy maker: EntityID, _ review: some ReviewReading
  ) throws -> Bool {
    if let known = known[id] { return known }
    var isHidden = false
    if let home = fields.entity("arrangement"), try isClosed(home, madeBy: maker, review) {
      let open = try [nil] + review.live(Arrangement.kind).map(\.id).filter { !drafts.contains($0) }
      isHidden = try open.allSatisfy { try review.placements(of: id, in: $0).isEmpty }
    }
    known[id] = isHidden
    return isHidden
  }
}
