import Foundation
import Synthesis

/// The clock of this computer, and identities that grow with it: UUIDs of version 7 (RFC 9562,
/// section 5.7), so that a commit touches neighbouring pages of the indexes of ids.
package struct SystemOrigin: Origin {
  /// Makes the origin.
  package init() {}

  /// An identity that nothing else has.
  package func identity() -> EntityID {
    let time = UInt64(max(0, now())) & 0xFFFF_FFFF_FFFF
    let high = time << 16 | UInt64.random(in: 0...0xFFF)
    return EntityID(high: high, low: .random(in: 0...UInt64.max)).marked(version: 7)
  }

  /// Milliseconds since 1970.
  package func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
