import CNcurses
import ScreenCells

/// The part of ncurses that is used, under names of our own.
///
/// The library holds one screen in global variables; so does this.
enum Curses {
  /// Takes the terminal over; `nil` if there is no description of that name.
  static func start(term: String) -> OpaquePointer? {
    guard let screen = linewise_newterm(term) else { return nil }
    raw()
    noecho()
    nonl()
    keypad(linewise_window(), true)
    typeahead(-1)
    leaveok(linewise_window(), false)
    scrollok(linewise_window(), false)
    writeWholeFrames()
    return screen
  }

  /// Has each frame written at once, where it is not larger than what the library keeps: (2 + rows) ×
  /// (6 + columns) bytes of the size at the start.
  ///
  /// That the cursor is shown or hidden comes before it.
  ///
  /// Until the terminal has been given back once, ncurses 6.4 writes whenever it has moved the cursor
  /// (`_nc_mvcur`), some thirty times in a frame, and each write wakes whoever reads the other end: the
  /// terminal, or `sshd`, which sends a packet for it. Of the time from a key to its frame that was a
  /// fifth. What is given for it: the terminal leaves its other screen and is back within a
  /// millisecond, once.
  private static func writeWholeFrames() {
    pause()
    doupdate()
  }

  /// Has changes of look leave out that letters are letters, which many descriptions say each time:
  /// characters for drawing lines are Unicode's here.
  ///
  /// - Returns: What says it, to be sent once instead.
  static func assumeLetters() -> String {
    guard let letters = capability("rmacs"), !letters.isEmpty, let set = capability("sgr"),
      let reset = capability("sgr0"),
      // The sequences of eight bits that some terminals take are not text.
      (letters + set + reset).utf8.allSatisfy({ $0 < 0x80 })
    else { return "" }
    linewise_shorten("sgr", withoutZero(withoutCharacterSets(set)))
    linewise_shorten("sgr0", reset.replacing(letters, with: ""))
    return Modes.withoutPadding(letters)
  }

  /// A description of looks without its ninth parameter, `%?%p9%t…%;`.
  private static func withoutCharacterSets(_ looks: String) -> String {
    guard let start = looks.firstRange(of: "%?%p9%t"),
      let end = looks[start.upperBound...].firstRange(of: "%;")
    else { return looks }
    return String(looks[..<start.lowerBound] + looks[end.upperBound...])
  }

  /// A description of looks, `CSI 0 ; 1 m` and the like, that leaves out the parameter that is
  /// nought when it is not said (ECMA-48, 5.4.2 and 8.3.117): a tenth of what a frame sends are looks.
  private static func withoutZero(_ looks: String) -> String {
    looks.replacing("\u{1B}[0%?", with: "\u{1B}[%?")
  }

  /// Frees what ``start(term:)`` took.
  ///
  /// Nothing may be drawn after it.
  static func free(_ screen: OpaquePointer) {
    delscreen(screen)
  }

  /// Leaves the alternate screen and its modes until the next ``update()``.
  static func pause() {
    endwin()
  }

  /// Colours that the terminal has; 0 if none.
  static func startColours() -> (count: Int, pairs: Int, hasOwnGround: Bool) {
    guard has_colors(), start_color() == OK else { return (0, 0, false) }
    let hasOwnGround = use_default_colors() == OK
    return (Int(linewise_colours()), Int(linewise_pairs()), hasOwnGround)
  }

  /// Defines a pair of colours, -1 being the terminal's own; `false` if it cannot be had.
  static func define(pair: Int, foreground: Int, background: Int) -> Bool {
    init_extended_pair(CInt(pair), CInt(foreground), CInt(background)) == OK
  }

  /// A character with its accents in its look, as the library keeps it.
  typealias Letter = cchar_t

  static func blank(_ look: Appearance, pair: Int) -> Letter {
    var marks = 0
    if look.bold { marks |= linewise_bold }
    if look.italic { marks |= linewise_italic }
    if look.underline { marks |= linewise_underline }
    if look.reverse { marks |= linewise_reverse }
    if look.dim { marks |= linewise_dim }
    return linewise_blank(CInt(marks), CInt(pair))
  }

  /// A character and its accents, 0 standing for none, in the look of a blank.
  ///
  /// The library's `setcchar` would measure each again.
  static func letter(
    _ base: UInt32, _ accents: (UInt32, UInt32, UInt32) = (0, 0, 0), like blank: Letter
  ) -> Letter {
    var letter = blank
    letter.chars.0 = wchar_t(base)
    letter.chars.1 = wchar_t(accents.0)
    letter.chars.2 = wchar_t(accents.1)
    letter.chars.3 = wchar_t(accents.2)
    return letter
  }

  /// Columns that the library gives a scalar, which are fewer than none where it knows it not.
  static func columns(of scalar: UInt32) -> Int {
    Int(wcwidth(wchar_t(scalar)))
  }

  /// Writes letters at a place, each on as many columns as the library gives it.
  ///
  /// Made letters are copied; of text it is asked of each character how it is to be shown, which took
  /// a tenth of the time from a key to its frame.
  static func write(_ letters: [Letter], column: Int, row: Int) {
    guard !letters.isEmpty else { return }
    letters.withUnsafeBufferPointer {
      _ = mvwadd_wchnstr(
        linewise_window(), CInt(row), CInt(column), $0.baseAddress, CInt($0.count))
    }
  }

  static func erase() {
    werase(linewise_window())
  }

  static func move(column: Int, row: Int) {
    wmove(linewise_window(), CInt(row), CInt(column))
  }

  static func show(cursor: Bool) {
    curs_set(cursor ? 1 : 0)
  }

  /// Sends the difference to the terminal.
  static func update() {
    wnoutrefresh(linewise_window())
    doupdate()
  }

  /// Makes the next ``update()`` send everything.
  static func forgetWhatIsShown() {
    linewise_clear_on_next_update()
  }

  static func resize(_ size: Size) {
    resizeterm(CInt(size.rows), CInt(size.columns))
  }

  /// The size that ncurses draws for.
  static var size: Size {
    Size(
      columns: Int(getmaxx(linewise_window())), rows: Int(getmaxy(linewise_window())))
  }

  /// The terminal's size by the kernel; `nil` if it does not know.
  static var kernelSize: Size? {
    var (columns, rows): (CInt, CInt) = (0, 0)
    guard linewise_size(&columns, &rows) != 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// A string of the terminal's description.
  static func capability(_ name: String) -> String? {
    linewise_capability(name).map { String(cString: $0) }
  }

  static func hasFlag(_ name: String) -> Bool {
    tigetflag(name) > 0
  }

  /// Sees to a locale in which text is UTF-8, whatever the environment says; `false` if the system
  /// has none.
  static func useUTF8() -> Bool {
    for name in ["", "C.UTF-8", "en_US.UTF-8"] {
      setlocale(LC_CTYPE, name)
      if String(cString: linewise_codeset()) == "UTF-8" { return true }
    }
    return false
  }
}
