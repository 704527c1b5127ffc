/// The columns of the picture of a tree: analytical themes, descriptive ones, codes.
///
/// Two columns at most are for descriptive themes under each other; deeper ones stand below their
/// own theme, indented.
struct TreeColumns {
  /// Where a node stands: a column, and how far it is indented in it.
  struct Slot {
    let column: Int
    let depth: Int
    let x: Double
    let width: Double
  }

  static let margin = 6.0
  static let gap = 16.0
  static let indent = 8.0

  /// The space between two that stand under each other.
  static func between(_ kind: ThematicTree.Node.Kind) -> Double {
    switch kind {
    case .analytical: 12
    case .descriptive: 7
    case .code: 2.5
    }
  }

  private let hasAnalytical: Bool
  private let descriptive: Int
  private let places: [(x: Double, width: Double)]

  init(_ tree: ThematicTree) {
    let nodes = tree.nodes
    hasAnalytical = nodes.contains { $0.kind == .analytical }
    descriptive = min(2, Self.depth(of: tree.roots))
    let themes = (hasAnalytical ? 1 : 0) + descriptive
    let widths: [Double] =
      switch themes {
      case 0: []
      case 1: [150]
      case 2: hasAnalytical ? [104, 132] : [120, 120]
      default: [92, 100, 100]
      }
    var places: [(x: Double, width: Double)] = []
    var x = Self.margin
    for width in widths {
      places.append((x, width))
      x += width + Self.gap
    }
    places.append((x, SVGDrawing.width - Self.margin - x))
    self.places = places
  }

  /// How many descriptive themes stand under each other at most.
  private static func depth(of nodes: [ThematicTree.Node]) -> Int {
    nodes.map { node in
      depth(of: node.children) + (node.kind == .descriptive ? 1 : 0)
    }.max() ?? 0
  }

  private func column(of node: ThematicTree.Node, under parent: Slot?) -> Int {
    guard node.kind != .code else { return places.count - 1 }
    let first = hasAnalytical && node.kind == .descriptive ? 1 : 0
    guard let parent else { return first }
    let next = max(first, parent.column + (node.kind == .descriptive ? 1 : 0))
    return min(next, max(first, (hasAnalytical ? 1 : 0) + descriptive - 1, parent.column))
  }

  /// Whether a node stands below the one that it is under, in the same column.
  func isStacked(_ node: ThematicTree.Node, under parent: Slot) -> Bool {
    column(of: node, under: parent) <= parent.column
  }

  /// Where a node stands.
  func slot(for node: ThematicTree.Node, under parent: Slot?) -> Slot {
    let column = column(of: node, under: parent)
    let depth = parent.map { $0.column == column ? min($0.depth + 1, 4) : 0 } ?? 0
    let place = places[column]
    let inset = Double(depth) * Self.indent
    return Slot(column: column, depth: depth, x: place.x + inset, width: place.width - inset)
  }

  /// Whether the marks of a node stand beside its name and not under it.
  func marksBeside(_ node: ThematicTree.Node, _ marks: StudyMarks) -> Bool {
    guard node.kind == .code, let last = places.last else { return false }
    return last.width - marks.width > 110
  }

  /// What stands above the columns.
  var headings: [(text: String, x: Double)] {
    var texts: [String] = hasAnalytical ? ["Analytical themes"] : []
    if descriptive > 0 { texts.append("Descriptive themes") }
    if descriptive > 1 { texts.append("") }
    texts.append("Codes")
    return zip(texts, places).filter { !$0.0.isEmpty }.map { ($0.0, $0.1.x) }
  }
}
