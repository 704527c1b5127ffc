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
    // Other threads would take the signal: while it is held it only waits as pending.
    let handler = signal(SIGTSTP) { _ in HeldStop.wasAsked = true }
    defer {
      signal(SIGTSTP, handler)
      pthread_sigmask(SIG_SETMASK, &before, nil)
      if wasAsked {
        wasAsked = false
        raise(SIGTSTP)
      }
    }
    return try body()
  }

  private nonisolated(unsafe) static var wasAsked = false
}
