extension Rules {
  func define(_ code: EntityID, _ fields: [String: String]) throws -> Act {
    try requireLive(Code.self, code)
    var values: [String: FieldValue] = [:]
    for (name, value) in fields {
      guard Code.texts.contains(name), name != "name" else {
        throw Refusal.unknownField(noun: Code.noun, name: name)
      }
      values[name] = .text(value)
    }
    return Act(.define, [try change(Code.self, code, values)].compactMap(\.self))
  }

  func rename(_ code: EntityID, to name: String) throws -> Act {
    try requireLive(Code.self, code)
    let name = try clean(name, noun: "code")
    guard try review.codes(named: name).allSatisfy({ $0 == code }) else {
      throw Refusal.nameTaken(noun: "code", name: name)
    }
    return Act(.rename, [try change(Code.self, code, ["name": .text(name)])].compactMap(\.self))
  }

  func mergeCodes(_ codes: [EntityID], into target: EntityID) throws -> Act {
    try requireLive(Code.self, target)
    let absorber = try review.resolve(target)
    let changes = try codes.compactMap { code in
      try requireLive(Code.self, code)
      let absorbed = try review.resolve(code)
      guard absorbed != absorber else {
        throw Refusal.sameCode(name: try review.name(of: absorber))
      }
      return try change(Code.self, absorbed, ["mergedInto": .entity(absorber)])
    }
    var seen: Set<EntityID> = []
    return Act(.merge, changes.filter { seen.insert($0.entity).inserted })
  }

  func splitCode(_ code: EntityID, newName: String, places: [Place]) throws -> Act {
    let name = try clean(newName, noun: "code")
    guard try review.codes(named: name).isEmpty else {
      throw Refusal.nameTaken(noun: "code", name: name)
    }
    let moved = try recode(from: code, to: .named(name), places: places)
    return Act(.splitCode, moved.changes, remark: moved.remark)
  }

  func recode(from code: EntityID, to choice: CodeChoice, places: [Place]) throws -> Act {
    try requireLive(Code.self, code)
    let source = try review.resolve(code)
    var touching: [Coding] = []
    for place in places {
      let here = try codings(touching: try words(at: place), in: place.document)
      touching += try here.filter { coding in
        try review.resolve(coding.code) == source && !touching.contains(coding)
      }
    }
    let mine = touching.filter { $0.coder == coder }
    guard let first = mine.first else {
      let line = try places.first.map {
        try LineNumbers(review).name(of: $0.passage, in: $0.document)
      }
      throw Refusal.nothingOfYours(
        line: line ?? "?", others: try Set(touching.map(\.coder)).map(review.name).sorted())
    }
    let (target, made) = try self.code(for: choice, madeAt: Place(first.document, first.passage))
    guard target != source else { throw Refusal.sameCode(name: try review.name(of: source)) }
    // Codes merged into the source can lie on one passage: they become one coding.
    let changes = try Dictionary(grouping: mine) { Place($0.document, $0.passage) }
      .sorted { ($0.key.document, $0.key.passage) < ($1.key.document, $1.key.passage) }
      .flatMap { try move($0.value, to: target, passage: $0.key.passage) }
    let left = touching.count - mine.count
    return Act(
      .recode, [made].compactMap(\.self) + changes,
      remark: left == 0
        ? ""
        : left == 1
          ? "1 coding of others stays as it is" : "\(left) codings of others stay as they are")
  }

  func writeMemo(_ target: MemoTarget, text: String) throws -> Act {
    switch target {
    case .code(let id): return try writeMemo(Code.self, id, text: text)
    case .theme(let id): return try writeMemo(Theme.self, liveTheme(id).id, text: text)
    case .coding(let id):
      try requireLive(Coding.self, id)
      if let owner = try review.folded(id)?.fields.entity("coder"), owner != coder {
        throw Refusal.notYours(coder: try review.name(of: owner))
      }
      return try writeMemo(Coding.self, id, text: text)
    case .review:
      let facts = memoFacts(try review.reviewID(), Passage(start: 0, end: 0))
      return try writeMemo(origin.identity(), facts, text: text)
    case .study(let id):
      try requireLive(Study.self, id)
      let facts = memoFacts(id, Passage(start: 0, end: 0))
      return try writeMemo(Memo.identity(of: facts), facts, text: text)
    case .passage(let place):
      let facts = memoFacts(place.document, try words(at: place))
      return try writeMemo(Memo.identity(of: facts), facts, text: text)
    }
  }

  private func memoFacts(_ about: EntityID, _ passage: Passage) -> [String: FieldValue] {
    [
      "about": .entity(about), "start": .number(passage.start), "end": .number(passage.end),
      "coder": .entity(coder),
    ]
  }

  private func writeMemo(
    _ kind: any Entity.Type, _ id: EntityID, text: String
  ) throws -> Act {
    try requireLive(kind, id)
    return Act(.memo, [try change(kind, id, ["memo": .text(text)])].compactMap(\.self))
  }

  private func writeMemo(
    _ id: EntityID, _ facts: [String: FieldValue], text: String
  ) throws -> Act {
    if text.isEmpty, try review.folded(id) == nil { return Act(.memo, []) }
    return Act(
      .memo, [try change(Memo.self, id, ["text": .text(text)], keeping: facts)].compactMap(\.self))
  }
}
