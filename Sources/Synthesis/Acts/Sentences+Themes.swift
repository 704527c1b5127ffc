extension Sentences {
  /// What is told of an act in a draft that may not be seen.
  public static var veiled: String { "worked in a private draft" }

  /// What an action about themes did: “moved ‘being heard’ to ‘Referrals that fit’”.
  func describeThemeAct(_ action: Action) throws -> String {
    let things = action.changes
    switch action.verb {
    case .theme: return try made(things)
    case .place: return try placed(things)
    case .unplace: return try "took \(children(things)) out of \(parents(things))"
    case .setTheme: return "wrote the \(fields(things)) of \(try names(things))"
    case .renameTheme: return try rename(action)
    case .deleteTheme: return "deleted \(try names(things))"
    case .mergeThemes: return try merge(things)
    case .leaveOut:
      let left = things.filter { $0.kind == LeftOut.kind }
      return "left \(try linkedNames("code", left)) out of the themes: \(text("reason", left))"
    case .takeIn: return "took \(try linkedNames("code", things)) in again"
    case .agree:
      return
        "\(things.allSatisfy(isOn) ? "agreed to" : "no longer agrees to") "
        + (try linkedNames("theme", things))
    case .round: return "named the round \(try names(things))"
    case .arrangement:
      return "made the draft \(try names(things.filter { $0.kind == Arrangement.kind }))"
    case .reveal: return "revealed the draft \(try names(things))"
    case .comment: return try said(things)
    case .resolve:
      let isResolved = things.first?.fields["resolved"]?.flag ?? true
      return "\(isResolved ? "settled" : "opened again") a thread on \(try subject(things))"
    default: return action.verb.rawValue
    }
  }

  private func made(_ changes: [Change]) throws -> String {
    let theme = changes.first { $0.kind == Theme.kind }
    let level = theme?.fields["level"]?.text ?? ""
    let members = changes.filter {
      $0.kind == Placement.kind && isOn($0) && $0.fields["parent"]?.entity == theme?.entity
    }
    let name = theme?.fields["name"]?.text ?? ""
    let made =
      name.isEmpty ? "made a theme without a name" : "made the \(level) theme ‘\(name)’"
    return members.isEmpty ? made : "\(made) over \(try linkedNames("child", members))"
  }

  private func placed(_ changes: [Change]) throws -> String {
    let here = changes.filter { $0.kind == Placement.kind && isOn($0) }
    let leaves = changes.contains { $0.kind == Placement.kind && !isOn($0) }
    let target = try here.first.flatMap { try value("parent", of: $0)?.entity }
    let place = try target.map { "‘\(try review.name(of: $0))’" } ?? "the top"
    guard !here.isEmpty else {
      return "took \(try children(changes)) out of \(try parents(changes))"
    }
    let isOrder = here.allSatisfy { $0.fields["on"] == nil && $0.fields["position"] != nil }
    if isOrder, !leaves { return "moved \(try children(here)) within \(place)" }
    return leaves
      ? "moved \(try children(here)) to \(place)" : "put \(try children(here)) under \(place)"
  }

  private func children(_ changes: [Change]) throws -> String {
    try linkedNames("child", changes.filter { $0.kind == Placement.kind })
  }

  private func parents(_ changes: [Change]) throws -> String {
    try linkedNames("parent", changes.filter { $0.kind == Placement.kind })
  }

  /// The names of the first that a field of changes names, each once, and how many more there are.
  private func linkedNames(_ field: String, _ changes: [Change]) throws -> String {
    var seen: Set<EntityID> = []
    let ids = try changes.compactMap { try value(field, of: $0)?.entity }
      .filter { seen.insert($0).inserted }
    return try ids.prefix(3).map { "‘\(try review.name(of: $0))’" }.joined(separator: ", ")
      + (ids.count > 3 ? " and \(ids.count - 3) more" : "")
  }

  private func said(_ changes: [Change]) throws -> String {
    let isReply = changes.first?.fields["to"]?.entity != nil
    return "\(isReply ? "answered" : "commented") on \(try subject(changes))"
  }

  /// What a comment is about.
  private func subject(_ changes: [Change]) throws -> String {
    guard let first = changes.first, let about = try value("about", of: first)?.entity else {
      return "something"
    }
    guard try review.folded(about)?.kind == Document.kind else {
      return "‘\(try review.name(of: about))’"
    }
    return try memoPlace(first, about)
  }
}
