import GRDB
import Synthesis

/// What actions touched of the facts that boards are made of.
struct TouchedBoard {
  /// From how many things on all facts are read anew: what one short read can answer.
  private static let most = 500

  /// Whether all facts have to be read anew: somebody may see more or less than before.
  private(set) var isWhole = false
  private var things: [EntityID: Kind] = [:]
  private var mergesChanged = false

  /// Takes an action, or what its undoing touched.
  mutating func add(_ action: Action, _ reader: LogReader, _ veil: Veil) throws {
    for change in action.changes {
      guard change.kind == UndoMark.kind else {
        try add(change, reader, veil)
        continue
      }
      for undone in try reader.action(change.entity)?.changes ?? [] {
        try add(undone, reader, veil)
        try addLiving(undone.entity, reader, veil)
        if undone.kind == Code.kind { mergesChanged = true }
        // With a draft goes the privacy of what was made in it.
        if undone.kind == Arrangement.kind { isWhole = true }
      }
    }
    if things.count > Self.most { isWhole = true }
  }

  private mutating func add(_ change: Change, _ reader: LogReader, _ veil: Veil) throws {
    if change.fields["mergedInto"] != nil, change.kind == Code.kind { mergesChanged = true }
    if change.fields[Fields.deleted] != nil {
      try addLiving(change.entity, reader, veil)
    }
    if change.kind == Arrangement.kind, change.fields["revealed"]?.flag == true { isWhole = true }
    if change.kind == Placement.kind { try addSeen(change, reader, veil) }
    if BoardFacts.kinds.contains(change.kind) { things[change.entity] = change.kind }
  }

  /// Where a theme of somebody's draft comes to a board that may be seen, or leaves it, all that is
  /// said of it comes or goes with it.
  private mutating func addSeen(
    _ change: Change, _ reader: LogReader, _ veil: Veil
  ) throws {
    guard !isWhole, !veil.drafts.isEmpty else { return }
    // A change that switches off names nothing; all others have the facts themselves.
    let placement =
      change.fields["child"] == nil ? try reader.anyFields(of: change) : Fields(change.fields)
    guard !(placement.entity("arrangement").map(veil.drafts.contains) ?? false),
      let child = placement.entity("child"), let theme = try reader.standing(child)
    else { return }
    if let home = theme.fields.entity("arrangement"), theme.kind == Theme.kind,
      veil.drafts.contains(home)
    {
      isWhole = true
    }
  }

  /// All that lives only as long as this does, and lives or not since.
  private mutating func addLiving(
    _ id: EntityID, _ reader: LogReader, _ veil: Veil
  ) throws {
    var waiting = [id]
    var seen: Set<EntityID> = [id]
    while let next = waiting.popLast(), things.count <= Self.most {
      for (source, kind) in try reader.boardThings(naming: next)
      where seen.insert(source).inserted {
        if BoardFacts.kinds.contains(kind) { things[source] = kind }
        if kind == Placement.kind, !veil.drafts.isEmpty { isWhole = true }
        waiting.append(source)
      }
    }
  }

  /// What there is to tell, short of all.
  func news(_ reader: LogReader, _ veil: inout Veil) throws -> BoardNews {
    var news = BoardNews()
    guard !isWhole else { return news }
    for (id, kind) in things.sorted(by: { $0.key < $1.key }) {
      let folded = try reader.standing(id)
      let isHidden = try folded.map { try veil.hides(id, $0, reader) } ?? false
      news.items.append(BoardNews.Item(id: id, kind: kind, folded: isHidden ? nil : folded))
    }
    if mergesChanged { news.mergedCodes = try reader.mergedCodes() }
    return news
  }
}

extension LogReader {
  /// The things of boards that name this, and the documents through which some do.
  fileprivate func boardThings(naming id: EntityID) throws -> [(EntityID, Kind)] {
    let kinds = (BoardFacts.kinds + [Document.kind]).map { "'\($0.name)'" }.joined(separator: ",")
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id, t.kind FROM link l CROSS JOIN thing t ON t.id = l.source
          WHERE l.target = ? AND t.kind IN (\(kinds))
          """), arguments: [id]
    ).map { try ($0.value("id"), Kind($0.value("kind"))) }
  }

  /// The fields of a thing as they stand, or as a change has them.
  func anyFields(of change: Change) throws -> Fields {
    let standing = try folded(change.entity)?.fields.values ?? [:]
    return Fields(standing.merging(change.fields) { now, _ in now })
  }
}
