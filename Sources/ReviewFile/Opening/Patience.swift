import Foundation
import Synchronization

/// How those who find a file held by others wait for it.
enum Patience {
  /// How long a save waits before it is called busy.
  static let limit: TimeInterval = 10
  /// How long all calls of this process have waited.
  static let waited = Mutex(Duration.zero)

  /// Waits a moment, a millisecond on average.
  ///
  /// Evenly jittered: SQLite's own handler starves writers under bursts.
  static func pause() {
    let start = ContinuousClock.now
    usleep(UInt32.random(in: 500...1500))
    waited.withLock { $0 += ContinuousClock.now - start }
  }
}

extension ReviewFile {
  /// How long the calls of this process have rested because others held a file, in all; what they did
  /// in vain before is not in it.
  package static var waited: Duration { Patience.waited.withLock(\.self) }
}
