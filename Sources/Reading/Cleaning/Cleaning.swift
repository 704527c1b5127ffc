import Synthesis

/// Finds what extraction from pages has broken, and mends it where that is wanted.
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
    let joined = cleaning.hyphens() + cleaning.joins()
    let found = cleaning.drops(between: joined) + joined
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

  private func drops(between joined: [Change]) -> [Change] {
    let joining = Set(joined.map { line(at: $0.edit.range.lowerBound) })
    let last = lines.indices.last { !lines[$0].isBlank && debris[$0] == nil } ?? -1
    let words = last < 0 ? 0 : lines[last].ink.upperBound
    let tail = nextInk(after: last)
    var (isAfterBlank, isBetweenJoined) = (true, false)
    return lines.indices.compactMap { index in
      guard let kind = debris[index] else {
        isAfterBlank = lines[index].isBlank
        if !isAfterBlank { isBetweenJoined = joining.contains(index) }
        return nil
      }
      let why = kind == .pageNumber ? "only a page number" : "returns as a running header"
      var range = dropped(index, isAfterBlank || index > last)
      // What is joined over the line keeps no white space that stood after it.
      if isBetweenJoined, let gap = gap(after: range.lowerBound, line: index) { range = gap }
      // What follows the last words of the text goes from these on.
      if index == tail { range = words..<range.upperBound }
      return Change(kind: kind, edit: Edit(range: range), why: why)
    }
  }

  /// The line with its end; and the blank lines after it where blank ones stand before it too.
  private func dropped(_ index: Int, _ isAfterBlank: Bool) -> Range<Int> {
    let next = isAfterBlank ? nextInk(after: index) : index + 1
    let end = next.map { lines[$0].whole.lowerBound } ?? layout.text.count
    return lines[index].whole.lowerBound..<end
  }

  private func nextInk(after index: Int) -> Int? {
    lines[(index + 1)...].firstIndex { !$0.isBlank }
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
