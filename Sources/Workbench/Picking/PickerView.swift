import ScreenCells
import Synthesis

extension State {
  func draw(_ picker: Picker, on frame: inout Frame, _ rooms: Rooms) {
    let isWide = size.columns >= 100
    let rect = rect(of: .picker(picker), rooms)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    drawHeading(picker, on: &frame, rect)
    let field = rect.line(1).inset(columns: 2)
    // Where the keys scroll what is explained, and nothing is, it stays here.
    frame.cursor = field.origin
    drawField(picker.field, on: &frame, field, isActive: !picker.isInDetail)
    let body = rect.withoutTop(2)
    if picker.isList {
      let full = min(2, max(0, body.rows - 6))
      drawRows(picker, on: &frame, body.withoutBottom(full))
      drawWhole(picker, on: &frame, body.bottom(full))
    } else if isWide {
      drawRows(picker, on: &frame, body.left(body.columns / 2 - 2))
      drawDetail(picker, on: &frame, body.withoutLeft(body.columns / 2 + 1), isWide: true)
    } else {
      // Without a code in focus there is nothing to explain, and the list has the room.
      let detail = picker.focus == nil ? 0 : min(4, max(0, body.rows - 4))
      drawRows(picker, on: &frame, body.withoutBottom(detail))
      drawDetail(picker, on: &frame, body.bottom(detail), isWide: false)
    }
  }

  /// What is picked, the codes that are on the line as far as there is room, and how many rows
  /// there are.
  private func drawHeading(_ picker: Picker, on frame: inout Frame, _ rect: Rect) {
    let count = picker.countWords
    let room = rect.columns - 9 - displayWidth(picker.title) - displayWidth(count)
    let names = Self.fitting(onLine(picker), width: room)
    frame.rule(
      rect.top(1),
      [(picker.title, .accent.bolded)] + (names.isEmpty ? [] : [("  " + names, .faint)]))
    guard !count.isEmpty else { return }
    frame.put(" \(count) ", endingAt: rect.endColumn - 1, row: rect.row, style: .faint)
  }

  /// The row in focus in full, where anything of it is cut.
  private func drawWhole(_ picker: Picker, on frame: inout Frame, _ rect: Rect) {
    guard let row = picker.focused, rect.rows > 0 else { return }
    let words = ([row.label] + [row.note].filter { !$0.isEmpty }).joined(separator: " · ")
    let figures = row.figures.words.first ?? ""
    guard displayWidth(words) > rect.columns - 4 - displayWidth(figures) else { return }
    for (offset, piece) in Self.wrapped(words, rect.columns - 3).prefix(rect.rows).enumerated() {
      frame.put(piece, at: rect.line(offset).origin.moved(columns: 2), style: .faint)
    }
  }

  /// As many of the words as fit, one after another; `+n` for the others.
  static func fitting(_ words: [String], width: Int) -> String {
    for count in stride(from: words.count, through: 1, by: -1) {
      let more = count < words.count ? " +\(words.count - count)" : ""
      let shown = words.prefix(count).joined(separator: " · ") + more
      if displayWidth(shown) <= width { return shown }
    }
    guard let first = words.first, width > 12 else { return "" }
    let more = words.count > 1 ? " +\(words.count - 1)" : ""
    return cutMiddle(first, width: width - displayWidth(more)) + more
  }

  /// The names of the codes that are on the line.
  private func onLine(_ picker: Picker) -> [String] {
    guard case .code(let place, _) = picker.purpose, let reader else { return [] }
    let saved = reader.ownCodings(meeting: place).map { bank.name(of: $0.code) }
    let waiting = pending.filter { $0.place == place }.flatMap(\.names).map { $0 + " …" }
    return saved + waiting
  }

  func drawField(_ field: TextField, on frame: inout Frame, _ rect: Rect, isActive: Bool) {
    // The cursor stays in sight: what is left of the window is cut.
    let before = field.beforeCursor
    var shown = field.text
    var column = displayWidth(before)
    while column >= rect.columns, !shown.isEmpty {
      column -= displayWidth(String(shown.removeFirst()))
    }
    frame.put(shown, at: rect.origin, width: rect.columns, style: .field.bolded)
    guard isActive else { return }
    frame.cursor = rect.origin.moved(columns: column)
    frame.cursorVisible = true
  }

  private func drawRows(_ picker: Picker, on frame: inout Frame, _ rect: Rect) {
    guard rect.rows > 0 else { return }
    guard !picker.rows.isEmpty else {
      frame.put(
        picker.emptyWords, at: rect.origin.moved(columns: 2), width: rect.columns - 2,
        style: .faint)
      return
    }
    let isNew = picker.rows.last?.isNew ?? false
    // The new code keeps the last row in sight, whatever the list above it does.
    let listed = isNew ? picker.rows.count - 1 : picker.rows.count
    let room = rect.rows - (isNew ? 1 : 0)
    let focus = min(picker.focus ?? 0, max(0, listed - 1))
    let top = max(0, min(focus - room / 2, listed - room))
    let shown = top..<max(top, min(top + room, listed))
    let look = RowLook(for: picker, shown, width: rect.columns - 3)
    for index in shown {
      drawRow(picker, index, look, on: &frame, rect.line(index - top))
    }
    if isNew {
      drawRow(
        picker, picker.rows.count - 1, look, on: &frame,
        rect.line(min(room, max(0, listed - top))))
    }
  }

  private func drawRow(
    _ picker: Picker, _ index: Int, _ look: RowLook, on frame: inout Frame, _ rect: Rect
  ) {
    let row = picker.rows[index]
    let isFocus = picker.focus == index
    let isOff = if case .command(_, .some) = row.deed { true } else { false }
    let ground: Background = isFocus ? .focusRow : .none
    frame.fill(rect, style: Style.text.on(ground))
    if row.isNew {
      frame.put("+", at: rect.origin, style: .accent.bolded.on(ground))
    } else if isFocus {
      frame.put("▸", at: rect.origin, style: .text.on(ground))
    }
    let figures = look.figures(of: row)
    let room = rect.columns - 3 - (figures.isEmpty ? 0 : displayWidth(figures) + 1)
    let note = look.note(of: row)
    let isCode = row.isNamed
    let width = max(4, room - (isCode ? displayWidth(note) : 0))
    let name = isCode ? cutMiddle(row.label, width: width) : cutEnd(row.label, width: width)
    let style = (isOff ? Style.faint : isFocus ? .text.bolded : .text).on(ground)
    let used = frame.put(name, at: rect.origin.moved(columns: 2), style: style)
    frame.put(
      cutEnd(note, width: max(0, room - used)), at: rect.origin.moved(columns: 2 + used),
      style: Style.faint.on(ground))
    frame.put(figures, endingAt: rect.endColumn - 1, row: rect.row, style: Style.faint.on(ground))
    frame.mark(rect, as: .pickerRow(index))
  }

  private func drawDetail(
    _ picker: Picker, on frame: inout Frame, _ rect: Rect, isWide: Bool
  ) {
    guard rect.rows > 0, let id = picker.focusedCode, let row = bank.codes[id] else { return }
    let rows = detailRows(row, picker, width: rect.columns - 3, isWide: isWide)
    let top = min(picker.detailTop, max(0, rows.count - rect.rows))
    for (offset, pieces) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      frame.put(
        pieces, at: rect.line(offset).origin.moved(columns: isWide ? 0 : 2),
        width: rect.columns - 3)
    }
    let left = rows.count - top - rect.rows
    if left > 0 {
      let words = "  \(left) more"
      frame.put(words, endingAt: rect.endColumn - 1, row: rect.endRow - 1, style: .faint)
    }
    if picker.isInDetail {
      frame.cursor = rect.origin
      frame.put("▸", at: rect.origin.moved(columns: isWide ? -2 : 0), style: .accent)
    }
    frame.mark(rect, as: .pickerDetail)
  }

  /// The definition of a code and the lines that it holds in other studies: the method's
  /// translation from study to study.
  private func detailRows(
    _ row: BankCode, _ picker: Picker, width: Int, isWide: Bool
  ) -> [[(text: String, style: Style)]] {
    var rows: [[(text: String, style: Style)]] = []
    let definition = row.code.definition.isEmpty ? "no definition yet" : row.code.definition
    if isWide || picker.isInDetail || displayWidth(row.code.name) > width - 20 {
      for piece in Self.wrapped(row.code.name, width) { rows.append([(piece, .text.bolded)]) }
      for piece in Self.wrapped(definition, width) { rows.append([(piece, .faint)]) }
    } else {
      let room = width - displayWidth(row.code.name) - 2
      rows.append([
        (row.code.name, .text.bolded), (": \(cutEnd(definition, width: room))", .faint),
      ])
    }
    guard picker.detail?.code == row.code.id, let lines = picker.detail?.lines else { return rows }
    if lines.isEmpty { rows.append([("in no other study yet", .faint)]) }
    let labels = min(lines.map { displayWidth($0.study) }.max() ?? 0, max(8, width / 3))
    for line in lines {
      let label = Self.padded(line.study, labels + 1)
      let number = String(line.number)
      let figure = String(repeating: " ", count: max(0, 4 - number.count)) + number
      let text = cutEnd(line.text, width: max(4, width - labels - 7))
      rows.append([("\(label)\(figure)  ", .faint), (text, .text)])
    }
    return rows
  }

  /// Text in rows of at most `width` columns.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    let pieces = ScalarPieces(text)
    return TextFlow.rows(of: text, width: max(8, width)).map { pieces[$0.scalars] }
  }
}

/// How much of a list's rows is said, so that no name is cut for the sake of what stands beside it:
/// all in words, else less.
private struct RowLook {
  private let picker: Picker
  private var hasSecond = true
  private var hasFirst = true
  private var isShort = false

  /// The columns of the units.
  private static let unitWidths = [6, 7]
  /// The least columns of a number.
  private static let numberWidth = 4

  init(for picker: Picker, _ shown: Range<Int>, width: Int) {
    self.picker = picker
    let rooms = picker.rows[shown].filter(\.isNamed).map { row in
      (row: row, room: width - 1 - displayWidth(row.label))
    }
    let fits = { (look: RowLook) in rooms.allSatisfy { look.width(beside: $0.row) <= $0.room } }
    guard !fits(self) else { return }
    isShort = true
    guard !fits(self) else { return }
    hasSecond = false
    guard !fits(self), width < 50 else { return }
    hasFirst = false
  }

  /// The columns that stand beside a name.
  private func width(beside row: Picker.Row) -> Int {
    displayWidth(note(of: row)) + displayWidth(figures(of: row))
  }

  func note(of row: Picker.Row) -> String {
    if picker.isOn(row) { return isShort ? "  here" : "  on this line" }
    return row.note.isEmpty ? "" : "  \(row.note)"
  }

  /// Numbers right-aligned, their units after them.
  func figures(of row: Picker.Row) -> String {
    guard row.isNamed else { return row.figures.words.joined(separator: "  ") }
    var words = ""
    let shown = row.figures.parts.prefix(hasSecond ? 2 : hasFirst ? 1 : 0)
    for (part, width) in zip(shown, Self.unitWidths) {
      Self.add(blanks: max(1, Self.numberWidth - part.figure.utf8.count), to: &words)
      words += part.figure
      // A unit that is not said leaves no room at the edge.
      guard !part.unit.isEmpty else { continue }
      words += " "
      words += part.unit
      Self.add(blanks: width - part.unit.utf8.count, to: &words)
    }
    return words
  }

  private static func add(blanks count: Int, to words: inout String) {
    for _ in 0..<max(0, count) { words += " " }
  }
}

extension Picker {
  /// How many rows there are, in words.
  var countWords: String {
    let codes = rows.count { if case .code = $0.deed { true } else { false } }
    switch purpose {
    case .code, .evidence:
      return codes == 0 ? "" : codes == 200 ? "200 codes and more" : State.count(codes, "code")
    case .theme, .mergeTheme, .evidenceTheme:
      let themes = rows.count { if case .theme = $0.deed { true } else { false } }
      return themes == 0 ? "" : State.count(themes, "theme")
    case .find:
      return rows.first?.isSearch == true || rows.isEmpty ? "" : State.count(rows.count, "hit")
    case .help, .palette: return ""
    }
  }

  /// Whether the row in focus is explained beside the list.
  var hasDetail: Bool {
    switch purpose {
    case .code, .evidence: true
    default: false
    }
  }

  /// Whether a list leaves what it is about in sight.
  var isCompact: Bool {
    switch purpose {
    case .theme, .mergeTheme, .evidenceTheme: true
    default: false
    }
  }

  /// Whether it takes the whole body.
  var isList: Bool { !hasDetail }

  /// What stands where there is no row.
  var emptyWords: String {
    switch purpose {
    case .code: "type a code; the bank is empty yet"
    case .evidence: "no code has these words"
    case .theme: "no theme yet; type the name of a new one"
    case .mergeTheme: "no other theme of this level"
    case .evidenceTheme: "no theme has these words"
    case .help, .palette: "no command has these words"
    case .find: "type words that stand next to each other in a text"
    }
  }
}

extension Picker.Row {
  /// Whether taking it makes a code or theme.
  var isNew: Bool {
    switch deed {
    case .newCode, .newTheme: true
    default: false
    }
  }

  /// Whether it is the name of a code or theme.
  var isNamed: Bool {
    switch deed {
    case .code, .theme: true
    default: false
    }
  }
}
