import ReviewFile
import Synthesis

/// Makes a review of a scale, the same for one seed, out of the acts that people would have done.
struct MadeReview {
  let scale: Scale
  private var nonsense: Nonsense
  private var clock: Int64 = 1_700_000_000_000
  private var coders: [EntityID] = []
  private var codes: [EntityID] = []
  private var known: Set<Int> = []
  private var names: Set<String> = []

  init(_ scale: Scale, seed: UInt64 = 1) {
    self.scale = scale
    nonsense = Nonsense(seed: seed)
  }

  /// Writes the review.
  mutating func write(to path: String) throws {
    let review = identity()
    coders = [identity(), identity()].sorted()
    codes = (0..<scale.codes).map { _ in identity() }
    var maker = self
    try ReviewFile.createFilled(at: path, review: review) { log in
      try maker.fill(&log, review)
    }
  }

  private mutating func fill(_ log: inout BulkLog, _ review: EntityID) throws {
    let people = Array(zip(coders, ["Mara Quill", "Jo Sand"])).map { (id: $0, name: $1) }
    try append(
      .newReview(
        review, title: "A made review of \(scale.studies) studies",
        question: "What is said often enough to be measured?", rule: .evidence, unit: .sentence,
        coders: people), by: 0, to: &log)
    for number in 1...scale.studies {
      let text = MadeText(lines: scale.linesAStudy, &nonsense)
      let document = identity()
      try append(imported(text, as: document, number), by: 0, to: &log)
      for passage in text.codable { try code(passage, in: document, &log) }
    }
    try makeThemes(&log)
  }

  /// An identity that grows with time, as those of a program at work do.
  private mutating func identity() -> EntityID {
    EntityID(high: UInt64(clock) << 16 | nonsense.bits() & 0xFFF, low: nonsense.bits())
      .marked(version: 7)
  }

  private mutating func append(_ act: Act, by coder: Int, to log: inout BulkLog) throws {
    clock += 1 + Int64(nonsense.number(below: 20))
    try log.append(act, id: identity(), at: clock, coder: coders[coder])
  }
}

extension MadeReview {
  private mutating func imported(
    _ text: MadeText, as document: EntityID, _ number: Int
  ) -> Act {
    let study = identity()
    let label = "\(nonsense.name()) \(1990 + number % 35) (\(number))"
    let hash = Digest(of: text.bytes).hex
    let whole: [String: FieldValue] = [
      "document": .entity(document), "start": .number(0), "end": .number(text.length),
    ]
    let findings: [String: FieldValue] = [
      "title": .text("Findings"), "level": .number(1), "eligible": .flag(true),
      "why": .text("its name"),
    ]
    let fields: [String: FieldValue] = [
      "study": .entity(study), "title": .text(label), "file": .text("\(number).txt"),
      "encoding": .text("UTF-8"), "text": .text(hash), "original": .text(hash),
      "lines": .list(Document.deltas(of: text.lines).map(FieldValue.number)),
      "headings": .list([.number(0)]),
      "paragraphs": .list(Document.differences(of: text.paragraphs).map(FieldValue.number)),
    ]
    return Act(
      .importText,
      [
        Change(kind: Study.kind, entity: study, fields: ["label": .text(label)]),
        Change(kind: Document.kind, entity: document, fields: fields),
        Change(
          kind: Section.kind, entity: Section.identity(of: whole),
          fields: whole.merging(findings) { fact, _ in fact }),
      ], contents: [text.bytes])
  }

  /// Both coders code a line, the second mostly as the first did.
  private mutating func code(
    _ passage: Passage, in document: EntityID, _ log: inout BulkLog
  ) throws {
    let first = choices([])
    let second = choices(nonsense.number(below: 10) < 6 ? [first[0]] : [])
    for (coder, chosen) in [first, second].enumerated() {
      var changes: [Change] = []
      for code in chosen {
        if known.insert(code).inserted {
          changes.append(newCode(code, document, passage.start))
        }
        changes.append(coding(code, document, passage, coder))
      }
      try append(Act(.code, changes), by: coder, to: &log)
    }
  }

  private mutating func choices(_ given: [Int]) -> [Int] {
    var chosen = given
    while chosen.count < scale.codesALine {
      let code = nonsense.skewed(below: scale.codes)
      if !chosen.contains(code) { chosen.append(code) }
    }
    return chosen
  }

  private mutating func newCode(_ code: Int, _ document: EntityID, _ start: Int) -> Change {
    Change(
      kind: Code.kind, entity: codes[code],
      fields: [
        "name": .text(newName()), "madeIn": .entity(document), "madeAt": .number(start),
      ])
  }

  private mutating func newName() -> String {
    var name = nonsense.phrase(2...6)
    while !names.insert(name).inserted { name = nonsense.phrase(3...6) }
    return name
  }

  private func coding(
    _ code: Int, _ document: EntityID, _ passage: Passage, _ coder: Int
  ) -> Change {
    let own = Coding(
      document: document, passage: passage, code: codes[code], coder: coders[coder])
    return Change(
      kind: Coding.kind, entity: own.id,
      fields: [
        "document": .entity(document), "start": .number(passage.start),
        "end": .number(passage.end), "code": .entity(codes[code]),
        "coder": .entity(coders[coder]), "on": .flag(true),
      ])
  }
}

extension MadeReview {
  /// Themes at the top, themes under them, and of twenty codes all but one under those.
  private mutating func makeThemes(_ log: inout BulkLog) throws {
    let tops = try (0..<scale.analyticalThemes).map { _ in
      try makeTheme(.analytical, under: nil, &log)
    }
    let groups = try (0..<scale.descriptiveThemes).map { index in
      try makeTheme(.descriptive, under: tops[index % tops.count], &log)
    }
    for (index, theme) in groups.enumerated() {
      var last: OrderKey?
      let own = stride(from: index, to: codes.count, by: groups.count)
        .filter { $0 % 20 != 7 && known.contains($0) }
      let placed = own.map { placement(of: codes[$0], under: theme, after: &last) }
      if !placed.isEmpty { try append(Act(.place, placed), by: index % 2, to: &log) }
    }
  }

  private mutating func makeTheme(
    _ level: Theme.Level, under parent: EntityID?, _ log: inout BulkLog
  ) throws -> EntityID {
    let theme = identity()
    var last: OrderKey? = OrderKey.between(nil, nil, tail: nonsense.bits())
    let fields: [String: FieldValue] = [
      "level": .text(level.rawValue), "name": .text(newName()),
      "statement": .text(nonsense.sentence()),
    ]
    let made = Change(kind: Theme.kind, entity: theme, fields: fields)
    try append(
      Act(.theme, [made, placement(of: theme, under: parent, after: &last)]), by: 0, to: &log)
    return theme
  }

  private mutating func placement(
    of child: EntityID, under parent: EntityID?, after last: inout OrderKey?
  ) -> Change {
    let facts: [String: FieldValue] = [
      "child": .entity(child), "parent": parent.map(FieldValue.entity) ?? .text(""),
      "arrangement": .text(""),
    ]
    let key = OrderKey.between(last, nil, tail: nonsense.bits())
    last = key
    let state: [String: FieldValue] = ["on": .flag(true), "position": .text(key.text)]
    return Change(
      kind: Placement.kind, entity: Placement.identity(of: facts),
      fields: facts.merging(state) { fact, _ in fact })
  }
}
