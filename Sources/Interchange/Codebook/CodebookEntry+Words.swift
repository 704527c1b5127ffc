import Synthesis

extension CodebookEntry {
  /// How far the code reaches: "12 lines in 4 studies by 2 coders".
  var reach: String {
    guard lines > 0 else { return "Not used yet" }
    return counted(lines, "line", "lines") + " in " + counted(studies, "study", "studies") + " by "
      + counted(coders, "coder", "coders")
  }

  /// What is known about the code, under the words that introduce it; what is empty is left out.
  ///
  /// - Parameters:
  ///   - prose: A text of any length as the format writes it.
  ///   - naming: A name as the format writes it, on one line.
  ///   - studies: The names of studies as the format lists them.
  /// - Returns: Labels and texts, in the order of the document.
  func facts(
    prose: (String) -> String, naming: (String) -> String, studies: ([String]) -> String
  ) -> [(label: String, text: String)] {
    [
      ("Definition", prose(definition)), ("Includes", prose(includes)),
      ("Excludes", prose(excludes)), ("Example", prose(example)), ("Note", prose(memo)),
      ("Themes", themes.map(naming).joined(separator: "; ")),
      ("Studies", studies(studyLabels)),
      ("Origin", origin(naming: naming)),
    ].filter { !$0.1.isEmpty }
  }

  /// Who made the code and where it was first used.
  private func origin(naming: (String) -> String) -> String {
    let day = String(createdAt.prefix { $0 != "T" })
    let by = createdBy.isEmpty ? "" : " by \(naming(createdBy))"
    let on = day.isEmpty ? "" : " on \(naming(day))"
    let line = firstLine.map { ", line \($0)" } ?? ""
    return [
      by.isEmpty && on.isEmpty ? nil : "Made\(by)\(on).",
      firstStudy.isEmpty ? nil : "First used in \(naming(citedStudy(firstStudy)))\(line).",
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// What is said where quotations were left out.
  var noteOnFurtherQuotations: String? {
    quotationsLeft > 0
      ? counted(quotationsLeft, "further quotation is", "further quotations are")
        + " in the review."
      : nil
  }
}

/// A study as a sentence names it: a bare number says that it is one.
func citedStudy(_ name: String) -> String { Int(name) == nil ? name : "study \(name)" }

extension CodebookQuotation {
  /// Whose words they are and where they stand: "P3 · Alder 2019, line 12".
  func source(naming: (String) -> String) -> String {
    "\(whose(naming: naming)) · \(naming(citedStudy(study))), line \(line)"
  }

  private func whose(naming: (String) -> String) -> String {
    switch voice {
    case .author: "Authors"
    case .participant: speaker.isEmpty ? "Participant" : naming(speaker)
    }
  }
}
