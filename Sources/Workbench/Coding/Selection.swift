import Synthesis

/// A scalar of the study on screen: a line and an offset within its document.
package struct ReaderPoint: Hashable, Sendable {
  /// The line's index in the reader.
  package let line: Int
  /// The position in the document.
  package let position: Int
}

/// A passage that is being selected, by words or by whole lines.
package struct Selection: Hashable, Sendable {
  /// Where it began: a word.
  package var anchor: Passage
  /// Where it is now: a word.
  package var head: Passage
  /// The document.
  package let document: EntityID

  /// The words selected.
  package var passage: Passage {
    Passage(start: min(anchor.start, head.start), end: max(anchor.end, head.end))
  }

  /// Their place.
  package var place: Place { Place(document, passage) }
}

/// The ends of a coding that are being moved.
package struct MovingBounds: Hashable, Sendable {
  /// The coding.
  package let coding: EntityID
  /// The passage as it would be.
  package var selection: Selection
}

extension Reader {
  /// The words of a line, as passages of its document.
  package func words(of index: Int) -> [Passage] {
    let line = lines[index]
    let text = page.documents[line.page].table.text.string(line.line.passage)
    var words: [Passage] = []
    var start: Int?
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      let position = line.line.passage.start + offset
      if scalar.properties.isWhitespace {
        if let start { words.append(Passage(start: start, end: position)) }
        start = nil
      } else if start == nil {
        start = position
      }
    }
    if let start { words.append(Passage(start: start, end: line.line.passage.end)) }
    return words
  }

  /// The word at a point, or the last before it.
  package func word(at point: ReaderPoint) -> Passage? {
    let words = words(of: point.line)
    return words.last { $0.start <= point.position } ?? words.first
  }

  /// Begins to select at the first word of the line under the cursor.
  package mutating func select() {
    guard let focus, let word = words(of: focus).first else { return }
    selection = Selection(anchor: word, head: word, document: lines[focus].document)
  }

  /// Selects the whole line under the cursor.
  package mutating func selectLine() {
    guard let focus, let first = words(of: focus).first, let last = words(of: focus).last else {
      return
    }
    selection = Selection(anchor: first, head: last, document: lines[focus].document)
  }

  /// Moves the head of a selection by words over the lines of its document.
  package func moved(_ selection: Selection, words count: Int) -> Selection {
    var selection = selection
    for _ in 0..<abs(count) {
      guard let next = neighbour(of: selection.head, in: selection.document, forward: count > 0)
      else { return selection }
      selection.head = next
    }
    return selection
  }

  /// Moves the head to the end of the clause, or back to the beginning of one: after , ; : — ( ).
  package func movedByClause(_ selection: Selection, forward: Bool) -> Selection {
    var moved = moved(selection, words: forward ? 1 : -1)
    while moved.head != selection.head || moved == selection {
      let ends =
        forward
        ? moved.head
        : neighbour(
          of: moved.head, in: selection.document, forward: false)
      if ends.map(endsClause) ?? true { return moved }
      let next = self.moved(moved, words: forward ? 1 : -1)
      if next == moved { return moved }
      moved = next
    }
    return moved
  }

  private func endsClause(_ word: Passage) -> Bool {
    guard let last = text(in: word).last else { return true }
    return ",;:.?!—–)".contains(last)
  }

  private func text(in passage: Passage) -> String {
    page.documents.first { document in
      document.table.lines.contains { $0.passage.contains(passage) }
    }?.table.text.string(passage) ?? ""
  }

  /// Moves the head to the line after or before: to its end below the anchor, to its beginning
  /// above it.
  ///
  /// Of a line that is selected whole the anchor changes ends, so that all of it stays selected.
  package func movedByLine(_ selection: Selection, forward: Bool) -> Selection {
    guard let line = lineIndex(of: selection.head, in: selection.document),
      let start = lineIndex(of: selection.anchor, in: selection.document),
      case let next = line + (forward ? 1 : -1), lines.indices.contains(next),
      lines[next].document == selection.document
    else { return selection }
    let (here, there) = (words(of: start), words(of: next))
    guard let first = here.first, let last = here.last, let top = there.first,
      let end = there.last
    else { return selection }
    var moved = selection
    let isWhole =
      start == line && selection.passage.contains(first)
      && selection.passage.contains(last)
    if isWhole { moved.anchor = forward ? first : last }
    let isBelow = next > start || (next == start && !forward)
    moved.head = isBelow ? end : top
    return moved
  }

  /// The line that holds a passage of a document.
  package func lineIndex(of passage: Passage, in document: EntityID) -> Int? {
    lines.firstIndex { $0.document == document && $0.line.passage.meets(passage) }
  }

  private func neighbour(of word: Passage, in document: EntityID, forward: Bool) -> Passage? {
    guard let line = lineIndex(of: word, in: document) else { return nil }
    let own = words(of: line)
    guard let index = own.firstIndex(of: word) else { return nil }
    if forward, index + 1 < own.count { return own[index + 1] }
    if !forward, index > 0 { return own[index - 1] }
    let next = line + (forward ? 1 : -1)
    guard lines.indices.contains(next), lines[next].document == document else { return nil }
    return forward ? words(of: next).first : words(of: next).last
  }
}
