/// The sequences that ncurses does not send for us: pasting as one event, and the mouse.
struct Modes {
  var mouse: Bool

  private static let paste = "?2004"
  /// Motion while a button is held, in the form that knows no largest column.
  private static let mouse = ["?1002", "?1006"]

  private var all: [String] { [Self.paste] + (mouse ? Self.mouse : []) }

  var on: String { all.map { "\u{1B}[\($0)h" }.joined() }
  var off: String { all.reversed().map { "\u{1B}[\($0)l" }.joined() }

  static func mouse(_ isOn: Bool) -> String {
    isOn
      ? mouse.map { "\u{1B}[\($0)h" }.joined()
      : mouse.reversed().map { "\u{1B}[\($0)l" }.joined()
  }

  /// All that a crash has to undo, in the terminal's own words, with the mouse in any case.
  static func reset() -> String {
    let own = ["sgr0", "rmacs", "cnorm", "rmkx", "rmcup"].compactMap(Curses.capability)
    return Modes(mouse: true).off + own.map(withoutPadding).joined() + "\r\n"
  }

  /// A capability without its delays, `$<50/>`, which only the library can keep.
  static func withoutPadding(_ text: String) -> String {
    var kept = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "$<") {
      kept += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: ">") else { break }
      rest = rest[rest.index(after: end)...]
    }
    return kept + rest
  }
}
