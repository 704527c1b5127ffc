import Synthesis

/// Entities as an act found them: its rules, and then the sentence on it, ask for the same few many
/// times, and each time all that ever happened to one is read.
///
/// Holds within one transaction, and there until it is written to.
final class FoldMemo {
  /// An act on many things asks for each but once or twice.
  private static let capacity = 64

  private var known: [EntityID: Folded?] = [:]

  /// An entity, read where it is not known yet.
  func folded(_ id: EntityID, read: () throws -> Folded?) rethrows -> Folded? {
    if let folded = known[id] { return folded }
    let folded = try read()
    if known.count < Self.capacity { known.updateValue(folded, forKey: id) }
    return folded
  }

  /// Forgets whatever an action changed.
  func forget(_ action: Action) {
    guard action.changes.allSatisfy({ $0.kind != UndoMark.kind }) else {
      // To undo an action changes all that it had to do with.
      return known.removeAll()
    }
    for change in action.changes { known[change.entity] = nil }
  }
}
