import Mustache

extension Codebook {
  /// A codebook to read and to print, as one HTML file that needs nothing else.
  ///
  /// It runs no script and loads nothing, and says so to the browser; what coders and studies wrote
  /// stands in it as text only, never in an attribute.
  ///
  /// - Returns: The text.
  public func html() -> String { codebookTemplate.render(page) }

  private var page: [String: Any] {
    [
      "kind": title.isEmpty ? [] : ["Codebook"],
      "heading": title.isEmpty ? "Codebook" : readable(title),
      "question": [readableProse(question)].filter { !$0.isEmpty },
      "summary": summary(naming: readable),
      "notes": [noteOnQuotations, noteOnStudies(naming: readable)].compactMap { $0 },
      "hasContents": !entries.isEmpty,
      "contents": contents,
      "entries": entries.enumerated().map { section($1, anchor: anchor($0)) },
      "provenance": provenance(naming: readable),
    ]
  }

  /// The codes by name, each with where it stands.
  private var contents: [[String: Any]] {
    entries.enumerated()
      .map { (key: ($1.name.lowercased(), $0), anchor: anchor($0), entry: $1) }
      .sorted { $0.key < $1.key }
      .map { ["anchor": $0.anchor, "name": readable($0.entry.name), "lines": $0.entry.lines] }
  }
}

/// A text of any length for a page, whose style keeps its line breaks.
func readableProse(_ text: String) -> String {
  readableLines(text).joined(separator: "\n")
}

private func anchor(_ index: Int) -> String { "code-\(index + 1)" }

private let codebookTemplate = HTMLText.template("the codebook", codebookPage)

extension Codebook {
  private func section(_ entry: CodebookEntry, anchor: String) -> [String: Any] {
    let facts = entry.facts(
      prose: readableProse, naming: readable,
      studies: { listedStudies($0, naming: readable) })
    return [
      "anchor": anchor,
      "name": readable(entry.name),
      "reach": entry.reach,
      "facts": facts.map { ["label": $0.label, "text": $0.text] },
      "quotations": entry.quotations.map(\.block),
      "further": [entry.noteOnFurtherQuotations].compactMap { $0 },
    ]
  }
}

extension CodebookQuotation {
  /// The words as a template takes them.
  var block: [String: Any] {
    [
      "lines": readableProse(text),
      "source": source(naming: readable),
      "chosen": chosen,
    ]
  }
}
