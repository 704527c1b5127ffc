extension Codebook {
  /// What the codebook covers, with the denominators of its counts.
  func summary(naming: (String) -> String) -> String {
    var sentences = [
      counted(entries.count, "code", "codes") + " from a review of "
        + counted(studies, "study", "studies") + "."
    ]
    if !coders.isEmpty { sentences.append("Coders: \(listed(coders.map(naming))).") }
    if let round { sentences.append("The review as it stood at the round “\(naming(round))”.") }
    return sentences.joined(separator: " ")
  }

  /// How its quotations are to be read, where it has any.
  var noteOnQuotations: String? {
    guard entries.contains(where: { !$0.quotations.isEmpty }) else { return nil }
    return "Quotations marked “chosen” were picked by the reviewers to show what a code means;"
      + " the others are examples of the lines that bear it."
  }

  /// What made it.
  func provenance(naming: (String) -> String) -> String {
    "Made with " + ([program] + [version].compactMap { $0 }).map(naming).joined(separator: " ")
      + "."
  }
}
