extension ThematicTree {
  /// The tree as nested lists, in Markdown.
  ///
  /// What people wrote is escaped, so that it makes no list or link of its own.
  ///
  /// - Returns: The text.
  public func markdown() -> String {
    (opening + [items(roots, depth: 0).joined(separator: "\n")] + closing)
      .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var opening: [String] {
    var blocks = [
      "# " + (title.isEmpty ? "Thematic tree" : "Thematic tree: " + MarkdownText.inline(title))
    ]
    if !question.isEmpty {
      blocks.append(
        "**Question.** " + MarkdownText.paragraph(question).joined(separator: "\n"))
    }
    blocks += [standing(naming: MarkdownText.inline)].compactMap { $0 }
    if roots.isEmpty { blocks.append("There are no themes yet.") }
    return blocks
  }

  private func items(_ nodes: [Node], depth: Int) -> [String] {
    nodes.flatMap { node in
      [String(repeating: "  ", count: depth) + "- " + item(node)]
        + items(node.children, depth: depth + 1)
    }
  }

  private func item(_ node: Node) -> String {
    let name =
      node.kind == .code
      ? MarkdownText.opening(node.name) : "**\(MarkdownText.inline(node.heading))**"
    let names = studies.names(at: node.studies).map(MarkdownText.inline)
    let places = names.isEmpty ? "" : ": " + studies.listed(names)
    let elsewhere = node.elsewhere.map { "; *\($0)*" } ?? ""
    return "\(name) — \(counted(node.lines, "line", "lines")), "
      + "\(share(of: node)) studies\(places)\(elsewhere)"
  }

  private var closing: [String] {
    var blocks = roots.isEmpty ? [] : [keyToFigures]
    blocks += unfinished
    if !notPlaced.isEmpty { blocks.append(list(notPlaced)) }
    if let leftOut = leftOutByReason(naming: MarkdownText.inline) {
      blocks += [leftOut, list(self.leftOut)]
    }
    if !studies.legend.isEmpty { blocks += ["**Studies**", legend] }
    return blocks
  }

  private func list(_ asides: [Aside]) -> String {
    asides.map { aside in
      let reason = aside.reason.isEmpty ? "" : " — " + MarkdownText.inline(aside.reason)
      return "- " + MarkdownText.opening(aside.name) + reason
    }.joined(separator: "\n")
  }

  private var legend: String {
    studies.legend.map { "- \($0.number) · \(MarkdownText.inline($0.label))" }
      .joined(separator: "\n")
  }
}
