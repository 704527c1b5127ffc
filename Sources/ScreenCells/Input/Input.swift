/// What a person did at the terminal.
package enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Pasted text, as one event however long it is. Line ends are newlines; it may hold any
  /// character, so that it goes to a text field and nowhere else.
  case paste(String)
  /// The paste before this was longer than is kept; the number of bytes that were dropped.
  case pasteCut(Int)
}
