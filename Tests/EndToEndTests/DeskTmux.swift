import Foundation
import Glibc
import Testing

/// A desk in tmux: a server of its own, with one window of a fixed size.
///
///     let desk = try TmuxDesk(program)
///     desk.type("C")
///     #expect(desk.shows("code line 2"))
final class TmuxDesk {
  /// What was waited for did not come, or tmux did not do what it was asked.
  struct Trouble: Error { let sentence: String }

  private let program: Program
  private let socket: String
  private let environment: [String: String]

  /// Opens a desk, or runs another script in the terminal.
  init(
    _ program: Program, as coder: String? = nil, columns: Int = 120, rows: Int = 40,
    options: [String] = [], environment: [String: String] = [:], script: String? = nil
  ) throws {
    self.program = program
    socket = "desk-\(UUID().uuidString.prefix(8))"
    self.environment = program.deskEnvironment.merging(environment) { $1 }
    let arguments = ["open", Program.review] + (coder.map { ["--as", $0] } ?? []) + options
    let desk =
      "exec '\(Program.executable.path)' " + arguments.map { "'\($0)'" }.joined(separator: " ")
    try tmux(
      "start-server", ";", "set", "-g", "remain-on-exit", "on", ";", "set", "-g", "status", "off",
      ";", "set", "-s", "escape-time", "10", ";", "set", "-g", "default-terminal",
      "tmux-256color", ";", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c",
      program.folder.path, script ?? desk)
  }

  deinit { _ = try? tmux("kill-server") }

  /// Asks tmux for something.
  @discardableResult
  func tmux(_ words: String...) throws -> String {
    // A test's thread blocks signals, and what it starts would too: tmux ends by one.
    var (none, own) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &own)
    defer { pthread_sigmask(SIG_SETMASK, &own, nil) }
    let run = try RunningProgram(
      "/usr/bin/env", ["tmux", "-L", socket, "-f", "/dev/null"] + words, in: program.folder,
      environment: environment, input: "")
    let outcome = run.wait()
    guard outcome.status == 0 else { throw Trouble(sentence: outcome.complaint) }
    return outcome.output
  }

  /// Types text as it stands, escape sequences too.
  func type(_ text: String) { _ = try? tmux("send-keys", "-l", "--", text) }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-z`.
  func press(_ keys: String...) {
    for key in keys { _ = try? tmux("send-keys", key) }
  }

  /// What stands on the screen.
  var screen: DeskScreen {
    let text = (try? tmux("capture-pane", "-p")) ?? ""
    return DeskScreen(
      rows: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  /// The column and row of the cursor, from 0.
  var cursor: (column: Int, row: Int)? {
    let words = (try? tmux("display-message", "-p", "#{cursor_x} #{cursor_y}")) ?? ""
    let numbers = words.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The process in the terminal.
  var pid: pid_t {
    let words = (try? tmux("display-message", "-p", "#{pane_pid}")) ?? ""
    return pid_t(words.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  /// Whether the process in the terminal has ended.
  var isOver: Bool {
    ((try? tmux("display-message", "-p", "#{pane_dead}")) ?? "").hasPrefix("1")
  }

  /// Waits until the screen is as wanted.
  func waits(within seconds: Double = 10, for condition: (DeskScreen) -> Bool) throws {
    var last = DeskScreen(rows: [])
    let holds = eventually(within: seconds) {
      last = screen
      return condition(last)
    }
    guard holds else { throw Trouble(sentence: "the screen was:\n\(last.text)") }
  }

  /// Waits until the screen shows words.
  func shows(_ words: String, within seconds: Double = 10) throws {
    do {
      try waits(within: seconds, for: { $0.text.contains(words) })
    } catch let trouble as Trouble {
      throw Trouble(sentence: "no “\(words)”: \(trouble.sentence)")
    }
  }

  /// Waits until nothing on the screen is marked as not yet saved.
  func isSaved() throws {
    try waits { screen in !screen.rows.contains { $0.contains("▪") && $0.contains(" …") } }
  }

  /// What stands on the screen when it has not changed for a while.
  var rest: DeskScreen {
    var (last, count) = (screen, 0)
    _ = eventually(within: 10) {
      let now = screen
      (last, count) = (now, now.text == last.text ? count + 1 : 0)
      return count == 10
    }
    return last
  }

  /// Waits until the process in the terminal has ended.
  func ends(within seconds: Double = 10) throws {
    try waits(within: seconds) { _ in isOver }
  }
}
