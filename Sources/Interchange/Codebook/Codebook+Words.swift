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

  /// What the numbers of studies stand for, where they are cited by number.
  func noteOnStudies(naming show: (String) -> String) -> String? {
    guard !naming.legend.isEmpty else { return nil }
    return "Studies: "
      + naming.legend.map { "\($0.number) \(show($0.label))" }.joined(separator: "; ") + "."
  }

  /// The names of studies in a list.
  func listedStudies(_ names: [String], naming show: (String) -> String) -> String {
    naming.style == .number
      ? naming.listed(names) : names.map(show).joined(separator: "; ")
  }

  /// What made it.
  func provenance(naming: (String) -> String) -> String {
    "Made with " + ([program] + [version].compactMap { $0 }).map(naming).joined(separator: " ")
      + "."
  }
}
