import TestSupport
import Testing

@testable import Workbench

/// Files made of few keys in many orders, so that they clash often.
@Suite struct KeymapLawTests {
  @Test(arguments: UInt64(1)...150)
  func whateverAFileSaysNoKeyIsAlsoAPrefixAndEveryLineIsAppliedOrReported(seed: UInt64) {
    var random = Seeded(seed: seed)
    let base = KeymapSet.allCases.randomElement(using: &random) ?? .default
    let lines = randomLines(using: &random)
    let reading = read(
      "extends = \"\(base.rawValue)\"\n" + lines.map(\.text).joined(separator: "\n"))

    for context in Context.allCases {
      #expect(clashes(in: reading.keymap.commands(in: context)) == [], "seed \(seed)")
      for row in CommandTable.entries(of: context) where row.traits.contains(.essential) {
        #expect(!reading.keymap.keys(for: row.command, in: context).isEmpty, "seed \(seed)")
      }
    }
    guard !reading.problems.contains(where: { isKept($0) }) else { return }
    let refused = Set(reading.problems.filter { $0.severity == .error }.map(\.line))
    for (number, line) in lines.enumerated() where !refused.contains(number + 3) {
      guard let context = line.context else { continue }
      let slot = reading.keymap.slots[context]?[line.sequence]
      #expect(slot != nil && slot?.command == line.command, "seed \(seed): \(line.text)")
    }
  }

  private struct Line {
    let text: String
    var context: Context?
    var sequence: KeySequence = []
    var command: Command?
  }

  private func randomLines(using random: inout Seeded) -> [Line] {
    let tokens = ["g", "u", "?", "f1", ":", "q", "Q", "z"]
    let commands: [Command?] = [nil, .findOpen, .textCopy, .helpOpen]
    var lines: [Line] = []
    for context in [Context.everywhere, .code, .codeMargin, .studies].shuffled(using: &random) {
      lines.append(Line(text: "[\(context.rawValue)]"))
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let sequence = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          tokens.randomElement(using: &random) ?? "z"
        }
        let command = commands.randomElement(using: &random) ?? nil
        lines.append(
          Line(
            text: "\"\(KeyNotation.text(sequence))\" = \"\(command?.rawValue ?? "none")\"",
            context: context, sequence: sequence, command: command))
      }
    }
    return lines
  }

  private func clashes(in bound: [KeySequence: Command]) -> [KeySequence] {
    bound.keys.filter { sequence in
      bound.keys.contains { $0.count > sequence.count && $0.starts(with: sequence) }
    }
  }

  private func isKept(_ problem: KeymapProblem) -> Bool {
    if case .essentialKept = problem.kind { return true }
    return false
  }
}
