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

  /// Whether a thing may not be seen.
  public mutating func hides(
    _ id: EntityID, _ folded: Folded, _ review: some ReviewReading
  ) throws -> Bool {
    try hides(id, folded.kind, folded.fields, review)
  }

  /// Whether a thing of these fields may not be seen.
  public mutating func hides(
    _ id: EntityID, _ kind: Kind, _ fields: Fields, _ review: some ReviewReading
  ) throws -> Bool {
    guard !drafts.isEmpty else { return false }
    switch kind {
    case Arrangement.kind: return drafts.contains(id)
    case Placement.kind, LeftOut.kind, Round.kind:
      return fields.entity("arrangement").map(drafts.contains) ?? false
    case Theme.kind: return try hidesTheme(id, fields, review)
    case ThemeAgreement.kind: return try hidesThing(fields.entity("theme"), review)
    case Evidence.kind: return try hidesThing(fields.entity("target"), review)
    case ThreadComment.kind: return try hidesThing(fields.entity("about"), review)
    default: return false
    }
  }

  /// Whether what an action changed may not be seen.
  ///
  /// A deed in a draft is told as that and no more; its undoing too.
  public mutating func hides(_ action: Action, _ review: some ReviewReading) throws -> Bool {
    guard !drafts.isEmpty, action.coder != viewer else { return false }
    for change in action.changes {
      if change.kind == UndoMark.kind {
        guard let undone = try review.action(change.entity) else { continue }
        if try hides(undone, review) { return true }
        continue
      }
      // The fields of a thing that an undo took away are in the change itself.
      let standing = try review.folded(change.entity)?.fields.values ?? [:]
      let fields = Fields(standing.merging(change.fields) { now, _ in now })
      if try hides(change.entity, change.kind, fields, review) { return true }
    }
    return false
  }

  private mutating func hidesThing(
    _ id: EntityID?, _ review: some ReviewReading
  ) throws -> Bool {
    guard let id, let folded = try review.folded(id), folded.kind == Theme.kind else {
      return false
    }
    return try hidesTheme(id, folded.fields, review)
  }

  /// A theme made in a draft that may not be seen is seen where it stands elsewhere.
  private mutating func hidesTheme(
    _ id: EntityID, _ fields: Fields, _ review: some ReviewReading
  ) throws -> Bool {
    if let known = known[id] { return known }
    var isHidden = false
    if let home = fields.entity("arrangement"), drafts.contains(home) {
      isHidden = true
      let boards = [nil] + (try review.live(Arrangement.kind).map { $0.id as EntityID? })
      for board in boards where board.map({ !drafts.contains($0) }) ?? true {
        if try !review.placements(of: id, in: board).isEmpty { isHidden = false }
      }
    }
    known[id] = isHidden
    return isHidden
  }
}
