import Foundation
import Glibc

/// A lock on a file of its own, held until it is let go of or the process has gone: of several that
/// want the same thing done at the same time, one does it.
final class TurnLock {
  private let descriptor: Int32

  /// Takes the lock; `nil` where somebody has it.
  ///
  /// - Throws: ``ReviewFileError`` where none can be made.
  init?(_ path: String) throws(ReviewFileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
    guard descriptor >= 0 else { throw .failed(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      let error = ReviewFileError.failed(path)
      close(descriptor)
      guard isTaken else { throw error }
      return nil
    }
  }

  deinit { close(descriptor) }
}
