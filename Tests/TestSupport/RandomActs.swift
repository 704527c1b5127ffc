import Synthesis

/// Random intents that fit a review, for laws that must hold after anything that two coders do.
package struct RandomActs {
  var seeded: Seeded
  private let names = ["waiting", "trust", "being heard", "fear", "hope"]
  private let documents: [EntityID]
  private let hasThemes: Bool

  /// Makes a source of intents on some documents, with or without what is done to themes.
  package init(seed: UInt64, documents: [EntityID], themes hasThemes: Bool = true) {
    seeded = Seeded(seed: seed)
    self.documents = documents
    self.hasThemes = hasThemes
  }

  /// One intent; that a rule may refuse it is part of the game.
  package mutating func next(in review: some ReviewReading) throws -> Intent {
    guard let document = seeded.one(of: documents),
      let table = try? review.lines(of: document),
      let line = seeded.one(of: table.lines)
    else { return .redo }
    let place = Place(document, try part(of: line.passage))
    let codes = try review.live(Code.kind).map(\.id)
    let code = seeded.one(of: codes) ?? document
    let other = seeded.one(of: codes) ?? document
    switch Int.random(in: 0..<(hasThemes ? 46 : 26), using: &seeded) {
    case 26...: return try themeIntent(in: review, at: place)
    case 0...5: return .apply([.named(name())], at: place)
    case 6: return .apply([.existing(code), .named(name())], at: place)
    case 7: return .applyAgain(at: place)
    case 8: return .takeOff(nil, at: place)
    case 9: return .takeOff([code], at: place)
    case 10...11: return .setAside(at: place, reason: "setting")
    case 12: return .setVoice(Voice.allCases.randomElement(using: &seeded) ?? .author, at: place)
    case 13: return .confirmVoice(at: place)
    case 14: return .splitLine(document: document, position: place.passage.start)
    case 15: return .joinLine(document: document, position: place.passage.start)
    case 16: return .mergeCodes([code], into: other)
    case 17: return .recode(from: code, to: .existing(other), places: [place])
    case 18: return .splitCode(code, newName: name() + " again", places: [place])
    case 19: return .tie(code, at: place, isAgainst: Bool.random(using: &seeded))
    case 20: return .writeMemo(.code(code), text: name())
    case 21: return try bounds(in: table, review) ?? .redo
    case 22: return try section(of: document, review)
    case 23: return .redo
    default: return .undo(nil, keepingUsed: Bool.random(using: &seeded))
    }
  }

  mutating func name() -> String { seeded.one(of: names) ?? "waiting" }

  /// The whole passage, or a part of it.
  private mutating func part(of passage: Passage) throws -> Passage {
    guard passage.length > 2, Int.random(in: 0..<3, using: &seeded) == 0 else { return passage }
    let start = Int.random(in: passage.start..<passage.end, using: &seeded)
    return Passage(start: start, end: Int.random(in: (start + 1)...passage.end, using: &seeded))
  }

  private mutating func bounds(
    in table: LineTable, _ review: some ReviewReading
  ) throws -> Intent? {
    let whole = Passage(start: 0, end: table.text.scalarCount)
    guard let coding = seeded.one(of: try review.codings(meeting: whole, in: table.document.id)),
      let line = seeded.one(of: table.lines)
    else { return nil }
    return .moveBounds(coding: coding.id, to: line.passage)
  }

  private mutating func section(
    of document: EntityID, _ review: some ReviewReading
  ) throws -> Intent {
    let sections = try review.live(Section.kind).filter {
      $0.folded.fields.entity("document") == document
    }
    guard let section = seeded.one(of: sections) else { return .redo }
    return .setSections(
      [section.id], isEligible: Bool.random(using: &seeded), why: "read again")
  }
}
