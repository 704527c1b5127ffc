import Foundation

/// A reader of what comes from outside, fed with arbitrary bytes.
///
/// Each checks laws on one input and says what does not hold; a trap is left to be one. The same laws
/// hold in a long run (`make fuzz`) and in the short one of the tests.
package enum FuzzedReader: String, CaseIterable, Sendable {
  /// A study's text: the first byte chooses the options, see ``TextLaws``.
  case text
  /// The same, repeated up to 64 KB and timed.
  case tiled
  /// What a terminal sends.
  case terminal
  /// A keymap file.
  case keymap
  /// The fields of changes as they stand on disk, a line each.
  case fields
  /// What somebody did to a review's file, see ``ReviewLaws``.
  case review

  /// What does not hold for an input; nothing, ever.
  package func flaws(_ input: [UInt8]) throws -> [String] {
    switch self {
    case .text: TextLaws.flaws(input)
    case .tiled: TextLaws.flawsOfSpeed(input)
    case .terminal: TerminalLaws.flaws(input)
    case .keymap: KeymapLaws.flaws(input)
    case .fields: FieldLaws.flaws(input)
    case .review: try ReviewLaws.flaws(input)
    }
  }

  /// How long one input of up to 64 KB may take; builds for debugging are some ten times slower.
  static var patience: Duration {
    #if DEBUG
      .seconds(40)
    #else
      .seconds(2)
    #endif
  }

  /// A law about time.
  static func slowness(_ what: String, _ body: () throws -> Void) rethrows -> [String] {
    let start = processorTime()
    try body()
    let taken = processorTime() - start
    return taken < patience ? [] : ["\(what) takes \(taken)"]
  }

  /// What this thread has worked: however busy the computer is, it is the same.
  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
