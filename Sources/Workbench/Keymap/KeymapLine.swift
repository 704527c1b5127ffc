/// One line of a keymap file, read by itself.
enum KeymapLine: Equatable {
  /// Nothing, or a comment.
  case blank
  /// `[code.margin]`
  case context(String)
  /// `"g g" = "list.first"` or `format = 1`
  case entry(Entry)

  /// A key or setting and what it is set to.
  struct Entry: Equatable {
    let name: String
    let nameColumn: Int
    let value: Value
    let valueColumn: Int
  }

  /// What stands after the equals sign.
  enum Value: Equatable {
    case text(String)
    case number(Int)
  }

  /// What is wrong with a line, and where.
  struct Fault: Error, Equatable {
    let column: Int
    let kind: KeymapProblem.Kind
  }

  /// Reads a line without its end.
  static func read(_ line: String) throws(Fault) -> KeymapLine {
    var scanner = LineScanner(line)
    if let column = scanner.columnOfControl { throw Fault(column: column, kind: .control) }
    scanner.skipBlanks()
    guard !scanner.isAtEnd else { return .blank }
    let result: KeymapLine =
      if scanner.next == "[" { try context(&scanner) } else { .entry(try entry(&scanner)) }
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      throw Fault(column: scanner.column, kind: .leftOver(scanner.rest))
    }
    return result
  }

  private static func context(_ scanner: inout LineScanner) throws(Fault) -> KeymapLine {
    let column = scanner.column
    scanner.advance()
    if scanner.next == "[" {
      throw Fault(column: column, kind: .notInSubset("lists of tables"))
    }
    scanner.skipBlanks()
    let name = scanner.bareWord(and: ".")
    guard !name.isEmpty else {
      throw Fault(column: scanner.column, kind: .expected("the name of a context, without quotes"))
    }
    scanner.skipBlanks()
    guard scanner.next == "]" else {
      throw Fault(column: scanner.column, kind: .expected("]"))
    }
    scanner.advance()
    return .context(name)
  }

  private static func entry(_ scanner: inout LineScanner) throws(Fault) -> Entry {
    let nameColumn = scanner.column
    let name = try scanner.isAtQuote ? scanner.string() : scanner.bareWord()
    guard !name.isEmpty || scanner.column > nameColumn else {
      throw Fault(column: nameColumn, kind: .expected("a key in quotes"))
    }
    scanner.skipBlanks()
    guard scanner.next == "=" else {
      throw Fault(column: scanner.column, kind: .expected("= after the key"))
    }
    scanner.advance()
    scanner.skipBlanks()
    let valueColumn = scanner.column
    let value = try value(&scanner)
    return Entry(name: name, nameColumn: nameColumn, value: value, valueColumn: valueColumn)
  }

  private static func value(_ scanner: inout LineScanner) throws(Fault) -> Value {
    if scanner.isAtQuote { return .text(try scanner.string()) }
    let column = scanner.column
    if scanner.next == "[" || scanner.next == "{" {
      throw Fault(column: column, kind: .notInSubset("lists and tables in a line"))
    }
    let word = scanner.bareWord()
    // TOML has one spelling of a number: no nought before it.
    guard let number = Int(word), String(number) == word else {
      throw Fault(column: column, kind: .expected("a value in quotes"))
    }
    return .number(number)
  }
}
