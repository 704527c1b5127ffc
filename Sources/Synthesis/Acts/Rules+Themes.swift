extension Rules {
  /// The act of an intent about themes.
  func themeAct(for intent: Intent) throws -> Act {
    switch intent {
    case .makeTheme(let draft): try makeTheme(draft)
    case .place(let things, let landing): try place(things, landing)
    case .unplace(let things, let theme, let arrangement):
      try unplace(things, from: theme, in: arrangement)
    case .setTheme(let theme, let fields): try setTheme(theme, fields)
    case .deleteThemes(let themes): try deleteThemes(themes)
    case .mergeThemes(let themes, let target): try mergeThemes(themes, into: target)
    case .leaveOut(let codes, let reason, let arrangement):
      try leaveOut(codes, reason: reason, in: arrangement)
    case .takeIn(let codes, let arrangement): try takeIn(codes, in: arrangement)
    case .agree(let theme, let agrees): try agree(to: theme, agrees)
    case .agreeAsShown(let theme, let basis): try agree(to: theme, true, asShown: basis)
    case .nameRound(let name, let arrangement): try nameRound(name, of: arrangement)
    case .makeArrangement(let name): try makeArrangement(name)
    case .revealArrangement(let arrangement): try reveal(arrangement)
    default: Act(.redo, [])
    }
  }

  func makeTheme(_ draft: ThemeDraft) throws -> Act {
    let id = origin.identity()
    let name = draft.name.withoutNUL.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !name.isEmpty { try requireFree(theme: name, but: nil) }
    let landing = draft.landing
    try requireOwn(landing.arrangement)
    var fields: [String: FieldValue] = ["level": .text(draft.level.rawValue)]
    if !name.isEmpty { fields["name"] = .text(name) }
    if let home = landing.arrangement { fields["arrangement"] = .entity(home) }
    let parent = try landing.parent.map(liveTheme)
    if let parent {
      guard draft.level == .descriptive else {
        throw Refusal.analyticalUnder(name: name.isEmpty ? Theme.unnamed : name)
      }
      for member in try resolved(draft.members) {
        try requireNoCircle(member, under: parent.id, in: landing.arrangement)
      }
    }
    var changes = [Change(kind: Theme.kind, entity: id, fields: fields)]
    var planner = Planner(
      rules: self, landing: landing, leaving: Set(try resolved(draft.members)))
    changes += try planner.put(id, under: parent?.id)
    // What stood elsewhere leaves it as the landing says; inside the new theme order is as given.
    var within = landing
    (within.parent, within.spot) = (id, .last)
    var members = Planner(rules: self, landing: within)
    for member in try resolved(draft.members) {
      try requireFits(member, under: id, level: draft.level, name: name)
      changes += try members.put(member, under: id) + members.leave(member, for: id)
    }
    return Act(.theme, changes, note: landing.why)
  }

  func place(_ things: [EntityID], _ landing: Landing) throws -> Act {
    try requireOwn(landing.arrangement)
    let parent = try landing.parent.map(liveTheme)
    let children = try resolved(things)
    var changes: [Change] = []
    var already: [String] = []
    var planner = Planner(rules: self, landing: landing, moving: Set(children))
    for child in children {
      if let parent {
        try requireFits(child, under: parent.id, level: parent.level, name: parent.name)
      } else if try review.folded(child)?.kind != Theme.kind {
        throw Refusal.codeAtTop(name: try review.name(of: child))
      }
      let news =
        try planner.put(child, under: parent?.id) + planner.leave(child, for: parent?.id)
      if news.isEmpty { already.append(try review.name(of: child)) }
      changes += news
    }
    let remark = already.isEmpty ? "" : "‘\(already.joined(separator: "’, ‘"))’ is already there"
    return Act(.place, changes, note: landing.why, remark: remark)
  }

  func unplace(
    _ things: [EntityID], from theme: EntityID?, in arrangement: EntityID?
  ) throws -> Act {
    try requireOwn(arrangement)
    let source = try theme.map(review.resolveTheme)
    let changes = try resolved(things).flatMap { child in
      try placements(standingFor: child, in: arrangement).filter { placement in
        guard let parent = placement.parent else { return false }
        return try source == nil || review.resolveTheme(parent) == source
      }.compactMap { try off(Placement.self, $0.id) }
    }
    return Act(.unplace, changes)
  }

  func setTheme(_ id: EntityID, _ fields: [String: String]) throws -> Act {
    let theme = try liveTheme(id)
    var values: [String: FieldValue] = [:]
    for (name, value) in fields {
      guard Theme.texts.contains(name) else {
        throw Refusal.unknownField(noun: Theme.noun, name: name)
      }
      values[name] = .text(name == "name" ? try clean(value, noun: Theme.noun) : value)
    }
    if let name = values["name"]?.text { try requireFree(theme: name, but: theme.id) }
    let change = try change(Theme.self, theme.id, values)
    let isRename = change.map { Array($0.fields.keys) } == ["name"]
    return Act(isRename ? .renameTheme : .setTheme, [change].compactMap(\.self))
  }

  func deleteThemes(_ ids: [EntityID]) throws -> Act {
    Act(
      .deleteTheme,
      try resolved(ids).compactMap { id in
        let theme = try liveTheme(id)
        return try change(Theme.self, theme.id, [Fields.deleted: .flag(true)])
      })
  }

  func mergeThemes(_ ids: [EntityID], into target: EntityID) throws -> Act {
    let absorber = try liveTheme(target)
    let changes = try resolved(ids).compactMap { id -> Change? in
      let theme = try liveTheme(id)
      guard theme.id != absorber.id else { throw Refusal.sameCode(name: try title(absorber)) }
      guard theme.level == absorber.level else {
        throw Refusal.otherLevel(name: try title(theme), target: try title(absorber))
      }
      return try change(Theme.self, theme.id, ["mergedInto": .entity(absorber.id)])
    }
    return Act(.mergeThemes, changes)
  }

  func leaveOut(_ codes: [EntityID], reason: String, in arrangement: EntityID?) throws -> Act {
    try requireOwn(arrangement)
    let reason = try clean(reason, noun: "reason")
    let changes = try resolved(codes).flatMap { code in
      try requireLive(Code.self, code)
      let left = try on(
        LeftOut.self, LeftOut.facts(of: code, in: arrangement), ["reason": .text(reason)])
      let places = try placements(standingFor: code, in: arrangement)
        .compactMap { try off(Placement.self, $0.id) }
      return [left].compactMap(\.self) + places
    }
    return Act(.leaveOut, changes, note: reason)
  }

  func takeIn(_ codes: [EntityID], in arrangement: EntityID?) throws -> Act {
    try requireOwn(arrangement)
    return Act(
      .takeIn,
      try resolved(codes).flatMap { try self.takeIn($0, in: arrangement) })
  }

  func agree(to id: EntityID, _ agrees: Bool, asShown shown: String? = nil) throws -> Act {
    let theme = try liveTheme(id)
    let facts: [String: FieldValue] = [
      "theme": .entity(theme.id), "coder": .entity(coder),
    ]
    guard agrees else {
      let off = try off(ThemeAgreement.self, ThemeAgreement.identity(of: facts))
      return Act(.agree, [off].compactMap(\.self))
    }
    let board = try board(nil)
    guard board.theme(theme.id) != nil else {
      throw Refusal.onlyInDraft(name: try title(theme))
    }
    guard shown == nil || shown == board.basis(of: theme.id) else {
      throw Refusal.changedMeanwhile(name: try title(theme))
    }
    let signed = try on(
      ThemeAgreement.self, facts, ["basis": .text(board.basis(of: theme.id))])
    return Act(.agree, [signed].compactMap(\.self))
  }
}

extension Rules {
  /// A live theme, or the one that it was merged into.
  func liveTheme(_ id: EntityID) throws -> Theme {
    let id = try review.resolveTheme(id)
    try requireLive(Theme.self, id)
    guard let folded = try review.folded(id) else { throw Refusal.gone(noun: Theme.noun) }
    return Theme(id: id, folded: folded)
  }

  private func title(_ theme: Theme) throws -> String {
    theme.name.isEmpty ? Theme.unnamed : theme.name
  }

  /// Live codes and themes after merges, each once.
  func resolved(_ things: [EntityID]) throws -> [EntityID] {
    var seen: Set<EntityID> = []
    return try things.map { id in
      switch try review.folded(id)?.kind {
      case Theme.kind?: return try liveTheme(id).id
      case Code.kind?:
        try requireLive(Code.self, id)
        return try review.resolve(id)
      default: throw Refusal.gone(noun: Code.noun)
      }
    }.filter { seen.insert($0).inserted }
  }

  func board(_ arrangement: EntityID?) throws -> ThemeBoard {
    ThemeBoard(
      try review.boardFacts(for: nil, of: [Theme.kind, Placement.kind, LeftOut.kind]),
      arrangement: arrangement, codes: try review.unmergedCodes().map(\.id))
  }

  /// Throws where a draft is another's.
  func requireOwn(_ arrangement: EntityID?) throws {
    guard let arrangement else { return }
    try requireLive(Arrangement.self, arrangement)
    guard let fields = try review.folded(arrangement)?.fields,
      let draft = Arrangement(id: arrangement, fields: fields), draft.owner != coder
    else { return }
    // Of a draft that may not be seen not even the name is told.
    guard draft.isRevealed else { throw Refusal.gone(noun: Arrangement.noun) }
    throw Refusal.otherDraft(name: draft.name, coder: try review.name(of: draft.owner))
  }

  /// Throws where another theme has the name.
  ///
  /// Themes made in others' drafts that are not revealed do not count: nobody may learn of them by
  /// being refused.
  func requireFree(theme name: String, but own: EntityID?) throws {
    var veil = try Veil(review, from: coder)
    for theme in try review.live(Theme.kind) where theme.id != own {
      guard theme.folded.fields.text("name") == name,
        theme.folded.fields.entity("mergedInto") == nil,
        try !veil.hides(theme.id, theme.folded, review)
      else { continue }
      throw Refusal.nameTaken(noun: Theme.noun, name: name)
    }
  }

  /// Throws where a round or a draft that may be seen has the name.
  func requireFree(boardName name: String) throws {
    var veil = try Veil(review, from: coder)
    let rounds = try review.live(Round.kind)
      .filter { try !veil.hides($0.id, $0.folded, review) }
      .map { ($0.folded.fields.text("name"), Round.noun) }
    let drafts = try review.live(Arrangement.kind).filter { thing in
      Arrangement(id: thing.id, fields: thing.folded.fields)?.isVisible(to: coder) ?? false
    }.map { ($0.folded.fields.text("name"), Arrangement.noun) }
    let taken = rounds + drafts + [(Arrangement.sharedName, "board")]
    if let (_, noun) = taken.first(where: { $0.0 == name }) {
      throw Refusal.nameTaken(noun: noun, name: name)
    }
  }

  private func requireFits(
    _ child: EntityID, under parent: EntityID, level: Theme.Level, name parentName: String
  ) throws {
    let parentName = parentName.isEmpty ? Theme.unnamed : parentName
    guard let folded = try review.folded(child) else { throw Refusal.gone(noun: Code.noun) }
    guard folded.kind == Theme.kind else {
      guard level == .descriptive else {
        throw Refusal.codeUnderAnalytical(name: try review.name(of: child), theme: parentName)
      }
      return
    }
    let theme = Theme(id: child, folded: folded)
    guard theme.level == .descriptive else {
      throw Refusal.analyticalUnder(name: try title(theme))
    }
    guard theme.id != parent else {
      throw Refusal.underItself(name: try title(theme), theme: try title(theme))
    }
  }

  /// The placements of a code or theme and of all that was merged into it.
  func placements(
    standingFor child: EntityID, in arrangement: EntityID?
  ) throws -> [Placement] {
    try family(of: child).flatMap { try review.placements(of: $0, in: arrangement) }
  }

  /// A code or theme and all that was merged into it, each once even where links make a ring.
  private func family(of id: EntityID) throws -> [EntityID] {
    var family = [id]
    var seen: Set<EntityID> = [id]
    var index = 0
    while index < family.count {
      family += try review.absorbed(into: family[index]).filter { seen.insert($0).inserted }
      index += 1
    }
    return family
  }

  /// Throws where a theme would stand under itself.
  func requireNoCircle(
    _ child: EntityID, under parent: EntityID?, in arrangement: EntityID?
  ) throws {
    guard let parent, try review.folded(child)?.kind == Theme.kind else { return }
    var waiting = [parent]
    var seen: Set<EntityID> = []
    while let above = waiting.popLast() {
      if above == child {
        throw Refusal.underItself(
          name: try review.name(of: child), theme: try review.name(of: parent))
      }
      guard seen.insert(above).inserted else { continue }
      // What was merged into a theme gives it places only where it has none itself.
      let own = try review.placements(of: above, in: arrangement)
      let standing = try own.isEmpty ? placements(standingFor: above, in: arrangement) : own
      waiting += try standing.compactMap(\.parent).map(review.resolveTheme)
    }
  }

  /// The changes by which a code is left out no longer, nor what was merged into it.
  func takeIn(_ code: EntityID, in arrangement: EntityID?) throws -> [Change] {
    try family(of: code).compactMap { own in
      try off(LeftOut.self, LeftOut.identity(of: LeftOut.facts(of: own, in: arrangement)))
    }
  }
}
