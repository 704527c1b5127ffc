import ScreenCells
import Synthesis

/// The lines behind a figure.
package struct MatrixLines: Sendable {
  /// How many lines of one study, or of all, are read.
  static let limit = 500

  /// The theme or code.
  let title: String
  /// The study, or all that count.
  let place: String
  /// What was asked for.
  let subjects: [LinesSubject]
  /// The documents of studies that do not count, whose lines are not listed.
  let without: Set<EntityID>
  /// How many of the lines count; the others are kept as evidence alone.
  var counted: Int
  /// What has come.
  private var come: [LinesSubject: [CodedLine]] = [:]
  /// The line of the cursor.
  package internal(set) var cursor = 0
  /// The first line on screen.
  package internal(set) var top = 0

  init(
    title: String, place: String, subjects: [LinesSubject], without: Set<EntityID>, counted: Int
  ) {
    self.counted = counted
    self.title = title
    self.place = place
    self.subjects = subjects
    self.without = without
  }

  /// The lines, study by study; `nil` until all have come.
  package var lines: [CodedLine]? {
    guard subjects.allSatisfy({ come[$0] != nil }) else { return nil }
    return subjects.flatMap { come[$0] ?? [] }.filter { !without.contains($0.place.document) }
  }

  /// The line under the cursor.
  package var focused: CodedLine? {
    guard let lines, lines.indices.contains(cursor) else { return nil }
    return lines[cursor]
  }

  /// Whether there may be more than were read.
  var isCut: Bool { come.values.contains { $0.count >= Self.limit } }

  /// How many lines there are, in words: “17 lines + 4 as evidence”; the first of many.
  func countWords(isNarrow: Bool = false) -> String {
    guard let lines else { return "reading …" }
    if isCut { return "the first \(lines.count) of \(State.count(counted, "line"))" }
    let more = max(0, lines.count - counted)
    let evidence = more == 0 ? "" : " + \(more)" + (isNarrow ? "" : " as evidence")
    return State.count(lines.count - more, "line") + evidence
  }

  /// What is to be read.
  var effects: [Effect] { subjects.map { .loadBoardLines($0, limit: Self.limit) } }

  /// Takes lines that were asked for; the cursor stays on its line where that is still there.
  mutating func take(_ lines: [CodedLine], of subject: LinesSubject) {
    guard subjects.contains(subject) else { return }
    let place = focused?.place
    come[subject] = lines
    let all = self.lines ?? []
    if let place, let index = all.firstIndex(where: { $0.place == place }) { cursor = index }
    cursor = max(0, min(cursor, all.count - 1))
  }

  mutating func move(to index: Int) {
    cursor = max(0, min(index, (lines?.count ?? 1) - 1))
  }

  /// Brings the cursor's line on screen.
  mutating func scroll(height: Int) {
    top = MatrixDesk.scrolled(top, to: cursor, count: lines?.count ?? 0, height: height)
  }

  /// What the strip says.
  var strip: (title: String, parts: [String]) {
    guard let lines else { return ("reading …", [title, place]) }
    guard let focused else { return (title, ["no line in \(place)"]) }
    return (
      "\(focused.study) \(focused.number)",
      [focused.text, "\(cursor + 1) of \(lines.count) (\(countWords())) of \(title)"]
    )
  }
}

extension State {
  /// The rows of the list of lines.
  static func matrixLinesBody(_ rect: Rect) -> Rect { rect.withoutTop(rect.rows < 10 ? 1 : 2) }

  func draw(_ page: MatrixLines, on frame: inout Frame, _ rect: Rect) {
    let right = page.countWords(isNarrow: rect.columns < 60)
    let room = rect.columns - 7 - displayWidth(right)
    let title = cutEnd(page.title, width: room)
    let titleWidth = displayWidth(title)
    let heading = rect.origin.moved(columns: 3)
    frame.put(
      [
        (title, .heading),
        (
          room - titleWidth < 10 ? "" : cutEnd("   \(page.place)", width: room - titleWidth), .faint
        ),
      ], at: heading, width: room)
    frame.put(right, endingAt: rect.endColumn - 2, row: rect.row, style: .faint)
    frame.cursor = heading
    let body = Self.matrixLinesBody(rect)
    let lines = page.lines ?? []
    let labels = Set(lines.map(\.study)).count > 1 ? lines.map(\.study) : []
    let width = labels.isEmpty ? 0 : 2 + min(max(12, rect.columns / 4), Self.widest(labels))
    for (offset, index) in (page.top..<lines.count).prefix(body.rows).enumerated() {
      draw(lines[index], at: index, page, labelled: width, on: &frame, body.line(offset))
    }
  }

  private static func widest(_ texts: [String]) -> Int {
    texts.reduce(0) { max($0, displayWidth($1)) }
  }

  private func draw(
    _ line: CodedLine, at index: Int, _ page: MatrixLines, labelled width: Int,
    on frame: inout Frame, _ rect: Rect
  ) {
    let ground: Background = index == page.cursor ? .focusRow : .none
    frame.fill(rect, style: Style.text.on(ground))
    frame.mark(rect, as: .matrixLine(index))
    if index == page.cursor {
      frame.put("▌", at: rect.origin, style: .accent.on(ground))
      frame.cursor = rect.origin.moved(columns: 3)
    }
    let at = rect.column + 3
    frame.put(
      cutMiddle(line.study, width: max(0, width - 2)), at: Point(column: at, row: rect.row),
      width: width, style: Style.faint.on(ground))
    frame.put(
      String(line.number), endingAt: at + width + 4, row: rect.row,
      style: Style.faint.on(ground))
    let start = at + width + 6
    let room = min(rect.endColumn - 1 - start, 100)
    frame.put(
      cutEnd(line.text, width: room), at: Point(column: start, row: rect.row),
      style: Style.text.on(ground))
  }
}
