/// What one line of line-by-line coding is, chosen once for a review.
public enum CodingUnit: String, CaseIterable, Sendable {
  /// A sentence: what most reviewers mean by a line, and the default.
  case sentence
  /// A whole paragraph.
  case paragraph
  /// A line of the source text.
  case line
}

/// What a review does with lines that are wholly a participant's words (requirement R-A3).
public enum QuotationRule: String, CaseIterable, Sendable {
  /// They are kept as evidence and not coded.
  case evidence
  /// They are coded like the authors' words.
  case code
  /// They are neither coded nor offered as evidence.
  case ignore
}
