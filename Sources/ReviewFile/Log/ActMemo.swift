import Synthesis

/// What an act has read already: its rules, then what follows it in the projections, then the sentence
/// on it ask for the same few things many times.
///
/// Each act has one of its own. An entity holds until the act is in the log, lines until they are made
/// anew; a local number is never given up.
final class ActMemo {
  /// An act on many things asks for each but once or twice.
  private static let capacity = 64
  /// Lines carry the whole text of their document.
  private static let tableCapacity = 4

  private var entities: [EntityID: Folded?] = [:]
  private var keys: [EntityID: Int64] = [:]
  private var tables: [EntityID: LineTable] = [:]

  /// An entity after all that happened to it, read where it is not known yet.
  func folded(_ id: EntityID, read: () throws -> Folded?) rethrows -> Folded? {
    if let folded = entities[id] { return folded }
    let folded = try read()
    if entities.count < Self.capacity { entities.updateValue(folded, forKey: id) }
    return folded
  }

  /// The local number of an entity; that it has none is not remembered, for it may be given one.
  func key(of id: EntityID, read: () throws -> Int64?) rethrows -> Int64? {
    if let key = keys[id] { return key }
    let key = try read()
    if keys.count < Self.capacity { keys[id] = key }
    return key
  }

  /// The lines of a document.
  func lines(of document: EntityID, read: () throws -> LineTable) rethrows -> LineTable {
    if let table = tables[document] { return table }
    let table = try read()
    if tables.count < Self.tableCapacity { tables[document] = table }
    return table
  }

  /// Forgets the entities that an action changed.
  func forget(_ action: Action) {
    if action.changes.contains(where: { $0.kind == UndoMark.kind }) {
      // To undo an action changes all that it had to do with.
      entities.removeAll()
    }
    for change in action.changes { entities[change.entity] = nil }
  }

  /// Forgets the lines of a document, which are about to be made anew.
  func forgetLines(of document: EntityID) {
    tables[document] = nil
  }
}
