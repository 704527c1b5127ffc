import CNcurses
import Glibc
import ScreenCells

/// The process's signals as bytes of a pipe, and a crash that leaves a usable terminal.
///
/// The one file that may call the shim's signal functions: their state is a copy per file.
struct Signals {
  /// Becomes readable when a signal has come.
  let descriptor: CInt
  private let writing: CInt

  /// Makes the pipe; without one (no descriptors left) signals are lost, and nothing else.
  init() {
    var ends: [CInt] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writing) = (ends[0], ends[1])
  }

  func saveModes() {
    linewise_save_modes()
  }

  func restoreModes() {
    linewise_restore_modes()
  }

  /// Turns signals into bytes.
  ///
  /// May be called again.
  func install() {
    linewise_install(writing)
  }

  func uninstall() {
    linewise_uninstall()
    Glibc.close(descriptor)
    Glibc.close(writing)
  }

  /// Sets what a crash writes to the terminal first.
  func arm(terminal: CInt, reset: [UInt8]) {
    reset.withUnsafeBytes { bytes in
      linewise_arm(terminal, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
  }

  /// Leaves stopping and interrupting to whoever has the terminal, until ``install()``.
  func stepAside() {
    linewise_step_aside()
  }

  func stopProcess() {
    linewise_stop()
  }

  /// Takes what has come, oldest first, each kind once.
  func take() -> [TerminalSignal] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    var signals: [TerminalSignal] = []
    for signal in bytes[..<count].compactMap(TerminalSignal.init) where !signals.contains(signal) {
      signals.append(signal)
    }
    return signals
  }
}
