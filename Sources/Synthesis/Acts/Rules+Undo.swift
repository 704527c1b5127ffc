extension Rules {
  func undo(_ chosen: ActionID?, keepingUsed: Bool) throws -> Act {
    let target = try chosen.map(own) ?? lastOwn()
    guard target.verb != .new else { throw Refusal.nothingToUndo }
    let used = try usedByOthers(target)
    if !used.things.isEmpty, !keepingUsed {
      throw Refusal.usedByOthers(
        act: try Sentences(review).describe(target),
        things: try used.things.map(review.name).sorted(),
        coders: try used.coders.map(review.name).sorted())
    }
    let kept = try closure(of: used.things, in: target)
    var fields: [String: FieldValue] = ["undone": .flag(true)]
    if !kept.isEmpty { fields["kept"] = .list(kept.sorted().map(FieldValue.entity)) }
    return Act(
      .undo, [try change(UndoMark.self, target.id, fields)].compactMap(\.self),
      remark: try remark(on: target))
  }

  func redo() throws -> Act {
    var redone = 0
    var target: ActionID?
    try review.recentActions(of: coder) { action in
      switch action.verb {
      case .redo: redone += 1
      case .undo where redone > 0: redone -= 1
      case .undo:
        target = action.changes.first?.entity
        return true
      default: return true
      }
      return false
    }
    guard let target, try review.undoing(of: target) != nil else { throw Refusal.nothingToRedo }
    return Act(
      .redo,
      [try change(UndoMark.self, target, ["undone": .flag(false)])].compactMap(\.self))
  }

  /// The coder's last action that stands and is not itself an undo or redo.
  private func lastOwn() throws -> Action {
    var found: Action?
    try review.recentActions(of: coder) { action in
      guard action.verb != .undo, action.verb != .redo,
        try review.undoing(of: action.id) == nil
      else { return false }
      found = action
      return true
    }
    guard let found else { throw Refusal.nothingToUndo }
    return found
  }

  /// A chosen action, which must be the coder's own and stand.
  private func own(_ id: ActionID) throws -> Action {
    guard let action = try review.action(id) else { throw Refusal.gone(noun: UndoMark.noun) }
    guard action.coder == coder else {
      throw Refusal.cannotUndo(
        sentence: "that act is \(try review.name(of: action.coder))'s; only they can undo it")
    }
    guard action.verb != .undo, action.verb != .redo else {
      throw Refusal.cannotUndo(
        sentence: "an undo is not undone; choose the act itself, or redo it")
    }
    guard try review.undoing(of: id) == nil else {
      throw Refusal.cannotUndo(sentence: "that act is undone already; redo brings it back")
    }
    return action
  }

  /// What an action made that live work of others names, and whose work that is.
  private func usedByOthers(
    _ action: Action
  ) throws -> (things: Set<EntityID>, coders: Set<EntityID>) {
    var things: Set<EntityID> = []
    var coders: Set<EntityID> = []
    let own = Set(action.changes.map(\.entity))
    for change in action.changes where try review.folded(change.entity)?.first.action == action.id {
      for user in try review.users(of: change.entity)
      where user.folded.first.coder != coder && !own.contains(user.id) {
        things.insert(change.entity)
        coders.insert(user.folded.first.coder)
      }
    }
    return (things, coders)
  }

  /// The things and all that the action made and that they name in turn.
  private func closure(of things: Set<EntityID>, in action: Action) throws -> Set<EntityID> {
    let made = Set(action.changes.map(\.entity))
    var kept = things
    var waiting = Array(things)
    while let next = waiting.popLast() {
      guard let folded = try review.folded(next) else { continue }
      for link in Liveness.links(of: folded) where made.contains(link) && !kept.contains(link) {
        kept.insert(link)
        waiting.append(link)
      }
    }
    return kept
  }

  /// What others set since and what therefore stays.
  private func remark(on action: Action) throws -> String {
    var staying: [String] = []
    for change in action.changes {
      guard let folded = try review.folded(change.entity) else { continue }
      for name in change.fields.keys.sorted() {
        guard let writer = folded.writers[name], writer.action != action.id,
          writer.coder != coder
        else { continue }
        staying.append("the \(name) that \(try review.name(of: writer.coder)) set since")
      }
    }
    return staying.isEmpty ? "" : staying.joined(separator: " and ") + " stays"
  }
}
