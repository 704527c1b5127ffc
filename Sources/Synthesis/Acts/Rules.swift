/// What a rule made of an intent: an action without its identity, stamp and time.
public struct Act: Sendable {
  /// What is done, in one word.
  public let verb: Verb
  /// Why, where somebody said.
  public var note: String
  /// What changes; at most one change an entity.
  public let changes: [Change]
  /// Texts and original bytes that the changes name by their SHA-256.
  public var contents: [[UInt8]]
  /// What the coder has to be told besides: what stayed, what was done already.
  public var remark: String

  /// Makes an act.
  public init(
    _ verb: Verb, _ changes: [Change], note: String = "", contents: [[UInt8]] = [],
    remark: String = ""
  ) {
    assert(Set(changes.map(\.entity)).count == changes.count, "two changes of one entity")
    self.verb = verb
    self.changes = changes
    self.note = note.withoutNUL
    self.contents = contents
    self.remark = remark
  }

  /// Whether it would change nothing; such an act is not appended.
  public var isEmpty: Bool { changes.isEmpty }
}

/// Turns intents into changes, reading through ``ReviewReading`` and changing nothing itself.
public struct Rules<Reader: ReviewReading> {
  let review: Reader
  let coder: EntityID
  let origin: any Origin

  /// Makes rules for one coder's intents.
  public init(review: Reader, coder: EntityID, origin: any Origin) {
    self.review = review
    self.coder = coder
    self.origin = origin
  }

  /// The act that an intent comes to, empty where all is so already.
  ///
  /// - Throws: ``Refusal`` where it cannot be done, or what the reader throws.
  public func act(for intent: Intent) throws -> Act {
    try requireWriter()
    switch intent {
    case .addCoder(let name, let initials, let role):
      return try addCoder(name: name, initials: initials, role: role)
    case .importDocument(let document): return try importDocument(document)
    case .setStudy(let study, let fields): return try setStudy(study, fields)
    case .setSections(let sections, let isEligible, let why):
      return try setSections(sections, isEligible: isEligible, why: why)
    case .apply(let choices, let place): return try apply(choices, at: place)
    case .applyAgain(let place): return try applyAgain(at: place)
    case .takeOff(let codes, let place): return try takeOff(codes, at: place)
    case .setAside(let place, let reason): return try setAside(at: place, reason: reason)
    case .setVoice(let voice, let place): return try setVoice(voice, at: place)
    case .confirmVoice(let place): return try confirmVoice(at: place)
    case .splitLine(let document, let position): return try splitLine(document, position)
    case .joinLine(let document, let position): return try joinLine(document, position)
    case .tie(let target, let place, let isAgainst):
      return try tie(target, at: place, isAgainst: isAgainst)
    case .untie(let target, let place): return try untie(target, at: place)
    case .writeMemo(let target, let text): return try writeMemo(target, text: text)
    case .define(let code, let fields): return try define(code, fields)
    case .rename(let code, let name): return try rename(code, to: name)
    case .mergeCodes(let codes, let target): return try mergeCodes(codes, into: target)
    case .splitCode(let code, let name, let places):
      return try splitCode(code, newName: name, places: places)
    case .recode(let from, let target, let places):
      return try recode(from: from, to: target, places: places)
    case .moveBounds(let coding, let passage): return try moveBounds(of: coding, to: passage)
    case .setDone(let study, let isDone): return try setDone(study, isDone: isDone)
    case .look(let study): return try look(study)
    case .setReasons(let reasons): return try setReasons(reasons)
    case .comment(let target, let text): return try comment(target, text)
    case .reply(let thread, let text): return try reply(thread, text)
    case .resolve(let thread, let isResolved): return try resolve(thread, isResolved)
    case .undo(let action, let keepingUsed):
      return try undo(action, keepingUsed: keepingUsed)
    case .redo: return try redo()
    default: return try themeAct(for: intent)
    }
  }

  private func requireWriter() throws {
    guard try review.isLive(coder), let fields = try review.folded(coder)?.fields else {
      // A review without coders is set up by nobody in particular.
      guard try review.coders().isEmpty else { throw Refusal.gone(noun: Coder.noun) }
      return
    }
    let person = Coder(id: coder, fields: fields)
    if person.role == .reader { throw Refusal.readerOnly(coder: person.name) }
  }
}

extension Rules {
  /// The change that sets fields of an entity: what it replaces is named, what is so already is
  /// left out; `nil` where nothing is left.
  func change(
    _ kind: any Entity.Type, _ id: EntityID, _ fields: [String: FieldValue],
    keeping facts: [String: FieldValue] = [:]
  ) throws -> Change? {
    let folded = try review.folded(id)
    let fields = fields.mapValues(\.withoutNUL)
    let news = fields.filter { folded?.fields.values[$0.key] != $0.value }
    guard !news.isEmpty else { return nil }
    let over = news.keys.reduce(into: [String: [ActionID]]()) { over, name in
      over[name] = (folded?.writers[name]?.action).map { [$0] }
    }
    return Change(
      kind: kind.kind, entity: id, fields: news.merging(facts) { new, _ in new }, over: over)
  }

  /// The change that switches on a thing that is its facts.
  ///
  /// Its facts are written again, so that it stands even when the act that first made it is undone.
  func on(
    _ kind: any Entity.Type, _ facts: [String: FieldValue], _ fields: [String: FieldValue] = [:]
  ) throws -> Change? {
    let id = kind.identity(of: facts)
    return try change(
      kind, id, fields.merging(["on": .flag(true)]) { value, _ in value }, keeping: facts)
  }

  /// The change that switches such a thing off.
  ///
  /// `nil` where it is off already.
  func off(_ kind: any Entity.Type, _ id: EntityID) throws -> Change? {
    guard let folded = try review.folded(id), folded.isOn else { return nil }
    return try change(kind, id, ["on": .flag(false)])
  }

  /// Throws where an entity of the kind does not live.
  func requireLive(_ kind: any Entity.Type, _ id: EntityID) throws {
    guard try review.folded(id)?.kind == kind.kind, try review.isLive(id) else {
      throw Refusal.gone(noun: kind.noun)
    }
  }

  /// A name without white space at its edges and with one space for each run of it.
  func clean(_ name: String, noun: String) throws -> String {
    let cleaned = name.withoutNUL.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !cleaned.isEmpty else { throw Refusal.emptyName(noun: noun) }
    return cleaned
  }
}

extension Act {
  /// The act that makes a review.
  ///
  /// - Parameters:
  ///   - id: The identity of the review.
  ///   - title: Its title.
  ///   - question: Its question, which may be empty.
  ///   - rule: What is done with quotations.
  ///   - unit: What one line is.
  ///   - coders: The first coders, of whom the first makes the review.
  /// - Returns: The act, to be the log's first.
  public static func newReview(
    _ id: EntityID, title: String, question: String, rule: QuotationRule, unit: CodingUnit,
    coders: [(id: EntityID, name: String)]
  ) -> Act {
    let review = Change(
      kind: Review.kind, entity: id,
      fields: [
        "title": .text(title), "question": .text(question), "quotations": .text(rule.rawValue),
        "unit": .text(unit.rawValue),
      ])
    var taken: Set<String> = []
    let people = coders.map { person in
      let initials = Coder.freeInitials(for: person.name, taken: taken)
      taken.insert(initials)
      return Change(
        kind: Coder.kind, entity: person.id,
        fields: [
          "name": .text(person.name), "initials": .text(initials),
          "role": .text(Coder.Role.coder.rawValue),
        ])
    }
    return Act(.new, [review] + people)
  }
}

extension Coder {
  /// Initials for a name that nobody has, a number behind them where needed.
  static func freeInitials(for name: String, taken: Set<String>) -> String {
    let plain = initials(of: name)
    guard taken.contains(plain) else { return plain }
    var number = 2
    while taken.contains(plain + String(number)) { number += 1 }
    return plain + String(number)
  }
}
