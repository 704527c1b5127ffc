import ScreenCells
import Synthesis

extension State {
  /// The keys while something is picked up.
  mutating func runCarry(_ command: Command) -> [Effect] {
    guard let carry = themes.carry else { return [] }
    switch command {
    case .carryDown: step(carry, by: 1)
    case .carryUp: step(carry, by: -1)
    case .carryNextTheme: stepTheme(carry, by: 1)
    case .carryPreviousTheme: stepTheme(carry, by: -1)
    case .carryFirst: land(on: boardSlots(for: carry.things).first ?? .nowhere)
    case .carryLast: land(on: boardSlots(for: carry.things).last ?? .nowhere)
    case .carryIn: goIn(carry)
    case .carryOut: goOut(carry)
    case .carryAlso: themes.carry?.isAlso.toggle()
    case .carryWhy: ask("why", .carryWhy, text: carry.why)
    case .themePut: return openThemePicker()
    case .thingNew:
      land(on: .new(under: nil))
      return drop()
    case .carryDrop: return drop()
    case .actCancel: putBack()
    default: break
    }
    return []
  }

  /// Picks up what is marked, or what is under the cursor.
  mutating func pickUp(also isAlso: Bool) -> [Effect] {
    let subject = boardSubject
    guard !subject.things.isEmpty else {
      message = Message("nothing is here to pick up", .wrong)
      return []
    }
    // The bottom line has room for what the hand can do.
    message = nil
    themes.carry = Carry(
      things: subject.things, from: subject.from, isAlso: isAlso,
      place: firstPlace(of: subject.things, from: subject.from))
    return []
  }

  /// Where it stands, else behind what was put last, else the first place there is.
  private func firstPlace(of things: [EntityID], from parent: EntityID?) -> Carry.Place {
    let slots = boardSlots(for: things)
    if themes.pane == .tree, let focus = boardFocus, let own = ownSlot(focus.id, parent),
      slots.contains(own)
    {
      return own
    }
    if let last = themes.lastTheme, mayLand(things, under: last) {
      return .slot(under: last, boardSiblings(under: last, except: things).count)
    }
    return slots.first { if case .slot(.some, _) = $0 { true } else { false } }
      ?? slots.last ?? .nowhere
  }

  private func ownSlot(_ id: EntityID, _ parent: EntityID?) -> Carry.Place? {
    guard let board = boards.board else { return nil }
    let all = parent.map(board.members) ?? board.roots
    return all.firstIndex { $0.id == id }.map { .slot(under: parent, $0) }
  }

  private mutating func step(_ carry: Carry, by count: Int) {
    let slots = boardSlots(for: carry.things)
    guard let index = slots.firstIndex(of: carry.place) ?? nearest(carry, among: slots) else {
      land(on: slots.first ?? .nowhere)
      return
    }
    land(on: slots[max(0, min(slots.count - 1, index + count))])
  }

  /// The place of the closed theme that it is in.
  private func nearest(_ carry: Carry, among slots: [Carry.Place]) -> Int? {
    guard case .slot(let parent?, _) = carry.place, let board = boards.board else { return nil }
    let above = board.parents(of: parent).first
    let index = boardSiblings(under: above, except: carry.things).firstIndex { $0.id == parent }
    return index.flatMap { slots.firstIndex(of: .slot(under: above, $0)) }
  }

  /// To the next theme that takes it, behind its last member.
  private mutating func stepTheme(_ carry: Carry, by count: Int) {
    let parents = boards.board?.themesInOrder.filter { mayLand(carry.things, under: $0) } ?? []
    guard !parents.isEmpty else { return }
    let index: Int
    if case .slot(let parent?, _) = carry.place, let own = parents.firstIndex(of: parent) {
      index = max(0, min(parents.count - 1, own + count))
    } else {
      index = count > 0 ? 0 : parents.count - 1
    }
    let parent = parents[index]
    land(on: .slot(under: parent, boardSiblings(under: parent, except: carry.things).count))
  }

  /// Into the theme before which it stands; a closed theme opens, so that a place can be chosen.
  private mutating func goIn(_ carry: Carry) {
    guard let board = boards.board, case .slot(let parent, let index) = carry.place else { return }
    let siblings = boardSiblings(under: parent, except: carry.things)
    let next = siblings.indices.contains(index) ? siblings[index] : siblings.last
    if let inner = next?.id, next?.isTheme == true, mayLand(carry.things, under: inner) {
      land(on: .slot(under: inner, boardSiblings(under: inner, except: carry.things).count))
    } else if let parent, !themes.isOpen(parent, on: board) {
      turnTheme(parent)
    }
  }

  private mutating func goOut(_ carry: Carry) {
    guard case .slot(let parent?, _) = carry.place, let board = boards.board else {
      land(on: boardSlots(for: carry.things).first ?? .nowhere)
      return
    }
    let above = board.parents(of: parent).first
    if mayLand(carry.things, under: above) {
      let index = boardSiblings(under: above, except: carry.things).firstIndex { $0.id == parent }
      land(on: .slot(under: above, index ?? 0))
    } else {
      land(on: boardSlots(for: carry.things).first ?? .nowhere)
    }
  }

  private mutating func land(on place: Carry.Place) { themes.carry?.place = place }

  /// Puts back what is carried.
  mutating func putBack() {
    guard let carry = themes.carry else { return }
    themes.carry = nil
    message = Message("put \(boardTitles(carry.things)) back")
  }

  /// Drops what is carried where it would land.
  mutating func drop() -> [Effect] {
    guard let carry = themes.carry else { return [] }
    switch carry.place {
    case .nowhere: putBack()
    case .codes:
      themes.carry = nil
      guard carry.things.contains(where: { boards.board?.parents(of: $0).isEmpty == false })
      else { return [] }
      themes.marks.subtract(carry.things)
      return perform(.unplace(carry.things, from: carry.from, in: boards.arrangement))
    case .new(let parent):
      themes.carry = nil
      askForTheme(
        over: carry.things, at: landing(under: parent, carry: carry), isDropped: true)
    case .slot(let parent, let index):
      themes.carry = nil
      return put(carry.things, landing(under: parent, index: index, carry: carry))
    }
    return []
  }

  private func landing(
    under parent: EntityID?, index: Int? = nil, carry: Carry
  ) -> Landing {
    var spot = Landing.Spot.last
    if let index {
      let siblings = boardSiblings(under: parent, except: carry.things)
      if siblings.indices.contains(index) { spot = .before(siblings[index].id) }
    }
    let source: Landing.Source =
      carry.isAlso ? .nowhere : carry.from.map { .theme($0) } ?? .everywhere
    return Landing(
      under: parent, at: spot, leaving: source, why: carry.why, in: boards.arrangement)
  }

  /// Takes out of the hand what is no more; what was the place of it may be gone as well.
  mutating func checkCarry() {
    guard let carry = themes.carry, let board = boards.board else { return }
    let left = carry.things.filter { bank.codes[$0] != nil || board.theme($0) != nil }
    guard !left.isEmpty else {
      themes.carry = nil
      message = Message("what you carried is gone; nothing was moved", .wrong)
      return
    }
    themes.carry?.things = left
    if case .slot(let parent, let index) = carry.place {
      let isThere = parent.map { board.theme($0) != nil } ?? true
      let count = boardSiblings(under: parent, except: left).count
      land(
        on: isThere && mayLand(left, under: parent)
          ? .slot(under: parent, min(index, count)) : boardSlots(for: left).last ?? .nowhere)
    }
    if let pointer = carry.pointer { land(on: boardPlace(at: pointer, for: left)) }
  }
}

extension State {
  /// A press on the board: the cursor goes there; what follows says whether it is a click or a drag.
  mutating func pressOnBoard(_ target: BoardTarget, _ mouse: Mouse, isDouble: Bool) -> [Effect] {
    if let carry = themes.carry {
      // The keys carry: a press chooses the place, Enter drops.
      land(on: boardPlace(at: mouse.point, for: carry.things))
      return []
    }
    switch target {
    case .code(let index):
      themes.pane = .codes
      themes.codeCursor = index
    case .row(let index):
      themes.pane = .tree
      themes.treeCursor = index
    case .fold(let index):
      themes.pane = .tree
      themes.treeCursor = index
      turnTheme(themes.tree[index].id)
      return loadPeek()
    case .codesPane: themes.pane = .codes
    case .treePane: themes.pane = .tree
    case .pageRow(let index):
      themes.page?.cursor = index
      return isDouble ? run(.thingOpen) : []
    }
    guard let focus = boardFocus, target.isThing else { return loadPeek() }
    if isDouble { return run(.thingOpen) }
    drag = .board(
      BoardPress(id: focus.id, parent: focus.parent, point: mouse.point, isCtrl: mouse.ctrl))
    return loadPeek()
  }

  /// The mouse moved with something of the board under its button.
  mutating func dragOnBoard(_ press: BoardPress, _ mouse: Mouse) {
    if themes.carry == nil {
      guard mouse.point != press.point, me.role != .reader else { return }
      let isMarked = themes.marks.contains(press.id)
      let subject = isMarked ? boardSubject : (things: [press.id], from: press.parent)
      message = nil
      themes.carry = Carry(
        things: subject.things, from: subject.from, isAlso: press.isCtrl, place: .nowhere,
        pointer: mouse.point)
    }
    if mouse.ctrl { themes.carry?.isAlso = true }
    moveCarry(to: mouse.point)
  }

  private mutating func moveCarry(to point: Point) {
    scrollAtEdge(point)
    pointCarry(at: point)
  }

  /// Lands what the mouse carries where the pointer is.
  mutating func pointCarry(at point: Point) {
    guard let carry = themes.carry else { return }
    themes.carry?.pointer = point
    land(on: boardPlace(at: point, for: carry.things))
  }

  /// At its first and last row the tree scrolls under what is carried.
  private mutating func scrollAtEdge(_ point: Point) {
    themes.treeTop = max(0, min(themes.tree.count - 1, themes.treeTop + edgeScroll(at: point)))
  }

  /// By how many rows the tree scrolls with the pointer at a place.
  func edgeScroll(at point: Point) -> Int {
    let rect = boardLayout.tree
    guard rect.columnRange.contains(point.column) else { return 0 }
    if point.row == rect.row, themes.treeTop > 0 { return -1 }
    let isMore = themes.treeTop + rect.rows <= themes.tree.count
    return point.row == rect.endRow - 1 && isMore ? 1 : 0
  }

  /// The button was let go; while something is written or chosen, what the mouse held is the keys'
  /// from then on.
  mutating func releaseOnBoard(_ press: BoardPress, at point: Point) -> [Effect] {
    guard let carry = themes.carry else {
      if press.isCtrl { turnMark(press.id) }
      return []
    }
    guard overlays.isEmpty else {
      themes.carry?.pointer = nil
      return []
    }
    // Where no motion was told of, it lands where it is let go; else where it was drawn.
    if carry.pointer != point { pointCarry(at: point) }
    return drop()
  }

  /// The place under the pointer, by the rows as they stand without what is drawn between them: that
  /// is drawn at the pointer or below it, so that a hand on its way finds each row where it was.
  ///
  /// On a theme is into it, on a code before it; a theme that is carried goes before another where
  /// the pointer is on that one's number.
  func boardPlace(at point: Point, for things: [EntityID]) -> Carry.Place {
    let layout = boardLayout
    let isCodes =
      layout.codesRule.contains(point) || layout.codesHeading.contains(point)
      || layout.codes.contains(point)
    if isCodes { return .codes }
    guard layout.tree.contains(point) else { return .nowhere }
    let index = themes.treeTop + point.row - layout.tree.row
    guard themes.tree.indices.contains(index) else { return .new(under: nil) }
    let row = themes.tree[index]
    let all = row.parent.flatMap { boards.board?.members(of: $0) } ?? boards.board?.roots ?? []
    let before = all.prefix(row.index).count { !things.contains($0.id) }
    guard row.isTheme else {
      return mayLand(things, under: row.parent) ? .slot(under: row.parent, before) : .nowhere
    }
    let number = boards.board?.number(of: row.id)?.count ?? 0
    let isOnNumber = point.column < layout.tree.column + 5 + row.depth * 2 + number
    let isThemes = things.allSatisfy { boards.board?.theme($0) != nil }
    let mayGoIn = mayLand(things, under: row.id)
    // A descriptive theme over an analytical one is meant to go in, whatever is under the pointer.
    let isRaised = mayGoIn && boards.board?.theme(row.id)?.level == .analytical
    let mayStandBefore = isThemes && !isRaised && mayLand(things, under: row.parent)
    if mayStandBefore, isOnNumber || !mayGoIn { return .slot(under: row.parent, before) }
    if mayGoIn {
      return .slot(under: row.id, boardSiblings(under: row.id, except: things).count)
    }
    return boards.board?.theme(row.id)?.level == .analytical && !isThemes
      ? .new(under: row.id) : .nowhere
  }

  /// Some time has passed: what scrolls goes on, what glowed has settled.
  mutating func tick(at time: Int) {
    if let pointer = themes.carry?.pointer, edgeScroll(at: pointer) != 0 { moveCarry(to: pointer) }
    themes.settleGlow(at: time)
  }

  /// In how many milliseconds the program wants to be told that time has passed; `nil` where it
  /// need not be.
  package var nextTick: Int? {
    if let pointer = themes.carry?.pointer, edgeScroll(at: pointer) != 0 { return 60 }
    return themes.glow.isEmpty ? nil : 500
  }
}

/// What of the board the mouse can be over.
package enum BoardTarget: Hashable, Sendable {
  /// A code of the list, by its index.
  case code(Int)
  /// A row of the tree, by its index.
  case row(Int)
  /// The triangle of a row of the tree.
  case fold(Int)
  /// The list of codes, where no code is.
  case codesPane
  /// The tree, where no row is.
  case treePane
  /// A row of a page.
  case pageRow(Int)

  /// Whether a hand can take it.
  var isThing: Bool {
    switch self {
    case .code, .row: true
    default: false
    }
  }
}

/// A press on something of the board.
package struct BoardPress: Hashable, Sendable {
  let id: EntityID
  let parent: EntityID?
  let point: Point
  let isCtrl: Bool
}
