import ScreenCells
import Synthesis

extension State {
  /// Where an overlay stands: below the line under the cursor, or above it where that is the lower
  /// half, so that opening it moves no line and hides not the one that it is about.
  func overlayRect(rows wanted: Int, _ rooms: Rooms) -> Rect {
    let room = Rect(
      column: 0, row: rooms.body.row, columns: rooms.body.columns,
      rows: rooms.body.rows + rooms.strip.rows)
    let rows = min(wanted, room.rows)
    guard desk == .code, let reader, reader.stops.indices.contains(reader.cursor) else {
      return room.bottom(rows)
    }
    let start = room.row + reader.layout.starts[reader.cursor] - reader.top
    let end = start + reader.layout.heights[reader.cursor].total
    if end <= room.endRow - rows { return room.bottom(rows) }
    if start - room.row > rows { return room.top(rows) }
    // Neither fits: the larger of the two rooms is taken, as far as it goes.
    let below = room.endRow - end
    let above = start - room.row
    if max(below, above) >= 6 { return below >= above ? room.bottom(below) : room.top(above - 1) }
    return room.bottom(min(rows, max(6, room.rows / 2)))
  }

  func draw(_ picker: Picker, on frame: inout Frame, _ rooms: Rooms) {
    let isWide = size.columns >= 100
    let hasDetail = picker.hasDetail
    let list = picker.isList
    let wanted = list ? rooms.body.rows + rooms.strip.rows - 2 : size.rows >= 36 ? 15 : 13
    let rect = overlayRect(rows: wanted, rooms)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [(picker.title, .accent.bolded)] + onLine(picker))
    drawField(
      picker.field, on: &frame, rect.line(1).inset(columns: 2), isActive: !picker.isInDetail)
    let body = rect.withoutTop(2)
    guard hasDetail else {
      drawRows(picker, on: &frame, body)
      return
    }
    if isWide {
      drawRows(picker, on: &frame, body.left(body.columns / 2 - 2))
      drawDetail(picker, on: &frame, body.withoutLeft(body.columns / 2 + 1), isWide: true)
    } else {
      let detail = min(4, max(0, body.rows - 4))
      drawRows(picker, on: &frame, body.withoutBottom(detail))
      drawDetail(picker, on: &frame, body.bottom(detail), isWide: false)
    }
  }

  /// The codes that are on the line, in the heading.
  private func onLine(_ picker: Picker) -> [(text: String, style: Style)] {
    guard case .code(let place, _) = picker.purpose, let reader else { return [] }
    let page = reader.page.documents.first { $0.table.document.id == place.document }
    let saved =
      page?.codings
      .filter { $0.coder == me.id && $0.passage.meets(place.passage) }
      .map { bank.name(of: $0.code) } ?? []
    let waiting = pending.filter { $0.place == place }.flatMap(\.names).map { $0 + " …" }
    let names = saved + waiting
    return names.isEmpty ? [] : [("  " + names.joined(separator: " · "), .faint)]
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
    let isNew = picker.rows.last.map { if case .newCode = $0.deed { true } else { false } } ?? false
    // The new code keeps the last row in sight, whatever the list above it does.
    let listed = isNew ? picker.rows.count - 1 : picker.rows.count
    let room = rect.rows - (isNew ? 1 : 0)
    let focus = min(picker.focus ?? 0, max(0, listed - 1))
    let top = max(0, min(focus - room / 2, listed - room))
    for offset in 0..<max(0, min(room, listed - top)) {
      drawRow(picker, top + offset, on: &frame, rect.line(offset))
    }
    if isNew {
      drawRow(picker, picker.rows.count - 1, on: &frame, rect.line(min(room, max(0, listed - top))))
    }
  }

  private func drawRow(_ picker: Picker, _ index: Int, on frame: inout Frame, _ rect: Rect) {
    let row = picker.rows[index]
    let isFocus = picker.focus == index
    let isOff = if case .command(_, .some) = row.deed { true } else { false }
    let ground: Background = isFocus ? .focusRow : .none
    frame.fill(rect, style: Style.text.on(ground))
    if case .newCode = row.deed {
      frame.put("+", at: rect.origin, style: .accent.bolded.on(ground))
    } else if isFocus {
      frame.put("▸", at: rect.origin, style: .text.on(ground))
    }
    let figures = rect.columns >= 40 ? figureWords(row) : row.figures.first ?? ""
    let room = rect.columns - 3 - (figures.isEmpty ? 0 : displayWidth(figures) + 1)
    let note = row.note.isEmpty ? "" : "  \(row.note)"
    let width = max(4, room - displayWidth(note))
    let isSentence = if case .code = row.deed { false } else { true }
    let name = isSentence ? cutEnd(row.label, width: width) : cutMiddle(row.label, width: width)
    let style = (isOff ? Style.dim : isFocus ? .text.bolded : .text).on(ground)
    let used = frame.put(name, at: rect.origin.moved(columns: 2), style: style)
    frame.put(
      note, at: rect.origin.moved(columns: 2 + used), width: max(0, room - used),
      style: Style.faint.on(ground))
    frame.put(figures, endingAt: rect.endColumn - 1, row: rect.row, style: Style.faint.on(ground))
    frame.mark(rect, as: .pickerRow(index))
  }

  /// Figures right-aligned, each in a column of its own.
  private func figureWords(_ row: Picker.Row) -> String {
    guard row.figures.count > 1 else { return row.figures.first ?? "" }
    return row.figures.map { figure in
      String(repeating: " ", count: max(0, 10 - displayWidth(figure))) + figure
    }.joined(separator: " ")
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
    if isWide {
      rows.append([(row.code.name, .text.bolded)])
      for piece in Self.wrapped(definition, width) { rows.append([(piece, .faint)]) }
    } else {
      let head = [
        (text: row.code.name, style: Style.text.bolded), (text: ": \(definition)", style: .faint),
      ]
      rows.append(head)
    }
    guard picker.detail?.code == row.code.id, let lines = picker.detail?.lines else { return rows }
    if lines.isEmpty { rows.append([("in no other study yet", .faint)]) }
    let labels = lines.map { displayWidth($0.study) }.max() ?? 0
    for line in lines {
      let label = line.study + String(repeating: " ", count: labels - displayWidth(line.study))
      let number = String(line.number)
      let figure = String(repeating: " ", count: max(0, 4 - number.count)) + number
      let text = cutEnd(line.text, width: max(4, width - labels - 7))
      rows.append([("\(label) \(figure)  ", .faint), (text, .text)])
    }
    return rows
  }

  /// Text in rows of at most `width` columns.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return TextFlow.rows(of: text, width: max(8, width)).map { row in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[row.scalars])
      return String(view)
    }
  }
}

extension Picker {
  /// Whether the row in focus is explained beside the list.
  var hasDetail: Bool {
    switch purpose {
    case .code, .evidence: true
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
    case .help, .palette: "no command has these words"
    case .find: "type words that stand next to each other in a text"
    }
  }
}
