import ScreenCells
import Synthesis

typealias CodesMemory = DrawnRows<CodesLook, CodeLook>

/// What the rows of the list of codes are all drawn from.
struct CodesLook: Equatable {
  let things: ThingsLook
  let shown: ThemesDesk.Shown
}

/// What all rows of both lists of the board are drawn from.
struct ThingsLook: Equatable {
  let board: Edition
  let bank: Edition
  let studies: Int
  let coders: [Coder]
  let glow: [EntityID: Glow]
  /// The others who hold something.
  let holders: [Companion]
}

/// A row of the list of codes.
struct CodeLook: Equatable {
  let code: EntityID
  let index: Int
  let gutter: Gutter
}

/// What stands before a row of the board.
struct Gutter: Equatable {
  /// Whether the cursor of the list is on it.
  let isFocus: Bool
  /// Whether the terminal's is.
  let hasCursor: Bool
  let isMarked: Bool

  init(isFocus: Bool, isMarked: Bool, isCarrying: Bool) {
    self.isFocus = isFocus
    self.isMarked = isMarked
    hasCursor = isFocus && !isCarrying
  }
}

extension State {
  /// What all rows of both lists of the board are drawn from.
  var thingsLook: ThingsLook {
    ThingsLook(
      board: boards.edition, bank: bank.edition, studies: studies.count, coders: coders,
      glow: themes.glow, holders: companions.filter { !$0.holding.isEmpty })
  }

  func drawCodes(
    on frame: inout Frame, _ layout: BoardLayout, _ things: ThingsLook,
    _ memory: inout CodesMemory
  ) {
    drawCodesHeading(on: &frame, layout.codesHeading)
    frame.mark(layout.codes, as: .board(.codesPane))
    let pane = layout.codes
    let look = CodesLook(things: things, shown: themes.shown)
    let board = boards.board
    memory.draw(codeRows(in: pane), in: pane, from: look, on: &frame) { place, frame in
      drawCode(place.row, on: &frame, place.rect, board)
    }
    guard themes.codes.isEmpty else { return }
    let start = pane.origin.moved(columns: 4, rows: 1)
    frame.fill(pane.line(1), style: .text)
    frame.put(cutEnd(noCodesWords, width: pane.columns - 4), at: start, style: .faint)
    if themes.pane == .codes { frame.cursor = start }
  }

  private func codeRows(in pane: Rect) -> [CodesMemory.Place] {
    let shown = (themes.codeTop..<max(themes.codeTop, themes.codes.count)).prefix(pane.rows)
    return shown.enumerated().map { offset, index in
      let code = themes.codes[index]
      let gutter = Gutter(
        isFocus: themes.pane == .codes && index == themes.codeCursor,
        isMarked: themes.marks.contains(code), isCarrying: themes.carry != nil)
      let look = CodeLook(code: code, index: index, gutter: gutter)
      return .init(row: look, rect: pane.line(offset))
    }
  }

  private var noCodesWords: String {
    if !themes.filter.isEmpty { return "no code with “\(themes.filter)”; / changes it" }
    switch themes.shown {
    case .notPlaced where bank.codes.isEmpty: return "no code yet: g c goes to the lines"
    case .notPlaced: return "every code is placed or left out; a shows all"
    case .all: return "no code yet: g c goes to the lines"
    case .leftOut: return "no code is left out; a shows the others"
    }
  }

  private func drawCodesHeading(on frame: inout Frame, _ rect: Rect) {
    frame.fill(rect, style: .text)
    let isActive = themes.pane == .codes && themes.carry == nil
    let hidden = hiddenMarks
    var words = "\(themes.shown.words), \(themes.order.words)"
    if !themes.filter.isEmpty { words += ", with “\(themes.filter)”" }
    let used = frame.put(
      "Codes", at: rect.origin.moved(columns: 2), style: isActive ? .accent.bolded : .heading)
    let marked =
      themes.marks.isEmpty
      ? ""
      : "\(themes.marks.count) marked" + (hidden > 0 ? ", \(hidden) not shown" : "")
    // Where how many are marked needs the room, the figures go without their names.
    let all = rect.columns >= 40 ? "lines studies" : "lines"
    let isTight = displayWidth(marked) > rect.columns - used - 5 - displayWidth(all)
    let figures = isTight ? "" : all
    let room = rect.columns - used - 5 - displayWidth(figures)
    let column = rect.column + used + 4
    let shown = cutEnd(marked.isEmpty ? words : "\(marked) · \(words)", width: room)
    frame.put(shown, at: Point(column: column, row: rect.row), style: .faint)
    frame.mark(
      Rect(column: column, row: rect.row, columns: displayWidth(shown), rows: 1),
      as: .command(.orderNext))
    frame.put(figures, endingAt: rect.endColumn, row: rect.row, style: .faint)
  }

  /// How many marked things neither list shows.
  private var hiddenMarks: Int {
    guard !themes.marks.isEmpty else { return 0 }
    var hidden = themes.marks
    for code in themes.codes where !hidden.isEmpty { hidden.remove(code) }
    for row in themes.tree where !hidden.isEmpty { hidden.remove(row.id) }
    return hidden.count
  }

  private func drawCode(
    _ look: CodeLook, on frame: inout Frame, _ rect: Rect, _ board: ThemeBoard?
  ) {
    let (id, isFocus) = (look.code, look.gutter.isFocus)
    guard let row = bank.row(of: id) else { return }
    let ground: Background = isFocus ? .focusRow : .none
    frame.fill(rect, style: Style.text.on(ground))
    frame.mark(rect, as: .board(.code(look.index)))
    draw(look.gutter, of: id, on: &frame, rect, ground)
    let isOut = board?.leftOut[id] != nil
    let hasStudies = rect.columns >= 40
    let counted =
      Self.rightAligned(String(row.lines), 5)
      + (hasStudies ? Self.rightAligned("\(row.studies)/\(studies.count)", 8) : "")
    // In place of the figures, so that no name is cut when a partner picks something up.
    let figures = heldWords(id, in: rect, for: counted) ?? counted
    // Only among all codes is it news that one is placed.
    let parent = themes.shown == .all ? board?.parents(of: id).first : nil
    let held = parent.flatMap { board?.number(of: $0) } ?? ""
    let room = rect.columns - 5 - displayWidth(figures) - displayWidth(held) - 1
    frame.put(
      cutMiddle(row.name, width: room), at: rect.origin.moved(columns: 4),
      style: (isOut ? Style.dim : isFocus ? .text.bolded : .text).on(ground))
    if !held.isEmpty {
      frame.put(
        held, endingAt: rect.endColumn - displayWidth(figures) - 1, row: rect.row,
        style: .faint.on(ground))
    }
    frame.put(
      figures, endingAt: rect.endColumn, row: rect.row,
      style: (isOut ? Style.dim : .text).on(ground))
  }

  /// The cursor, the mark, and the initial of a partner who has just changed it, before a row.
  func draw(
    _ gutter: Gutter, of id: EntityID, on frame: inout Frame, _ rect: Rect, _ ground: Background
  ) {
    if gutter.isFocus {
      frame.put("▌", at: rect.origin, style: .accent.on(ground))
      if gutter.hasCursor { frame.cursor = rect.origin.moved(columns: 2) }
    }
    if gutter.isMarked {
      frame.put("✓", at: rect.origin.moved(columns: 2), style: .accent.bolded.on(ground))
    }
    if let glow = themes.glow[id] {
      frame.put(
        String(glow.initials.prefix(1)), at: rect.origin.moved(columns: 1), style: .text.reversed)
    }
  }

  /// “JS holds it”, of what a partner carries, in the columns of what stands there else, or more of
  /// the row where it needs them.
  func heldWords(_ id: EntityID, in row: Rect, for figures: String) -> String? {
    companions.first { $0.holding.contains(id) }.map { companion in
      let initials = coders.first { $0.id == companion.coder }?.initials ?? "?"
      // Initials may be of any length; the name keeps half of the row.
      let words = cutMiddle("\(initials) holds it", width: row.columns / 2)
      return Self.rightAligned(words, displayWidth(figures))
    }
  }

  static func rightAligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth(text))) + text
  }
}
