import Foundation
import Glibc

/// A process of ours.
///
/// Foundation's `Process` is not used: a run here has to be killable at any moment, and its output
/// to be readable whatever became of it.
final class RunningProgram: Sendable {
  private struct StartFailure: Error { let code: Int32 }

  /// The longest that a run may take.
  static let patience: Duration = .seconds(600)

  /// The process.
  let pid: pid_t
  private let outputs: URL

  /// Starts a program.
  init(
    _ executable: String, _ arguments: [String], in folder: URL, environment: [String: String],
    input: String
  ) throws {
    outputs = folder.appending(path: "outputs").appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
    try Data(input.utf8).write(to: outputs.appending(path: "in"))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, name) in ["in", "out", "err"].enumerated() {
      posix_spawn_file_actions_addopen(
        &actions, Int32(descriptor), outputs.appending(path: name).path,
        descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    // `env` changes the folder and becomes the program: one process, whose number is ours.
    let changer = "/usr/bin/env"
    var words = ([changer, "-C", folder.path, executable] + arguments).map { strdup($0) } + [nil]
    var values = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + values { free(pointer) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, changer, &actions, nil, &words, &values)
    guard code == 0 else { throw StartFailure(code: code) }
    self.pid = pid
  }

  /// Ends the process at once, as a lost machine would.
  func kill() { Glibc.kill(pid, SIGKILL) }

  /// Waits for the end; the status is 128 and the signal where one ended it.
  func wait() -> Program.Outcome {
    var status: Int32 = 0
    var usage = rusage()
    let deadline = ContinuousClock.now + Self.patience
    while wait4(pid, &status, WNOHANG, &usage) == 0 {
      if ContinuousClock.now > deadline { kill() }
      usleep(1000)
    }
    let signal = status & 0x7f
    return Program.Outcome(
      status: signal == 0 ? (status >> 8) & 0xff : 128 + signal,
      bytes: (try? Data(contentsOf: outputs.appending(path: "out"))) ?? Data(),
      complaint: String(
        decoding: (try? Data(contentsOf: outputs.appending(path: "err"))) ?? Data(),
        as: UTF8.self),
      memory: usage.ru_maxrss * 1024)
  }
}
