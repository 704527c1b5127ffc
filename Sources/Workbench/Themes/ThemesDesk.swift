import ScreenCells
import Synthesis

/// The board of themes: where the cursor is, what is folded, marked, filtered and carried.
package struct ThemesDesk: Sendable {
  /// The two lists of the board.
  package enum Pane: String, Codable, Sendable {
    case codes, tree
  }

  /// Which codes the list of codes shows.
  package enum Shown: String, CaseIterable, Codable, Sendable {
    case notPlaced, all, leftOut

    /// What it is, for a heading.
    var words: String {
      switch self {
      case .notPlaced: "not placed"
      case .all: "all"
      case .leftOut: "left out"
      }
    }
  }

  /// The order of the list of codes.
  package enum Order: String, CaseIterable, Codable, Sendable {
    case name, lines, together

    /// What it is, for a heading.
    var words: String {
      switch self {
      case .name: "by name"
      case .lines: "by lines"
      case .together: "beside each other"
      }
    }
  }

  /// The list that the cursor is in.
  package var pane = Pane.codes
  /// Which codes are listed.
  package var shown = Shown.notPlaced
  /// In which order.
  package var order = Order.name
  /// What the names of listed codes have to hold.
  package var filter = ""
  /// The row of the cursor among the codes.
  package var codeCursor = 0
  /// The first code on screen.
  package var codeTop = 0
  /// The row of the cursor in the tree.
  package var treeCursor = 0
  /// The first row of the tree on screen.
  package var treeTop = 0
  /// The themes that are not as they are at first: open where they hold themes, else closed.
  package var turned: Set<EntityID> = []
  /// What is marked, whatever a filter shows.
  package var marks: Set<EntityID> = []
  /// What is picked up.
  package var carry: Carry?
  /// What is on its way out of the list of codes that are not placed.
  var leaving: Set<EntityID> = []
  /// The theme under which something was put last.
  package var lastTheme: EntityID?
  /// The themes pinned to digits.
  package var pins: [Int: EntityID] = [:]
  /// Whether the review's question stands above the board.
  package var hasQuestion = true
  /// The page that is open.
  package var page: BoardPage?
  /// What was read of the lines of codes and themes.
  package var lines: (subject: LinesSubject, lines: [CodedLine])?
  /// What a partner has just changed.
  package var glow: [EntityID: Glow] = [:]
  /// Where I was when I last left, until the board is read.
  var kept: BoardPlace?
  /// The code to come to as soon as the board is read.
  var sought: EntityID?
  /// Why a code was last left out.
  package var lastReason: String?

  /// The codes that are listed, in order.
  package internal(set) var codes: [EntityID] = []
  /// The rows of the tree.
  package internal(set) var tree: [TreeRow] = []
  /// Every code by name, with its place in the bank, kept because sorting is what costs.
  var byName: [(id: EntityID, place: Int)] = []
  /// Those of them that are shown, whatever they are filtered by.
  private var listed: [(id: EntityID, place: Int)] = []
  /// The names in lower case, and which edition of the bank's they are.
  private(set) var names: [EntityID: (name: String, key: String)] = [:]
  private var nameEdition: Edition?
  /// For each code how many lines it shares with others, where that orders the list.
  var together: [EntityID] = []

  /// Makes a desk with nothing marked.
  package init() {}
}

/// A row of the tree of themes.
package struct TreeRow: Hashable, Sendable {
  /// The theme or code.
  package let id: EntityID
  /// Whether it is a theme.
  package let isTheme: Bool
  /// The theme under which this row stands; `nil` at the top.
  package let parent: EntityID?
  /// Its place among all members of the parent.
  package let index: Int
  /// How deep it stands.
  package let depth: Int
  /// Whether its members are shown.
  package let isOpen: Bool
}

extension ThemesDesk {
  /// Whether a theme shows its members: at first those that hold themes do.
  func isOpen(_ theme: EntityID, on board: ThemeBoard) -> Bool {
    let holdsThemes = board.members(of: theme).contains(where: \.isTheme)
    let isAnalytical = board.theme(theme)?.level == .analytical
    return (holdsThemes || isAnalytical) != turned.contains(theme)
  }

  /// Makes the rows of the tree again; the cursor stays on what it was on, and the row of an index,
  /// else that of the cursor, where it is on the screen.
  mutating func refreshTree(_ board: ThemeBoard, still index: Int? = nil) {
    let focus = tree.indices.contains(treeCursor) ? tree[treeCursor] : nil
    let index = index ?? treeCursor
    let still = tree.indices.contains(index) ? tree[index] : nil
    tree = []
    append(board.roots, under: nil, depth: 0, board)
    if let focus { keepCursor(on: focus) }
    treeCursor = max(0, min(treeCursor, tree.count - 1))
    if let now = tree.firstIndex(where: { $0.id == still?.id && $0.parent == still?.parent }) {
      treeTop = max(0, treeTop + now - index)
    }
  }

  private mutating func keepCursor(on row: TreeRow) {
    let same = tree.firstIndex { $0.id == row.id && $0.parent == row.parent }
    if let index = same ?? tree.firstIndex(where: { $0.id == row.id && row.isTheme }) {
      treeCursor = index
    }
  }

  private mutating func append(
    _ members: [ThemeBoard.Member], under parent: EntityID?, depth: Int, _ board: ThemeBoard
  ) {
    for (index, member) in members.enumerated() {
      let isOpen = member.isTheme && isOpen(member.id, on: board)
      tree.append(
        TreeRow(
          id: member.id, isTheme: member.isTheme, parent: parent, index: index, depth: depth,
          isOpen: isOpen))
      if isOpen { append(board.members(of: member.id), under: member.id, depth: depth + 1, board) }
    }
  }

  /// Makes the list of codes again; the cursor stays on its code, or where it was if that is gone
  /// from the list.
  mutating func refreshCodes(_ bank: Bank, _ boards: BoardState) {
    guard let board = boards.board else { return }
    sortNames(bank)
    listed = byName.filter { isListed($0.id, on: board) }
    filterCodes(bank, boards)
  }

  /// Makes the list again where nothing has changed but what is typed to filter it.
  mutating func filterCodes(_ bank: Bank, _ boards: BoardState) {
    guard nameEdition == bank.nameEdition else { return refreshCodes(bank, boards) }
    let focus = codes.indices.contains(codeCursor) ? codes[codeCursor] : nil
    if filter.isEmpty {
      codes = listed.map(\.id)
    } else {
      let fits = bank.fits(filter)
      codes = listed.lazy.filter { fits[$0.place] != nil }.map(\.id)
    }
    sort(bank, boards)
    if let focus, let index = codes.firstIndex(of: focus) { codeCursor = index }
    codeCursor = max(0, min(codeCursor, codes.count - 1))
  }

  /// Takes codes out of the list; the cursor stays on its code, or comes to the next that is left.
  mutating func drop(_ gone: Set<EntityID>) {
    for code in gone {
      if let index = listed.firstIndex(where: { $0.id == code }) { listed.remove(at: index) }
      guard let index = codes.firstIndex(of: code) else { continue }
      codes.remove(at: index)
      if index < codeCursor { codeCursor -= 1 }
    }
    codeCursor = max(0, min(codeCursor, codes.count - 1))
  }

  private func isListed(_ code: EntityID, on board: ThemeBoard) -> Bool {
    switch shown {
    case .notPlaced: board.notPlaced.contains(code) && !leaving.contains(code)
    case .all: true
    case .leftOut: board.leftOut[code] != nil
    }
  }

  /// What is nearly in order is sorted in one pass, so that one new name costs little.
  private mutating func sortNames(_ bank: Bank) {
    guard nameEdition != bank.nameEdition else { return }
    nameEdition = bank.nameEdition
    let known = byName.map(\.id).filter { bank.codes[$0] != nil }
    let news = bank.codes.keys.filter { names[$0] == nil }
    names = bank.codes.mapValues { row in
      let name = row.code.name
      if let kept = names[row.code.id], kept.name == name { return kept }
      return (name, name.lowercased())
    }
    let keyed = (known + news).map { (key: names[$0]?.key ?? "", id: $0) }
    byName = keyed.sorted { ($0.key, $0.id) < ($1.key, $1.id) }.compactMap { _, id in
      bank.place(of: id).map { (id, $0) }
    }
  }

  private mutating func sort(_ bank: Bank, _ boards: BoardState) {
    switch order {
    case .name: break
    case .lines:
      let lines = codes.map { (bank.codes[$0]?.lines ?? 0, $0) }
      codes = lines.enumerated().sorted {
        ($1.element.0, $0.offset) < ($0.element.0, $1.offset)
      }.map(\.element.1)
    case .together: codes = boards.beside(codes)
    }
  }
}

extension BoardState {
  /// Codes so that those which share lines stand beside each other: from the first on, each time
  /// the one that shares most with the last; where none does, the next in the order given.
  func beside(_ codes: [EntityID]) -> [EntityID] {
    guard let shared = coded?.sharedLines() else { return codes }
    let place = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
    var taken: Set<EntityID> = []
    var ordered: [EntityID] = []
    for code in codes where taken.insert(code).inserted {
      ordered.append(code)
      var last = code
      while true {
        let near = (shared[last] ?? [:]).filter { place[$0.key] != nil && !taken.contains($0.key) }
        let best = near.min { left, right in
          (right.value, place[left.key] ?? 0) < (left.value, place[right.key] ?? 0)
        }
        guard let next = best?.key else { break }
        taken.insert(next)
        ordered.append(next)
        last = next
      }
    }
    return ordered
  }
}

extension State {
  /// What is under the cursor: a code or a theme, and the theme under which it stands there.
  var boardFocus: (id: EntityID, isTheme: Bool, parent: EntityID?)? {
    switch themes.pane {
    case .codes:
      guard themes.codes.indices.contains(themes.codeCursor) else { return nil }
      return (themes.codes[themes.codeCursor], false, nil)
    case .tree:
      guard themes.tree.indices.contains(themes.treeCursor) else { return nil }
      let row = themes.tree[themes.treeCursor]
      return (row.id, row.isTheme, row.parent)
    }
  }

  /// What a deed is about: what is marked, else what is under the cursor; and the theme that it
  /// leaves, where that is one.
  var boardSubject: (things: [EntityID], from: EntityID?) {
    guard themes.marks.isEmpty else {
      let order = themes.byName.map(\.id) + (boards.board?.themesInOrder ?? [])
      let marked = order.filter(themes.marks.contains)
      let parents = marked.map { Set(boards.board?.parents(of: $0) ?? []) }
      // Marked things that stand under one theme together leave that, and stay where they stand
      // besides.
      let common = parents.dropFirst().reduce(parents.first ?? []) { $0.intersection($1) }
      let here = boardFocus?.parent.flatMap { common.contains($0) ? $0 : nil }
      return (marked, here ?? (common.count == 1 ? common.first : nil))
    }
    return boardFocus.map { ([$0.id], $0.parent) } ?? ([], nil)
  }

  /// What a code or theme is called on the board.
  func boardTitle(_ id: EntityID) -> String {
    if let code = bank.codes[id]?.code { return code.name }
    guard let facts = boards.facts else { return "a theme" }
    return boards.board?.theme(id).map { _ in boards.board?.title(of: id) ?? "" }
      ?? facts.themes[id].map { $0.name.isEmpty ? Theme.unnamed : $0.name }
      ?? "something that is gone"
  }

  /// “‘being heard’”, or “6 codes”.
  func boardTitles(_ ids: [EntityID]) -> String {
    if ids.count == 1 { return "‘\(boardTitle(ids[0]))’" }
    let codes = ids.count { bank.codes[$0] != nil }
    let parts = [
      codes > 0 ? Self.count(codes, "code") : "",
      codes < ids.count ? Self.count(ids.count - codes, "theme") : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " and ")
  }

  /// Takes out of the list of codes that are not placed what is on its way to its place: the next
  /// key is for the next code, however fast it comes.
  mutating func refreshLeaving() {
    let leaving = pending.reduce(into: Set<EntityID>()) { $0.formUnion($1.things) }
    let isMore = themes.leaving.isSubset(of: leaving)
    let more = leaving.subtracting(themes.leaving)
    themes.leaving = leaving
    guard themes.shown == .notPlaced else { return }
    if isMore, themes.order != .together {
      themes.drop(more)
    } else {
      themes.refreshCodes(bank, boards)
    }
  }

  /// The row of the tree over which the mouse holds something.
  private var rowUnderPointer: Int? {
    guard let point = themes.carry?.pointer, boardLayout.tree.contains(point) else { return nil }
    let index = themes.treeTop + point.row - boardLayout.tree.row
    return landingRow.map { $0.before < index } == true ? index - 1 : index
  }

  /// The draft on screen is gone: nothing that was begun in it may end on the shared board.
  private mutating func leaveLostDraft() {
    boards.hasLostDraft = false
    themes.carry = nil
    themes.page = nil
    let isHere = desk == .themes
    overlays.removeAll { if case .memo = $0 { false } else { isHere } }
    message = Message("that draft is gone; this is the shared board", .wrong)
  }

  /// The lists of the board made again after anything changed.
  ///
  /// - Parameter isUndone: Whether I took something back: then the cursor is on a code that came back
  ///   to the list.
  mutating func refreshBoard(comingTo isUndone: Bool = false) {
    guard let board = boards.board else { return }
    let before = isUndone ? Set(themes.codes) : []
    if boards.hasLostDraft { leaveLostDraft() }
    themes.refreshTree(board, still: rowUnderPointer)
    themes.refreshCodes(bank, boards)
    if isUndone, let back = themes.codes.firstIndex(where: { !before.contains($0) }) {
      themes.codeCursor = back
    }
    let gone = themes.marks.filter { bank.codes[$0] == nil && board.theme($0) == nil }
    themes.marks.subtract(gone)
    themes.pins = themes.pins.filter { board.theme($0.value) != nil }
    if let last = themes.lastTheme, board.theme(last) == nil { themes.lastTheme = nil }
    checkCarry()
    checkPage()
  }
}
