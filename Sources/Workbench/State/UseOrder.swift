import Synthesis

/// Codes in the order of their lines, kept sorted, because a picker opens with the first of them on
/// every line.
struct UseOrder: Sendable {
  private var rows: [CodeRow] = []

  init() {}

  /// - Complexity: O(*n* log *n*).
  init(_ rows: some Sequence<CodeRow>) { self.rows = rows.sorted() }

  /// The first codes, at most `count`.
  func first(_ count: Int) -> ArraySlice<CodeRow> { rows.prefix(count) }

  /// Puts a code that is not there in its place.
  ///
  /// - Complexity: O(*n*) moves and O(log *n*) comparisons.
  mutating func insert(_ row: CodeRow) {
    rows.insert(row, at: index(of: row))
  }

  /// Takes a code out, which must be as it was put in.
  mutating func remove(_ row: CodeRow) {
    let index = index(of: row)
    guard rows.indices.contains(index), rows[index] == row else {
      return assertionFailure("a code is not where its lines and its name put it")
    }
    rows.remove(at: index)
  }

  /// Where a row stands, or would.
  private func index(of row: CodeRow) -> Int {
    rows.partitioningIndex { !($0 < row) }
  }
}
