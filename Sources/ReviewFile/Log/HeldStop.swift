import Foundation

/// Holds a terminal's stop (Ctrl-Z) back while a transaction is open: a process stopped inside one
/// would stop every save in the room.
enum HeldStop {
  /// Runs `body` and stops afterwards if that was asked for meanwhile.
  static func during<Value>(_ body: () throws -> Value) rethrows -> Value {
    var stop = sigset_t()
    var before = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_BLOCK, &stop, &before)
    hold()
    defer {
      let wasAsked = release()
      pthread_sigmask(SIG_SETMASK, &before, nil)
      // To the process, not to this thread, which may be one that takes no signals.
      if wasAsked { kill(getpid(), SIGTSTP) }
    }
    return try body()
  }

  // Other threads would take the signal: while any transaction is open it only leaves a note. The
  // first in puts the handler up and the last out takes it down, for several may overlap.
  private static let lock = NSLock()
  private nonisolated(unsafe) static var depth = 0
  // On the heap: as a static the compiler gives `sigaction` four bytes less than the system writes.
  private nonisolated(unsafe) static let handler = UnsafeMutablePointer<sigaction>.allocate(
    capacity: 1)
  private nonisolated(unsafe) static var wasAsked: sig_atomic_t = 0

  private static func hold() {
    lock.withLock {
      depth += 1
      guard depth == 1 else { return }
      var noting = sigaction()
      noting.__sigaction_handler.sa_handler = { _ in HeldStop.wasAsked = 1 }
      noting.sa_flags = SA_RESTART
      sigaction(SIGTSTP, &noting, handler)
    }
  }

  /// Whether a stop was asked for, said once, to the last out.
  private static func release() -> Bool {
    lock.withLock {
      depth -= 1
      guard depth == 0 else { return false }
      sigaction(SIGTSTP, handler, nil)
      defer { wasAsked = 0 }
      return wasAsked != 0
    }
  }
}
