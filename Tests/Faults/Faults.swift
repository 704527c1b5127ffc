import Foundation
import Glibc

/// Acts on a review, saying what was saved, and looks at reviews that something was done to:
/// `Faults act REVIEW CODER SEED ACTS MOST PAUSE`, `Faults pace REVIEW CODER PAUSE SECONDS`,
/// `Faults fill REVIEW CODINGS CODER…`, `Faults verify`.
@main enum Faults {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "act" where arguments.count == 7:
      guard let seed = UInt64(arguments[3]), let acts = Int(arguments[4]),
        let most = Int(arguments[5]), let pause = Int(arguments[6])
      else { return explain() }
      do {
        try Writer(review: arguments[1], coder: arguments[2], seed: seed)
          .act(acts, atMost: most, pausing: pause)
      } catch {
        say("ended \(error)")
        exit(74)
      }
    case "pace" where arguments.count == 5:
      guard let pause = UInt32(arguments[3]), let seconds = Double(arguments[4]) else {
        return explain()
      }
      try Writer(review: arguments[1], coder: arguments[2], seed: 1)
        .keepPace(pausing: pause, for: seconds)
    case "fill" where arguments.count > 3:
      guard let codings = Int(arguments[2]) else { return explain() }
      try Filling(coders: Array(arguments[3...])).write(to: arguments[1], codings: codings)
    case "verify" where arguments.count == 1: verify()
    default: explain()
    }
  }

  private static func explain() {
    print(
      """
      usage: Faults act REVIEW CODER SEED ACTS MOST PAUSE
               up to MOST acts a transaction, PAUSE milliseconds between two; ACTS 0: for ever
             Faults pace REVIEW CODER PAUSE SECONDS
               PAUSE milliseconds after each act
             Faults fill REVIEW CODINGS CODER…
               a new review with so many codings
             Faults verify
               paths of reviews on standard input
      """)
    exit(64)
  }

  /// Says a line at once and whole, so that what was said before a kill was said.
  static func say(_ lines: String) {
    let bytes = Array((lines + "\n").utf8)
    guard write(STDOUT_FILENO, bytes, bytes.count) == bytes.count else { exit(74) }
  }
}
