import Synthesis

extension Reader {
  /// Moves the cursor by stops.
  package mutating func step(_ count: Int) {
    cursor = max(0, min(stops.count - 1, cursor + count))
    mark = nil
  }

  /// Moves to the first stop after (or the last before) the cursor for which `predicate` holds;
  /// whether there was one.
  @discardableResult
  package mutating func go(
    forward: Bool, to predicate: (Int) -> Bool
  ) -> Bool {
    let candidates: [Int] =
      forward
      ? Array(stops.indices.dropFirst(cursor + 1)) : Array(stops.indices[..<cursor].reversed())
    let found = candidates.first { stop in
      guard case .line(let line) = stops[stop] else { return false }
      return predicate(line)
    }
    guard let found else { return false }
    cursor = found
    mark = nil
    return true
  }

  /// Moves to the next or the last paragraph's first line.
  package mutating func goToParagraph(forward: Bool) {
    if forward {
      if !go(forward: true, to: beginsParagraph) { step(stops.count) }
    } else if !go(forward: false, to: beginsParagraph) {
      step(-stops.count)
    }
  }

  /// Moves to the next or the last section's first line.
  package mutating func goToSection(forward: Bool) {
    let here = focusOrFirst.flatMap { lines[$0].line.section }
    guard let first = focusOrFirst else { return }
    let page = lines[first].page
    if forward {
      let next = stops.indices.dropFirst(cursor + 1).first { stop in
        guard let line = stops[stop].first else { return false }
        return lines[line].line.section != here || lines[line].page != page
      }
      cursor = next ?? stops.count - 1
    } else {
      // To the first line of this section, or of the one before where the cursor is there.
      let start = startOfSection(at: cursor)
      cursor = start < cursor ? start : startOfSection(at: max(0, cursor - 1))
    }
    mark = nil
  }

  private func startOfSection(at stop: Int) -> Int {
    guard let line = stops[stop].first else { return stop }
    var start = stop
    while start > 0, let before = stops[start - 1].first,
      lines[before].line.section == lines[line].line.section,
      lines[before].page == lines[line].page
    {
      start -= 1
    }
    return start
  }

  /// Moves to the next line that is open, going round; whether there is another.
  ///
  /// Lines on which an act waits to be saved are not open any more.
  package mutating func goToOpen(forward: Bool, passing waiting: [Place] = []) -> Bool {
    let isOpen: (Int) -> Bool = { [lines] index in
      let line = lines[index]
      return line.state == .open
        && !waiting.contains {
          $0.document == line.document && $0.passage.meets(line.line.passage)
        }
    }
    if go(forward: forward, to: isOpen) { return true }
    let before = cursor
    cursor = forward ? -1 : stops.count
    if go(forward: forward, to: isOpen) { return cursor != before }
    cursor = before
    return false
  }

  /// Brings the cursor's line on screen.
  ///
  /// Nothing moves while it is there; else by half a screen, and to the beginning of a paragraph
  /// where that keeps it in sight. After a leap down it stands in the upper third, for what follows
  /// is read next, if a picker has room under it there. Where it is taller than the screen, any part
  /// of it may fill that.
  package mutating func scroll(height: Int) {
    guard stops.indices.contains(cursor), height > 0 else { return }
    let start = layout.starts[cursor] + layout.heights[cursor].before
    let end = layout.starts[cursor] + layout.heights[cursor].total
    let half = max(1, height / 2)
    if start <= top, top + height <= end { return }
    if start < top {
      top = max(0, min(start, max(start - half, end - height)))
    } else if end > top + height {
      let third = start - height / 3
      let isLeap = end - height > top + half && third + height - end >= 5
      let wanted = isLeap ? min(third, layout.rows - height) : top + half
      top = min(start, max(end - height, wanted))
    } else {
      top = min(top, max(0, layout.rows - 1))
      return
    }
    keepParagraphTogether(start: start, end: end, height: height)
  }

  /// Moves the first row on screen back to the beginning of its paragraph where the cursor's line
  /// stays in sight.
  private mutating func keepParagraphTogether(start: Int, end: Int, height: Int) {
    var stop = layout.stop(atRow: top)
    while stop > 0, case .line(let line) = stops[stop], !beginsParagraph(line) { stop -= 1 }
    let paragraph = layout.starts[stop] + layout.heights[stop].before
    if paragraph <= top, end <= paragraph + height { top = paragraph }
    // No line without its beginning, and no blank row, at the top.
    stop = layout.stop(atRow: top)
    let words = layout.starts[stop] + layout.heights[stop].before
    let next = min(
      start, layout.starts[stop + 1] + (layout.heights.dropFirst(stop + 1).first?.before ?? 0))
    if top > 0, top != words { top = top < words ? words : next }
  }

  /// Scrolls by rows and takes the cursor along where it would leave the screen.
  package mutating func scroll(rows: Int, height: Int) {
    top = max(0, min(max(0, layout.rows - height), top + rows))
    let first = layout.stop(atRow: top + 1)
    let last = layout.stop(atRow: max(top, min(layout.rows - 1, top + height - 2)))
    cursor = max(min(first, last), min(cursor, last))
    leaveTallLine(forward: rows > 0, height: height)
    mark = nil
  }

  /// Goes on from a line that is taller than the screen where no more of it comes that way, for the
  /// screen would come back to its beginning otherwise.
  private mutating func leaveTallLine(forward: Bool, height: Int) {
    guard stops.indices.contains(cursor) else { return }
    let start = layout.starts[cursor] + layout.heights[cursor].before
    let end = layout.starts[cursor + 1]
    guard end - start > height else { return }
    if forward, end < top + height {
      guard cursor + 1 < stops.count else { return }
      cursor += 1
      top = max(top, min(end, layout.starts[cursor + 1] - height))
    } else if !forward, start > top {
      cursor = max(cursor - 1, 0)
    } else if !forward, end < top + height {
      top = end - height
    }
  }
}

extension Stop {
  /// The first line that is shown here.
  var first: Int? {
    switch self {
    case .line(let line): line
    case .fold(let range): range.first
    }
  }
}
