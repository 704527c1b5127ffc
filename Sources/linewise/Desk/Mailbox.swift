import Foundation
import Glibc
import Workbench

/// Where answers wait for the run loop, and a descriptor that wakes it.
final class Mailbox: @unchecked Sendable {
  private let lock = NSLock()
  private var waiting: [WorkbenchInput] = []
  private let pipe: (read: Int32, write: Int32)

  init() throws {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(.io, "no pipe could be had") }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    pipe = (ends[0], ends[1])
  }

  deinit {
    close(pipe.read)
    close(pipe.write)
  }

  /// What to wait on with `poll`.
  var descriptor: Int32 { pipe.read }

  /// Leaves an answer.
  func put(_ input: WorkbenchInput) {
    lock.withLock { waiting.append(input) }
    var byte: UInt8 = 1
    // A full pipe has bytes enough to wake the reader.
    _ = write(pipe.write, &byte, 1)
  }

  /// Takes all that wait.
  func take() -> [WorkbenchInput] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(pipe.read, &bytes, bytes.count) > 0 {}
    return lock.withLock {
      defer { waiting = [] }
      return waiting
    }
  }
}
