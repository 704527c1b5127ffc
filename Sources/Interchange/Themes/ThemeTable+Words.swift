extension ThemeEntry {
  /// What it is called, “pile 3 (no name yet)” where its name waits.
  var shownName: String { name.isEmpty ? "pile \(number) (no name yet)" : name }

  /// Its name with its number before it, which a pile has in its name.
  var heading: String { name.isEmpty ? shownName : "\(number) \(name)" }

  /// Who agrees, and that all reviewers do where they do.
  func agreement(naming: (String) -> String) -> String {
    guard !agreedBy.isEmpty else { return "" }
    return listed(agreedBy.map(naming)) + (isAgreed ? " (all reviewers)" : "")
  }
}

extension ThemeTable {
  /// A theme by its id.
  func entry(_ id: String) -> ThemeEntry? { entries.first { $0.id == id } }

  /// How far a theme reaches: “31 lines in 5 of 6 studies: Alder 2019, Birch 2021”.
  func reach(of entry: ThemeEntry, naming: (String) -> String) -> String {
    let names = studies.names(at: entry.studies).map(naming)
    return "\(counted(entry.lines, "line", "lines")) in \(entry.studies.count) of "
      + counted(studies.count, "study", "studies")
      + (names.isEmpty ? "" : ": " + studies.listed(names))
  }

  /// What the table holds, with the denominator of its counts.
  func summary(naming: (String) -> String) -> String {
    let analytical = entries.count(where: \.isAnalytical)
    var sentences = [
      counted(analytical, "analytical theme", "analytical themes") + " and "
        + counted(entries.count - analytical, "descriptive theme", "descriptive themes")
        + " from " + counted(studies.count, "study", "studies") + "."
    ]
    let piles = entries.count { $0.name.isEmpty }
    if piles > 0 { sentences.append(counted(piles, "theme has", "themes have") + " no name yet.") }
    if let round { sentences.append("The review as it stood at the round “\(naming(round))”.") }
    return sentences.joined(separator: " ")
  }

  /// How its quotations are to be read, where it has any.
  var noteOnQuotations: String? {
    let hasAny = entries.contains {
      !$0.authorTexts.isEmpty || !$0.quotations.isEmpty || !$0.against.isEmpty
    }
    guard hasAny else { return nil }
    return "Quotations marked “chosen” were kept by the reviewers as evidence; the others are"
      + " examples of the lines that bear a code of the theme."
  }

  /// The themes as they are printed: each top theme with those to be told under it.
  ///
  /// A theme is told once, under the first that it belongs to; the others name it.
  var chapters: [(top: ThemeEntry?, told: [ThemeEntry], named: [ThemeEntry])] {
    let below = entries.filter { !$0.isAnalytical }
    let tops = entries.filter(\.isAnalytical).map { top in
      (
        top: top as ThemeEntry?, told: below.filter { $0.analytical.first == top.id },
        named: below.filter { $0.analytical.dropFirst().contains(top.id) }
      )
    }
    let loose = below.filter(\.analytical.isEmpty)
    return tops + (loose.isEmpty ? [] : [(top: nil, told: loose, named: [])])
  }

  /// Whether a theme is told through those under it, so that its codes are named there.
  func isAbove(_ entry: ThemeEntry) -> Bool {
    entry.isAnalytical && entries.contains { $0.analytical.contains(entry.id) }
  }

  /// The rows of the table: every descriptive theme, and the analytical ones that have none.
  var rows: [ThemeEntry] {
    entries.filter { !isAbove($0) }
  }

  /// The analytical themes of a row.
  func analytical(of row: ThemeEntry) -> [ThemeEntry] {
    row.isAnalytical ? [row] : row.analytical.compactMap(entry)
  }

  /// The descriptive themes right above a row.
  func under(_ row: ThemeEntry) -> [ThemeEntry] {
    row.parents.compactMap(entry).filter { !$0.isAnalytical }
  }
}
