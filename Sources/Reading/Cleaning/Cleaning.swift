import Synthesis

/// Finds what extraction from pages has broken, and mends it where that is wanted (R-F3).
struct Cleaning {
  /// One change and what is said of it.
  struct Change {
    let kind: Proposal.Kind
    let edit: Edit
    let why: String
  }

  let layout: Layout
  let lines: [SourceLine]
  let debris: [Int: Proposal.Kind]

  /// The changes for a text, disjoint and in order.
  static func changes(
    for layout: Layout, lines: [SourceLine], debris: [Int: Proposal.Kind]
  ) -> [Change] {
    let cleaning = Cleaning(layout: layout, lines: lines, debris: debris)
    let found = cleaning.drops() + cleaning.hyphens() + cleaning.joins()
    return disjoint(found.sorted { $0.edit.range.lowerBound < $1.edit.range.lowerBound })
  }

  private static func disjoint(_ changes: [Change]) -> [Change] {
    var end = -1
    return changes.filter { change in
      guard change.edit.range.lowerBound >= end else { return false }
      end = change.edit.range.upperBound
      return true
    }
  }

  private func drops() -> [Change] {
    debris.keys.sorted().map { index in
      let kind = debris[index] ?? .pageNumber
      let why = kind == .pageNumber ? "only a page number" : "returns as a running header"
      return Change(kind: kind, edit: Edit(range: dropped(index)), why: why)
    }
  }

  /// The line with its end; and the blank lines after it where blank ones stand before it too.
  private func dropped(_ index: Int) -> Range<Int> {
    let start = lines[index].whole.lowerBound
    guard let next = lines[(index + 1)...].firstIndex(where: { !$0.isBlank }) else {
      let ink = lines[..<index].last { !$0.isBlank }
      let isAfterDebris = lines[..<index].lastIndex { !$0.isBlank }.map { debris[$0] != nil }
      return (isAfterDebris == true ? start : ink?.ink.upperBound ?? 0)..<layout.text.count
    }
    let before = lines[..<index].indices.last { debris[$0] == nil }
    let isAfterBlank = before.map { lines[$0].isBlank } ?? true
    return start..<lines[isAfterBlank ? next : index + 1].whole.lowerBound
  }

  /// From `end`, the end of some words, to the next words or to the debris between.
  func gap(after end: Int, line index: Int) -> Range<Int>? {
    guard let next = lines[(index + 1)...].firstIndex(where: { !$0.isBlank }) else { return nil }
    let isDebris = debris[next] != nil
    return end..<(isDebris ? lines[next].whole.lowerBound : lines[next].ink.lowerBound)
  }

  /// The next line that holds words of the study.
  func nextLine(after index: Int) -> Int? {
    lines[(index + 1)...].indices.first { !lines[$0].isBlank && debris[$0] == nil }
  }
}
