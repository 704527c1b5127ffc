extension Rules {
  func addCoder(name: String, initials: String, role: Coder.Role) throws -> Act {
    let name = try clean(name, noun: "coder")
    let coders = try review.coders()
    if coders.contains(where: { $0.name == name }) {
      throw Refusal.nameTaken(noun: "coder", name: name)
    }
    guard coders.count < 63 else { throw Refusal.tooManyCoders }
    let taken = Set(coders.map(\.initials))
    if taken.contains(initials) { throw Refusal.nameTaken(noun: "coder", name: initials) }
    let chosen = initials.isEmpty ? Coder.freeInitials(for: name, taken: taken) : initials
    let fields: [String: FieldValue] = [
      "name": .text(name), "initials": .text(chosen), "role": .text(role.rawValue),
    ]
    let added = try change(Coder.self, origin.identity(), fields)
    return Act(.addCoder, [added].compactMap(\.self))
  }

  func importDocument(_ document: DocumentImport) throws -> Act {
    let (study, studyChange) = try study(for: document.study)
    let text = Digest(of: document.text)
    let id = origin.identity()
    let fields: [String: FieldValue] = [
      "study": .entity(study), "title": .text(document.title), "file": .text(document.file),
      "encoding": .text(document.encoding), "text": .text(text.hex),
      "original": .text(Digest(of: document.original).hex),
      "lines": .list(Document.deltas(of: document.lines).map(FieldValue.number)),
      "headings": .list(Document.differences(of: document.headings).map(FieldValue.number)),
      "paragraphs": .list(Document.differences(of: document.paragraphs).map(FieldValue.number)),
    ]
    let frozen = Change(kind: Document.kind, entity: id, fields: fields)
    let changes =
      [studyChange, frozen].compactMap(\.self)
      + document.sections.map { Self.change(for: $0, in: id) }
      + document.guesses.map { Self.change(for: $0, in: id) }
    var seen: Set<EntityID> = []
    return Act(
      .importText, changes.filter { seen.insert($0.entity).inserted },
      contents: [document.text, document.original])
  }

  private func study(
    for choice: DocumentImport.StudyChoice
  ) throws -> (EntityID, Change?) {
    switch choice {
    case .existing(let id):
      try requireLive(Study.self, id)
      return (id, nil)
    case .new(let label):
      let label = try clean(label, noun: "study")
      try requireFree(label: label, but: nil)
      let id = origin.identity()
      return (id, Change(kind: Study.kind, entity: id, fields: ["label": .text(label)]))
    }
  }

  private func requireFree(label: String, but study: EntityID?) throws {
    let isTaken = try review.live(Study.kind).contains {
      $0.id != study && $0.folded.fields.text("label") == label
    }
    if isTaken { throw Refusal.nameTaken(noun: "study", name: label) }
  }

  private static func range(_ passage: Passage, in document: EntityID) -> [String: FieldValue] {
    [
      "document": .entity(document), "start": .number(passage.start), "end": .number(passage.end),
    ]
  }

  private static func change(
    for section: DocumentImport.Section, in document: EntityID
  ) -> Change {
    let facts = range(section.passage, in: document)
    let fields: [String: FieldValue] = [
      "title": .text(section.title), "level": .number(section.level),
      "eligible": .flag(section.isEligible), "why": .text(section.why),
    ]
    return Change(
      kind: Section.kind, entity: Section.identity(of: facts),
      fields: facts.merging(fields) { fact, _ in fact })
  }

  private static func change(for guess: DocumentImport.Guess, in document: EntityID) -> Change {
    let facts = range(guess.passage, in: document)
    let fields: [String: FieldValue] = [
      "voice": .text(guess.voice.rawValue), "speaker": .text(guess.speaker),
      "why": .text(guess.why), "confirmed": .flag(false), "on": .flag(true),
    ]
    return Change(
      kind: Role.kind, entity: Role.identity(of: facts),
      fields: facts.merging(fields) { fact, _ in fact })
  }

  func setStudy(_ study: EntityID, _ fields: [String: String]) throws -> Act {
    try requireLive(Study.self, study)
    var values: [String: FieldValue] = [:]
    for (name, value) in fields {
      guard Study.type(of: name) == .text, name != "column." else {
        throw Refusal.unknownField(noun: Study.noun, name: name)
      }
      values[name] = .text(name == "label" ? try clean(value, noun: "study") : value)
    }
    if let label = values["label"]?.text { try requireFree(label: label, but: study) }
    return Act(.study, [try change(Study.self, study, values)].compactMap(\.self))
  }

  func setSections(_ sections: [EntityID], isEligible: Bool, why: String) throws -> Act {
    var seen: Set<EntityID> = []
    let changes = try sections.filter { seen.insert($0).inserted }.compactMap { section in
      try requireLive(Section.self, section)
      return try change(
        Section.self, section, ["eligible": .flag(isEligible), "why": .text(why)])
    }
    return Act(.section, changes, note: why)
  }

  func setVoice(_ voice: Voice, at place: Place) throws -> Act {
    let passage = try words(at: place)
    let facts = Self.range(passage, in: place.document)
    let fields: [String: FieldValue] = [
      "voice": .text(voice.rawValue), "confirmed": .flag(true),
    ]
    let said =
      try on(Role.self, facts, fields)
      ?? repeated(facts, fields, at: Place(place.document, passage))
    return Act(.role, [said].compactMap(\.self))
  }

  /// The change that says again whose words a passage is, so that it counts above what was said of
  /// a part of it since; `nil` where nothing was.
  private func repeated(
    _ facts: [String: FieldValue], _ fields: [String: FieldValue], at place: Place
  ) throws -> Change? {
    let id = Role.identity(of: facts)
    guard let mine = try review.folded(id)?.writers["voice"] else { return nil }
    let isCovered = try review.roles(of: place.document).contains { role in
      guard role.id != id, role.isConfirmed, role.passage.meets(place.passage),
        let other = try review.folded(role.id)?.writers["voice"]
      else { return false }
      return mine.precedes(other)
    }
    guard isCovered else { return nil }
    return Change(
      kind: Role.kind, entity: id, fields: facts.merging(fields) { fact, _ in fact },
      over: ["voice": [mine.action]])
  }

  func confirmVoice(at place: Place) throws -> Act {
    let passage = try words(at: place)
    let guesses = try review.roles(of: place.document).filter { $0.passage.meets(passage) }
    if guesses.isEmpty { return try setVoice(.author, at: place) }
    let changes = try guesses.compactMap { role in
      try change(Role.self, role.id, ["confirmed": .flag(true)])
    }
    return Act(.role, changes)
  }

  func splitLine(_ document: EntityID, _ position: Int) throws -> Act {
    try requireLive(Document.self, document)
    let table = try review.lines(of: document)
    let here = Passage(start: position, end: position &+ 1)
    guard let index = table.indices(meeting: here).first else {
      throw Refusal.noSuchPassage(
        start: position, end: position, length: table.text.scalarCount)
    }
    let line = table.lines[index]
    let tail = LineTable.trimmed(
      Passage(start: position, end: line.passage.end), in: table.text)
    guard line.standing != .heading, tail.start > line.passage.start, !tail.isEmpty else {
      throw Refusal.cannotSplit(line: try number(of: line, in: document))
    }
    return Act(.split, [try cut(document, tail.start, true)].compactMap(\.self))
  }

  func joinLine(_ document: EntityID, _ position: Int) throws -> Act {
    try requireLive(Document.self, document)
    let table = try review.lines(of: document)
    let here = Passage(start: position, end: position &+ 1)
    guard let index = table.indices(meeting: here).first else {
      throw Refusal.noSuchPassage(
        start: position, end: position, length: table.text.scalarCount)
    }
    let line = table.lines[index]
    guard index + 1 < table.lines.count, case let next = table.lines[index + 1],
      next.paragraph == line.paragraph, next.section == line.section,
      line.standing != .heading, next.standing != .heading
    else { throw Refusal.cannotJoin(line: try number(of: line, in: document)) }
    return Act(.join, [try cut(document, next.passage.start, false)].compactMap(\.self))
  }

  private func cut(_ document: EntityID, _ position: Int, _ isCut: Bool) throws -> Change? {
    let facts: [String: FieldValue] = [
      "document": .entity(document), "position": .number(position),
    ]
    return try change(
      Cut.self, Cut.identity(of: facts), ["cut": .flag(isCut)], keeping: facts)
  }

  func setDone(_ study: EntityID, isDone: Bool) throws -> Act {
    try requireLive(Study.self, study)
    let facts: [String: FieldValue] = ["study": .entity(study), "coder": .entity(coder)]
    let changed =
      isDone
      ? try on(StudyDone.self, facts) : try off(StudyDone.self, StudyDone.identity(of: facts))
    return Act(.done, [changed].compactMap(\.self))
  }

  func look(_ study: EntityID) throws -> Act {
    try requireLive(Study.self, study)
    let facts: [String: FieldValue] = ["study": .entity(study), "coder": .entity(coder)]
    return Act(.look, [try on(Look.self, facts)].compactMap(\.self))
  }

  func setReasons(_ reasons: [String]) throws -> Act {
    let cleaned = try reasons.map { try clean($0, noun: "reason") }
    let unique = cleaned.enumerated().filter { cleaned.firstIndex(of: $0.element) == $0.offset }
    let value = FieldValue.list(unique.map { .text($0.element) })
    return Act(
      .reasons,
      [try change(Review.self, try review.reviewID(), ["reasons": value])].compactMap(\.self))
  }
}

extension Rules {
  /// The words of a place without white space at their edges.
  ///
  /// - Throws: ``Refusal`` where there are none.
  func words(at place: Place) throws -> Passage {
    try requireLive(Document.self, place.document)
    let table = try review.lines(of: place.document)
    let length = table.text.scalarCount
    let whole = Passage(start: 0, end: length)
    let passage = place.passage
    guard !passage.isEmpty, whole.contains(passage),
      case let trimmed = LineTable.trimmed(passage, in: table.text), !trimmed.isEmpty
    else {
      throw Refusal.noSuchPassage(start: passage.start, end: passage.end, length: length)
    }
    return trimmed
  }

  /// The number of a line within its study, for a sentence.
  func number(of line: Line, in document: EntityID) throws -> String {
    try LineNumbers(review).name(of: line.passage, in: document)
  }
}
