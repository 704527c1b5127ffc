/// Guesses which sections hold findings, from their headings alone.
///
/// A known heading decides for itself and for what stands below it, and goes on deciding for unknown
/// headings of its own level, until one ends the findings: themes stand as often beside “Findings” as
/// below it.
struct Eligibility {
  /// A heading to judge.
  struct Heading {
    /// Its words.
    let title: String
    /// Its depth from 1.
    let level: Int
    /// Whether it opens its paragraph; such a one never starts or ends findings.
    let isRunIn: Bool
    /// Whether text stands between it and the next heading.
    let hasText: Bool
  }

  /// A guess with its reason.
  struct Guess: Equatable {
    var eligible: Bool
    var why: String
  }

  /// What a heading left for those after it.
  private struct Scope {
    let level: Int
    let title: String
    /// For the headings below it.
    let inside: Guess
    /// For unknown headings of its own level.
    let beside: Guess
    let isEnding: Bool
    let isBefore: Bool
  }

  private static let unknown = Guess(eligible: false, why: "before any findings heading")
  private let hasOutright: Bool
  private var scopes: [Scope] = []
  private var abstract: Set<String>?
  private var hasMatched = false

  /// The guess for each heading, in order.
  static func guesses(for headings: [Heading]) -> [Guess] {
    var eligibility = Eligibility(headings)
    let guesses = headings.map { eligibility.judge($0) }
    guard !eligibility.hasMatched else { return guesses }
    return guesses.map { _ in
      Guess(eligible: false, why: "no heading names results; mark the findings yourself")
    }
  }

  private init(_ headings: [Heading]) {
    hasOutright = headings.contains { !$0.isRunIn && SectionName($0.title) == .results }
  }

  private mutating func judge(_ heading: Heading) -> Guess {
    while let last = scopes.last, last.level > heading.level { scopes.removeLast() }
    let sibling = scopes.last.flatMap { $0.level == heading.level ? scopes.popLast() : nil }
    let scope = scope(for: heading, after: sibling)
    scopes.append(scope)
    return scope.inside
  }

  private mutating func scope(for heading: Heading, after sibling: Scope?) -> Scope {
    let name = heading.isRunIn ? nil : SectionName(heading.title)
    if isInAbstract(heading, name) {
      return fixed(heading, Guess(eligible: false, why: "in the abstract"))
    }
    switch name {
    case .abstract?:
      if !heading.hasText { abstract = [] }
      return fixed(heading, Guess(eligible: false, why: "the abstract"))
    case .results? where !isBelowEnding:
      return matched(heading)
    case .perhapsResults? where !hasOutright && !isBelowEnding && !isAfterEnding(sibling):
      return matched(heading)
    case .ending?:
      return fixed(heading, ended(by: heading.title, after: sibling), isEnding: true)
    case .before?:
      let why = "heading “\(heading.title)” is not of results"
      return fixed(heading, Guess(eligible: false, why: why), isBefore: true)
    case .aside?:
      return aside(heading, after: sibling)
    default:
      return inherited(heading, after: sibling)
    }
  }

  private mutating func matched(_ heading: Heading) -> Scope {
    hasMatched = true
    return Scope(
      level: heading.level, title: heading.title,
      inside: Guess(eligible: true, why: "heading “\(heading.title)” names results"),
      beside: Guess(eligible: true, why: "after “\(heading.title)”, before its end"),
      isEnding: false, isBefore: false)
  }

  private func fixed(
    _ heading: Heading, _ guess: Guess, isEnding: Bool = false, isBefore: Bool = false
  ) -> Scope {
    let after = "after “\(heading.title)”"
    let isOpen = !hasMatched && !isEnding
    let why = isOpen ? Self.unknown.why : after
    return Scope(
      level: heading.level, title: heading.title, inside: guess,
      beside: Guess(eligible: false, why: why), isEnding: isEnding, isBefore: isBefore)
  }

  /// The first heading that ends the findings says so; those after it are only after it.
  private func ended(by title: String, after sibling: Scope?) -> Guess {
    guard hasMatched else {
      return Guess(eligible: false, why: "heading “\(title)” is not of results")
    }
    if let sibling, sibling.isEnding { return sibling.beside }
    if let parent = scopes.last, parent.isEnding { return context(after: nil) }
    return Guess(eligible: false, why: "heading “\(title)” ends the findings")
  }

  private func aside(_ heading: Heading, after sibling: Scope?) -> Scope {
    let context = context(after: sibling)
    guard context.eligible else { return inherited(heading, after: sibling) }
    let why = "“\(heading.title)” describes the studies or the people, not findings"
    return Scope(
      level: heading.level, title: heading.title, inside: Guess(eligible: false, why: why),
      beside: context, isEnding: false, isBefore: false)
  }

  private func inherited(_ heading: Heading, after sibling: Scope?) -> Scope {
    let context = context(after: sibling)
    return Scope(
      level: heading.level, title: heading.title, inside: context, beside: context,
      isEnding: sibling?.isEnding ?? false, isBefore: sibling?.isBefore ?? false)
  }

  /// What holds for an unknown heading: as beside its sibling, else as inside its parent.
  private func context(after sibling: Scope?) -> Guess {
    if let sibling { return sibling.beside }
    guard let parent = scopes.last else { return Self.unknown }
    if parent.inside.why == Self.unknown.why { return Self.unknown }
    let place = parent.isEnding && !parent.inside.eligible ? "after" : "under"
    return Guess(eligible: parent.inside.eligible, why: "\(place) “\(parent.title)”")
  }

  private var isBelowEnding: Bool { scopes.contains { $0.isEnding } }

  private func isAfterEnding(_ sibling: Scope?) -> Bool { sibling?.isEnding ?? false }

  // MARK: The abstract

  /// Whether a heading is one of a structured abstract: known, not yet seen in it, and not the
  /// introduction.
  private mutating func isInAbstract(_ heading: Heading, _ name: SectionName?) -> Bool {
    guard let seen = abstract else { return isBelowAbstract }
    let title = heading.title.lowercased()
    guard name != nil || Self.abstractTitles.contains(title), !title.contains("introduction"),
      !seen.contains(title)
    else {
      abstract = nil
      return isBelowAbstract
    }
    abstract?.insert(title)
    return true
  }

  private var isBelowAbstract: Bool { scopes.contains { SectionName($0.title) == .abstract } }

  private static let abstractTitles: Set<String> = [
    "interpretation", "data sources", "registration",
  ]
}
