extension ThematicTree {
  /// The tree as a picture from left to right, as wide as the text of an A4 page.
  ///
  /// It is black on white and stays legible in grey; no text is smaller than 7 points in print. The
  /// marks beside a name are the studies that feed it.
  ///
  /// - Returns: The text of an SVG file.
  /// - Complexity: O(*n*) in the places where themes and codes stand.
  public func svg() -> String { TreePicture(self).svg }
}

/// Where everything of a tree stands on its page, in points.
private struct TreePicture {
  private let tree: ThematicTree
  private let columns: TreeColumns
  private let marks: StudyMarks
  private var boxes: [Box] = []
  private var links: [Link] = []
  private var bottom = 0.0

  /// A theme or code with its words cut into lines.
  private struct Box {
    let node: ThematicTree.Node
    let name: [String]
    let figures: String
    let elsewhere: [String]
    let x: Double
    let width: Double
    var y = 0.0
    var height = 0.0

    /// Where lines that join meet the box.
    var anchor: Double { y + 8.5 }
  }

  /// What joins a box with one that stands under it.
  private struct Link {
    let places: [(x: Double, y: Double)]
  }

  init(_ tree: ThematicTree) {
    self.tree = tree
    columns = TreeColumns(tree)
    marks = StudyMarks(tree.studies)
  }

  var svg: String {
    var picture = self
    var drawing = SVGDrawing(
      title: tree.title.isEmpty ? "Thematic tree" : "Thematic tree: " + readable(tree.title),
      description: tree.summary)
    var y = picture.drawHeading(in: &drawing)
    for root in tree.roots {
      picture.place(root, under: nil, at: y)
      y = picture.bottom + TreeColumns.between(root.kind)
    }
    for link in picture.links { drawing.path(link.places) }
    for box in picture.boxes { picture.draw(box, in: &drawing) }
    let end = picture.drawLegend(in: &drawing, from: y + 8)
    return drawing.svg(height: end)
  }
}

// MARK: Placing

extension TreePicture {
  /// Places a node and all under it, from `y` down; ``bottom`` is then the last place taken.
  @discardableResult
  private mutating func place(_ node: ThematicTree.Node, under parent: Slot?, at y: Double) -> Box {
    let slot = columns.slot(for: node, under: parent)
    var box = box(of: node, in: slot)
    box.y = y
    boxes.append(box)
    bottom = y + box.height
    let beside = node.children.filter { !columns.isStacked($0, under: slot) }
    let below = node.children.filter { columns.isStacked($0, under: slot) }
    var next = y
    var last = node.kind
    for child in beside {
      if next > y { next += max(TreeColumns.between(child.kind), TreeColumns.between(last)) }
      last = child.kind
      let placed = place(child, under: slot, at: next)
      link(box, to: placed, isStacked: false)
      next = bottom
    }
    bottom = max(y + box.height, next)
    for child in below {
      let placed = place(child, under: slot, at: bottom + TreeColumns.between(child.kind))
      link(box, to: placed, isStacked: true)
    }
    return box
  }

  private typealias Slot = TreeColumns.Slot

  private mutating func link(_ box: Box, to child: Box, isStacked: Bool) {
    if isStacked {
      let spine = box.x + TreeColumns.indent / 2
      links.append(
        Link(places: [(spine, box.y + box.height), (spine, child.anchor), (child.x, child.anchor)]))
    } else {
      let spine = box.x + box.width + TreeColumns.gap / 2
      links.append(
        Link(
          places: [
            (box.x + box.width, box.anchor), (spine, box.anchor), (spine, child.anchor),
            (child.x, child.anchor),
          ]))
    }
  }

  private func box(of node: ThematicTree.Node, in slot: Slot) -> Box {
    let style = Look.name(of: node)
    let marksWidth = columns.marksBeside(node, marks) ? marks.width + Look.figures : 0
    let room = slot.width - 2 * Look.padding - marksWidth
    var box = Box(
      node: node,
      name: TextWidth.lines(
        of: node.heading, within: room, size: style.size, isBold: style.isBold),
      figures: node.kind == .code
        ? tree.share(of: node)
        : "\(counted(node.lines, "line", "lines")) · \(tree.share(of: node))",
      elsewhere: TextWidth.lines(
        of: node.elsewhere ?? "", within: room, size: SVGDrawing.smallest),
      x: slot.x, width: slot.width)
    let words =
      Double(box.name.count) * Look.leading(of: node)
      + Double(box.elsewhere.count) * Look.smallLeading
    let below = marks.height(of: node.studies, within: marksRoom(box))
    box.height =
      2 * Look.padding
      + (columns.marksBeside(node, marks)
        ? max(words, below) : words + below + (node.kind == .code ? 1.5 : Look.smallLeading + 2))
    return box
  }
}

// MARK: Drawing

extension TreePicture {
  /// How wide the marks of a box may be.
  private func marksRoom(_ box: Box) -> Double {
    if columns.marksBeside(box.node, marks) { return marks.width }
    return box.width - 2 * Look.padding - (box.node.kind == .code ? Look.figures : 0)
  }

  private func draw(_ box: Box, in drawing: inout SVGDrawing) {
    let node = box.node
    drawing.box(
      x: box.x, y: box.y, width: box.width, height: box.height, fill: Look.fill(of: node),
      line: Look.outline(of: node), thickness: node.kind == .code ? 0.4 : 0.7, corner: 1.5,
      isDashed: node.isUnfinished)
    let (x, leading) = (box.x + Look.padding, Look.leading(of: node))
    var y = box.y + Look.padding + Look.name(of: node).size * 0.82
    y = drawing.lines(box.name, x: x, y: y, leading: leading, Look.name(of: node))
    let small = Look.small(of: node)
    if columns.marksBeside(node, marks) {
      drawing.lines(box.elsewhere, x: x, y: y - 0.5, leading: Look.smallLeading, small)
      let right = box.x + box.width - Look.padding - marks.width
      marks.draw(
        node.studies, x: right, y: box.y + Look.padding - 0.5, within: marks.width, &drawing)
      var figures = small
      figures.anchor = .end
      drawing.text(box.figures, x: right - 4, y: box.y + Look.padding + 6.2, figures)
      return
    }
    y = drawing.lines(box.elsewhere, x: x, y: y - 0.5, leading: Look.smallLeading, small)
    let isCode = node.kind == .code
    drawing.text(box.figures, x: x, y: isCode ? y + 1.8 : y, small)
    marks.draw(
      node.studies, x: isCode ? x + Look.figures : x, y: isCode ? y - 5 : y + 3.5,
      within: marksRoom(box), &drawing,
      isOnDark: node.kind == .analytical && !node.isUnfinished)
  }

  /// Draws what stands above the tree.
  ///
  /// - Returns: Where the tree begins.
  private func drawHeading(in drawing: inout SVGDrawing) -> Double {
    let width = SVGDrawing.width - 2 * TreeColumns.margin
    var y = 13.0
    func write(_ text: String, _ style: SVGDrawing.Style, leading: Double) {
      let lines = TextWidth.lines(
        of: text, within: width, size: style.size, isBold: style.isBold)
      y = drawing.lines(lines, x: TreeColumns.margin, y: y, leading: leading, style)
    }
    write(tree.title, .init(size: 10.5, isBold: true), leading: 13)
    write(tree.question, .init(size: 9, isItalic: true), leading: 11.5)
    if let standing = tree.standing(naming: { $0 }) {
      write(standing, .init(size: 7.5, ink: Ink.soft), leading: 10)
    }
    guard !tree.roots.isEmpty else {
      write("There are no themes yet.", .init(size: 9), leading: 12)
      return y
    }
    y += 4
    for heading in columns.headings {
      drawing.text(heading.text, x: heading.x, y: y, .init(size: 7.5, ink: Ink.soft, isBold: true))
    }
    drawing.path(
      [(TreeColumns.margin, y + 3.5), (SVGDrawing.width - TreeColumns.margin, y + 3.5)],
      ink: Ink.hair, thickness: 0.5)
    return y + 10
  }

  /// Draws what the marks and figures mean.
  ///
  /// - Returns: Where the picture ends.
  private func drawLegend(in drawing: inout SVGDrawing, from top: Double) -> Double {
    let width = SVGDrawing.width - 2 * TreeColumns.margin
    drawing.path(
      [(TreeColumns.margin, top), (TreeColumns.margin + width, top)], ink: Ink.hair, thickness: 0.5)
    var y = top + 11
    if tree.studies.count > 0 { y = marks.drawNames(in: &drawing, from: y) + 4 }
    let notes =
      (tree.roots.isEmpty ? [] : [tree.keyToFigures + " A filled mark is such a study."])
      + tree.unfinished + [tree.leftOutByReason(naming: { $0 })].compactMap { $0 }
    let lines = notes.flatMap {
      TextWidth.lines(of: $0, within: width, size: SVGDrawing.smallest)
    }
    y = drawing.lines(
      lines, x: TreeColumns.margin, y: y, leading: 9.5,
      .init(size: SVGDrawing.smallest, ink: Ink.soft))
    return y
  }
}

/// How boxes look: filled for analytical themes, tinted for descriptive ones, white for codes.
private enum Look {
  static let padding = 4.0
  static let smallLeading = 9.0
  /// The room for a share: “12/34”.
  static let figures = 26.0

  static func name(of node: ThematicTree.Node) -> SVGDrawing.Style {
    switch node.kind {
    case _ where node.isUnfinished: .init(size: 8, ink: Ink.black, isItalic: true)
    case .analytical: .init(size: 8.5, ink: Ink.white, isBold: true)
    case .descriptive: .init(size: 8, isBold: true)
    case .code: .init(size: 7.5)
    }
  }

  static func leading(of node: ThematicTree.Node) -> Double {
    node.kind == .code ? 9.2 : 10.4
  }

  static func small(of node: ThematicTree.Node) -> SVGDrawing.Style {
    let isOnDark = node.kind == .analytical && !node.isUnfinished
    return .init(size: SVGDrawing.smallest, ink: isOnDark ? Ink.white : Ink.soft)
  }

  static func fill(of node: ThematicTree.Node) -> String {
    switch node.kind {
    case _ where node.isUnfinished: Ink.white
    case .analytical: Ink.dark
    case .descriptive: Ink.pale
    case .code: Ink.white
    }
  }

  static func outline(of node: ThematicTree.Node) -> String {
    node.kind == .code ? Ink.hair : Ink.line
  }
}
