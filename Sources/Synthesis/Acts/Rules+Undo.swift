extension Rules {
  func undo(_ chosen: ActionID?, keepingUsed: Bool) throws -> Act {
    let target = try chosen.map(own) ?? lastOwn()
    guard target.verb != .new else { throw Refusal.nothingToUndo }
    let moved = try movedSince(target)
    let used = try usedByOthers(target, except: moved.placements)
    if !used.things.isEmpty, !keepingUsed {
      throw Refusal.usedByOthers(
        act: try Sentences(review).describe(target),
        things: try Set(used.things.map(nameInSentence)).sorted(),
        coders: try used.coders.map(review.name).sorted())
    }
    let kept = try closure(of: used.things, in: target).union(moved.kept)
    var fields: [String: FieldValue] = ["undone": .flag(true)]
    // What an earlier undo of the same act kept is not kept by this one.
    let before = try review.folded(target.id)?.fields.texts("kept") ?? []
    if !kept.isEmpty || !before.isEmpty {
      fields["kept"] = .list(kept.sorted().map(FieldValue.entity))
    }
    return Act(
      .undo, [try change(UndoMark.self, target.id, fields)].compactMap(\.self),
      remark: try (moved.remarks + remarks(on: target, except: moved.placements))
        .joined(separator: "; "))
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
      guard !action.verb.isPassedOverByUndo, try review.undoing(of: action.id) == nil
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

  /// What an action made that work of others stands on, and whose work that is.
  private func usedByOthers(
    _ action: Action, except moved: Set<EntityID>
  ) throws -> (things: Set<EntityID>, coders: Set<EntityID>) {
    var things: Set<EntityID> = []
    var coders: Set<EntityID> = []
    let own = Set(action.changes.map(\.entity))
    for change in action.changes where !moved.contains(change.entity) {
      guard let folded = try review.folded(change.entity), makes(action, folded) else { continue }
      let others = try users(of: change.entity, except: own)
        .union(folded.writers.values.map(\.coder).filter { $0 != coder })
      guard !others.isEmpty else { continue }
      things.insert(change.entity)
      coders.formUnion(others)
    }
    return (things, coders)
  }

  /// Whether an entity is there only because of an action.
  private func makes(_ action: Action, _ folded: Folded) -> Bool {
    folded.first.action == action.id
      && (Kinds.named(folded.kind.name)?.essentials ?? []).contains {
        folded.writers[$0]?.action == action.id
      }
  }

  /// The others whose live work stands on `id`, on it or on what this coder built on it.
  private func users(of id: EntityID, except own: Set<EntityID>) throws -> Set<EntityID> {
    var coders: Set<EntityID> = []
    var waiting = [id]
    var seen: Set<EntityID> = [id]
    while let next = waiting.popLast() {
      for user in try review.users(of: next) where seen.insert(user.id).inserted {
        if isInDraft(user.folded) { continue }
        let isMerge = user.folded.fields.entity("mergedInto") == next
        let writer = isMerge ? user.folded.writers["mergedInto"] : user.folded.first
        if let writer, writer.coder != coder, !own.contains(user.id) {
          coders.insert(writer.coder)
        }
        // A document of this coder's in a study of this coder's: others may have coded it.
        if user.folded.kind == Document.kind { waiting.append(user.id) }
      }
    }
    return coders
  }

  /// Whether a thing stands in a draft: that is no work that the review stands on, it comes back
  /// with what it names, and nobody may learn of a draft by being refused.
  private func isInDraft(_ folded: Folded) -> Bool {
    [Placement.kind, LeftOut.kind].contains(folded.kind)
      && folded.fields.entity("arrangement") != nil
  }

  /// The things, all that the action made and that they name in turn, and the parts of documents:
  /// a document is not kept without its sections.
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
    for change in action.changes where change.kind == Section.kind || change.kind == Role.kind {
      guard let document = change.fields["document"]?.entity, kept.contains(document) else {
        continue
      }
      kept.insert(change.entity)
    }
    return kept
  }

  /// The name of a thing, or of the document that it is a part of.
  private func nameInSentence(_ id: EntityID) throws -> String {
    guard let fields = try review.folded(id)?.fields else { return try review.name(of: id) }
    if let child = fields.entity("child") { return try review.name(of: child) }
    let isNamed = ["name", "label", "title"].contains { !fields.text($0).isEmpty }
    return try review.name(of: isNamed ? id : fields.entity("document") ?? id)
  }

  /// What an action put somewhere and others have moved since.
  private struct Moved {
    /// The action's placements of it; no work of others stands on them, for they moved it away.
    var placements: Set<EntityID> = []
    /// Those that undoing keeps: where the action took it from another place, that stays left, or it
    /// would come to stand in two.
    var kept: Set<EntityID> = []
    var remarks: [String] = []
  }

  private func movedSince(_ action: Action) throws -> Moved {
    let placements = try action.changes.filter { $0.kind == Placement.kind }
      .compactMap { change in
        try review.folded(change.entity).flatMap { folded in
          try standing(folded).map { (change: change, folded: folded, child: $0) }
        }
      }
    let moved = Set(
      try placements.filter { placement in
        try placement.change.fields["on"] == .flag(true) && isLeft(placement.folded)
      }.map(\.child))
    guard !moved.isEmpty else { return Moved() }
    let own = placements.filter { moved.contains($0.child) }
    let taken = Set(own.filter { $0.change.fields["on"] == .flag(false) }.map(\.child))
    let made = Set(action.changes.map(\.entity))
    return Moved(
      placements: Set(
        // A theme that the action made is kept for those who take things out of it.
        own.filter { $0.folded.fields.entity("parent").map { !made.contains($0) } ?? true }
          .map(\.change.entity)),
      kept: Set(own.filter { taken.contains($0.child) }.map(\.change.entity)),
      remarks: try moved.sorted().map {
        "‘\(try review.name(of: $0))’ stays as it is, for others have moved it since"
      })
  }

  /// What stands where a placement is, after merges.
  private func standing(_ placement: Folded) throws -> EntityID? {
    try placement.fields.entity("child").map { try review.resolveTheme(review.resolve($0)) }
  }

  /// Whether others took away what a placement put somewhere, or it was moved on in an act that
  /// stands for their sake although it was undone.
  private func isLeft(_ placement: Folded) throws -> Bool {
    guard !placement.isOn, let writer = placement.writers["on"] else { return false }
    return try writer.coder != coder || review.undoing(of: writer.action) != nil
  }

  /// What others set since and what therefore stays.
  private func remarks(on action: Action, except moved: Set<EntityID>) throws -> [String] {
    var staying: [String] = []
    for change in action.changes where !moved.contains(change.entity) {
      guard let folded = try review.folded(change.entity) else { continue }
      for name in change.fields.keys.sorted() {
        // Of a placement that others took away it is said by the name of what they moved.
        if name == "on", change.kind == Placement.kind { continue }
        guard let writer = folded.writers[name], writer.action != action.id,
          writer.coder != coder
        else { continue }
        staying.append("the \(name) that \(try review.name(of: writer.coder)) set since")
      }
    }
    return staying.isEmpty ? [] : [staying.joined(separator: " and ") + " stays"]
  }
}
