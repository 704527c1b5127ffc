import Glibc
import ReviewFile
import Synthesis
import TestSupport

/// Somebody at work, whose acts repeat from a seed: each that was saved is said by its id.
struct Writer {
  private struct NothingToCode: Error {}

  private let file: ReviewFile
  private let coder: EntityID
  private let places: [Place]
  private let name: String
  private var random: Seeded
  private var codes: [EntityID] = []
  private var themes: [EntityID] = []

  init(review: String, coder: String, seed: UInt64) throws {
    file = try ReviewFile.open(review)
    guard let own = try file.coders().first(where: { $0.name == coder }) else {
      throw NothingToCode()
    }
    self.coder = own.id
    name = own.initials
    random = Seeded(seed: seed)
    places = try Self.places(in: file)
    guard !places.isEmpty else { throw NothingToCode() }
  }

  /// Every line that may be coded.
  private static func places(in file: ReviewFile) throws -> [Place] {
    let studies = try file.studies().compactMap { try file.page(of: $0.study.id) }
    return studies.flatMap(\.documents).flatMap { page in
      page.table.lines.filter(\.isCodable).map { Place(page.table.document.id, $0.passage) }
    }
  }

  /// Acts until so many acts were saved; 0 is for ever.
  ///
  /// - Parameters:
  ///   - acts: How many acts.
  ///   - most: How many acts one transaction has at most.
  ///   - pause: Milliseconds between two transactions.
  /// - Throws: What the review says that does not pass by itself.
  func act(_ acts: Int, atMost most: Int, pausing pause: Int) throws {
    var writer = self
    var saved = 0
    while acts == 0 || saved < acts {
      let room = acts == 0 ? most : min(most, acts - saved)
      // Half of all transactions are of one act, as where nobody is in a hurry.
      let count = writer.number(below: 2) == 0 ? 1 : room
      saved += try writer.perform((0..<count).map { _ in writer.intent() })
      if pause > 0 { usleep(UInt32(pause * 1000)) }
    }
  }

  /// Codes line after line for some time, one act a transaction, with a pause of milliseconds after
  /// each; says with each act how many microseconds it took to save.
  func keepPace(pausing pause: UInt32, for seconds: Double) throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    for step in 0... {
      guard clock.now < end else { return }
      let place = places[step % places.count]
      let start = clock.now
      let outcomes = try file.perform(
        [.apply([.named("\(name) pass \(step / places.count)")], at: place)], as: coder)
      let took = (clock.now - start) / .microseconds(1)
      guard case .done(let action, _, _)? = outcomes.first else { continue }
      Faults.say("saved \(action.id) \(Int(took))")
      usleep(pause * 1000)
    }
  }

  /// Performs intents in one transaction and says which acts were saved, and how long that took in
  /// microseconds; a review that cannot be saved to for the moment is tried again with others.
  private mutating func perform(_ intents: [Intent]) throws -> Int {
    let start = ContinuousClock.now
    let outcomes: [Outcome]
    do {
      outcomes = try file.perform(intents, as: coder)
    } catch let error as ReviewFileError {
      Faults.say("failed \(error.sentence)")
      usleep(50_000)
      return 0
    }
    let taken = Int((ContinuousClock.now - start) / .microseconds(1))
    var said: [String] = []
    for case .done(let action, _, _) in outcomes {
      said.append("saved \(action.id) \(taken)")
      codes += action.changes.filter { $0.kind == Code.kind }.map(\.entity)
      themes += action.changes.filter { $0.kind == Theme.kind }.map(\.entity)
    }
    if !said.isEmpty { Faults.say(said.joined(separator: "\n")) }
    return said.count
  }

  private mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &random)
  }

  /// What a coder does, mostly coding; that a rule may refuse it is part of the game.
  private mutating func intent() -> Intent {
    let place = random.one(of: places) ?? places[0]
    let named = CodeChoice.named("\(name) \(number(below: 60))")
    let code = random.one(of: codes)
    let other = random.one(of: codes)
    switch (number(below: 40), code, other) {
    case (0...2, _, _): return .takeOff(nil, at: place)
    case (3...5, _, _): return .undo(nil, keepingUsed: true)
    case (6, _, _): return .redo
    case (7...8, _, _): return .setAside(at: place, reason: "setting")
    case (9, let code?, let other?) where code != other: return .mergeCodes([code], into: other)
    case (10, let code?, _): return .rename(code, to: "\(name) \(number(below: 1_000_000))")
    case (11, let code?, _): return .writeMemo(.code(code), text: "\(number(below: 1000))")
    case (12, let code?, let other?):
      let title = "theme \(number(below: 1_000_000))"
      return .makeTheme(ThemeDraft(.descriptive, named: title, over: [code, other]))
    case (13, let code?, _):
      guard let theme = random.one(of: themes) else { return .redo }
      return .place([code], Landing(under: theme, at: .last))
    default: return .apply([named], at: place)
    }
  }
}
