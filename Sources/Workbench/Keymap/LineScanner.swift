/// Walks along one line of a keymap file and knows the column.
struct LineScanner {
  private let characters: [Character]
  private var position = 0

  init(_ line: String) { characters = Array(line) }

  /// The column of the next character, from 1.
  var column: Int { position + 1 }

  /// The next character, or `nil` after the last.
  var next: Character? { position < characters.count ? characters[position] : nil }

  /// What has not been read, up to a comment.
  var rest: String {
    String(characters[position...].prefix(60).prefix { $0 != "#" })
  }

  /// The column of the first control character but the tab, which TOML has nowhere.
  var columnOfControl: Int? {
    characters.firstIndex { character in
      character.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }
    }.map { $0 + 1 }
  }

  /// Whether only a comment is left, or nothing.
  var isAtEnd: Bool { next == nil || next == "#" }

  /// Whether a string begins here.
  var isAtQuote: Bool { next == "\"" || next == "'" }

  mutating func advance() { position += 1 }

  mutating func skipBlanks() {
    while next == " " || next == "\t" { advance() }
  }

  /// Reads a name without quotes: what TOML allows, and the characters given.
  mutating func bareWord(and others: String = "") -> String {
    let start = position
    while let character = next, Self.isBare(character) || others.contains(character) { advance() }
    return String(characters[start..<position])
  }

  /// Reads a string in double quotes, with escapes, or in single ones, without.
  mutating func string() throws(KeymapLine.Fault) -> String {
    let start = column
    guard let quote = next else { return "" }
    advance()
    if next == quote, position + 1 < characters.count, characters[position + 1] == quote {
      throw .init(column: start, kind: .notInSubset("strings of several lines"))
    }
    var text = ""
    while let character = next, character != quote {
      if character == "\\", quote == "\"" {
        text.append(try escaped())
      } else {
        text.append(character)
        advance()
      }
    }
    guard next != nil else { throw .init(column: start, kind: .unclosedString) }
    advance()
    return text
  }

  private mutating func escaped() throws(KeymapLine.Fault) -> Character {
    let start = column
    advance()
    guard let mark = next else { throw .init(column: start, kind: .unclosedString) }
    advance()
    switch mark {
    case "\\", "\"": return mark
    case "t": return "\t"
    case "u": return try scalar(digits: 4, from: start)
    case "U": return try scalar(digits: 8, from: start)
    default: throw .init(column: start, kind: .unknownEscape("\\\(mark)"))
    }
  }

  private mutating func scalar(
    digits: Int, from start: Int
  ) throws(KeymapLine.Fault) -> Character {
    let code = String(characters[position...].prefix(digits))
    guard code.count == digits, code.allSatisfy(\.isHexDigit),
      let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value)
    else {
      throw .init(column: start, kind: .unknownEscape("\\u" + code))
    }
    position += digits
    return Character(scalar)
  }

  private static func isBare(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
  }
}
