/// Speakers and citations that follow a quotation, and where the last of them ends.
struct NotesAfter {
  private(set) var end: Int
  private(set) var speaker: String?
  private(set) var isCited = false

  /// Reads on after the closing mark at `index`.
  init(in text: [UInt8], from index: Int, to bound: Int) {
    end = index
    while let next = step(text, bound), next > end { end = next }
    while let scalar = text.scalar(at: end, to: bound), scalar.isStop { end += text.width(at: end) }
  }

  private mutating func step(_ text: [UInt8], _ bound: Int) -> Int? {
    let glued = Citation.gluedEnd(in: text, at: end, to: bound)
    if glued > end {
      isCited = true
      return glued
    }
    if let found = note(text, text.skipSpace(from: end, to: bound), bound) { return found }
    guard let mark = text.scalar(at: end, to: bound), mark.isStop || mark == "," else { return nil }
    let next = end + text.width(at: end)
    let cited = Citation.gluedEnd(in: text, at: next, to: bound)
    guard cited == next else {
      isCited = true
      return cited
    }
    return note(text, text.skipSpace(from: next, to: bound), bound)
  }

  private mutating func note(_ text: [UInt8], _ index: Int, _ bound: Int) -> Int? {
    let found =
      Attribution.bracket(in: text, at: index, to: bound, afterQuotation: true)
      ?? Attribution.dash(in: text, at: index, to: bound)
    guard let found else { return nil }
    switch found.note {
    case .speaker(let name): speaker = speaker ?? name
    case .citation: isCited = true
    }
    return found.end
  }
}

/// The speaker or citation that a whole block ends with.
enum NoteAtEnd {
  /// The note and where it starts, in brackets or after a dash at the end of `range`.
  static func read(_ text: [UInt8], _ range: Range<Int>) -> (note: Note, start: Int)? {
    var end = range.upperBound
    if text[end - 1] == 0x2E { end -= 1 }
    var index = end
    while let before = text.index(
      before: index, from: max(range.lowerBound, end - Attribution.limit))
    {
      index = before
      if let found = note(text, at: index, in: range.lowerBound..<end), found.end == end {
        return (found.note, index)
      }
    }
    return nil
  }

  private static func note(
    _ text: [UInt8], at index: Int, in range: Range<Int>
  ) -> (note: Note, end: Int)? {
    let scalar = text.scalar(at: index)
    if scalar == "(" || scalar == "[" {
      return Attribution.bracket(in: text, at: index, to: range.upperBound, afterQuotation: true)
    }
    guard scalar.isDash, text.scalar(before: index, from: range.lowerBound)?.isLetter != true else {
      return nil
    }
    return Attribution.dash(in: text, at: index, to: range.upperBound)
  }
}
