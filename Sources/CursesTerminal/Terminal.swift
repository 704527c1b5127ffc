import Glibc
import ScreenCells

/// The terminal that the program runs in: draws on it, reads it, and gives it back as it was,
/// whichever way the program ends short of being killed.
///
/// There can be one at a time, used from one thread.
///
///     let terminal = try Terminal(options: options)
///     defer { terminal.close() }
///     terminal.paint(view(state, terminal.size).picture)
///     // poll inputDescriptor and signalDescriptor, then readInput() and takeSignals()
package final class Terminal {
  /// The looks that roles are given.
  package let palette: Palette
  /// Whether everything is drawn in ASCII, because it was asked for or nothing else can be.
  package let isASCII: Bool
  /// The description that is used; another than `TERM` if that one is not installed.
  package let term: String
  /// What this terminal's keys send, for ``InputDecoder``.
  package let terminfoKeys: [String: Key]
  /// Whether what is printed to standard error is kept in the log.
  package let isLogged: Bool
  /// Whether the mouse is asked for.
  package private(set) var mouseIsOn: Bool
  /// Columns and rows of the screen.
  package var size: Size { Curses.size }
  /// Becomes readable when a key was pressed.
  ///
  /// Wait for it, then call ``readInput()``.
  package var inputDescriptor: CInt { STDIN_FILENO }
  /// Becomes readable when a signal has come.
  ///
  /// Wait for it, then call ``takeSignals()``.
  package var signalDescriptor: CInt { signals.descriptor }

  private let canMouse: Bool
  private let crashNotice: String
  private let signals: Signals
  private let log: ErrorLog
  private var screen: OpaquePointer?
  /// What has letters drawn as letters, whatever the terminal did before.
  private let letters: String
  private var painter: Painter
  /// Whether another program has had writes to the terminal fail where it takes nothing.
  ///
  /// It may at any time, for the mode is of all who hold the terminal. ncurses would try again at once
  /// for as long.
  private var othersDoNotWait = false

  /// Takes the terminal over.
  package init(options: TerminalOptions) throws(TerminalError) {
    try Self.check()
    isASCII = !Curses.useUTF8() || options.ascii
    signals = Signals()
    signals.saveModes()
    let waited = Descriptors.setWaiting(true, of: STDOUT_FILENO)
    do {
      (term, screen) = try Self.start()
    } catch {
      Descriptors.setWaiting(waited, of: STDOUT_FILENO)
      throw error
    }
    othersDoNotWait = !waited
    letters = Curses.assumeLetters()
    log = ErrorLog(path: options.logPath)
    isLogged = log.isKept
    let colours = Curses.startColours()
    palette = Palette(
      theme: options.theme, level: ColourLevel.choose(options.colours, available: colours.count),
      isLight: ColourLevel.isGroundLight)
    painter = Painter(
      inks: Inks(palette: palette, pairs: colours.pairs, hasOwnGround: colours.hasOwnGround),
      ascii: isASCII)
    terminfoKeys = TerminfoKeys.read()
    canMouse = Curses.capability("kmous") != nil || Curses.capability("XM") != nil
    mouseIsOn = options.mouse && canMouse
    crashNotice = options.crashNotice
    signals.install()
    arm()
    resized()
  }

  deinit {
    close()
  }

  /// Shows a picture; sends only what differs from what is shown.
  package func paint(_ picture: Picture) {
    guard screen != nil else { return }
    wait()
    painter.paint(picture)
  }

  /// Makes the next ``paint(_:)`` send everything, for when something else wrote to the terminal.
  package func redraw() {
    send(letters)
    painter.forget()
    Curses.forgetWhatIsShown()
  }

  /// Takes the terminal's present size on.
  package func resized() {
    if let size = Curses.kernelSize, size != Curses.size { Curses.resize(size) }
    redraw()
  }

  /// The bytes that wait, none if there are none; `nil` when the terminal has gone.
  package func readInput() -> [UInt8]? {
    Descriptors.drain(inputDescriptor)
  }

  /// The signals that have come, each kind once.
  package func takeSignals() -> [TerminalSignal] {
    signals.take()
  }

  /// Asks for the mouse, or leaves it to the terminal; nothing happens where there is none.
  package func setMouse(_ on: Bool) {
    guard canMouse, on != mouseIsOn else { return }
    mouseIsOn = on
    send(Modes.mouse(on))
  }

  /// Puts text on the clipboard of the terminal's computer, if the terminal allows it (OSC 52).
  ///
  /// - Returns: `false` for text of more than 100,000 bytes, of which nothing is sent.
  @discardableResult
  package func copyToClipboard(_ text: String) -> Bool {
    guard text.utf8.count <= 100_000 else { return false }
    send("\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}")
    return true
  }

  /// Stops the program as Ctrl-Z does elsewhere; returns when it goes on.
  ///
  /// Paint then.
  package func suspend() {
    whileAway { signals.stopProcess() }
  }

  /// Takes the terminal's modes on again after the process was stopped from outside.
  ///
  /// Paint then.
  package func resumed() {
    whileAway {}
  }

  /// Gives the terminal back while something else uses it, such as an editor, and takes it again.
  ///
  /// Paint then.
  package func whileAway<Result>(_ body: () throws -> Result) rethrows -> Result {
    stepAside()
    defer {
      log.turnAway()
      signals.install()
      othersDoNotWait = false
      wait()
      Curses.update()
      arm()
      resized()
    }
    return try body()
  }

  /// Gives the terminal back for good.
  ///
  /// May be called again.
  package func close() {
    guard let screen else { return }
    self.screen = nil
    stepAside()
    Curses.free(screen)
    signals.restoreModes()
    signals.uninstall()
    log.close()
  }
}

extension Terminal {
  private static func check() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    if let term = Environment.value("TERM"), term == "dumb" { throw .dumb(term: term) }
  }

  /// Tries what `TERM` says, then what most terminals understand.
  private static func start() throws(TerminalError) -> (term: String, screen: OpaquePointer) {
    var names = ["xterm-256color", "xterm", "vt100"]
    // Descriptions for direct colour take a colour's number for its light.
    if let term = Environment.value("TERM"), !term.contains("-direct") { names.insert(term, at: 0) }
    for name in names {
      if let screen = Curses.start(term: name) { return (name, screen) }
    }
    throw .unknownTerminal(tried: names)
  }

  private var modes: Modes { Modes(mouse: mouseIsOn) }

  /// Has what is written next wait until the terminal takes it.
  private func wait() {
    if !Descriptors.setWaiting(true, of: STDOUT_FILENO) { othersDoNotWait = true }
  }

  private func arm() {
    signals.arm(terminal: STDOUT_FILENO, reset: Array((Modes.reset() + crashNotice).utf8))
    send(modes.on)
  }

  private func stepAside() {
    wait()
    send(modes.off)
    Curses.pause()
    Descriptors.setWaiting(!othersDoNotWait, of: STDOUT_FILENO)
    signals.stepAside()
    log.giveBack()
  }

  private func send(_ text: String) {
    Descriptors.write(text.utf8, to: STDOUT_FILENO)
  }
}
