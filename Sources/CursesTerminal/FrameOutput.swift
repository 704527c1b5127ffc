import CNcurses
import Glibc

/// Sends each frame to the terminal in one write.
///
/// ncurses 6.4 writes whenever it has moved the cursor (`_nc_mvcur`), some thirty times in a frame,
/// and each write wakes whoever reads the other end: the terminal, or `sshd`, which sends a packet for
/// it. Of the time from a key to its frame that was a fifth. So while it draws, standard output is a
/// file in memory.
struct FrameOutput {
  /// The terminal, whatever standard output is at the moment.
  let terminal: CInt
  /// By which it is written to: the terminal, and a file in memory while a frame is drawn.
  private let output: CInt
  /// The file in memory; -1 where there can be none.
  private let memory: CInt
  private var frame: [UInt8] = []

  /// What the file must be able to hold, in bytes: more than any frame has.
  private static let room: off_t = 1 << 20

  init(of output: CInt = STDOUT_FILENO) {
    self.output = output
    let terminal = fcntl(output, F_DUPFD_CLOEXEC, 3)
    let memory = terminal < 0 ? -1 : linewise_memory_file()
    self.terminal = terminal < 0 ? output : terminal
    // A process may be allowed no such large file.
    guard memory >= 0, ftruncate(memory, Self.room) == 0 else {
      if memory >= 0 { Glibc.close(memory) }
      self.memory = -1
      return
    }
    self.memory = memory
  }

  /// Runs `draw`, and sends to the terminal at once what it wrote to the output.
  mutating func gather(_ draw: () -> Void) {
    guard memory >= 0, lseek(memory, 0, SEEK_SET) == 0, dup2(memory, output) >= 0 else {
      return draw()
    }
    draw()
    dup2(terminal, output)
    let length = Int(lseek(memory, 0, SEEK_CUR))
    if frame.count < length { frame = Array(repeating: 0, count: length) }
    let count = frame.withUnsafeMutableBytes { pread(memory, $0.baseAddress, length, 0) }
    Descriptors.write(frame.prefix(max(0, count)), to: terminal)
  }

  /// Gives up what it holds.
  func close() {
    if memory >= 0 { Glibc.close(memory) }
    if terminal != output { Glibc.close(terminal) }
  }
}
