import Glibc

/// Standard error, sent to a file as long as a screen is up: what a library or a trap prints would
/// be drawn into it, and lost with it.
struct ErrorLog {
  private let original: CInt
  private let target: CInt
  /// Whether a file takes what is printed; otherwise it is thrown away.
  let isKept: Bool

  /// Opens the file; that it cannot be opened is no reason not to work.
  init(path: String?) {
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let file = path.map { open($0, flags, 0o600) } ?? -1
    isKept = file >= 0
    target = isKept ? file : open("/dev/null", O_WRONLY | O_CLOEXEC)
    turnAway()
  }

  /// Sends standard error to the file.
  func turnAway() {
    if target >= 0 { dup2(target, STDERR_FILENO) }
  }

  /// Sends standard error to where it went before.
  func giveBack() {
    if original >= 0 { dup2(original, STDERR_FILENO) }
  }

  /// Frees what was opened, after ``giveBack()``.
  func close() {
    for descriptor in [original, target] where descriptor >= 0 { Glibc.close(descriptor) }
  }
}
