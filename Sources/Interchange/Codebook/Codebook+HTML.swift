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
      "notes": [noteOnQuotations].compactMap { $0 },
      "hasContents": !entries.isEmpty,
      "contents": contents,
      "entries": entries.enumerated().map { $1.section(anchor: anchor($0)) },
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

extension CodebookEntry {
  fileprivate func section(anchor: String) -> [String: Any] {
    [
      "anchor": anchor,
      "name": readable(name),
      "reach": reach,
      "facts": facts(prose: readableProse, naming: readable)
        .map { ["label": $0.label, "text": $0.text] },
      "quotations": quotations.map(\.block),
      "further": [noteOnFurtherQuotations].compactMap { $0 },
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
