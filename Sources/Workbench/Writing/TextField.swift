import ScreenCells

/// A text that is being typed, with its cursor.
///
/// Positions count characters (graphemes), for that is what a person steps over; nothing here is
/// stored.
package struct TextField: Hashable, Sendable {
  package private(set) var characters: [Character]
  package private(set) var cursor: Int

  /// Makes a field with the cursor behind its text.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  package var text: String { String(characters) }

  /// Whether nothing is typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// The text before the cursor.
  package var beforeCursor: String { String(characters[..<cursor]) }

  /// Puts text in at the cursor.
  package mutating func insert(_ text: String) {
    // A combining mark joins the character before it, so that one is split anew with the text.
    let start = max(0, cursor - 1)
    let joined = Array(String(characters[start..<cursor]) + text)
    characters.replaceSubrange(start..<cursor, with: joined)
    cursor = start + joined.count
  }

  /// Puts text in at the cursor unless the field would be longer than a line that anybody reads;
  /// whether it did.
  ///
  /// A picker looks through its list for each key: without an end, what falls into the terminal by
  /// mistake would keep it busy for minutes.
  package mutating func insertShort(_ text: String) -> Bool {
    guard characters.count + text.count <= Self.longestLine else { return false }
    insert(text)
    return true
  }

  /// Characters that a field of one line takes.
  package static let longestLine = 1000

  /// Empties the field.
  package mutating func clear() { self = TextField() }

  /// Moves or erases as a command says; whether it was one for fields.
  package mutating func apply(_ command: Command) -> Bool {
    switch command {
    case .textLeft: cursor = max(0, cursor - 1)
    case .textRight: cursor = min(characters.count, cursor + 1)
    case .textHome: cursor = lineStart
    case .textEnd: cursor = lineEnd
    case .textWordLeft: cursor = wordStart
    case .textWordRight: cursor = wordEnd
    case .textErase: erase(from: max(0, cursor - 1), to: cursor)
    case .textEraseAfter: erase(from: cursor, to: min(characters.count, cursor + 1))
    case .textEraseWord: erase(from: wordStart, to: cursor)
    case .textEraseToStart: erase(from: lineStart, to: cursor)
    case .textEraseToEnd: erase(from: cursor, to: lineEnd)
    case .textNewline: insert("\n")
    case .textUp: move(lines: -1)
    case .textDown: move(lines: 1)
    default: return false
    }
    return true
  }

  private mutating func erase(from start: Int, to end: Int) {
    characters.removeSubrange(start..<end)
    cursor = start
  }

  private var lineStart: Int {
    characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place
  }

  private mutating func move(lines: Int) {
    let column = cursor - lineStart
    if lines < 0 {
      guard lineStart > 0 else { return }
      cursor = lineStart - 1
    } else {
      guard lineEnd < characters.count else { return }
      cursor = lineEnd + 1
    }
    cursor = min(lineStart + column, lineEnd)
  }
}
