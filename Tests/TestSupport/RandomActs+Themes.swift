import Synthesis

extension RandomActs {
  /// One intent about themes, drafts, rounds or comments, on the shared board or in any draft.
  mutating func themeIntent(
    in review: some ReviewReading, at place: Place
  ) throws -> Intent {
    let themes = try review.live(Theme.kind).map(\.id)
    let codes = try review.live(Code.kind).map(\.id)
    guard let theme = seeded.one(of: themes), let other = seeded.one(of: themes),
      let code = seeded.one(of: codes)
    else { return try makeTheme(codes, review) }
    switch Int.random(in: 0..<20, using: &seeded) {
    case 0...1: return try makeTheme(codes, review)
    case 2...5: return .place(some(of: codes), try landing(under: theme, codes, review))
    case 6:
      let parent = Bool.random(using: &seeded) ? other : nil
      return .place([theme], try landing(under: parent, themes, review))
    case 7:
      let source = Bool.random(using: &seeded) ? theme : nil
      return .unplace(some(of: codes), from: source, in: try arrangement(in: review))
    case 8: return .setTheme(theme, [seeded.one(of: ["name", "statement"]) ?? "": name()])
    case 9: return .deleteThemes([theme])
    case 10: return .mergeThemes([theme], into: other)
    case 11: return .leaveOut(some(of: codes), reason: "setting", in: try arrangement(in: review))
    case 12: return .takeIn([code], in: try arrangement(in: review))
    case 13: return .agree(theme, Int.random(in: 0..<3, using: &seeded) > 0)
    case 14: return .nameRound(unique("round"), of: try arrangement(in: review))
    case 15: return .makeArrangement(unique("draft"))
    case 16:
      return try arrangement(in: review).map(Intent.revealArrangement) ?? .makeArrangement("mine")
    case 17: return .tie(theme, at: place, isAgainst: Bool.random(using: &seeded))
    case 18: return try comment(on: [theme, code], at: place, review)
    default: return .writeMemo(.theme(theme), text: name())
    }
  }

  private mutating func makeTheme(
    _ codes: [EntityID], _ review: some ReviewReading
  ) throws -> Intent {
    let level = Theme.Level.allCases.randomElement(using: &seeded) ?? .descriptive
    let isNamed = Int.random(in: 0..<3, using: &seeded) > 0
    let parents = try review.live(Theme.kind).map(\.id)
    let parent = Bool.random(using: &seeded) ? seeded.one(of: parents) : nil
    return .makeTheme(
      ThemeDraft(
        Int.random(in: 0..<3, using: &seeded) > 0 ? .descriptive : level,
        named: isNamed ? unique(name()) : "",
        at: try landing(under: parent, parents, review), over: some(of: codes)))
  }

  /// A landing of any sort, beside any of `siblings`.
  private mutating func landing(
    under parent: EntityID?, _ siblings: [EntityID], _ review: some ReviewReading
  ) throws -> Landing {
    let beside = seeded.one(of: siblings) ?? EntityID(high: 0, low: 1)
    let spots: [Landing.Spot] = [
      .anywhere, .first, .last, .before(beside), .after(beside), .place(2),
    ]
    let themes = try review.live(Theme.kind).map(\.id)
    var sources: [Landing.Source] = [.everywhere, .nowhere]
    if let theme = seeded.one(of: themes) { sources.append(.theme(theme)) }
    return Landing(
      under: parent, at: seeded.one(of: spots) ?? .last,
      leaving: seeded.one(of: sources) ?? .everywhere,
      why: Bool.random(using: &seeded) ? "the same word" : "", in: try arrangement(in: review))
  }

  /// The shared board, or any draft.
  private mutating func arrangement(in review: some ReviewReading) throws -> EntityID? {
    guard Bool.random(using: &seeded) else { return nil }
    return seeded.one(of: try review.live(Arrangement.kind).map(\.id))
  }

  private mutating func comment(
    on things: [EntityID], at place: Place, _ review: some ReviewReading
  ) throws -> Intent {
    let threads = try review.live(ThreadComment.kind).map(\.id)
    guard let thread = seeded.one(of: threads), Bool.random(using: &seeded) else {
      let thing = seeded.one(of: things)
      return .comment(
        Bool.random(using: &seeded)
          ? .passage(place)
          : thing.map(CommentTarget.thing)
            ?? .passage(place), "why?")
    }
    return Bool.random(using: &seeded) ? .reply(thread, "because") : .resolve(thread, true)
  }

  private mutating func some(of things: [EntityID]) -> [EntityID] {
    Array(seeded.shuffled(things).prefix(Int.random(in: 0...3, using: &seeded)))
  }

  private mutating func unique(_ word: String) -> String {
    "\(word) \(Int.random(in: 0..<40, using: &seeded))"
  }
}
