/// The screen that an xterm would show of what a program sends: as much of one as a terminal
/// library makes use of, for texts whose scalars are one cell wide.
struct XtermScreen {
  private var cells: [[Character]]
  private(set) var cursor = (column: 0, row: 0)
  private var region: ClosedRange<Int>
  private var savedCursor = (column: 0, row: 0)
  private var isWrapping = false
  private var isInserting = false
  private var last: Character = " "
  private var size: (columns: Int, rows: Int)
  /// The beginning of what has not yet come whole.
  private var rest: [UInt8] = []

  /// An empty screen.
  init(columns: Int, rows: Int) {
    size = (columns, rows)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    region = 0...(rows - 1)
  }

  /// The rows, without the space behind their last words.
  var screen: DeskScreen {
    DeskScreen(
      rows: cells.map { row in
        String(row[..<((row.lastIndex { $0 != " " } ?? -1) + 1)])
      })
  }

  /// Makes it another size; what is drawn stays where it is.
  mutating func resize(columns: Int, rows: Int) {
    let empty = [Character](repeating: " ", count: columns)
    cells = (0..<rows).map { row in
      guard cells.indices.contains(row) else { return empty }
      return Array((cells[row] + empty).prefix(columns))
    }
    size = (columns, rows)
    region = 0...(rows - 1)
    move(to: cursor.column, cursor.row)
  }

  /// Takes what was sent next; a sequence may come in pieces.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    let all = rest + bytes
    let whole = all.prefix(Self.wholeCount(all))
    let scalars = Array(String(decoding: whole, as: UTF8.self).unicodeScalars)
    rest = Array(all.dropFirst(whole.count))
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "\u{1B}" else {
        takeControl(scalars[index])
        index += 1
        continue
      }
      guard let next = takeSequence(scalars, index + 1) else {
        rest = Array(String(String.UnicodeScalarView(scalars[index...])).utf8) + rest
        return
      }
      index = next
    }
  }

  /// How many bytes there are before a scalar that is cut off at the end.
  private static func wholeCount(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }

  private mutating func takeControl(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 8: move(to: cursor.column - 1, cursor.row)
    case 9: move(to: (cursor.column / 8 + 1) * 8, cursor.row)
    case 10: feed()
    case 13: move(to: 0, cursor.row)
    case 0..<32: break
    default: put(Character(scalar))
    }
  }

  private mutating func put(_ character: Character) {
    if isWrapping {
      move(to: 0, cursor.row)
      feed()
    }
    if isInserting { cells[cursor.row].insert(character, at: cursor.column) }
    cells[cursor.row][cursor.column] = character
    if isInserting { cells[cursor.row].removeLast() }
    last = character
    isWrapping = cursor.column == size.columns - 1
    if !isWrapping { cursor.column += 1 }
  }

  private mutating func move(to column: Int, _ row: Int) {
    cursor = (max(0, min(size.columns - 1, column)), max(0, min(size.rows - 1, row)))
    isWrapping = false
  }

  private mutating func feed() {
    isWrapping = false
    if cursor.row == region.upperBound {
      scroll(by: 1)
    } else {
      move(to: cursor.column, cursor.row + 1)
    }
  }

  /// Moves the rows of the region up, or down, from a row on.
  private mutating func scroll(by count: Int, from first: Int? = nil) {
    let first = first ?? region.lowerBound
    for _ in 0..<min(abs(count), size.rows) where region.contains(first) {
      let empty = [Character](repeating: " ", count: size.columns)
      if count > 0 {
        cells.remove(at: first)
        cells.insert(empty, at: region.upperBound)
      } else {
        cells.remove(at: region.upperBound)
        cells.insert(empty, at: first)
      }
    }
  }

  /// What follows an escape; the index behind it, `nil` where its end has not come.
  private mutating func takeSequence(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start < scalars.count else { return nil }
    switch scalars[start] {
    case "[": return takeControlSequence(scalars, start + 1)
    case "]", "P", "_", "^":
      // To a bell, or to an escape and what ends it.
      let end = scalars[(start + 1)...].firstIndex { $0 == "\u{7}" || $0 == "\u{1B}" }
      return end.map { scalars[$0] == "\u{7}" ? $0 + 1 : $0 + 2 }
    case "(", ")", "*", "+", "#", "%", " ": return start + 2 <= scalars.count ? start + 2 : nil
    case "7": savedCursor = cursor
    case "8": move(to: savedCursor.column, savedCursor.row)
    case "M" where cursor.row == region.lowerBound: scroll(by: -1)
    case "M": move(to: cursor.column, cursor.row - 1)
    default: break
    }
    return start + 1
  }

  private mutating func takeControlSequence(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard let end = scalars[start...].firstIndex(where: { (0x40...0x7E).contains($0.value) })
    else { return nil }
    let body = String(String.UnicodeScalarView(scalars[start..<end]))
    guard body.allSatisfy({ $0.isNumber || $0 == ";" }) else { return end + 1 }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    run(Character(scalars[end]), numbers)
    return end + 1
  }

  private mutating func run(_ letter: Character, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    let (column, row) = cursor
    switch letter {
    case "H", "f": move(to: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, count - 1)
    case "A": move(to: column, row - count)
    case "B": move(to: column, row + count)
    case "C": move(to: column + count, row)
    case "D": move(to: column - count, row)
    case "G": move(to: count - 1, row)
    case "d": move(to: column, count - 1)
    case "J": erase(first, inAll: true)
    case "K": erase(first, inAll: false)
    case "X": clear(row, column..<min(size.columns, column + count))
    case "b": for _ in 0..<count { put(last) }
    case "S": scroll(by: count)
    case "T": scroll(by: -count)
    case "M": scroll(by: count, from: row)
    case "L": scroll(by: -count, from: row)
    case "P", "@": shift(by: letter == "P" ? count : -count)
    case "h" where first == 4: isInserting = true
    case "l" where first == 4: isInserting = false
    case "r":
      let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : size.rows
      region = (count - 1)...max(count - 1, min(size.rows, bottom) - 1)
      move(to: 0, 0)
    default: break
    }
  }

  /// Moves what stands from the cursor on to the left, or to the right.
  private mutating func shift(by count: Int) {
    for _ in 0..<min(abs(count), size.columns) {
      if count > 0 {
        cells[cursor.row].remove(at: cursor.column)
        cells[cursor.row].append(" ")
      } else {
        cells[cursor.row].insert(" ", at: cursor.column)
        cells[cursor.row].removeLast()
      }
    }
  }

  private mutating func erase(_ what: Int, inAll: Bool) {
    let (column, row) = cursor
    clear(row, what == 0 ? column..<size.columns : what == 1 ? 0..<(column + 1) : 0..<size.columns)
    guard inAll else { return }
    let others = what == 0 ? (row + 1)..<size.rows : what == 1 ? 0..<row : 0..<size.rows
    for other in others { clear(other, 0..<size.columns) }
  }

  private mutating func clear(_ row: Int, _ columns: Range<Int>) {
    for column in columns { cells[row][column] = " " }
  }
}
