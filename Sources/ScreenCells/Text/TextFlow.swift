/// One row of a text that was wrapped.
package struct RowSpan: Hashable, Sendable {
  /// What stands in the row, as offsets of Unicode scalars in the text.
  ///
  /// The spaces at which rows were broken lie between the spans of two rows.
  package var scalars: Range<Int>
  /// Columns that the row takes.
  package var columns: Int

  package init(scalars: Range<Int>, columns: Int) {
    self.scalars = scalars
    self.columns = columns
  }
}

/// Wraps text to a width.
///
/// Rows break at spaces, after hyphens and dashes inside a word, and between characters of
/// Chinese and Japanese; a word that is longer than a row is broken where the row ends. A newline
/// counts as a space. No row starts with an accent, and none breaks inside an emoji.
package enum TextFlow {
  /// The rows of a text; at least one, which may be empty.
  ///
  /// A width of less than one column counts as one.
  ///
  /// - Complexity: O(*n*).
  package static func rows(of text: String, width: Int) -> [RowSpan] {
    var wrapping = Wrapping(width: max(1, width))
    for scalar in text.unicodeScalars { wrapping.add(scalar) }
    return wrapping.finish()
  }
}

/// A wrapping under way: the rows that are done and the one that is being filled.
private struct Wrapping {
  /// A place where the row may end, with the columns up to both sides of it.
  struct Break {
    var end: Int
    var next: Int
    var endColumns: Int
    var nextColumns: Int
  }

  let width: Int
  var rows: [RowSpan] = []
  var start = 0
  var offset = 0
  var columns = 0
  var chance: Break?
  var pen = Pen()
  var previous: Unicode.Scalar?
  /// Whether `previous` follows something that is no space.
  var inWord = false

  init(width: Int) {
    self.width = width
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    let wide = pen.draw(scalar).columns
    defer { offset += 1 }
    if isBreakingSpace(scalar) {
      addSpace(columns: wide)
    } else if wide == 0 {
      guard chance?.next != offset else { return stayWithSpace() }
    } else {
      if mayBreak(after: previous, inWord: inWord, before: scalar) { noteChance() }
      makeRoom(for: wide)
      columns += wide
    }
    inWord = previous.map { !isBreakingSpace($0) } ?? false
    previous = scalar
  }

  mutating func finish() -> [RowSpan] {
    if columns > width, let last = chance, last.next == offset {
      endRow(at: last.end, columns: last.endColumns)
    } else {
      endRow(at: offset, columns: columns)
    }
    return rows
  }

  /// A space never overflows: it is dropped if the row ends there.
  private mutating func addSpace(columns wide: Int) {
    if let last = chance, last.next == offset, last.end < last.next {
      chance?.nextColumns = columns + wide
    } else {
      chance = Break(end: offset, next: offset, endColumns: columns, nextColumns: columns + wide)
    }
    chance?.next = offset + 1
    columns += wide
  }

  /// What takes no column stays with the space before it, and is dropped with it.
  private mutating func stayWithSpace() {
    chance?.next += 1
  }

  private mutating func noteChance() {
    chance = Break(end: offset, next: offset, endColumns: columns, nextColumns: columns)
  }

  private mutating func makeRoom(for wide: Int) {
    guard columns + wide > width else { return }
    if let last = chance {
      if last.end > start { endRow(at: last.end, columns: last.endColumns) }
      start = last.next
      columns -= last.nextColumns
      chance = nil
    }
    guard columns + wide > width, offset > start else { return }
    endRow(at: offset, columns: columns)
    start = offset
    columns = 0
  }

  /// Closes the row.
  ///
  /// One wide character in a row of one column counts as one.
  private mutating func endRow(at end: Int, columns: Int) {
    rows.append(RowSpan(scalars: start..<end, columns: min(columns, width)))
  }
}
