import ScreenCells

/// How the terminal is to be used.
package struct TerminalOptions: Sendable {
  /// Whether clicks, drags and the wheel are asked for.
  package var mouse = true
  package var theme = Palette.Theme.auto
  /// How many colours to use at most; `nil`: as many as the terminal has, and none under
  /// `NO_COLOR`.
  package var colours: Palette.Level?
  /// Whether marks and rules are drawn in ASCII, even where more could be shown.
  package var ascii = false
  /// The file that standard error goes to while the screen is up; `nil`: nowhere.
  package var logPath: String?
  /// What is printed after the terminal has been given back by a crash; it ends with a newline.
  package var crashNotice = ""

  package init() {}
}

/// Why there is no screen.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is no terminal.
  case notATerminal
  /// The terminal says of itself that it can do nothing but print.
  case dumb(term: String)
  /// None of the terminal descriptions that were tried is installed.
  case unknownTerminal(tried: [String])
}

/// What happened to the process, apart from its input.
package enum TerminalSignal: UInt8, Hashable, Sendable {
  /// The terminal has another size. Call ``Terminal/resized()`` and paint.
  case resized = 0x57
  /// The process is to end, or its terminal has gone.
  case terminated = 0x54
  /// The process goes on after it was stopped. Call ``Terminal/resumed()`` and paint.
  case continued = 0x43
  /// The process is to stop. Call ``Terminal/suspend()`` and paint.
  case stopped = 0x5A
}
