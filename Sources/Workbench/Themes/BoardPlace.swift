import Synthesis

/// Where a coder was on the board, to be kept on disk.
package struct BoardPlace: Hashable, Codable, Sendable {
  var pane: ThemesDesk.Pane
  var shown: ThemesDesk.Shown
  var order: ThemesDesk.Order
  var filter: String
  var arrangement: String?
  var code: String?
  var row: String?
  var turned: [String]
  var marks: [String]
  var pins: [String: String]
  var last: String?
  var hasQuestion: Bool
}

extension State {
  /// Where I am on the board.
  package var boardPlace: BoardPlace {
    // Before the board was read the place is as it was kept.
    if boards.board == nil, let kept = themes.kept { return kept }
    let code =
      themes.codes.indices.contains(themes.codeCursor) ? themes.codes[themes.codeCursor] : nil
    let row =
      themes.tree.indices.contains(themes.treeCursor) ? themes.tree[themes.treeCursor].id : nil
    return BoardPlace(
      pane: themes.pane, shown: themes.shown, order: themes.order, filter: themes.filter,
      arrangement: boards.arrangement?.short, code: code?.short, row: row?.short,
      turned: themes.turned.map(\.short).sorted(), marks: themes.marks.map(\.short).sorted(),
      pins: Dictionary(uniqueKeysWithValues: themes.pins.map { (String($0), $1.short) }),
      last: themes.lastTheme?.short, hasQuestion: themes.hasQuestion)
  }

  /// Puts the board where its coder was, as far as that can be before it is read.
  package mutating func restore(_ place: BoardPlace) {
    themes.kept = place
    themes.pane = place.pane
    themes.shown = place.shown
    themes.order = place.order
    themes.filter = place.filter
    themes.turned = Set(place.turned.compactMap(EntityID.init(short:)))
    themes.marks = Set(place.marks.compactMap(EntityID.init(short:)))
    themes.lastTheme = place.last.flatMap(EntityID.init(short:))
    themes.hasQuestion = place.hasQuestion
    for (digit, theme) in place.pins {
      if let digit = Int(digit), let id = EntityID(short: theme) { themes.pins[digit] = id }
    }
  }

  /// Comes to the rows on which the cursor was, once the board is read.
  mutating func comeToKeptPlace() {
    guard let place = themes.kept else { return }
    themes.kept = nil
    if let arrangement = place.arrangement.flatMap(EntityID.init(short:)) {
      boards.show(arrangement, bank: bank)
      refreshBoard()
    }
    if let code = place.code.flatMap(EntityID.init(short:)) {
      themes.codeCursor = themes.codes.firstIndex(of: code) ?? 0
    }
    if let row = place.row.flatMap(EntityID.init(short:)) {
      themes.treeCursor = themes.tree.firstIndex { $0.id == row } ?? 0
    }
  }
}
