extension ThematicTree {
  /// The tree as text with drawn branches and aligned figures.
  ///
  /// Up to twelve studies each has a column of its own, with its number above it; more are listed by
  /// number.
  ///
  /// - Parameter layout: How wide texts are, and how they may be shown. Its width does not matter.
  /// - Returns: The text.
  public func text(layout: PeopleLayout = PeopleLayout()) -> String {
    TreeText(tree: self, layout: layout).text
  }
}

private struct TreeText {
  let tree: ThematicTree
  var layout: PeopleLayout

  /// How wide a name is with its branch.
  private let nameWidth = 52
  /// How wide a list of studies is.
  private let listWidth = 30
  private let pageWidth = 88

  init(tree: ThematicTree, layout: PeopleLayout) {
    self.tree = tree
    self.layout = layout
    self.layout.width = pageWidth
    self.layout.overflow = .wrapped
  }

  var text: String {
    (heading + [""] + body + [""] + closing).joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let title = tree.title.isEmpty ? "Thematic tree" : tree.title
    return fit(title, to: pageWidth) + fit(tree.question, to: pageWidth)
      + (tree.standing { $0 }.map { fit($0, to: pageWidth) } ?? [])
  }

  private var body: [String] {
    guard !tree.roots.isEmpty else { return ["There are no themes yet."] }
    let columns = padded("", to: nameWidth) + "  lines  studies"
    return [trimmed(columns + "  " + marksHeading)]
      + tree.roots.flatMap { rows(of: $0, first: "", rest: "") }
  }

  // MARK: Rows

  private func rows(of node: ThematicTree.Node, first: String, rest: String) -> [String] {
    let hanging = rest + (node.children.isEmpty ? "   " : "│  ")
    let room = nameWidth - layout.measure(first)
    let narrower = nameWidth - layout.measure(hanging)
    let name = ([node.heading] + (node.elsewhere.map { ["(\($0))"] } ?? []))
      .joined(separator: " ")
    var names = fit(name, to: min(room, narrower))
    if names.isEmpty { names = [""] }
    let studies = marks(of: node)
    let lines = (0..<max(names.count, studies.count)).map { index in
      let label = (index == 0 ? first : hanging) + (index < names.count ? names[index] : "")
      let figures = index == 0 ? figures(of: node) : String(repeating: " ", count: 16)
      let mark = index < studies.count ? studies[index] : ""
      return trimmed(padded(label, to: nameWidth) + figures + "  " + mark)
    }
    return lines + branches(of: node, rest)
  }

  private func branches(of node: ThematicTree.Node, _ rest: String) -> [String] {
    node.children.enumerated().flatMap { index, child in
      let isLast = index == node.children.count - 1
      return rows(
        of: child, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "))
    }
  }

  private func figures(of node: ThematicTree.Node) -> String {
    right(String(node.lines), to: 7) + right(tree.share(of: node), to: 9)
  }

  // MARK: Studies

  private var hasColumns: Bool { tree.studies.count <= 12 }

  /// How wide the column of a study is: as wide as the longest number.
  private var markWidth: Int {
    tree.studies.items.map { String($0.number).count }.max() ?? 1
  }

  private var marksHeading: String {
    guard hasColumns else { return "studies by number" }
    return tree.studies.items.map { right(String($0.number), to: markWidth) }
      .joined(separator: " ")
  }

  private func marks(of node: ThematicTree.Node) -> [String] {
    guard hasColumns else {
      let numbers = StudyNaming.compressed(node.studies.map { tree.studies.items[$0].number })
      return fit(numbers, to: listWidth)
    }
    let feeding = Set(node.studies)
    return [
      tree.studies.items.indices.map { right(feeding.contains($0) ? "■" : "·", to: markWidth) }
        .joined(separator: " ")
    ]
  }

  // MARK: The end

  private var closing: [String] {
    var lines = tree.roots.isEmpty ? [] : fit(tree.keyToFigures, to: pageWidth)
    for item in tree.studies.items {
      lines += hung(
        item.legendName, under: right(String(item.number), to: max(3, markWidth)) + "  ")
    }
    let sentences = tree.unfinished
    if !sentences.isEmpty { lines.append("") }
    lines += sentences.flatMap { fit($0, to: pageWidth) }
    lines += tree.notPlaced.flatMap { hung($0.name, under: "  - ") }
    if let leftOut = tree.leftOutByReason(naming: { $0 }) {
      lines += [""] + fit(leftOut, to: pageWidth)
      lines += tree.leftOut.flatMap { hung("\($0.name) (\($0.reason))", under: "  - ") }
    }
    return lines
  }

  private func hung(_ text: String, under mark: String) -> [String] {
    let lines = fit(text, to: pageWidth - layout.measure(mark))
    let indent = String(repeating: " ", count: layout.measure(mark))
    return lines.enumerated().map { ($0 == 0 ? mark : indent) + $1 }
  }

  // MARK: Widths

  /// Lines of a text from outside, each a text of its own.
  private func fit(_ text: String, to width: Int) -> [String] {
    let line = layout.show(visibleLine(text))
    return line.isEmpty ? [] : layout.fit(line, to: width).map { isolated($0.unicodeScalars) }
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - layout.measure(text)))
  }

  private func right(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
