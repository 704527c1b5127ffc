/// What one cell of a table holds, which is also what one JSON value holds.
///
/// Integers are figures that the program computed, so a spreadsheet may calculate with them; all that
/// people typed is `text`, so that no name can pass for a formula:
///
///     TableValue.integer(-3)   // CSV: -3
///     TableValue.text("-3")    // CSV: '-3
public enum TableValue: Sendable {
  /// Words: names, texts, ids and times.
  case text(String)
  /// A count or a position.
  case integer(Int)
  /// A figure with a fraction, printed with a fixed number of places; one that is not finite is
  /// missing.
  case decimal(Double, places: Int)
  /// Yes or no.
  case flag(Bool)
  /// Nothing: `null` in JSON, an empty cell elsewhere.
  case missing
  /// Values in order.
  case list([TableValue])
  /// Named values in the order in which they are documented.
  case record([(String, TableValue)])
  /// JSON that is canonical already, such as the fields of a change in the log.
  ///
  /// It is passed on unread; only what a terminal would obey is escaped within its strings, so it
  /// stays the same value, though not always the same bytes.
  case json(String)
}

extension TableValue {
  /// Words, or nothing where there are none.
  ///
  /// - Parameter text: The words.
  /// - Returns: The words as a value, `missing` for `nil`.
  public static func optional(_ text: String?) -> TableValue { text.map { .text($0) } ?? .missing }

  /// A figure, or nothing where there is none.
  ///
  /// - Parameter integer: The figure.
  /// - Returns: The figure as a value, `missing` for `nil`.
  public static func optional(_ integer: Int?) -> TableValue {
    integer.map { .integer($0) } ?? .missing
  }

  /// Names in order.
  ///
  /// - Parameter names: The names.
  /// - Returns: A list of words.
  public static func names(_ names: [String]) -> TableValue { .list(names.map { .text($0) }) }
}
