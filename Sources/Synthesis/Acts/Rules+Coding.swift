extension Rules {
  func apply(_ choices: [CodeChoice], at place: Place) throws -> Act {
    let passage = try codable(place)
    var changes: [Change] = []
    var already: [String] = []
    var (names, codes): (Set<String>, Set<EntityID>) = ([], [])
    for choice in choices {
      // Two spellings of a new name, or a code and one merged into it, are one choice.
      if case .named(let name, _) = choice {
        guard names.insert(try clean(name, noun: Code.noun)).inserted else { continue }
      }
      let (code, made) = try self.code(for: choice, madeAt: Place(place.document, passage))
      guard codes.insert(code).inserted else { continue }
      guard let coding = try coding(code, on: passage, in: place.document) else {
        already.append(try review.name(of: code))
        continue
      }
      changes += [made, coding].compactMap(\.self)
    }
    let remark = already.isEmpty ? "" : "‘\(already.joined(separator: "’, ‘"))’ is already there"
    return Act(.code, changes, remark: remark)
  }

  func applyAgain(at place: Place) throws -> Act {
    var codes: [EntityID] = []
    try review.recentActions(of: coder) { action in
      guard action.verb == .code, try review.undoing(of: action.id) == nil,
        let change = action.changes.first(where: { $0.kind == Coding.kind }),
        let last = Coding(id: change.entity, fields: Fields(change.fields))
      else { return false }
      codes = try review.codings(meeting: last.passage, in: last.document)
        .filter { $0.coder == coder && $0.passage == last.passage }.map(\.code)
      return !codes.isEmpty
    }
    guard !codes.isEmpty else { throw Refusal.nothingToRepeat }
    return try apply(codes.map(CodeChoice.existing), at: place)
  }

  func takeOff(_ codes: [EntityID]?, at place: Place) throws -> Act {
    let passage = try words(at: place)
    let here = try codings(touching: passage, in: place.document)
    let wanted = try codes.map { try Set($0.map(review.resolve)) }
    let mine = try here.filter { coding in
      guard coding.coder == coder, let wanted else { return coding.coder == coder }
      return wanted.contains(try review.resolve(coding.code))
    }
    var changes = try mine.compactMap { try off(Coding.self, $0.id) }
    if codes == nil {
      changes += try review.setAsides(meeting: passage, in: place.document)
        .filter { $0.coder == coder }.compactMap { try off(SetAside.self, $0.id) }
    }
    guard !changes.isEmpty else {
      let line = try LineNumbers(review).name(of: passage, in: place.document)
      let others = try Set(here.map(\.coder)).subtracting([coder]).map(review.name).sorted()
      throw Refusal.nothingOfYours(line: line, others: others)
    }
    return Act(.takeOff, changes)
  }

  func setAside(at place: Place, reason: String) throws -> Act {
    let reason = try clean(reason, noun: "reason")
    let passage = try codable(place, allowingQuotedPart: true)
    let table = try review.lines(of: place.document)
    let lines = table.indices(meeting: passage).map { table.lines[$0] }.filter(\.isCodable)
    for line in lines {
      let mine = try codings(touching: line.passage, in: place.document)
        .filter { $0.coder == coder }
      guard mine.isEmpty else {
        throw Refusal.alreadyCoded(
          line: try number(of: line, in: place.document),
          codes: try mine.map { try review.name(of: try review.resolve($0.code)) })
      }
    }
    let changes = try lines.compactMap { line in
      try on(
        SetAside.self, facts(line.passage, in: place.document), ["reason": .text(reason)])
    }
    return Act(.setAside, changes)
  }

  func tie(_ target: EntityID, at place: Place, isAgainst: Bool) throws -> Act {
    let passage = try words(at: place)
    let isTheme = try review.folded(target)?.kind == Theme.kind
    try requireLive(isTheme ? Theme.self : Code.self, target)
    let facts = try tieFacts(target, passage, in: place.document)
    return Act(
      .tie,
      [try on(Evidence.self, facts, ["against": .flag(isAgainst)])].compactMap(\.self))
  }

  func untie(_ target: EntityID, at place: Place) throws -> Act {
    let passage = try words(at: place)
    let standing = try subject(of: target)
    // What was tied to a code or theme that has since been merged into this one is this one's now.
    let ties = try review.live(Evidence.kind)
      .compactMap { Evidence(id: $0.id, fields: $0.folded.fields) }
      .filter { tie in
        guard tie.document == place.document, tie.passage == passage, tie.coder == coder else {
          return false
        }
        return try subject(of: tie.target) == standing
      }
    guard !ties.isEmpty else { throw Refusal.gone(noun: Evidence.noun) }
    return Act(.untie, try ties.compactMap { try off(Evidence.self, $0.id) })
  }

  private func tieFacts(
    _ target: EntityID, _ passage: Passage, in document: EntityID
  ) throws -> [String: FieldValue] {
    facts(passage, in: document).merging(["target": .entity(try subject(of: target))]) {
      fact, _ in fact
    }
  }

  /// The code or theme that a tie is to, after merges.
  private func subject(of target: EntityID) throws -> EntityID {
    try review.folded(target)?.kind == Theme.kind
      ? review.resolveTheme(target) : review.resolve(target)
  }

  func moveBounds(of id: EntityID, to passage: Passage) throws -> Act {
    guard let folded = try review.folded(id), try review.isLive(id),
      let coding = Coding(id: id, fields: folded.fields)
    else { throw Refusal.gone(noun: Coding.noun) }
    guard coding.coder == coder else {
      throw Refusal.notYours(coder: try review.name(of: coding.coder))
    }
    let bounds = try codable(Place(coding.document, passage))
    guard bounds != coding.passage else { return Act(.bounds, []) }
    return Act(.bounds, try move([coding], to: coding.code, passage: bounds))
  }
}

extension Rules {
  /// Off and on in one action, with the memos of what is moved (the coder's own, all of one
  /// document) and of what is there already.
  func move(_ codings: [Coding], to code: EntityID, passage: Passage) throws -> [Change] {
    guard let document = codings.first?.document else { return [] }
    let target = Coding(document: document, passage: passage, code: code, coder: coder).id
    let standing = try review.folded(target)?.fields.text("memo") ?? ""
    var memos = try review.isLive(target) && !standing.isEmpty ? [standing] : []
    for memo in codings.map(\.memo) where !memo.isEmpty && !memos.contains(memo) {
      memos.append(memo)
    }
    let memo = memos.joined(separator: "\n")
    let arrived = try coding(
      code, on: passage, in: document, memo == standing ? [:] : ["memo": .text(memo)])
    return try codings.compactMap { try off(Coding.self, $0.id) } + [arrived].compactMap(\.self)
  }

  func coding(
    _ code: EntityID, on passage: Passage, in document: EntityID,
    _ fields: [String: FieldValue] = [:]
  ) throws -> Change? {
    var facts = facts(passage, in: document)
    facts["code"] = .entity(code)
    return try on(Coding.self, facts, fields)
  }

  /// The range and the coder: what set-asides, ties and codings have in common.
  func facts(_ passage: Passage, in document: EntityID) -> [String: FieldValue] {
    [
      "document": .entity(document), "start": .number(passage.start),
      "end": .number(passage.end), "coder": .entity(coder),
    ]
  }

  /// The code of a choice, and the change that makes it where there is none of that name.
  func code(for choice: CodeChoice, madeAt place: Place) throws -> (EntityID, Change?) {
    switch choice {
    case .existing(let id):
      try requireLive(Code.self, id)
      return (try review.resolve(id), nil)
    case .named(let name, let inVivo):
      let name = try clean(name, noun: "code")
      let codes = try review.codes(named: name)
      guard codes.count < 2 else { throw Refusal.ambiguousCode(name: name, ids: codes) }
      if let code = codes.first { return (code, nil) }
      var fields: [String: FieldValue] = [
        "name": .text(name), "madeIn": .entity(place.document),
        "madeAt": .number(place.passage.start),
      ]
      if inVivo { fields["inVivo"] = .flag(true) }
      let id = origin.identity()
      return (id, Change(kind: Code.kind, entity: id, fields: fields))
    }
  }

  /// The words of a place that may be coded.
  ///
  /// - Throws: ``Refusal`` where no line that they touch is codable, or where they lie wholly in
  ///   the quoted part of an author's line.
  func codable(_ place: Place, allowingQuotedPart: Bool = false) throws -> Passage {
    let passage = try words(at: place)
    let table = try review.lines(of: place.document)
    let lines = table.indices(touchedBy: passage).map { table.lines[$0] }
    guard lines.contains(where: \.isCodable) else {
      guard let line = lines.first else {
        throw Refusal.noSuchPassage(
          start: passage.start, end: passage.end, length: table.text.scalarCount)
      }
      throw Refusal.notCodable(
        line: try number(of: line, in: place.document), standing: line.standing,
        section: line.section.map { table.sections[$0].title } ?? "")
    }
    let isQuoted = table.participants.contains { $0.contains(passage) }
    if isQuoted, !allowingQuotedPart, try review.review().quotations != .code {
      throw Refusal.quotedPart(line: try number(of: lines[0], in: place.document))
    }
    return passage
  }

  /// The live codings that share a scalar that is not white space with the lines of a passage.
  func codings(touching passage: Passage, in document: EntityID) throws -> [Coding] {
    let table = try review.lines(of: document)
    let indices = Set(table.indices(meeting: passage))
    return try review.codings(meeting: passage, in: document).filter {
      !indices.isDisjoint(with: table.indices(touchedBy: $0.passage))
    }
  }
}
