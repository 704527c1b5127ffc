extension Rules {
  func nameRound(_ name: String, of arrangement: EntityID?) throws -> Act {
    let name = try clean(name, noun: Round.noun)
    try requireFree(boardName: name)
    if let arrangement { try requireVisible(arrangement) }
    let names = Dictionary(
      uniqueKeysWithValues: try review.unmergedCodes().map { ($0.id, $0.name) })
    var fields = BoardSnapshot(of: try board(arrangement), codes: names).fields
    fields["name"] = .text(name)
    if let arrangement { fields["arrangement"] = .entity(arrangement) }
    return Act(.round, [Change(kind: Round.kind, entity: origin.identity(), fields: fields)])
  }

  /// Throws where there is no such draft, or none that the coder may see.
  private func requireVisible(_ arrangement: EntityID) throws {
    try requireLive(Arrangement.self, arrangement)
    guard let fields = try review.folded(arrangement)?.fields,
      Arrangement(id: arrangement, fields: fields)?.isVisible(to: coder) == true
    else { throw Refusal.gone(noun: Arrangement.noun) }
  }

  func makeArrangement(_ name: String) throws -> Act {
    let name = try clean(name, noun: Arrangement.noun)
    try requireFree(boardName: name)
    let id = origin.identity()
    let draft = Change(
      kind: Arrangement.kind, entity: id,
      fields: ["name": .text(name), "owner": .entity(coder), "revealed": .flag(false)])
    let board = try board(nil)
    var changes = [draft]
    for (parent, members) in [(nil, board.roots)]
      + board.themesInOrder.map({ ($0 as EntityID?, board.members(of: $0)) })
    {
      var last: OrderKey?
      for member in members {
        last = OrderKey.between(last, nil, tail: origin.identity().low)
        let facts = Placement.facts(of: member.id, under: parent, in: id)
        let fields: [String: FieldValue] = [
          "on": .flag(true), "position": .text(last?.text ?? ""), "why": .text(member.why),
        ]
        changes.append(
          Change(
            kind: Placement.kind, entity: Placement.identity(of: facts),
            fields: facts.merging(fields) { fact, _ in fact }))
      }
    }
    for (code, aside) in board.leftOut.sorted(by: { $0.key < $1.key }) {
      let facts = LeftOut.facts(of: code, in: id)
      let fields: [String: FieldValue] = ["on": .flag(true), "reason": .text(aside.reason)]
      changes.append(
        Change(
          kind: LeftOut.kind, entity: LeftOut.identity(of: facts),
          fields: facts.merging(fields) { fact, _ in fact }))
    }
    return Act(.arrangement, changes)
  }

  func reveal(_ arrangement: EntityID) throws -> Act {
    try requireLive(Arrangement.self, arrangement)
    try requireOwn(arrangement)
    let change = try change(Arrangement.self, arrangement, ["revealed": .flag(true)])
    return Act(.reveal, [change].compactMap(\.self))
  }
}
