import Foundation
import Testing

/// The real program, with a working folder, a home and a state folder of its own.
///
///     let program = try Program()
///     try program.says("new", "trust", "--title", "Trust", "--coder", "Ada")
///     #expect(try program.run("codes", "trust.linewise").status == 0)
final class Program: Sendable {
  /// What a run came to.
  struct Outcome: Sendable {
    let status: Int32
    let bytes: Data
    let complaint: String
    /// The most memory that it had at a time, in bytes.
    var memory = 0

    /// Standard output.
    var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The folder of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// The studies that come with the program.
  static let corpus = package.appending(path: "sample-corpus")
  /// The program as it was built beside the tests.
  static let executable = Bundle.main.bundleURL.appending(path: "linewise")

  /// Where commands run.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "linewise-test-\(UUID().uuidString)")
    for name in ["home", "state", "outputs"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A path in the working folder.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file into the working folder.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes bytes into the working folder.
  func write(_ data: Data, to name: String) throws {
    try data.write(to: folder.appending(path: name))
  }

  /// The bytes of a file in the working folder.
  func contents(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// Runs `linewise` to its end.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs `linewise` to its end.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, input: input, environment: environment).wait()
  }

  /// Runs `linewise`, expects that it does what was asked, and gives what it said.
  @discardableResult
  func says(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws
    -> String
  {
    let outcome = try run(arguments)
    #expect(
      outcome.status == 0, "\(arguments.joined(separator: " ")): \(outcome.complaint)",
      sourceLocation: sourceLocation)
    return outcome.output
  }

  /// Runs another program to its end.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Outcome {
    try start(["-c", script], of: "/bin/bash", environment: environment).wait()
  }

  /// Starts `linewise` without waiting for it.
  func start(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> RunningProgram {
    try start(arguments, of: Self.executable.path, input: input, environment: environment)
  }

  private func start(
    _ arguments: [String], of executable: String, input: String = "",
    environment: [String: String] = [:]
  ) throws -> RunningProgram {
    let own = [
      "HOME": path("home"), "XDG_STATE_HOME": path("state"), "TMPDIR": path("outputs"),
      "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "LINEWISE": Self.executable.path,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    return try RunningProgram(
      executable, arguments, in: folder, environment: own.merging(environment) { $1 },
      input: input)
  }
}

extension Program {
  /// A new review with coders, in the working folder.
  static func withReview(coders: String...) throws -> Program {
    let program = try Program()
    var arguments = ["new", "review.linewise", "--title", "Trust", "--question", "Who is trusted?"]
    for coder in coders { arguments += ["--coder", coder] }
    #expect(try program.run(arguments).status == 0)
    return program
  }

  /// A new review of Ada Alder with one study: lines 2, 3 and 5 are codable, 4 a participant's.
  static func withStudy() throws -> Program {
    let program = try Program()
    try program.write(alder, to: "alder-2019.md")
    try program.write(study.get(), to: "review.linewise")
    return program
  }

  /// Made once: a review is one file, and a copy of it is as good.
  private static let study = Result {
    let program = try withReview(coders: "Ada Alder")
    try program.write(alder, to: "alder-2019.md")
    try program.says("import", "review.linewise", "alder-2019.md")
    return try program.contents("review.linewise")
  }

  /// The shortest study that has everything.
  static let alder = """
    # Findings

    Trust grew slowly, and only where people had been asked. It was lost in a day.

    > They never rang. (P3, woman, 40)

    Nobody was asked.

    # References

    1. Birch B. Trust. 2001.

    """
}
