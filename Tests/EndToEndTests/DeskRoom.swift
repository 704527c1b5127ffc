import Foundation
import Glibc
import Testing

/// The tests of the desk: the real program in a real terminal.
///
/// They follow each other, for what they look at is time as well as text.
@Suite(.serialized) struct DeskTests {}

/// Looks again and again until something holds.
///
/// - Returns: Whether it came to hold in time.
func eventually(
  within seconds: Double = 10, _ condition: () throws -> Bool
) rethrows -> Bool {
  let deadline = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
  while ContinuousClock.now < deadline {
    if try condition() { return true }
    usleep(5000)
  }
  return try condition()
}

/// A coding as the command line gives it.
struct ListedCoding: Decodable, Hashable {
  let code: String
  let coder: String
  let line: Int
}

extension Program {
  /// The review that desks are opened on.
  static let review = "review.linewise"

  /// A review with one study, “Long”, of which each line is codable, and says its number.
  static func withLongStudy(lines: Int, coders: String...) throws -> Program {
    let program = try Program()
    var arguments = ["new", review, "--title", "Numbers"]
    for coder in coders { arguments += ["--coder", coder] }
    #expect(try program.run(arguments).status == 0)
    var text = "# Findings\n"
    // The heading is line 1.
    for number in 2...(lines + 1) {
      if number % 5 == 2 { text += "\n" }
      text += "This is what number \(number) of them all had said. "
    }
    try program.write(text + "\n", to: "long.md")
    let imported = try program.run(
      ["import", review, "long.md", "--study", "Long", "--as", coders[0]])
    #expect(imported.status == 0, "\(imported.complaint)")
    return program
  }

  /// The codings in the file, of everybody.
  func codings() throws -> [ListedCoding] {
    let outcome = try run(["codings", Self.review, "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    return try JSONDecoder().decode([ListedCoding].self, from: outcome.bytes)
  }

  /// Whether `check` finds nothing wrong.
  func isSound() throws -> Bool {
    let outcome = try run(["check", Self.review])
    if outcome.status != 0 { Issue.record("\(outcome.output)\(outcome.complaint)") }
    return outcome.status == 0
  }

  /// The environment of a desk: nothing of the computer's own but where programs are.
  var deskEnvironment: [String: String] {
    [
      "HOME": path("home"), "XDG_STATE_HOME": path("state"), "TMPDIR": path("outputs"),
      "TMUX_TMPDIR": path("outputs"), "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "EDITOR": "true", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }
}

/// A screen, row by row.
struct DeskScreen {
  let rows: [String]

  var text: String { rows.joined(separator: "\n") }

  /// The number of the line in focus.
  var focus: Int? {
    for row in rows where row.hasPrefix("▌") {
      let rest = row.dropFirst().drop { !$0.isNumber }
      if let number = Int(rest.prefix { $0.isNumber }) { return number }
    }
    return nil
  }

  /// The codes beside or under lines that are shown as saved: those not yet have `…` after them.
  func savedCodes(_ pattern: Regex<Substring>) -> Set<String> {
    var names: Set<String> = []
    for row in rows {
      for part in row.split(separator: "▪").dropFirst() {
        let words = part.drop { $0 == " " }
        guard let name = words.prefixMatch(of: pattern) else { continue }
        let isWaiting = words[name.range.upperBound...].hasPrefix(" …")
        if !isWaiting { names.insert(String(name.output)) }
      }
    }
    return names
  }

  /// What the bottom line says.
  var bottom: String { rows.last { !$0.isEmpty } ?? "" }
}

/// Processes as the kernel sees them.
enum DeskProcess {
  /// Whether a process is there and has not ended.
  static func isAlive(_ pid: pid_t) -> Bool {
    guard let state = status(of: pid) else { return false }
    return state != "Z" && state != "X"
  }

  /// The letter that proc(5) gives to the state of a process.
  private static func status(of pid: pid_t) -> Substring? {
    fields(of: pid)?.first
  }

  /// Seconds of processor time that a process has used.
  static func processorTime(of pid: pid_t) -> Double? {
    guard let fields = fields(of: pid), let user = Double(fields[11]),
      let system = Double(fields[12])
    else { return nil }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The fields of `/proc/PID/stat` from the state on.
  private static func fields(of pid: pid_t) -> [Substring]? {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    return fields.count > 12 ? fields : nil
  }

  /// The processes whose command line has these words.
  static func withArguments(_ words: String) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { pid in
      guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") else {
        return false
      }
      let line = String(decoding: data.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
      return line.contains(words) && isAlive(pid)
    }
  }
}
