/// How a table is written.
public enum TableFormat: Sendable {
  /// Aligned columns under a heading, for people.
  case people(PeopleLayout)
  /// Comma-separated values (RFC 4180); see <doc:CommaSeparatedValues> for what is guarded.
  case csv(guarding: Bool = true)
  /// One JSON array with an object a row, each on a line of its own.
  case json
  /// A JSON object a line.
  case jsonl
}

/// How a table is laid out for people.
///
/// The width of a text and the way a hostile text is shown belong to the terminal, so both are
/// passed in:
///
///     PeopleLayout(width: 80, measure: displayWidth, show: displayable)
public struct PeopleLayout: Sendable {
  /// What happens to columns of words that are too long for the width.
  public enum Overflow: Sendable {
    /// It goes on in further lines, under itself.
    case wrapped
    /// It ends with the ellipsis.
    case cut
  }

  /// How many columns the terminal has, or `nil` where lines may be as long as they like.
  ///
  /// Figures are never cut: where even short columns of words do not fit, lines are longer.
  public var width: Int?
  /// What happens to columns of words that are too long for the width.
  public var overflow: Overflow
  /// What stands where a text was cut; give `"..."` for a terminal without Unicode.
  public var ellipsis: String
  /// How many terminal columns a shown text takes.
  public var measure: @Sendable (String) -> Int
  /// A text as it may be sent to a terminal.
  public var show: @Sendable (String) -> String

  /// Makes a layout; without the terminal's own functions a character counts as one column.
  ///
  /// - Parameters:
  ///   - width: How many columns the terminal has, or `nil` for no limit.
  ///   - overflow: What happens to columns of words that are too long for the width.
  ///   - ellipsis: What stands where a text was cut.
  ///   - measure: How many terminal columns a shown text takes.
  ///   - show: A text as it may be sent to a terminal.
  public init(
    width: Int? = nil, overflow: Overflow = .wrapped, ellipsis: String = "…",
    measure: @escaping @Sendable (String) -> Int = \.count,
    show: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.width = width
    self.overflow = overflow
    self.ellipsis = ellipsis
    self.measure = measure
    self.show = show
  }
}
