extension Codebook {
  /// A codebook to read, in Markdown.
  ///
  /// An overview of all codes in a table, then a section a code. What coders and studies wrote is
  /// escaped, so it shows as it was written and makes no link, list or table of its own.
  ///
  /// - Returns: The text.
  public func markdown() -> String {
    let blocks = opening + overview + entries.flatMap(blocks) + closing
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var opening: [String] {
    var blocks = ["# " + (title.isEmpty ? "Codebook" : "Codebook: " + MarkdownText.inline(title))]
    if !question.isEmpty { blocks.append("**Question.** " + markdownProse(question)) }
    blocks.append(summary(naming: MarkdownText.inline))
    blocks += [noteOnQuotations, noteOnStudies(naming: MarkdownText.inline)].compactMap { $0 }
    return blocks
  }

  private var overview: [String] {
    guard !entries.isEmpty else { return [] }
    let rows = entries.map(\.markdownRow)
    return [([overviewHeading] + rows).joined(separator: "\n")]
  }

  private func blocks(of entry: CodebookEntry) -> [String] {
    let facts = entry.facts(
      prose: markdownProse, naming: MarkdownText.inline,
      studies: { listedStudies($0, naming: MarkdownText.inline) })
    return ["## " + MarkdownText.inline(entry.name), "*\(entry.reach)*"]
      + facts.map { "**\($0.label).** \($0.text)" } + entry.quotations.map(\.markdownBlock)
      + [entry.noteOnFurtherQuotations].compactMap { $0 }
  }

  private var closing: [String] { ["---", provenance(naming: MarkdownText.inline)] }
}

private let overviewHeading = """
  | Code | Lines | Studies | Coders | Themes |
  |:-----|------:|--------:|-------:|:-------|
  """

/// A text of any length, in Markdown.
func markdownProse(_ text: String) -> String {
  MarkdownText.paragraph(text).joined(separator: "\n")
}

extension CodebookEntry {
  fileprivate var markdownRow: String {
    let themes = themes.map(MarkdownText.cell).joined(separator: "; ")
    return "| \(MarkdownText.cell(name)) | \(lines) | \(studies) | \(coders) | \(themes) |"
  }
}

extension CodebookQuotation {
  /// The words as a quotation, with where they come from.
  var markdownBlock: String {
    let source = "— " + source(naming: MarkdownText.inline) + (chosen ? " · chosen" : "")
    return (MarkdownText.paragraph(text) + ["", source])
      .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
  }
}
