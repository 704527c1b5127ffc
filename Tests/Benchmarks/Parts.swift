import ReviewFile
import ScreenCells
import Synthesis
import Workbench

/// Times the parts of the board in this process, to find what a slow key is made of.
struct Parts {
  private let file: ReviewFile
  private var state: State
  private let coder: Coder

  init(_ path: String) throws {
    file = try ReviewFile.open(path, for: .reading)
    let coders = try file.coders()
    guard let first = coders.first else { throw NoCoder() }
    coder = first
    state = State(
      size: Size(columns: 120, rows: 40), review: try file.review(), me: first, coders: coders,
      studies: try file.studies(), bank: [])
  }

  struct NoCoder: Error {}

  mutating func run() throws {
    try opening()
    let rows = try Self.time("read the bank") { try file.bank() }
    Self.time("make the bank") {
      state = State(
        size: state.size, review: state.review, me: coder, coders: state.coders,
        studies: state.studies, bank: rows)
    }
    try coding()
    Self.time("go to the board") { _ = state.update(.input(.key(Key("g")), at: 0)) }
    _ = state.update(.input(.key(Key("t")), at: 0))
    let facts = try Self.time("read the facts of boards") { try file.boardFacts(for: coder.id) }
    Self.time("take the facts") { _ = state.update(.board(facts)) }
    Self.time("make the board") {
      _ = ThemeBoard(facts, codes: rows.map(\.code.id))
    }
    draw("draw the board")
    let coded = try Self.time("count which lines bear which codes") { try file.codedLines() }
    Self.time("take the count") { _ = state.update(.codedLines(coded)) }
    Self.time("take the count again") { _ = state.update(.codedLines(coded)) }
    keys()
  }

  /// What the first screen is made of.
  private func opening() throws {
    let again = try Self.time("open another connection") { try file.reopened() }
    try Self.time("the end of the log") { _ = try again.head() }
    try Self.time("the review") { _ = try again.review() }
    try Self.time("the coders") { _ = try again.coders() }
    let studies = try Self.time("the studies") { try again.studies() }
    guard let study = studies.first else { return }
    let page = try Self.time("a study's page") { try again.page(of: study.study.id) }
    let codes = Set(page?.documents.flatMap { $0.codings.map(\.code) } ?? [])
    try Self.time("the names of some of its codes") {
      _ = try again.names(of: Set(codes.prefix(100)))
    }
    try Self.time("the last act") { _ = try again.lastAct(of: coder.id) }
  }

  /// What a code on a line is made of, from the key to the screen.
  private mutating func coding() throws {
    guard let study = state.studies.first,
      let page = try file.page(of: study.study.id, for: coder.id)
    else { return }
    _ = state.update(.study(page, at: nil))
    draw("draw the code desk")
    for round in 0..<3 {
      for token in ["j", "c", "t", "a", "r", "enter", "enter"] {
        guard let key = Key(token: token) else { continue }
        Self.time("round \(round): \(token)") { _ = state.update(.input(.key(key), at: 0)) }
        draw("  draw")
      }
    }
  }

  private mutating func keys() {
    draw("draw the board with counts")
    for (name, key) in [
      ("cursor down", "j"), ("mark", " "), ("all codes", "a"), ("filter opens", "/"),
      ("filter: a letter", "t"), ("filter: a letter", "a"), ("filter: a letter", "r"),
    ] {
      Self.time(name) { _ = state.update(.input(.key(Key(key)), at: 0)) }
      draw("  draw")
    }
  }

  private mutating func draw(_ name: String) { Self.time(name) { _ = state.view() } }

  @discardableResult
  private static func time<Value>(
    _ name: String, _ body: () throws -> Value
  ) rethrows -> Value {
    let start = ContinuousClock.now
    let value = try body()
    let taken = (ContinuousClock.now - start) / .milliseconds(1)
    print(name.padded(to: 40), taken.formatted)
    return value
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension Double {
  /// With two decimals.
  fileprivate var formatted: String {
    let hundredths = Int((self * 100).rounded())
    let rest = String(hundredths % 100)
    return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest) ms"
  }
}
