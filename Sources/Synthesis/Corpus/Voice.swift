/// Whose words a stretch of findings is: the construct order of the method.
public enum Voice: String, CaseIterable, Sendable {
  /// A participant's own words, quoted by the authors (first order).
  case participant
  /// The primary authors' interpretation (second order).
  case author
}

/// Whose words a whole line is, derived from the voices of its parts.
public enum LineRole: String, CaseIterable, Sendable {
  /// Every word is a participant's.
  case participant
  /// Every word is the authors'.
  case author
  /// The authors' line, with a participant's words inside it.
  case mixed
}
