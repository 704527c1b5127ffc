import CSystem
import Foundation
import Glibc

/// Has what is written into a large new file go to the disk as it comes.
///
/// When it is synced at the end there is little left to write: a save of others on the same disk
/// would have to wait for all of it. Nothing is durable by this.
package final class Trickle: Sendable {
  /// How often what is new is sent on its way, in milliseconds.
  private static let pause = 50

  private let descriptor: Int32
  private let isOver = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Begins with a file; does nothing where it cannot be opened.
  package init(_ path: String) {
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    Thread.detachNewThread { [self] in
      while isOver.wait(timeout: .now() + .milliseconds(Self.pause)) == .timedOut {
        linewise_begin_to_write(descriptor)
      }
      ended.signal()
    }
  }

  /// Ends it.
  ///
  /// Where SQLite has the file open, comes after its connection is closed: closing this one gives up
  /// the connection's locks.
  package func end() {
    guard descriptor >= 0 else { return }
    isOver.signal()
    ended.wait()
    close(descriptor)
  }
}
