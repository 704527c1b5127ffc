import Foundation
import ReviewFile
import Synthesis

/// Times what the desk and the commands ask of a review that is open, without the start of a
/// process.
///
/// One line a measurement: its name, milliseconds of the clock and of the processor, with tabs.
struct Calls {
  private let file: ReviewFile
  private let coder: EntityID
  private let most: BankCode
  private let second: BankCode
  private let words: String

  struct TooSmall: Error {}
  private struct NothingSaved: Error {}

  init(_ path: String) throws {
    file = try ReviewFile.open(path, for: .acting)
    let used = try file.bank().sorted { $0.lines > $1.lines }
    guard let coder = try file.coders().first, used.count > 1,
      let line = try file.lines(of: used[0].code.id, limit: 1).first
    else { throw TooSmall() }
    self.coder = coder.id
    (most, second) = (used[0], used[1])
    words = line.text.split(separator: " ").dropFirst().prefix(3).joined(separator: " ")
  }

  /// Prints the name of the most used code and three words that stand next to each other.
  func name() {
    print(most.code.name)
    print(words)
  }

  /// Lines that somebody has coded, and nobody with this code: to put it there again saves nothing.
  private func placesWithout(_ code: EntityID, count: Int) throws -> [Place] {
    let with = Set(try file.lines(of: code).map(\.place))
    let places = try file.lines(of: second.code.id).map(\.place).filter { !with.contains($0) }
    guard places.count >= count else { throw TooSmall() }
    return Array(places.prefix(count))
  }

  func run(rounds: Int) throws {
    let code = most.code.id
    let places = try placesWithout(code, count: 8 * rounds)
    for round in 0..<rounds {
      try time("call: code counts") { _ = try file.codeCounts() }
      try time("call: the whole bank") { _ = try file.bank() }
      try time("call: all studies") { _ = try file.studies() }
      try time("call: first page of the most used code") {
        _ = try file.lines(of: code, limit: 60)
      }
      try time("call: all lines of the most used code") { _ = try file.lines(of: code) }
      try time("call: phrase search") { _ = try file.search(words) }
      for (number, place) in places.dropFirst(8 * round).prefix(8).enumerated() {
        // The first come behind reads of all that there is, as after a look round.
        try time(number < 2 ? "call: put a code on a line" : "call: put it on others") {
          let outcome = try file.perform(.apply([.existing(code)], at: place), as: coder)
          guard case .done = outcome else { throw NothingSaved() }
        }
      }
      try time("call: merge of the most used code") {
        try file.perform(.mergeCodes([code], into: second.code.id), as: coder)
      }
      try time("call: undo of the merge") {
        try file.perform(.undo(nil, keepingUsed: false), as: coder)
      }
    }
  }

  private func time(_ name: String, _ body: () throws -> Void) rethrows {
    let (start, used) = (ContinuousClock.now, processor())
    try body()
    let taken = (ContinuousClock.now - start) / .milliseconds(1)
    print("\(name)\t\(taken)\t\(processor() - used)")
  }

  private func processor() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
