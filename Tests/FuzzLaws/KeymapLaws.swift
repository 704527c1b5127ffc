import Workbench

/// Laws of the reader of keymap files.
package enum KeymapLaws {
  static func flaws(_ input: [UInt8]) -> [String] {
    var reading = KeymapFile.Reading(keymap: .builtIn)
    let slowness = FuzzedReader.slowness("reading a keymap") {
      reading = KeymapFile.read(KeymapFile.Source(name: "mine.toml", bytes: input))
    }
    return slowness + placeFlaws(reading, input) + keyFlaws(reading.keymap)
      + renderedFlaws(reading.keymap)
  }

  /// Whether a file is read without an error.
  package static func isAccepted(_ input: [UInt8]) -> Bool {
    let reading = KeymapFile.read(KeymapFile.Source(name: "mine.toml", bytes: input))
    return !reading.problems.contains { $0.severity == .error }
  }

  /// Problems are named by places that are in the file, in words that can be shown.
  private static func placeFlaws(_ reading: KeymapFile.Reading, _ input: [UInt8]) -> [String] {
    let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
    var flaws: [String] = []
    var last = (0, 0)
    for problem in reading.problems {
      guard (1...lines.count).contains(problem.line) else {
        flaws.append("a problem is on line \(problem.line) of \(lines.count)")
        continue
      }
      let length = String(decoding: lines[problem.line - 1], as: UTF8.self).count
      if problem.column < 1 || problem.column > length + 1 {
        flaws.append("a problem is in column \(problem.column) of \(length): \(problem)")
      }
      if case .moreProblems = problem.kind { continue }
      if (problem.line, problem.column) < last { flaws.append("problems are out of order") }
      last = (problem.line, problem.column)
      if problem.description.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control
      }) {
        flaws.append("a problem's words hold a control: \(problem.description.debugDescription)")
      }
    }
    return flaws
  }

  /// Essential commands keep a key, no key begins another's, and each is one that can be sent.
  private static func keyFlaws(_ keymap: Keymap) -> [String] {
    var flaws: [String] = []
    for context in Context.allCases {
      var bound: [KeySequence] = []
      for row in CommandTable.entries where context.chain.contains(row.context) {
        let ways = keymap.keys(for: row.command, in: context)
        if ways.isEmpty, isEssential(row),
          !Keymap.builtIn.keys(for: row.command, in: context).isEmpty
        {
          flaws.append("\(row.command.rawValue) has no key in \(context.rawValue)")
        }
        bound += ways
      }
      let all = Set(bound)
      for sequence in all {
        if sequence.isEmpty || sequence.contains(where: { KeyNotation.fault(in: $0) != nil }) {
          flaws.append("\(sequence) is bound and can't be sent")
        }
        for length in 1..<max(sequence.count, 1) where all.contains(Array(sequence.prefix(length)))
        {
          flaws.append("\(sequence) goes on after a whole key in \(context.rawValue)")
        }
      }
    }
    return flaws
  }

  private static func isEssential(_ row: CommandEntry) -> Bool { row.traits.contains(.essential) }

  /// A keymap that is written as a file gives the same keys when it is read.
  private static func renderedFlaws(_ keymap: Keymap) -> [String] {
    let text = KeymapFile.render(keymap)
    let again = KeymapFile.read(KeymapFile.Source(name: "again.toml", text: text))
    let errors = again.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { return ["a written keymap has \(errors.map(\.description))"] }
    for context in Context.allCases {
      for row in CommandTable.entries where context.chain.contains(row.context) {
        let (old, new) = (
          Set(keymap.keys(for: row.command, in: context)),
          Set(again.keymap.keys(for: row.command, in: context))
        )
        if old != new {
          return ["\(row.command.rawValue) is on \(new), not \(old), after writing and reading"]
        }
      }
    }
    return again.keymap.title == keymap.title
      ? [] : ["a title is another after writing and reading"]
  }
}
