import Foundation
import Glibc
import Testing

/// A desk at a pseudoterminal of which every byte is kept.
///
///     let desk = try PtyDesk(program)
///     defer { desk.end() }
final class PtyDesk: @unchecked Sendable {
  struct StartFailure: Error { let code: Int32 }

  /// The process.
  let pid: pid_t
  private let master: Int32
  private let slave: Int32
  private let lock = NSLock()
  private var received: [UInt8] = []
  private var lastArrival = ContinuousClock.now
  private var isHungUp = false
  private var drawn: XtermScreen
  private var drawnCount = 0
  private let reader = DispatchSemaphore(value: 0)
  private var status: Int32?

  /// Opens a desk; with a script, runs that under `sh`, `$LINEWISE` being the program.
  init(
    _ program: Program, as coder: String? = nil, columns: Int = 120, rows: Int = 40,
    options: [String] = [], environment: [String: String?] = [:], script: String? = nil
  ) throws {
    // By the kernel's own requests: a moment without close-on-exec, and another test's program
    // would keep this line open.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    guard master >= 0, ioctl(master, setLock, &isLocked) == 0,
      ioctl(master, getNumber, &number) == 0
    else { throw StartFailure(code: errno) }
    let path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw StartFailure(code: errno) }
    Self.setSize(master, columns, rows)
    drawn = XtermScreen(columns: columns, rows: rows)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)

    var own = program.deskEnvironment
    own["LINEWISE"] = Program.executable.path
    for (variable, value) in environment { own[variable] = value }
    let opening = ["open", Program.review] + (coder.map { ["--as", $0] } ?? []) + options
    let (executable, arguments) =
      script.map { ("/bin/sh", ["-c", $0]) } ?? (Program.executable.path, opening)
    pid = try Self.spawn(executable, arguments, on: path, in: program.folder, own)
    let thread = Thread { [self] in read() }
    thread.start()
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], on terminal: String, in folder: URL,
    _ environment: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a session takes the first terminal that it opens for its own.
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, terminal, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(&attributes, newSession)
    let runner = "/usr/bin/env"
    let inFolder = [runner, "-C", folder.path, executable] + arguments
    var words = inFolder.map { strdup($0) } + [nil]
    var values = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + values { free(pointer) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, runner, &actions, &attributes, &words, &values)
    guard code == 0 else { throw StartFailure(code: code) }
    return pid
  }

  private func read() {
    defer { reader.signal() }
    while true {
      var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      _ = poll(&request, 1, 20)
      if lock.withLock({ isHungUp }) { return }
      guard request.revents & Int16(POLLIN) != 0 else {
        if request.revents != 0 { return }
        continue
      }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      // Under the lock, so that what is no longer in the line is in `received`.
      let isOpen = lock.withLock {
        let count = Glibc.read(master, &bytes, bytes.count)
        if count < 0, errno == EAGAIN { return true }
        guard count > 0 else { return false }
        received += bytes[..<count]
        lastArrival = ContinuousClock.now
        return true
      }
      guard isOpen else { return }
    }
  }

  /// How much has come, and whether something is still in the line.
  private var arrived: (count: Int, isAll: Bool) {
    lock.withLock {
      guard !isHungUp else { return (received.count, true) }
      var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let isWaiting = poll(&request, 1, 0) > 0 && request.revents & Int16(POLLIN) != 0
      return (received.count, !isWaiting)
    }
  }

  /// What has come from the program so far.
  var bytes: [UInt8] { lock.withLock { received } }

  /// How often the program has written, be it to the terminal or elsewhere.
  func writes() throws -> Int {
    let figures = try String(contentsOfFile: "/proc/\(pid)/io", encoding: .utf8)
    return figures.firstMatch(of: /syscw: ([0-9]+)/).flatMap { Int($0.output.1) } ?? 0
  }

  /// Whether what the program writes waits for the terminal to take it.
  func outputWaits() throws -> Bool {
    let figures = try String(contentsOfFile: "/proc/\(pid)/fdinfo/1", encoding: .utf8)
    let flags = figures.firstMatch(of: /flags:\s*([0-7]+)/).flatMap { Int32($0.output.1, radix: 8) }
    return try #require(flags) & O_NONBLOCK == 0
  }

  /// What has come, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Sends bytes as a keyboard would.
  func send(_ bytes: [UInt8]) {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      var request = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
      guard poll(&request, 1, 10_000) > 0, request.revents & Int16(POLLOUT) != 0 else { return }
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count < 0, errno == EAGAIN { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Types text as it stands, escape sequences too.
  func type(_ text: String) { send(Array(text.utf8)) }

  /// Gives the terminal another size, as a window does that is pulled at its corner.
  func resize(columns: Int, rows: Int) {
    _ = screen
    lock.withLock { drawn.resize(columns: columns, rows: rows) }
    Self.setSize(master, columns, rows)
  }

  /// What an xterm would show now.
  var screen: DeskScreen {
    lock.withLock {
      drawn.take(received[drawnCount...])
      drawnCount = received.count
      return drawn.screen
    }
  }

  private static func setSize(_ descriptor: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// The modes of the terminal, as `stty -a` prints them.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    let keys = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + keys
  }

  /// Waits until the program has sent words.
  func shows(_ words: String, after mark: Int = 0, within seconds: Double = 10) throws {
    let holds = eventually(within: seconds) {
      String(decoding: bytes.dropFirst(mark), as: UTF8.self).contains(words)
    }
    guard holds else {
      throw TmuxDesk.Trouble(sentence: "no “\(words)” in \(text.debugDescription)")
    }
  }

  /// Waits until nothing has come for a while.
  @discardableResult
  func settles(for quiet: Duration = .milliseconds(150), within seconds: Double = 10) -> Bool {
    eventually(within: seconds) {
      lock.withLock { !received.isEmpty && ContinuousClock.now - lastArrival > quiet }
    }
  }

  /// Waits for the end; the status is 128 and the signal where one ended it, `nil` if it goes on.
  func ends(within seconds: Double = 10) -> Int32? {
    _ = eventually(within: seconds) { reap() != nil }
    return reap()
  }

  private func reap() -> Int32? {
    if let status { return status }
    var raw: Int32 = 0
    guard waitpid(pid, &raw, WNOHANG) == pid else { return nil }
    let signal = raw & 0x7f
    status = signal == 0 ? (raw >> 8) & 0xff : 128 + signal
    return status
  }

  /// Waits until all that the program sent before its end has come: nothing is in the line, and
  /// nothing more comes out of it, however busy the machine is.
  func drains() {
    var (count, looks) = (-1, 0)
    _ = eventually(within: 10) {
      usleep(10_000)
      let now = arrived
      looks = now.isAll && now.count == count ? looks + 1 : 0
      count = now.count
      return looks >= 5
    }
  }

  func signal(_ number: Int32) { kill(pid, number) }

  /// Closes the line, as a lost connection does.
  func hangUp() {
    let wasOpen = lock.withLock {
      defer { isHungUp = true }
      return !isHungUp
    }
    guard wasOpen else { return }
    reader.wait()
    close(master)
    close(slave)
  }

  /// Ends the program, however it stands, and gives everything back.
  func end() {
    if reap() == nil { kill(pid, SIGKILL) }
    _ = ends(within: 2)
    hangUp()
  }
}
