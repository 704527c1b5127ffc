import ScreenCells
import Synthesis

extension State {
  func draw(_ choice: Choice, on frame: inout Frame, _ rooms: Rooms) {
    let rect = overlayRect(rows: choice.rows.count + 1, rooms)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [(choice.title, .accent.bolded)])
    let body = rect.withoutTop(1)
    let top = max(0, min(choice.focus - body.rows / 2, choice.rows.count - body.rows))
    for offset in 0..<max(0, min(body.rows, choice.rows.count - top)) {
      let index = top + offset
      let row = choice.rows[index]
      let ground: Background = index == choice.focus ? .focusRow : .none
      let line = body.line(offset)
      frame.fill(line, style: Style.text.on(ground))
      frame.put(String(row.letter), at: line.origin.moved(columns: 2), style: .key.on(ground))
      let last = choice.last == index ? "   s repeats it" : ""
      let used = frame.put(
        row.label, at: line.origin.moved(columns: 5), width: line.columns - 6,
        style: Style.text.on(ground))
      frame.put(
        last, at: line.origin.moved(columns: 5 + used), width: line.columns - 6 - used,
        style: Style.faint.on(ground))
      frame.mark(line, as: .choiceRow(index))
      if index == choice.focus { frame.cursor = line.origin.moved(columns: 2) }
    }
  }

  func draw(_ prompt: FieldPrompt, on frame: inout Frame, _ rooms: Rooms) {
    let rect = overlayRect(rows: 3, rooms)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [(prompt.title, .accent.bolded)])
    drawField(prompt.field, on: &frame, rect.line(1).inset(columns: 2), isActive: true)
  }

  func draw(_ memo: MemoEditor, on frame: inout Frame, _ rooms: Rooms) {
    let rect = overlayRect(rows: min(14, rooms.body.rows - 2), rooms)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [(memo.title, .accent.bolded)])
    let body = rect.withoutTop(1).inset(columns: 2)
    let laid = MemoLayout(memo.field, width: min(76, body.columns))
    let top = max(0, laid.cursor.row - body.rows + 1)
    for (offset, row) in laid.rows.dropFirst(top).prefix(body.rows).enumerated() {
      frame.put(row, at: body.line(offset).origin, width: body.columns, style: .field)
    }
    frame.cursor = Point(
      column: body.column + laid.cursor.column, row: body.row + laid.cursor.row - top)
    frame.cursorVisible = true
  }

  func drawProgress(from top: Int, on frame: inout Frame, _ rooms: Rooms) {
    let rect = Rect(
      column: 0, row: rooms.body.row, columns: rooms.body.columns,
      rows: rooms.body.rows + rooms.strip.rows)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [("progress", .accent.bolded), ("  coded · aside · open", .faint)])
    var rows: [[(text: String, style: Style)]] = []
    for study in studies {
      for coder in coders where coder.role != .reader {
        let coverage = study.coverage(of: coder.id)
        let isDone = study.finishedBy.contains(coder.id) ? "  finished" : ""
        rows.append([
          (Self.padded(study.study.label, 22), .text), (Self.padded(coder.initials, 5), .faint),
          (Self.bar(coverage, columns: 30), .text),
          ("  \(coverage.coded) · \(coverage.setAside) · \(coverage.open)", .text),
          (isDone, .faint),
        ])
      }
    }
    let body = rect.withoutTop(1)
    let first = min(top, max(0, rows.count - body.rows))
    for (offset, row) in rows.dropFirst(first).prefix(body.rows).enumerated() {
      frame.put(row, at: body.line(offset).origin.moved(columns: 2), width: body.columns - 3)
    }
    frame.cursor = body.origin.moved(columns: 2)
  }

  /// A bar of what is coded, set aside and open.
  static func bar(_ coverage: Coverage, columns: Int) -> String {
    guard coverage.codable > 0 else { return String(repeating: " ", count: columns) }
    let coded = coverage.coded * columns / coverage.codable
    let aside = (coverage.coded + coverage.setAside) * columns / coverage.codable - coded
    return String(repeating: "█", count: coded) + String(repeating: "▒", count: aside)
      + String(repeating: "·", count: columns - coded - aside)
  }

  /// Text cut or filled to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    let cut = cutEnd(text, width: width - 1)
    return cut + String(repeating: " ", count: max(0, width - displayWidth(cut)))
  }

  /// What may follow the keys typed so far.
  func drawWhichKey(on frame: inout Frame, _ rooms: Rooms) {
    guard case .prefix(let continuations) = keymap.lookup(prefix, in: context) else { return }
    let rows = KeyDisplay.rows(continuations, ascii: settings.isASCII)
    let columns = max(1, size.columns / 38)
    let height = (rows.count + columns - 1) / columns + 1
    let room = Rect(
      column: 0, row: rooms.body.row, columns: size.columns,
      rows: rooms.body.rows + rooms.strip.rows)
    let rect = room.bottom(min(height, room.rows))
    frame.fill(rect, style: .text)
    frame.rule(
      rect.top(1), [(KeyDisplay.text(prefix, ascii: settings.isASCII), .key), (" …", .faint)])
    let body = rect.withoutTop(1)
    let width = body.columns / columns
    for (index, row) in rows.enumerated() where index % max(1, body.rows) < body.rows {
      let (column, line) = (index / max(1, body.rows), index % max(1, body.rows))
      guard column < columns else { break }
      let at = Point(column: body.column + column * width + 2, row: body.row + line)
      let why = row.continuation.command.flatMap(reason)
      frame.put(Self.padded(row.key, 6), at: at, style: .key)
      frame.put(
        cutEnd(row.continuation.sentence, width: width - 9), at: at.moved(columns: 6),
        style: why == nil ? .text : .dim)
      if let command = row.continuation.command {
        frame.mark(
          Rect(column: at.column, row: at.row, columns: width - 2, rows: 1),
          as: .command(command))
      }
    }
  }
}

/// A text in rows, and where its cursor stands.
struct MemoLayout {
  private(set) var rows: [String] = []
  private(set) var cursor = Point(column: 0, row: 0)

  init(_ field: TextField, width: Int) {
    var left = field.cursor
    for paragraph in field.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let characters = Array(paragraph)
      if (0...characters.count).contains(left) {
        let place = Self.place(String(characters[..<left]), width)
        cursor = place.moved(rows: rows.count)
      }
      left -= characters.count + 1
      rows += paragraph.isEmpty ? [""] : State.wrapped(String(paragraph), width)
    }
  }

  /// Where the cursor stands behind a text: a space at its end is not drawn, but is stepped over.
  private static func place(_ before: String, _ width: Int) -> Point {
    let spaces = before.reversed().prefix { $0 == " " }.count
    let rows = State.wrapped(before, width)
    let column = displayWidth(rows.last ?? "")
    let isTrimmed = !(rows.last ?? "").hasSuffix(" ")
    return Point(
      column: min(width, column + (isTrimmed ? spaces : 0)), row: max(0, rows.count - 1))
  }
}
