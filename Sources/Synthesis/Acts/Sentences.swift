/// The log in words: what an action did, without who and when.
public struct Sentences<Reader: ReviewReading> {
  let review: Reader

  /// Makes sentences that read names from a review.
  public init(_ review: Reader) { self.review = review }

  /// What an action did: “coded Hollis 2019 13 ‘small agreed steps’”.
  public func describe(_ action: Action) throws -> String {
    let things = action.changes
    switch action.verb {
    case .new: return "made the review"
    case .addCoder: return "added \(try names(things))"
    case .importText:
      return
        "imported \(try names(things.filter { $0.kind == Study.kind || $0.kind == Document.kind }.prefix(1)))"
    case .study: return "set \(fields(things)) of \(try names(things))"
    case .section: return try section(things)
    case .code: return "coded \(try places(things)) \(try codes(things))"
    case .takeOff: return try takeOff(things)
    case .setAside: return "set aside \(try places(things)): \(text("reason", things))"
    case .role: return "said whose words \(try places(things)) is\(voice(things))"
    case .split: return "split \(try lineBefore(things))"
    case .join: return "joined \(try lineBefore(things)) with the next line"
    case .tie: return try tie(things)
    case .untie: return "untied \(try places(things)) from \(try codes(things))"
    case .memo: return try memo(things)
    case .define: return "wrote the \(fields(things)) of \(try names(things))"
    case .rename: return try rename(action)
    case .merge: return try merge(things)
    case .splitCode:
      return "split \(try names(things.filter { $0.kind == Code.kind })) off, \(moved(things))"
    case .recode: return "recoded \(moved(things)) to \(try codes(things.filter(isOn)))"
    case .bounds: return "moved the ends of \(try codes(things.filter(isOn)))"
    case .done:
      return things.allSatisfy(isOn)
        ? "finished \(try linked("study", things))" : "took up \(try linked("study", things)) again"
    case .look: return "looked at others' codes of \(try linked("study", things))"
    case .reasons: return "set the reasons for setting aside"
    case .undo, .redo: return try undone(action)
    default: return try describeThemeAct(action)
    }
  }
}

extension Sentences {
  func isOn(_ change: Change) -> Bool { change.fields["on"]?.flag ?? true }

  func text(_ name: String, _ changes: [Change]) -> String {
    changes.lazy.compactMap { $0.fields[name]?.text }.first ?? ""
  }

  func fields(_ changes: [Change]) -> String {
    let names = Set(changes.flatMap(\.fields.keys)).sorted()
    return names.map { $0.hasPrefix("column.") ? String($0.dropFirst(7)) : $0 }
      .joined(separator: ", ")
  }

  func names(_ changes: some Sequence<Change>) throws -> String {
    let changes = Array(changes)
    return try changes.prefix(3).map { "‘\(try name(of: $0))’" }.joined(separator: ", ")
      + (changes.count > 3 ? " and \(changes.count - 3) more" : "")
  }

  /// The name a change gives, or the one that the entity has.
  func name(of change: Change) throws -> String {
    for field in ["name", "label", "title"] {
      if let name = change.fields[field]?.text, !name.isEmpty { return name }
    }
    return try review.name(of: change.entity)
  }

  /// The value of a field as the change has it, else as it stands.
  func value(_ name: String, of change: Change) throws -> FieldValue? {
    if let value = change.fields[name] { return value }
    return try review.folded(change.entity)?.fields.values[name]
  }

  private func linked(_ name: String, _ changes: [Change]) throws -> String {
    guard let first = changes.first, let id = try value(name, of: first)?.entity else { return "" }
    return try review.name(of: id)
  }

  func codes(_ changes: [Change]) throws -> String {
    var names: [String] = []
    for change in changes {
      let field = change.kind == Evidence.kind ? "target" : "code"
      guard let code = try value(field, of: change)?.entity else { continue }
      let made = changes.first { $0.entity == code && $0.kind == Code.kind }
      let name = try made.map(name(of:)) ?? review.name(of: code)
      if !names.contains(name) { names.append(name) }
    }
    let shown = names.prefix(3).map { "‘\($0)’" }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }

  /// The study and the lines of the first change that has a place.
  func places(_ changes: [Change]) throws -> String {
    for change in changes {
      guard let document = try value("document", of: change)?.entity,
        let fields = try review.folded(document)?.fields, let study = fields.entity("study")
      else { continue }
      let passages = try changes.compactMap { try passage(of: $0, in: document) }
      guard let first = passages.map(\.start).min(), let last = passages.map(\.end).max() else {
        continue
      }
      let lines = try LineNumbers(review).name(
        of: Passage(start: first, end: last), in: document)
      return "\(try review.name(of: study)) \(lines)"
    }
    return "a line"
  }

  /// The line that a cut ends, by its number, which is the same with the cut and without.
  private func lineBefore(_ changes: [Change]) throws -> String {
    guard let change = changes.first, let document = try value("document", of: change)?.entity,
      let position = try value("position", of: change)?.number,
      let line = try review.lines(of: document).lines.last(where: { $0.passage.start < position }),
      let study = try review.folded(document)?.fields.entity("study")
    else { return try places(changes) }
    let number = try LineNumbers(review).name(of: line.passage, in: document)
    return "\(try review.name(of: study)) \(number)"
  }

  private func passage(of change: Change, in document: EntityID) throws -> Passage? {
    guard try value("document", of: change)?.entity == document else { return nil }
    if let position = try value("position", of: change)?.number {
      return Passage(start: position, end: position + 1)
    }
    guard let start = try value("start", of: change)?.number,
      let end = try value("end", of: change)?.number
    else { return nil }
    return Passage(start: start, end: end)
  }

  private func section(_ changes: [Change]) throws -> String {
    let isEligible = changes.first?.fields["eligible"]?.flag ?? true
    return "took \(try names(changes)) \(isEligible ? "for findings" : "out of the findings")"
  }

  private func takeOff(_ changes: [Change]) throws -> String {
    let codings = changes.filter { $0.kind == Coding.kind }
    guard !codings.isEmpty else { return "took up \(try places(changes)) again" }
    return "took \(try codes(codings)) off \(try places(codings))"
  }

  private func voice(_ changes: [Change]) -> String {
    switch changes.first?.fields["voice"]?.text {
    case Voice.participant.rawValue: ": a participant's"
    case Voice.author.rawValue: ": the authors'"
    default: ": as guessed"
    }
  }

  private func tie(_ changes: [Change]) throws -> String {
    let isAgainst = changes.first?.fields["against"]?.flag ?? false
    return "kept \(try places(changes)) as evidence \(isAgainst ? "against" : "for") "
      + (try codes(changes))
  }

  private func memo(_ changes: [Change]) throws -> String {
    guard let first = changes.first else { return "wrote a memo" }
    if first.kind == Code.kind || first.kind == Theme.kind {
      return "wrote a memo on \(try names(changes))"
    }
    if first.kind == Coding.kind { return "wrote a memo on \(try codes(changes))" }
    guard let about = try value("about", of: first)?.entity,
      let kind = try review.folded(about)?.kind
    else { return "wrote a memo" }
    switch kind {
    case Review.kind: return "wrote in the review's journal"
    case Study.kind: return "wrote a memo on \(try review.name(of: about))"
    default: return "wrote a memo on \(try memoPlace(first, about))"
    }
  }

  func memoPlace(_ change: Change, _ document: EntityID) throws -> String {
    let start = try value("start", of: change)?.number ?? 0
    let end = try value("end", of: change)?.number ?? 0
    let study = try review.folded(document)?.fields.entity("study")
    let label = try study.map(review.name) ?? ""
    let line = try LineNumbers(review).name(
      of: Passage(start: start, end: end), in: document)
    return "\(label) \(line)"
  }

  func rename(_ action: Action) throws -> String {
    guard let change = action.changes.first else { return "renamed a code" }
    let old = try change.over["name"]?.last.flatMap(review.action)?.changes
      .first { $0.entity == change.entity }?.fields["name"]?.text
    if old == nil, change.kind == Theme.kind {
      return "named a theme ‘\(text("name", [change]))’"
    }
    return "renamed ‘\(old ?? "a code")’ to ‘\(text("name", [change]))’"
  }

  func merge(_ changes: [Change]) throws -> String {
    let absorbed = try changes.map { "‘\(try review.name(of: $0.entity))’" }
    let target = try changes.first?.fields["mergedInto"]?.entity.map(review.name) ?? ""
    return "merged \(absorbed.joined(separator: ", ")) into ‘\(target)’"
  }

  private func moved(_ changes: [Change]) -> String {
    let count = changes.count { $0.kind == Coding.kind && isOn($0) }
    return count == 1 ? "1 coding" : "\(count) codings"
  }

  private func undone(_ action: Action) throws -> String {
    let word = action.verb == .undo ? "undid" : "redid"
    guard let target = try action.changes.first.flatMap({ try review.action($0.entity) }) else {
      return word
    }
    return "\(word): \(try describe(target))"
  }
}
