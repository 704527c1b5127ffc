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
  private static let piece: Int64 = 1 << 19

  private let descriptor: Int32
  private let isOver = Mutex(false)
  private let woken = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Begins with a file; does nothing where it cannot be opened.
  package init(_ path: String) {
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
    let size = Int64(lseek(descriptor, 0, SEEK_END))
    for start in stride(from: 0, to: size, by: Int64.Stride(Self.piece)) {
      guard goesOn() else { return }
      linewise_send(descriptor, start, Self.piece)
    }
  }

  /// Sends what is left, and ends it.
  ///
  /// Where SQLite has the file open, comes after its connection is closed: closing this one gives up
  /// the connection's locks.
  package func finish() {
    end { send { true } }
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
