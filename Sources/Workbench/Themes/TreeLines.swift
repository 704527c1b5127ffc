import ScreenCells
import Synthesis

typealias TreeMemory = DrawnRows<TreeLook, TreeLook.Line>

/// What the rows of the tree are all drawn from.
struct TreeLook: Equatable {
  let things: ThingsLook
  let carried: [EntityID]
  let isAlso: Bool

  /// A row of the tree, or what is drawn between and behind the rows while something is carried.
  enum Line: Equatable {
    case row(TreeRow, Int, Gutter, Pointed?)
    case landing(depth: Int)
    case end
  }

  /// How what the mouse carries is drawn on a row: behind the name of the theme that it goes into,
  /// or before the name of what it goes before.
  struct Pointed: Equatable {
    let isBefore: Bool
    /// Whether it gets a new theme there.
    let isNew: Bool
  }
}

extension State {
  /// The rows of the tree that have room, and where what is carried would land among them.
  func treeLines(in pane: Rect) -> [TreeMemory.Place] {
    // Under a pointer no row may move: there what is carried is drawn on the rows themselves.
    let isByMouse = themes.carry?.isByMouse == true
    let landing = isByMouse ? nil : landingRow
    let pointed = isByMouse ? pointedPlace : nil
    var lines: [TreeLook.Line] = []
    for index in themes.treeTop..<(themes.tree.count + 1) where lines.count < pane.rows {
      if let landing, landing.before == index { lines.append(.landing(depth: landing.depth)) }
      guard index < themes.tree.count else {
        if let end = treeEnd { lines.append(end) }
        break
      }
      let row = themes.tree[index]
      let gutter = Gutter(
        isFocus: themes.pane == .tree && index == themes.treeCursor && themes.carry == nil,
        isMarked: themes.marks.contains(row.id), isCarrying: themes.carry != nil)
      lines.append(.row(row, index, gutter, pointed.flatMap { $0.look(of: row) }))
    }
    return lines.prefix(pane.rows).enumerated().map { offset, line in
      .init(row: line, rect: pane.line(offset))
    }
  }

  /// Behind the last row, where a new theme would stand.
  private var treeEnd: TreeLook.Line? {
    guard let carry = themes.carry else { return nil }
    guard carry.place == .new(under: nil) else { return .end }
    return carry.isByMouse ? .landing(depth: 0) : nil
  }

  /// Where on the rows what the mouse carries is drawn.
  private struct PointedPlace {
    /// What it goes before; `nil` where it goes behind all members.
    let next: EntityID?
    let parent: EntityID?
    var isNew = false

    func look(of row: TreeRow) -> TreeLook.Pointed? {
      let isOn =
        next.map { row.id == $0 && row.parent == parent } ?? (row.isTheme && row.id == parent)
      return isOn ? TreeLook.Pointed(isBefore: next != nil, isNew: isNew) : nil
    }
  }

  private var pointedPlace: PointedPlace? {
    guard let carry = themes.carry else { return nil }
    switch carry.place {
    case .slot(let parent, let index):
      let siblings = boardSiblings(under: parent, except: carry.things)
      return PointedPlace(
        next: siblings.indices.contains(index) ? siblings[index].id : nil, parent: parent)
    case .new(let parent): return PointedPlace(next: nil, parent: parent, isNew: true)
    case .codes, .nowhere: return nil
    }
  }

  /// Before which row of the tree, and how deep, what is carried is drawn.
  var landingRow: (before: Int, depth: Int)? {
    guard let carry = themes.carry else { return nil }
    switch carry.place {
    case .codes, .nowhere: return nil
    case .new(let parent):
      guard let parent else { return (themes.tree.count, 0) }
      return rowBehind(parent)
    case .slot(let parent, let index):
      let siblings = boardSiblings(under: parent, except: carry.things)
      if siblings.indices.contains(index),
        let row = themes.tree.firstIndex(where: {
          $0.id == siblings[index].id && $0.parent == parent
        })
      {
        return (row, themes.tree[row].depth)
      }
      guard let parent else { return (themes.tree.count, 0) }
      return rowBehind(parent)
    }
  }

  /// The row behind a theme and all that is shown under it.
  private func rowBehind(_ theme: EntityID) -> (before: Int, depth: Int)? {
    guard let row = themes.tree.firstIndex(where: { $0.id == theme }) else { return nil }
    let depth = themes.tree[row].depth
    let end =
      themes.tree.indices.first { $0 > row && themes.tree[$0].depth <= depth }
      ?? themes.tree.count
    return (end, depth + 1)
  }
}
