import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// Several processes at one review, some of them killed: what was said to be saved is there.
///
/// The machine is busy with these alone.
@Suite(.serialized) struct HardshipTests {
  private let review = "review.linewise"
  private static let lines = [27, 28, 29, 30, 31, 33, 34, 36, 37, 40, 42, 43, 44, 45]

  private func program() throws -> Program {
    let program = try Program.withReview(coders: "Ada Alder", "Ben Birch", "Cy Cedar")
    let text = Program.corpus.appending(path: "hollis-2019.txt").path
    try program.says("import", review, "--as", "AA", text)
    return program
  }

  /// What one of several workers was told.
  private struct Told: Sendable {
    var saved: Set<String> = []
    var kills = 0
  }

  @Test(.timeLimit(.minutes(10)))
  func nothingThatWasSaidIsLostByFiftyKills() throws {
    let program = try program()
    let told = Shared(Told())
    together(3) { worker in
      // A run repeats from its seed as far as the machine lets it.
      var random = Seeded(seed: UInt64(worker) + 1)
      for step in 0... {
        guard told.withLock({ $0.kills < 50 || $0.saved.count < 5 }) else { return }
        let code = "worker \(worker) step \(step)"
        let line = "\(Self.lines.randomElement(using: &random) ?? 27)"
        let isKilled = Double.random(in: 0..<1, using: &random) < 0.7
        let wait = UInt32.random(in: 0..<250_000, using: &random)
        guard
          let running = try? program.start([
            "code", review, "--as", ["AA", "BB", "CC"][worker], "--study", "Hollis", "--line",
            line, code,
          ])
        else { continue }
        if isKilled {
          usleep(wait)
          running.kill()
        }
        let outcome = running.wait()
        told.withLock {
          if outcome.output.hasPrefix("coded") { $0.saved.insert(code) }
          if outcome.status == 128 + SIGKILL { $0.kills += 1 }
        }
      }
    }
    let result = told.withLock(\.self)
    #expect(result.kills >= 50)
    #expect(result.saved.count >= 5)
    let found = Set(try program.column("code", "codings", review))
    #expect(result.saved.subtracting(found).isEmpty)
    let check = try program.run("check", review)
    #expect(check.status == 0, "\(check.output)")
  }

  @Test(.timeLimit(.minutes(10)))
  func nothingIsLostWhereTwoCodeAtOnceAndAThirdCopies() throws {
    let program = try program()
    let told = Shared(Set<String>())
    let wrong = Shared([String]())
    let deadline = ContinuousClock.now + .seconds(20)
    together(3) { worker in
      for step in 0... {
        guard ContinuousClock.now < deadline else { return }
        let code = "worker \(worker) step \(step)"
        let acts =
          worker == 2
          ? ["backup", review, "-o", "copy \(step).linewise"]
          : [
            "code", review, "--as", ["AA", "BB"][worker], "--study", "Hollis", "--line",
            "\(Self.lines[step % Self.lines.count])", code,
          ]
        guard let outcome = try? program.run(acts) else { continue }
        if outcome.status != 0 { wrong.withLock { $0.append(outcome.complaint) } }
        if worker < 2 { _ = told.withLock { $0.insert(code) } }
      }
    }
    #expect(wrong.withLock(\.self).isEmpty)
    let saved = told.withLock(\.self)
    #expect(saved.count >= 4)
    #expect(Set(try program.column("code", "codings", review)) == saved)
    for name in [review, "copy 0.linewise"] {
      let check = try program.run("check", name)
      #expect(check.status == 0, "\(check.output) \(check.complaint)")
    }
  }

  @Test func nothingIsLeftBehindByThoseWhoWereKilled() throws {
    let program = try program()
    for wait in stride(from: UInt32(0), to: 200_000, by: 20_000) {
      let running = try program.start(["backup", review, "-o", "copy.linewise"])
      usleep(wait)
      running.kill()
      _ = running.wait()
      if FileManager.default.fileExists(atPath: program.path("copy.linewise")) {
        #expect(try program.run("check", "copy.linewise").status == 0)
        try FileManager.default.removeItem(atPath: program.path("copy.linewise"))
      }
    }
    try program.says("backup", review, "-o", "copy.linewise")
    #expect(try program.run("check", "copy.linewise").status == 0)
  }

  /// Runs a body for each worker at the same time, however few cores there are, and waits for all.
  private func together(_ workers: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for worker in 0..<workers {
      group.enter()
      Thread.detachNewThread {
        body(worker)
        group.leave()
      }
    }
    group.wait()
  }
}

/// A value that several threads change in turn.
private final class Shared<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    value.withLock { value in body(&value) }
  }
}
