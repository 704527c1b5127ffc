extension ThemeTable {
  /// The themes to read, in Markdown: an overview, then a section a theme with its quotations.
  ///
  /// - Returns: The text.
  public func markdown() -> String {
    let blocks =
      opening + overview + chapters.flatMap { chapter($0.top, $0.told, $0.named) } + legend
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var opening: [String] {
    var blocks = ["# " + (title.isEmpty ? "Themes" : "Themes: " + MarkdownText.inline(title))]
    if !question.isEmpty { blocks.append("**Question.** " + markdownProse(question)) }
    blocks.append(summary(naming: MarkdownText.inline))
    if let noteOnQuotations { blocks.append(noteOnQuotations) }
    return blocks
  }

  private var overview: [String] {
    guard !entries.isEmpty else { return [] }
    let rows = entries.map { entry in
      let name = MarkdownText.cell(entry.heading)
      return "| \(entry.isAnalytical ? "**\(name)**" : name) | \(entry.codes.count) | "
        + "\(entry.lines) | \(entry.studies.count)/\(studies.count) | "
        + "\(entry.agreement(naming: MarkdownText.cell)) |"
    }
    return [([overviewHeading] + rows).joined(separator: "\n")]
  }

  private func chapter(
    _ top: ThemeEntry?, _ told: [ThemeEntry], _ named: [ThemeEntry]
  ) -> [String] {
    var blocks: [String] = []
    if let top {
      blocks += ["## " + MarkdownText.inline(top.heading)] + section(top)
      if !named.isEmpty {
        blocks.append(
          "**Also here.** "
            + named.map { MarkdownText.inline($0.heading) }.joined(separator: "; "))
      }
    } else if entries.contains(where: \.isAnalytical) {
      blocks.append("## Under no analytical theme")
    }
    for entry in told {
      blocks += ["### " + MarkdownText.inline(entry.heading)] + section(entry)
    }
    return blocks
  }

  private func section(_ entry: ThemeEntry) -> [String] {
    var blocks = ["*\(reach(of: entry, naming: MarkdownText.inline))*"]
    blocks += facts(of: entry, prose: markdownProse, naming: MarkdownText.inline)
      .map { $0.label.isEmpty ? $0.text : "**\($0.label).** \($0.text)" }
    for (title, quotations) in entry.words where !quotations.isEmpty {
      blocks += ["**\(title)**"] + quotations.map(\.markdownBlock)
    }
    return blocks
  }

  private var legend: [String] {
    guard !studies.legend.isEmpty else { return [] }
    let items = studies.legend.map { "- \($0.number) · \(MarkdownText.inline($0.label))" }
    return ["## Studies", items.joined(separator: "\n")]
  }
}

private let overviewHeading = """
  | Theme | Codes | Lines | Studies | Agreed by |
  |:------|------:|------:|--------:|:----------|
  """

extension ThemeEntry {
  /// Its quotations under the words that introduce them.
  var words: [(title: String, quotations: [CodebookQuotation])] {
    [
      ("Authors’ words", authorTexts), ("Participants’ words", quotations),
      ("Against it", against),
    ]
  }
}

extension ThemeTable {
  /// What is known about a theme, under the words that introduce it; what is empty is left out.
  func facts(
    of entry: ThemeEntry, prose: (String) -> String, naming: (String) -> String
  ) -> [(label: String, text: String)] {
    [
      ("", prose(entry.statement)), ("To the question", prose(entry.answer)),
      ("Why these belong together", prose(entry.rationale)),
      ("Under", under(entry).map { naming($0.heading) }.joined(separator: "; ")),
      ("Codes", isAbove(entry) ? "" : entry.codes.map(naming).joined(separator: "; ")),
      ("Agreed by", entry.agreement(naming: naming)),
    ].filter { !$0.1.isEmpty }
  }
}
