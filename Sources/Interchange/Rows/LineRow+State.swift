extension LineRow {
  /// How far the coding of a line is.
  public enum State: String, CaseIterable, Sendable {
    /// Neither coded nor set aside.
    case open
    /// It bears a code.
    case coded
    /// It was set aside, with a reason.
    case setAside = "set-aside"
    /// The review's rule on quotations keeps it from coding.
    case quotation
  }
}
