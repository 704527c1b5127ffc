import ScreenCells
import Synthesis

extension State {
  func draw(_ choice: Choice, on frame: inout Frame, _ rooms: Rooms) {
    let rect = rect(of: .choice(choice), rooms)
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
    let rect = rect(of: .field(prompt), rooms)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [(prompt.title, .accent.bolded)])
    drawField(prompt.field, on: &frame, rect.line(1).inset(columns: 2), isActive: true)
  }

  func draw(_ memo: MemoEditor, on frame: inout Frame, _ rooms: Rooms) {
    let rect = rect(of: .memo(memo), rooms)
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
    let rect = rooms.desk
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [("progress", .accent.bolded)])
    let label = max(12, min(30, rect.columns - 27))
    let bar = min(30, rect.columns - label - 38)
    frame.put(
      Self.padded("", label + 5) + Self.figures(["coded", "aside", "open"]),
      at: rect.line(1).origin.moved(columns: 2), width: rect.columns - 3, style: .faint)
    let body = rect.withoutTop(2)
    let rows = progressRows(label: label, bar: bar)
    let first = min(top, max(0, rows.count - body.rows))
    for (offset, row) in rows.dropFirst(first).prefix(body.rows).enumerated() {
      frame.put(row, at: body.line(offset).origin.moved(columns: 2), width: body.columns - 3)
    }
    frame.cursor = rect.line(min(2, rect.rows - 1)).origin.moved(columns: 2)
  }

  /// A row for each study and coder, the study's label at its first.
  private func progressRows(label: Int, bar: Int) -> [[(text: String, style: Style)]] {
    studies.flatMap { study in
      codersMeFirst.enumerated().map { index, coder in
        let coverage = study.coverage(of: coder.id)
        let figures = [coverage.coded, coverage.setAside, coverage.open].map(String.init)
        let isDone = study.finishedBy.contains(coder.id)
        return [
          (Self.padded(index == 0 ? study.study.label : "", label), .text),
          (Self.padded(coder.initials, 5), .faint), (Self.figures(figures), .text),
          (bar < 8 ? "" : "  " + Self.bar(coverage, columns: bar), .text),
          (isDone ? "  finished" : "", .faint),
        ]
      }
    }
  }

  /// Those who code, me first.
  var codersMeFirst: [Coder] {
    let others = coders.filter { $0.role != .reader && $0.id != me.id }
    return me.role == .reader ? others : [me] + others
  }

  private static func figures(_ words: [String]) -> String {
    words.map { String(repeating: " ", count: max(1, 6 - $0.count)) + $0 }.joined()
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
    let rect = overlayRect(rows: height, rooms)
    let keyWidth = 2 + (rows.map { displayWidth($0.key) }.max() ?? 0)
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(
      rect.top(1), [(KeyDisplay.text(prefix, ascii: settings.isASCII), .key), (" …", .faint)])
    let body = rect.withoutTop(1)
    let width = body.columns / columns
    for (index, row) in rows.enumerated() where index % max(1, body.rows) < body.rows {
      let (column, line) = (index / max(1, body.rows), index % max(1, body.rows))
      guard column < columns else { break }
      let at = Point(column: body.column + column * width + 2, row: body.row + line)
      let why = row.continuation.command.flatMap(reason)
      frame.put(row.key, at: at, style: .key)
      frame.put(
        what(row.continuation, width: width - keyWidth - 3), at: at.moved(columns: keyWidth),
        style: why == nil ? .text : .faint)
      if let command = row.continuation.command {
        frame.mark(
          Rect(column: at.column, row: at.row, columns: width - 2, rows: 1),
          as: .command(command))
      }
    }
  }
}

extension State {
  /// What a key does, in so many columns: the sentence, its first part, or the short label.
  private func what(_ next: KeyContinuation, width: Int) -> String {
    let sentence = next.sentence
    guard displayWidth(sentence) > width, let command = next.command else {
      return cutEnd(sentence, width: width)
    }
    let first = sentence.prefix { !"(:".contains($0) }.trimmed
    if displayWidth(first) <= width { return first }
    return cutEnd(CommandTable.entry(command, in: context)?.label ?? sentence, width: width)
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
