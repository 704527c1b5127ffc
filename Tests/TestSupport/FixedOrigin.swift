import Synchronization
import Synthesis

/// An origin whose identities and times are counted, so that a run repeats.
///
/// The order of its identities is not that of their making: what orders by identity where it
/// should order by time shows.
package final class FixedOrigin: Origin {
  private struct Count {
    var seeded: Seeded
    var now: Int64
  }

  private let count: Mutex<Count>
  private let step: Int64

  /// Makes an origin; two with different names never make the same identity.
  package init(name: UInt64 = 1, start: Int64 = 1_700_000_000_000, step: Int64 = 1000) {
    count = Mutex(Count(seeded: Seeded(seed: name), now: start))
    self.step = step
  }

  package func identity() -> EntityID {
    count.withLock {
      EntityID(high: $0.seeded.next(), low: $0.seeded.next()).marked(version: 7)
    }
  }

  package func now() -> Int64 {
    count.withLock {
      $0.now += step
      return $0.now
    }
  }
}
