/// Collects the problems of one keymap file, the first hundred of them.
struct KeymapLog {
  let file: String
  private var problems: [KeymapProblem] = []
  private var left = 0

  /// How many problems are named; the rest are counted.
  static let most = 100

  init(file: String) { self.file = file }

  /// Whether further problems are only counted.
  var isFull: Bool { problems.count >= Self.most }

  mutating func add(_ line: Int, _ column: Int, _ kind: KeymapProblem.Kind) {
    guard !isFull else {
      left += 1
      return
    }
    problems.append(KeymapProblem(file: file, line: line, column: column, kind: kind))
  }

  /// The problems in the order of their places.
  var sorted: [KeymapProblem] {
    let ordered = problems.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset)
        < ($1.element.line, $1.element.column, $1.offset)
    }
    .map(\.element)
    guard left > 0, let last = ordered.last else { return ordered }
    return ordered + [
      KeymapProblem(file: file, line: last.line, column: 1, kind: .moreProblems(left))
    ]
  }
}
