/// What a heading's words say about the text below it.
enum SectionName: Equatable {
  /// Findings, whatever stands around the heading.
  case results
  /// Findings, unless the text has a heading that says so outright, or has come to its discussion.
  case perhapsResults
  /// What describes the studies or the people inside a section of findings.
  case aside
  /// The abstract, whose own “Results” are no findings.
  case abstract
  /// What stands before the findings.
  case before
  /// What ends the findings.
  case ending

  /// What a heading says.
  ///
  /// Numbering, capitals, spaces inside words and spelling variants are seen through; a colon at the
  /// end makes the label of a structured abstract, which says nothing.
  ///
  /// Fails for a theme or anything else.
  ///
  /// - Parameter heading: The heading as it stands.
  init?(_ heading: String) {
    guard heading.utf8.count <= 200, let first = heading.utf8.first, first < 0x80 else {
      return nil
    }
    let words = Self.bare(heading)
    guard !words.isEmpty, !words.hasSuffix(":") else { return nil }
    let letters = words.filter { !$0.isWhitespace }
    let found = Self.exact[letters] ?? Self.bySubtitle(words) ?? Self.byPattern(words)
    guard let found else { return nil }
    self = found
  }

  /// The words in small letters, without numbering, with “and” for its signs.
  private static func bare(_ heading: String) -> String {
    let start = HeadingNumber(heading)?.rest ?? heading
    var words = start.lowercased()
    if words.utf8.contains(where: { "&/".utf8.contains($0) }) {
      words = words.replacing("&", with: " and ").replacing("/", with: " and ")
    }
    return Array(words.utf8).words(0..<words.utf8.count).trimmingStop
  }

  /// “Findings: three themes” is named by what stands before the colon.
  private static func bySubtitle(_ words: String) -> SectionName? {
    guard let colon = words.firstIndex(of: ":"), words.count > 1 else { return nil }
    let name = exact[words[..<colon].filter { !$0.isWhitespace }]
    return name == .results || name == .ending ? name : nil
  }

  private static func byPattern(_ words: String) -> SectionName? {
    for (name, starts) in openings where starts.contains(where: words.hasPrefix) { return name }
    let all = Set(words.utf8.split(separator: 0x20).map { String(Substring($0)) })
    if asideMarks.contains(where: all.isSuperset) { return .aside }
    return nil
  }

  private static let exact = Dictionary(
    SectionNames.exact.flatMap { name, headings in
      headings.map { ($0.filter { !$0.isWhitespace }, name) }
    }, uniquingKeysWith: { first, _ in first })

  private static let openings: [(SectionName, [String])] = [
    (
      .results,
      [
        "findings of the ", "findings of thematic", "findings from ", "results of the thematic",
        "results of thematic", "results of the synthesis", "results of the qualitative",
        "results of the analysis", "results from ", "results of synthesis",
      ]
    ),
    (
      .ending,
      [
        "discussion and ", "discussion of ", "conclusions and ", "conclusion and ",
        "implications for ", "implications of ", "limitations of ", "limitations and ",
        "strengths and ", "strengths of the study", "strengths of this", "acknowledg", "appendix ",
        "declaration of ", "supplementary ", "supporting information", "conflicts of ",
        "conflict of ", "data availability", "availability of data", "author contributions",
        "authors contributions", "recommendations for ", "ethics approval", "funding ",
      ]
    ),
  ]

  /// Words that together, in any order, describe studies or people.
  private static let asideMarks: [Set<String>] = [
    ["characteristics"], ["demographics"], ["demographic"], ["quality", "assessment"],
    ["quality", "appraisal"], ["critical", "appraisal"], ["methodological", "quality"],
    ["risk", "bias"], ["study", "selection"], ["quality", "studies"], ["included", "studies"],
  ]
}

extension String {
  /// The string without a full stop at its end.
  fileprivate var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
