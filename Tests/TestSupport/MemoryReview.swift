import Synthesis

/// A review in memory that answers by brute force: after each action everything is folded again
/// from the whole log, the plainest way there is.
///
/// The slow oracle against which the fold and the review file are tested. It shares with them the
/// derivation of lines (``LineTable``) and nothing else that counts.
package struct MemoryReview: ReviewReading {
  package let id: EntityID
  /// The log, in the order of arrival.
  package private(set) var actions: [Action] = []
  /// The frozen texts by their SHA-256.
  package private(set) var contents: [String: [UInt8]] = [:]
  private var changes: [EntityID: [LoggedChange]] = [:]
  private var things: [EntityID: Folded] = [:]
  private var marks: [ActionID: Undoing] = [:]
  private var living: Set<EntityID> = []
  private var absorbers: [EntityID: EntityID] = [:]

  /// Makes an empty review.
  package init(_ id: EntityID) { self.id = id }

  /// Makes a review of a log in some order of arrival.
  package init(_ id: EntityID, actions: [Action], contents: [String: [UInt8]] = [:]) {
    self.id = id
    self.actions = actions
    self.contents = contents
    foldAll()
  }

  /// Takes an action as it arrives.
  package mutating func append(_ action: Action) {
    actions.append(action)
    foldAll()
  }

  /// Does what an intent says, at the end of the log.
  ///
  /// - Returns: The action, or `nil` where all was so already.
  @discardableResult
  package mutating func perform(
    _ intent: Intent, as coder: EntityID, origin: any Origin
  ) throws -> Action? {
    let action = origin.identity()
    return try append(
      Rules(review: self, coder: coder, origin: origin).act(for: intent), as: coder,
      id: action, at: origin.now())
  }

  /// Appends an act.
  @discardableResult
  package mutating func append(
    _ act: Act, as coder: EntityID, id: ActionID, at: Int64
  ) -> Action? {
    guard !act.isEmpty else { return nil }
    let last = actions.map(\.stamp).max() ?? Stamp(0)
    let action = Action(
      id: id, stamp: .next(now: at, after: last), at: at, coder: coder, verb: act.verb,
      note: act.note, changes: act.changes)
    for content in act.contents { contents[Digest(of: content).hex] = content }
    append(action)
    return action
  }
}

extension MemoryReview {
  private mutating func foldAll() {
    changes = [:]
    for action in actions {
      let writer = Writer(
        stamp: action.stamp, action: action.id, coder: action.coder, at: action.at)
      for change in action.changes {
        changes[change.entity, default: []].append(LoggedChange(change, by: writer))
      }
    }
    marks = [:]
    for action in actions {
      guard let mark = fold(changes[action.id] ?? []), mark.kind.name == "action",
        mark.fields.flag("undone")
      else { continue }
      marks[action.id] = Undoing(
        keeping: Set(mark.fields.texts("kept").compactMap(EntityID.init(short:))))
    }
    things = [:]
    for (id, all) in changes {
      things[id] = fold(
        all.filter { logged in
          logged.change.kind.name == "action"
            || marks[logged.writer.action].map { $0.kept.contains(id) } ?? true
        })
    }
    living = Set(things.keys.filter { lives($0, asking: []) })
    absorbers = merges()
  }

  /// The largest (stamp, action) of each field wins.
  private func fold(_ changes: [LoggedChange]) -> Folded? {
    var first: LoggedChange?
    var values: [String: FieldValue] = [:]
    var writers: [String: Writer] = [:]
    func isEarlier(_ left: Writer, _ right: Writer) -> Bool {
      left.stamp == right.stamp ? left.action < right.action : left.stamp < right.stamp
    }
    for logged in changes {
      if first.map({ isEarlier(logged.writer, $0.writer) }) ?? true { first = logged }
      for (name, value) in logged.change.fields
      where writers[name].map({ isEarlier($0, logged.writer) }) ?? true {
        values[name] = value
        writers[name] = logged.writer
      }
    }
    return first.map {
      Folded(
        kind: $0.change.kind, fields: Fields(values), writers: writers, first: $0.writer)
    }
  }

  /// What must be known of a thing of a kind for it to be one.
  private static let essentials: [String: [String]] = [
    "code": ["name"], "study": ["label"], "document": ["study", "text"], "coder": ["name"],
    "section": ["document", "start", "end"], "role": ["document", "start", "end"],
    "cut": ["document", "position"], "coding": ["document", "start", "end", "code", "coder"],
    "set-aside": ["document", "start", "end", "coder"],
    "evidence": ["document", "start", "end", "target", "coder"],
    "memo": ["about", "start", "end", "coder"], "done": ["study", "coder"],
    "look": ["study", "coder"], "theme": ["level"],
    "placement": ["child", "parent", "arrangement"], "left-out": ["code", "arrangement"],
    "arrangement": ["name", "owner"], "agreement": ["theme", "coder"], "round": ["name"],
    "comment": ["about", "coder", "text"],
  ]
  private static let links: [String: [String]] = [
    "document": ["study"], "section": ["document"], "role": ["document"], "cut": ["document"],
    "coding": ["document", "code", "coder"], "set-aside": ["document", "coder"],
    "evidence": ["document", "target", "coder"], "memo": ["about", "coder"],
    "done": ["study", "coder"], "look": ["study", "coder"],
    "placement": ["child", "parent", "arrangement"], "left-out": ["code", "arrangement"],
    "arrangement": ["owner"], "agreement": ["theme", "coder"],
    "comment": ["about", "to", "coder"],
  ]

  private func lives(_ id: EntityID, asking: Set<EntityID>) -> Bool {
    guard let thing = things[id], !asking.contains(id) else { return false }
    let values = thing.fields.values
    let isThere = (Self.essentials[thing.kind.name] ?? []).allSatisfy { values[$0] != nil }
    guard isThere, values["deleted"] != .flag(true), values["on"] != .flag(false) else {
      return false
    }
    return (Self.links[thing.kind.name] ?? []).allSatisfy { name in
      values[name]?.entity.map { lives($0, asking: asking.union([id])) } ?? true
    }
  }

  /// Links between living codes, in the order in which they were set, without those that would
  /// make a ring.
  private func merges() -> [EntityID: EntityID] {
    let links = things.compactMap { id, thing -> (EntityID, EntityID, Writer)? in
      guard thing.kind.name == "code", living.contains(id),
        let target = thing.fields.entity("mergedInto"), living.contains(target),
        let writer = thing.writers["mergedInto"]
      else { return nil }
      return (id, target, writer)
    }.sorted {
      ($0.2.stamp.value, $0.2.action.description) < ($1.2.stamp.value, $1.2.action.description)
    }
    var held: [EntityID: EntityID] = [:]
    for (from, to, _) in links where !Self.path(from: to, in: held).contains(from) {
      held[from] = to
    }
    return held
  }

  private static func path(from start: EntityID, in links: [EntityID: EntityID]) -> [EntityID] {
    var path = [start]
    while let last = path.last, let next = links[last] { path.append(next) }
    return path
  }
}

extension MemoryReview {
  package func reviewID() throws -> EntityID { id }

  package func folded(_ id: EntityID) throws -> Folded? { things[id] }

  package func isLive(_ id: EntityID) throws -> Bool { living.contains(id) }

  package func live(_ kind: Kind) throws -> [(id: EntityID, folded: Folded)] {
    things.filter { living.contains($0.key) && $0.value.kind == kind }
      .map { (id: $0.key, folded: $0.value) }
      .sorted { ($0.folded.first.stamp, $0.id) < ($1.folded.first.stamp, $1.id) }
  }

  package func codes(named name: String) throws -> [EntityID] {
    try live(Code.kind).filter {
      absorbers[$0.id] == nil
        && Array($0.folded.fields.text("name").utf8) == Array(name.utf8)
    }.map(\.id)
  }

  package func resolve(_ code: EntityID) throws -> EntityID {
    Self.path(from: code, in: absorbers).last ?? code
  }

  package func lines(of document: EntityID) throws -> LineTable {
    guard let fields = things[document]?.fields, let own = Document(id: document, fields: fields)
    else { throw Refusal.gone(noun: "document") }
    let sections = try live(Section.kind).compactMap {
      Section(id: $0.id, fields: $0.folded.fields)
    }
    let roles = try live(Role.kind).compactMap { thing -> (role: Role, writer: Writer)? in
      guard let role = Role(id: thing.id, fields: thing.folded.fields),
        let writer = thing.folded.writers["voice"], role.document == document
      else { return nil }
      return (role, writer)
    }
    let cuts = try live(Cut.kind).filter { $0.folded.fields.entity("document") == document }
    return LineTable(
      document: own, text: FrozenText(contents[own.text] ?? []),
      cuts: Dictionary(
        uniqueKeysWithValues: cuts.map {
          ($0.folded.fields.number("position"), $0.folded.fields.flag("cut"))
        }), sections: sections.filter { $0.document == document }, roles: roles,
      rule: try review().quotations)
  }

  /// The live codings of the whole review.
  package func codings() throws -> [Coding] {
    try live(Coding.kind).compactMap { Coding(id: $0.id, fields: $0.folded.fields) }
      .sorted { $0.passage < $1.passage }
  }

  /// The live set-asides of the whole review.
  package func setAsides() throws -> [SetAside] {
    try live(SetAside.kind).compactMap { SetAside(id: $0.id, fields: $0.folded.fields) }
  }

  package func codings(meeting passage: Passage, in document: EntityID) throws -> [Coding] {
    try codings().filter { $0.document == document && $0.passage.meets(passage) }
  }

  package func codings(of code: EntityID) throws -> [Coding] {
    try codings().filter { $0.code == code }
  }

  package func setAsides(meeting passage: Passage, in document: EntityID) throws -> [SetAside] {
    try setAsides().filter { $0.document == document && $0.passage.meets(passage) }
  }

  package func roles(of document: EntityID) throws -> [Role] {
    try live(Role.kind).compactMap { Role(id: $0.id, fields: $0.folded.fields) }
      .filter { $0.document == document }
  }

  package func users(of id: EntityID) throws -> [(id: EntityID, folded: Folded)] {
    things.filter { user in
      let names = (Self.links[user.value.kind.name] ?? []) + ["mergedInto"]
      return living.contains(user.key) && names.contains { user.value.fields.entity($0) == id }
    }.map { (id: $0.key, folded: $0.value) }
  }

  package func action(_ id: ActionID) throws -> Action? { actions.first { $0.id == id } }

  package func undoing(of action: ActionID) throws -> Undoing? { marks[action] }

  package func recentActions(
    of coder: EntityID, until stop: (Action) throws -> Bool
  ) throws {
    for action in actions.reversed() where action.coder == coder {
      if try stop(action) { return }
    }
  }
}

extension MemoryReview {
  /// Everything that lives, with all its fields but the marks of undone actions: what two reviews
  /// that are the same have in common.
  package var state: [EntityID: [String: FieldValue]] {
    things.filter { living.contains($0.key) && $0.value.kind != UndoMark.kind }
      .mapValues(\.fields.values)
  }

  /// Everything that stands, live or hidden by something else.
  package var standing: [EntityID: Folded] { things }

  /// What is known of an entity from every change of it, undone or not.
  package func changes(of id: EntityID) -> [LoggedChange] { changes[id] ?? [] }
}

extension MemoryReview {
  /// Whether a passage holds a scalar of a line that is not white space.
  private func touches(_ passage: Passage, _ line: Line, _ scalars: [Unicode.Scalar]) -> Bool {
    (max(
      passage.start, line.passage.start)..<max(
        passage.start, line.passage.start, min(passage.end, line.passage.end))).contains {
        !scalars[$0].properties.isWhitespace
      }
  }

  /// For each coder, the state of each line of a document, `nil` where it does not count.
  package func states(
    of document: EntityID
  ) throws -> [EntityID: [LineState?]] {
    let table = try lines(of: document)
    let scalars = Array(String(decoding: table.text.bytes, as: UTF8.self).unicodeScalars)
    let codings = try codings().filter { $0.document == document }
    let asides = try setAsides().filter { $0.document == document }
    return try coders().reduce(into: [:]) { states, coder in
      states[coder.id] = table.lines.map { line -> LineState? in
        guard line.isCodable else { return nil }
        if codings.contains(where: {
          $0.coder == coder.id && touches($0.passage, line, scalars)
        }) {
          return .coded
        }
        return asides.contains {
          $0.coder == coder.id && touches($0.passage, line, scalars)
        } ? .setAside : .open
      }
    }
  }

  /// How far each coder is with a document.
  package func coverage(of document: EntityID) throws -> [EntityID: Coverage] {
    try states(of: document).mapValues { states in
      states.compactMap(\.self).reduce(into: Coverage()) { $0.add($1) }
    }
  }

  /// For each resolved code, how many distinct codable lines of a document each set of coders gave
  /// it.
  package func tallies(of document: EntityID) throws -> [EntityID: [Set<EntityID>: Int]] {
    let table = try lines(of: document)
    let scalars = Array(String(decoding: table.text.bytes, as: UTF8.self).unicodeScalars)
    let codings = try codings().filter { $0.document == document }
    var tallies: [EntityID: [Set<EntityID>: Int]] = [:]
    for line in table.lines where line.isCodable {
      let here = codings.filter { touches($0.passage, line, scalars) }
      for code in try Set(here.map { try resolve($0.code) }) {
        let coders = try Set(here.filter { try resolve($0.code) == code }.map(\.coder))
        tallies[code, default: [:]][coders, default: 0] += 1
      }
    }
    return tallies
  }

  /// For each resolved code, in how many studies each set of coders used it.
  package func spreads() throws -> [EntityID: [Set<EntityID>: Int]] {
    var users: [EntityID: [EntityID: Set<EntityID>]] = [:]
    for thing in try live(Document.kind) {
      guard let study = thing.folded.fields.entity("study") else { continue }
      for (code, sets) in try tallies(of: thing.id) {
        for set in sets.keys { users[code, default: [:]][study, default: []].formUnion(set) }
      }
    }
    return users.mapValues { studies in
      studies.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }
}
