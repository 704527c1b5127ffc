extension ThematicTree {
  /// The tree as a graph for Graphviz, from left to right.
  ///
  /// A code or theme that stands in several places is one node with several edges.
  ///
  /// - Returns: The text.
  public func dot() -> String {
    let nodes = distinctNodes
    let names = Dictionary(
      uniqueKeysWithValues: nodes.enumerated().map { ($1.id, "n\($0 + 1)") })
    return ([preamble] + nodes.map { statement($0, names) } + edges(names) + ["}"])
      .joined(separator: "\n") + "\n"
  }

  private var preamble: String {
    let heading = [title, question] + [standing { $0 }].compactMap { $0 }
    return """
      digraph themes {
        rankdir=LR;
        graph [fontname="Helvetica", labelloc=t, labeljust=l, ranksep=0.6, nodesep=0.12,
          label=\(quoted(heading.filter { !$0.isEmpty }, width: 90))];
        node [fontname="Helvetica", fontsize=10, shape=box, style=filled, fillcolor="#ffffff", margin="0.12,0.05"];
        edge [arrowhead=none, color="#7d8a97"];
      """
  }

  private func statement(_ node: Node, _ names: [String: String]) -> String {
    let figures = "\(counted(node.lines, "line", "lines")), \(share(of: node)) studies"
    let feeding = studies.listed(studies.names(at: node.studies))
    let label = quoted([node.heading, figures, feeding].filter { !$0.isEmpty }, width: 44)
    return "  \(names[node.id] ?? "") [label=\(label)\(look(of: node))];"
  }

  private func look(of node: Node) -> String {
    switch node.kind {
    case _ where node.isUnfinished: ", style=\"filled,dashed\""
    case .analytical: ", fillcolor=\"#22384f\", fontcolor=\"#ffffff\""
    case .descriptive: ", fillcolor=\"#e6ebf0\""
    case .code: ""
    }
  }

  private func edges(_ names: [String: String]) -> [String] {
    var seen: Set<String> = []
    return nodes.flatMap { node in
      node.children.map { "  \(names[node.id] ?? "") -> \(names[$0.id] ?? "");" }
    }.filter { seen.insert($0).inserted }
  }

  /// Texts as the lines of a label: quoted, so that nothing in them is read as the language is.
  private func quoted(_ texts: [String], width: Int) -> String {
    let lines = texts.flatMap { text in
      TextWidth.lines(of: text, within: Double(width) * 0.6, size: 1)
    }
    return "\"" + lines.map { escaped($0) + "\\l" }.joined() + "\""
  }

  private func escaped(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\", "\"": result.append(contentsOf: ["\\", scalar])
      // Graphviz reads entities in labels.
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
