extension ThematicTree.Node {
  /// What it is called, “pile 3 (no name yet)” where a theme's name waits.
  var shownName: String { name.isEmpty ? "pile \(number) (no name yet)" : name }

  /// A theme with its number before it, which a pile has in its name; a code by its name.
  var heading: String {
    number.isEmpty || name.isEmpty ? shownName : "\(number) \(shownName)"
  }

  /// Whether it is a theme whose name waits.
  var isUnfinished: Bool { kind != .code && name.isEmpty }

  /// Where else it stands: “also in 2.1”; nothing where it stands once.
  var elsewhere: String? { alsoIn.isEmpty ? nil : "also in \(listed(alsoIn))" }
}

extension ThematicTree {
  /// In how many studies a node has lines, of how many: “5/6”.
  func share(of node: Node) -> String { "\(node.studies.count)/\(studies.count)" }

  /// Every node as often as it is shown, from the top.
  var nodes: [Node] {
    func all(_ nodes: [Node]) -> [Node] { nodes.flatMap { [$0] + all($0.children) } }
    return all(roots)
  }

  /// Every node once, where it is shown first.
  var distinctNodes: [Node] {
    var seen: Set<String> = []
    return nodes.filter { seen.insert($0.id).inserted }
  }

  /// The round in words, where the review is shown as it stood at one.
  func standing(naming: (String) -> String) -> String? {
    round.map { "The review as it stood at the round “\(naming($0))”." }
  }

  /// What is unfinished: themes without a name and codes without a place.
  var unfinished: [String] {
    let piles = distinctNodes.count(where: \.isUnfinished)
    var sentences: [String] = []
    if piles > 0 { sentences.append(counted(piles, "theme has", "themes have") + " no name yet.") }
    if !notPlaced.isEmpty {
      sentences.append(
        counted(notPlaced.count, "code is", "codes are") + " not placed under a theme yet.")
    }
    return sentences
  }

  /// How many codes were left out, by reason.
  func leftOutByReason(naming: (String) -> String) -> String? {
    guard !leftOut.isEmpty else { return nil }
    var counts: [String: Int] = [:]
    for aside in leftOut { counts[aside.reason, default: 0] += 1 }
    let reasons = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\(naming($0.key)) (\($0.value))" }
    return counted(leftOut.count, "code is", "codes are") + " left out of the themes: "
      + reasons.joined(separator: "; ") + "."
  }

  /// What the figures mean.
  var keyToFigures: String {
    "n/\(studies.count): studies, of the \(studies.count) of the review, with a line under the"
      + " theme or code."
  }
}

extension ThematicTree {
  /// What the tree holds, in a sentence for those who do not see it.
  var summary: String {
    let nodes = distinctNodes
    let counts = [
      (ThematicTree.Node.Kind.analytical, "analytical theme", "analytical themes"),
      (.descriptive, "descriptive theme", "descriptive themes"), (.code, "code", "codes"),
    ].map { kind, one, many in counted(nodes.count { $0.kind == kind }, one, many) }
    let tops = roots.map { "\($0.heading): \(share(of: $0)) studies" }.joined(separator: "; ")
    return "\(listed(counts)) from \(counted(studies.count, "study", "studies"))."
      + (tops.isEmpty ? "" : " " + readable(tops) + ".")
  }
}
