import Foundation
import Synchronization

/// How those who find a file held by others wait for it.
///
/// One for each connection, which does one thing at a time.
final class Patience: Sendable {
  /// How long a save waits before it is called busy, in seconds.
  static let limit: TimeInterval = 10
  /// How long a pause is on average, in microseconds.
  ///
  /// Whoever saves without rest lets go of the file for some tenths of a millisecond only. Beside one,
  /// with pauses of a millisecond half of all saves took more than 45 ms and some 600; with these 20
  /// and 330. Eight at work waited 34 ms at most and not 75. To wait so takes 4 % of a core.
  private static let mean: UInt32 = 200
  /// How long all calls of this process have waited.
  static let waited = Mutex(Duration.zero)

  /// How many tries a save has however long they take: whoever was stopped meanwhile, with the
  /// machine or alone, has not waited.
  private static let fewest = 1000

  private let limit: Duration
  private let start = Mutex(SuspendingClock.now)

  init(limit: Duration = .seconds(limit)) {
    self.limit = limit
  }

  /// Waits a moment for the next try.
  ///
  /// - Parameter attempt: How many waits went before it, in the same call.
  /// - Returns: Whether there is to be another try.
  func goesOn(after attempt: Int) -> Bool {
    let start = start.withLock { start in
      if attempt == 0 { start = .now }
      return start
    }
    Self.pause()
    return attempt < Self.fewest || SuspendingClock.now - start < limit
  }

  /// Waits a moment.
  ///
  /// Evenly jittered: SQLite's own handler starves writers under bursts.
  static func pause() {
    let start = ContinuousClock.now
    usleep(.random(in: mean / 2...mean * 3 / 2))
    waited.withLock { $0 += ContinuousClock.now - start }
  }
}

extension ReviewFile {
  /// How long the calls of this process have rested because others held a file, in all; what they did
  /// in vain before is not in it.
  package static var waited: Duration { Patience.waited.withLock(\.self) }
}
