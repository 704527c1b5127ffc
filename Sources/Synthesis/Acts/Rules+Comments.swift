extension Rules {
  func comment(_ target: CommentTarget, _ text: String) throws -> Act {
    var fields: [String: FieldValue] = [
      "coder": .entity(coder), "text": .text(try words(of: text)), "resolved": .flag(false),
    ]
    switch target {
    case .thing(let id):
      guard try review.isLive(id) else { throw Refusal.gone(noun: "thing") }
      fields["about"] = .entity(id)
    case .passage(let place):
      let passage = try words(at: place)
      fields["about"] = .entity(place.document)
      fields["start"] = .number(passage.start)
      fields["end"] = .number(passage.end)
    }
    return Act(
      .comment, [Change(kind: ThreadComment.kind, entity: origin.identity(), fields: fields)])
  }

  func reply(_ id: EntityID, _ text: String) throws -> Act {
    let first = try thread(of: id)
    let fields: [String: FieldValue] = [
      "about": .entity(first.about), "start": .number(first.passage.start),
      "end": .number(first.passage.end), "to": .entity(first.id), "coder": .entity(coder),
      "text": .text(try words(of: text)),
    ]
    return Act(
      .comment, [Change(kind: ThreadComment.kind, entity: origin.identity(), fields: fields)])
  }

  func resolve(_ id: EntityID, _ isResolved: Bool) throws -> Act {
    let first = try thread(of: id)
    let change = try change(ThreadComment.self, first.id, ["resolved": .flag(isResolved)])
    return Act(.resolve, [change].compactMap(\.self))
  }

  private func thread(of id: EntityID) throws -> ThreadComment {
    try requireLive(ThreadComment.self, id)
    guard let folded = try review.folded(id), let own = ThreadComment(id: id, folded: folded) else {
      throw Refusal.gone(noun: ThreadComment.noun)
    }
    return try own.thread.map(thread) ?? own
  }

  private func words(of text: String) throws -> String {
    let isBlank = text.allSatisfy(\.isWhitespace)
    guard !isBlank else { throw Refusal.emptyName(noun: ThreadComment.noun) }
    return text
  }
}
