import Foundation
import Interchange
import ScreenCells

/// What a command says: to people on a terminal without control characters, to programs as it is.
enum Output {
  /// Whether somebody reads standard output on a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Says one line.
  static func say(_ sentence: String) {
    write(Array((displayable(sentence) + "\n").utf8))
  }

  /// Says what went wrong, on standard error.
  static func complain(_ sentence: String) {
    complain(Array(("linewise: " + displayable(sentence) + "\n").utf8))
  }

  /// Says several whole lines on standard error, as they are but for control characters.
  static func explain(_ lines: String) {
    complain(harmless(Array(lines.utf8)))
  }

  /// Writes to standard error; where there is none, nobody can be told.
  private static func complain(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes whole lines to standard output, on a terminal without control characters; a reader that
  /// has gone ends the program quietly.
  static func write(_ bytes: [UInt8]) {
    send(isTerminal ? harmless(bytes) : bytes)
  }

  /// The same lines with their control characters made visible.
  private static func harmless(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array(
      lines.map { displayable(String(decoding: $0, as: UTF8.self)).utf8 }
        .joined(separator: "\n".utf8))
  }

  private static func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { exit(errno == EPIPE ? 0 : Failure.Status.io.rawValue) }
      rest = rest.dropFirst(count)
    }
  }

  /// Prints a table for people.
  static func table(_ table: Table) { write(Array(table.text(as: .people(layout)).utf8)) }

  /// How tables are laid out for people: as wide as the terminal, made harmless for it.
  static var layout: PeopleLayout {
    PeopleLayout(
      width: isTerminal ? terminalWidth : nil, measure: { displayWidth($0) },
      show: { displayable($0) })
  }

  private static var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
