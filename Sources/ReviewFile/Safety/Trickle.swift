import CSystem
import Foundation
import Glibc
import Synchronization

/// Has what is written into a large new file go to the disk as it comes, a little at a time.
///
/// Whoever saves on the same disk waits for all that is on its way there before. So each piece waits
/// for the one before it, and when the file is synced at the end there is next to nothing left to
/// write. Nothing is durable by this.
package final class Trickle: Sendable {
  /// How often it is looked for what is new, in milliseconds.
  private static let pause = 50
  /// How many bytes are on their way at most.
  private static let piece = 1 << 19

  private let path: String
  private let descriptor: Int32
  /// What the disk said first of what it could not take.
  private let failure = Mutex<CInt?>(nil)
  private let isOver = Mutex(false)
  private let woken = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Begins with a file; does nothing where it cannot be opened.
  package init(_ path: String) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    Thread.detachNewThread { [self] in
      while woken.wait(timeout: .now() + .milliseconds(Self.pause)) == .timedOut {
        send { !isOver.withLock(\.self) }
      }
      ended.signal()
    }
  }

  /// Sends what is new, piece by piece; what is there already takes no time.
  private func send(while goesOn: () -> Bool) {
    for start in stride(from: 0, to: lseek(descriptor, 0, SEEK_END), by: Self.piece) {
      guard goesOn() else { return }
      if linewise_send(descriptor, Int64(start), Int64(Self.piece)) < 0 { note(errno) }
    }
  }

  /// Keeps what the disk could not take.
  ///
  /// The system tells it once: whoever opens the file later and syncs it does not hear of it. A disk
  /// has many such errors; few say only that this file cannot be sent piece by piece.
  private func note(_ error: CInt) {
    guard ![EINVAL, ESPIPE, ENOSYS, EPERM, EOPNOTSUPP].contains(error) else { return }
    failure.withLock { $0 = $0 ?? error }
  }

  /// Sends what is left, and ends it.
  ///
  /// Where SQLite has the file open, comes after its connection is closed: closing this one gives up
  /// the connection's locks.
  ///
  /// - Throws: ``ReviewFileError`` where the disk could not take something, now or before.
  package func finish() throws(ReviewFileError) {
    end { send { true } }
    guard let failure = failure.withLock(\.self) else { return }
    errno = failure
    throw .failed(path)
  }

  /// Ends it; nothing happens where it has ended.
  ///
  /// The same holds of SQLite's connection.
  package func end() {
    end {}
  }

  private func end(_ last: () -> Void) {
    let wasOver = isOver.withLock { isOver in
      defer { isOver = true }
      return isOver
    }
    guard descriptor >= 0, !wasOver else { return }
    woken.signal()
    ended.wait()
    last()
    close(descriptor)
  }
}
