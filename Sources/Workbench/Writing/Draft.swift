import Synthesis

/// What is being written and is not yet an act, so that a lost line does not lose it.
package struct Draft: Hashable, Codable, Sendable {
  /// What is written on: `review`, `study`, `passage`, `coding`, `code`, `theme`, `definition`, a
  /// field of a theme, `comment` or `reply`.
  package let target: String
  /// The identity of what it is written on; a passage's document; none for the review.
  package let id: String?
  package let start: Int?
  package let end: Int?
  package let title: String
  /// What stood there before.
  package let before: String
  package let text: String
}

extension State {
  /// The memo or definition that is open and changed, if there is one.
  package var draft: Draft? {
    guard case .memo(let memo)? = overlays.last(where: \.isMemo) else { return nil }
    let text = memo.field.text
    guard text != memo.before else { return nil }
    var (target, id, passage): (String, EntityID?, Passage?) = ("review", nil, nil)
    switch memo.purpose {
    case .definition(let code): (target, id) = ("definition", code)
    case .memo(.review): break
    case .memo(.study(let study)): (target, id) = ("study", study)
    case .memo(.passage(let place)):
      (target, id, passage) = ("passage", place.document, place.passage)
    case .memo(.coding(let coding)): (target, id) = ("coding", coding)
    case .memo(.code(let code)): (target, id) = ("code", code)
    case .memo(.theme(let theme)): (target, id) = ("theme", theme)
    case .themeText(let theme, let field): (target, id) = (field, theme)
    case .comment(.thing(let thing)): (target, id) = ("comment", thing)
    case .comment(.passage(let place)):
      (target, id, passage) = ("comment", place.document, place.passage)
    case .reply(let thread): (target, id) = ("reply", thread)
    }
    return Draft(
      target: target, id: id?.description, start: passage?.start, end: passage?.end,
      title: memo.title, before: memo.before, text: text)
  }

  /// Opens again what was being written when the line was lost.
  package mutating func resume(_ draft: Draft) {
    guard let purpose = purpose(of: draft) else { return }
    overlays.append(
      .memo(
        MemoEditor(
          title: draft.title, field: TextField(draft.text), purpose: purpose,
          before: draft.before)))
    message = Message("this is what you were writing when the desk was ended")
  }

  private func purpose(of draft: Draft) -> MemoEditor.Purpose? {
    if draft.target == "review" { return .memo(.review) }
    guard let id = draft.id.flatMap(EntityID.init(guid:)) else { return nil }
    switch draft.target {
    case "definition": return .definition(id)
    case "study": return .memo(.study(id))
    case "coding": return .memo(.coding(id))
    case "code": return .memo(.code(id))
    case "theme": return .memo(.theme(id))
    case "statement", "rationale", "answer": return .themeText(id, field: draft.target)
    case "reply": return .reply(id)
    case "comment":
      guard let start = draft.start, let end = draft.end else { return .comment(.thing(id)) }
      return .comment(.passage(Place(id, Passage(start: start, end: end))))
    case "passage":
      guard let start = draft.start, let end = draft.end else { return nil }
      return .memo(.passage(Place(id, Passage(start: start, end: end))))
    default: return nil
    }
  }
}

extension Overlay {
  /// Whether several lines are typed here.
  fileprivate var isMemo: Bool { if case .memo = self { true } else { false } }
}
