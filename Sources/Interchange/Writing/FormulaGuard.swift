/// Keeps a spreadsheet from calculating what people typed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe, and so does a text that
/// looks as if it had been guarded already. So taking one apostrophe away always gives the text back:
///
///     FormulaGuard.guarded("=1+1")     // '=1+1
///     FormulaGuard.guarded("'=1+1")    // ''=1+1
///     FormulaGuard.guarded("'tis")     // 'tis
///     FormulaGuard.unguarded("''=1+1") // '=1+1
public enum FormulaGuard {
  /// The text as it can stand in a cell.
  ///
  /// - Parameter text: What people typed.
  /// - Returns: The text, with an apostrophe before it where it needs one.
  public static func guarded(_ text: String) -> String { needsGuard(text) ? "'" + text : text }

  /// The text that was guarded.
  ///
  /// - Parameter text: The text of a cell.
  /// - Returns: What people typed.
  public static func unguarded(_ text: String) -> String {
    text.utf8.first == apostrophe && needsGuard(text)
      ? String(decoding: text.utf8.dropFirst(), as: UTF8.self) : text
  }

  /// Whether a formula begins after any number of apostrophes.
  static func needsGuard(_ text: String) -> Bool {
    let body = text.unicodeScalars.drop { $0 == "'" }
    return body.first.map(startsFormula) ?? false
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}

private let apostrophe = UInt8(ascii: "'")
