/// One field that two people set without either having seen the other's value.
public struct Conflict: Hashable, Sendable {
  /// The entity.
  public let entity: EntityID
  /// The field.
  public let field: String
  /// The values that stand against each other, the winning one last.
  public let writers: [Writer]
}

extension Conflict {
  /// The conflicts of one entity: values of a field of which neither replaced the other and which
  /// no later value replaced both.
  ///
  /// Where facts are written again with the same values nothing conflicts.
  ///
  /// A function of the log alone, so that every copy lists the same.
  ///
  /// - Complexity: O(*n*²) in the number of changes that set one field.
  public static func find(
    in changes: [LoggedChange], undone: (ActionID) -> Undoing?
  ) -> [Conflict] {
    let standing = changes.filter { logged in
      guard let undoing = undone(logged.writer.action) else { return true }
      return undoing.kept.contains(logged.change.entity)
    }.sorted { $0.writer.precedes($1.writer) }
    guard let entity = standing.first?.change.entity else { return [] }
    let names = Set(standing.flatMap(\.change.fields.keys)).sorted()
    return names.compactMap { name in
      let heads = heads(of: name, in: standing, among: changes)
      guard Set(heads.map { $0.change.fields[name] }).count > 1 else { return nil }
      return Conflict(entity: entity, field: name, writers: heads.map(\.writer))
    }
  }

  /// The values of a field that nothing standing has replaced, directly or through values that
  /// were taken back since.
  private static func heads(
    of name: String, in standing: [LoggedChange], among changes: [LoggedChange]
  ) -> [LoggedChange] {
    let setters = standing.filter { $0.change.fields[name] != nil }
    let over = Dictionary(
      changes.map { ($0.writer.action, $0.change.over[name] ?? []) }, uniquingKeysWith: +)
    let values = Set(setters.map(\.writer.action))
    var replaced: Set<ActionID> = []
    var waiting = setters.flatMap { $0.change.over[name] ?? [] }
    while let action = waiting.popLast() {
      guard replaced.insert(action).inserted, !values.contains(action) else { continue }
      waiting += over[action] ?? []
    }
    return setters.filter { !replaced.contains($0.writer.action) }
  }
}
