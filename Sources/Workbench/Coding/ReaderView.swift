import ScreenCells
import Synthesis

typealias ReaderMemory = DrawnRows<ReaderLook, StopLook>

/// What all lines of a screen are drawn from.
struct ReaderLook: Equatable {
  let reader: Edition
  /// The edition of what codes are called, and of what themes are.
  let names: Edition
  let board: Edition
  let top: Int
  let selection: Selection?
  let hit: SearchHit?
  let dimming: Settings.Dimming
  let me: Coder
  let coders: [Coder]
}

/// What one line, or a folded stretch, is drawn from besides.
struct StopLook: Equatable {
  let stop: Int
  let isFocus: Bool
  /// The code beside it that the cursor is on.
  let mark: Int?
  /// The names of the codes that are on their way to the disk.
  let pending: [String]
}

extension State {
  func drawReader(on frame: inout Frame, _ rect: Rect, _ memory: inout ReaderMemory) {
    guard let reader else {
      drawWelcome(on: &frame, rect)
      return
    }
    lazy var source = ReaderSource(state: self, reader: reader, rect: rect)
    memory.draw(
      stopPlaces(reader, in: rect), in: rect, from: look(of: reader), on: &frame
    ) { place, frame in
      let stop = place.row.stop
      let before = reader.layout.heights[stop].before
      let row = rect.row + reader.layout.starts[stop] - reader.top + before
      switch reader.stops[stop] {
      case .fold(let range): drawFold(range, stop: stop, on: &frame, row: row, in: rect)
      case .line(let line):
        LineDrawing(source, line, place.row, first: row).draw(on: &frame)
      }
    }
  }

  private func look(of reader: Reader) -> ReaderLook {
    ReaderLook(
      reader: reader.edition, names: bank.nameEdition, board: boards.edition, top: reader.top,
      selection: reader.moving?.selection ?? reader.selection, hit: search.hit,
      dimming: settings.dimming, me: me, coders: coders)
  }

  /// The lines that have a row in a rectangle, and where each stands there.
  private func stopPlaces(_ reader: Reader, in rect: Rect) -> [ReaderMemory.Place] {
    let first = reader.layout.stop(atRow: reader.top)
    var places: [ReaderMemory.Place] = []
    for stop in first..<max(first, reader.stops.count) {
      let row = rect.row + reader.layout.starts[stop] - reader.top
      guard row < rect.endRow else { break }
      let all = Rect(
        column: rect.column, row: row, columns: rect.columns,
        rows: reader.layout.heights[stop].total)
      let isFocus = stop == reader.cursor
      let look = StopLook(
        stop: stop, isFocus: isFocus, mark: isFocus ? reader.mark : nil,
        pending: pendingNames(on: reader.stops[stop], reader))
      places.append(ReaderMemory.Place(row: look, rect: all.intersection(rect)))
    }
    return places
  }

  private func pendingNames(on stop: Stop, _ reader: Reader) -> [String] {
    guard !pending.isEmpty, case .line(let index) = stop else { return [] }
    let line = reader.lines[index]
    return pending.filter {
      $0.place?.document == line.document && $0.place?.passage.meets(line.line.passage) == true
    }.flatMap(\.names)
  }

  private func drawWelcome(on frame: inout Frame, _ rect: Rect) {
    let words = [
      (review.title, Style.heading.bolded), (review.question, .text), ("", .text),
      ("No text is in this review.", .text),
      ("g s goes to the studies, and + there imports a text;", .faint),
      ("or, from the shell: linewise import REVIEW TEXT…", .faint),
    ]
    for (index, line) in words.enumerated() where index + 2 < rect.rows {
      frame.put(
        line.0, at: Point(column: 4, row: rect.row + 2 + index), width: rect.columns - 5,
        style: line.1)
    }
    frame.cursor = Point(column: 4, row: rect.row + 5)
  }

  private func drawFold(
    _ range: Range<Int>, stop: Int, on frame: inout Frame, row: Int, in rect: Rect
  ) {
    guard let reader, row >= rect.row, row < rect.endRow else { return }
    var titles: [String] = []
    for line in range {
      guard let section = reader.section(of: line), !section.title.isEmpty,
        titles.last != section.title
      else { continue }
      titles.append(section.title)
    }
    let count = Self.count(range.count, "line")
    let text = "▸ \(count) not findings: \(titles.joined(separator: " · "))"
    let isFocus = stop == reader.cursor
    let column = ReaderWidth.textColumn
    frame.put(
      cutEnd(text, width: rect.columns - column - 1), at: Point(column: column, row: row),
      style: isFocus ? .dim.on(.focusLine) : .dim)
    let whole = Rect(column: 0, row: row, columns: rect.columns, rows: 1)
    frame.mark(whole, as: .stop(stop))
    guard isFocus else { return }
    frame.put("▌", at: Point(column: 0, row: row), style: .accent)
    frame.cursor = Point(column: column, row: row)
  }
}

/// The style of each scalar of a line as it is shown.
private struct Styles {
  private let lit: [(passage: Passage, style: Style)]
  private let plain: Style
  private let positions: [Int]

  /// Asks for the positions only where something stands out.
  init(lit: [(passage: Passage, style: Style)], plain: Style, positions: () -> [Int]) {
    self.lit = lit
    self.plain = plain
    self.positions = lit.isEmpty ? [] : positions()
  }

  subscript(offset: Int) -> Style {
    guard !lit.isEmpty, positions.indices.contains(offset) else { return plain }
    let position = positions[offset]
    return lit.first { $0.passage.start <= position && position < $0.passage.end }?.style ?? plain
  }
}

/// What all lines of a screen are drawn from.
///
/// An object, for a copy of a state is a hundred references to be counted, and two would be made for
/// each line.
final class ReaderSource {
  let state: State
  let reader: Reader
  /// The rows that are seen.
  let rect: Rect
  /// The codes beside the lines that were drawn: each is compared with the one above it.
  private var known: [Int: [Mark]] = [:]

  init(state: State, reader: Reader, rect: Rect) {
    self.state = state
    self.reader = reader
    self.rect = rect
  }

  func isVisible(_ row: Int) -> Bool { row >= rect.row && row < rect.endRow }

  /// The codes beside a line.
  func marks(of index: Int) -> [Mark] {
    if let marks = known[index] { return marks }
    let marks = reader.marks(of: index)
    known[index] = marks
    return marks
  }
}

/// Draws one line with its gutter and its margin.
private struct LineDrawing {
  let source: ReaderSource
  let index: Int
  let look: StopLook
  let first: Int
  let line: ReaderLine
  let columns: ReaderWidth

  private var isFocus: Bool { look.isFocus }

  init(_ source: ReaderSource, _ index: Int, _ look: StopLook, first: Int) {
    self.source = source
    self.index = index
    self.look = look
    self.first = first
    line = source.reader.lines[index]
    columns = source.reader.columns
  }

  func draw(on frame: inout Frame) {
    let text = source.reader.text(of: index)
    let rows = source.reader.layout.words[look.stop]
    let scalars = ScalarPieces(text)
    let styles = Styles(lit: lit, plain: plain, positions: { source.reader.positions(of: index) })
    for (offset, row) in rows.enumerated() where source.isVisible(first + offset) {
      drawWords(scalars, row, offset, styles, on: &frame)
    }
    drawGutter(on: &frame, rows: max(1, rows.count))
    MarginDrawing(source, line, index, look, first: first).draw(on: &frame)
    if isFocus, let head = headOfSelection(scalars, rows) { frame.cursor = head }
    if isFocus, let row = (first..<first + max(1, rows.count)).first(where: source.isVisible),
      frame.cursor == nil
    {
      frame.cursor = Point(column: textColumn, row: row)
    }
  }

  /// Where the moving end of a selection stands, for those who follow the terminal's cursor.
  private func headOfSelection(_ scalars: ScalarPieces, _ rows: [RowSpan]) -> Point? {
    guard let selection = source.reader.moving?.selection ?? source.reader.selection,
      selection.document == line.document, line.line.passage.meets(selection.head),
      let offset = source.reader.positions(of: index).firstIndex(of: selection.head.start),
      let row = rows.firstIndex(where: { $0.scalars.contains(offset) }),
      source.isVisible(first + row)
    else { return nil }
    let before = scalars[rows[row].scalars.lowerBound..<offset]
    return Point(column: textColumn + displayWidth(before), row: first + row)
  }

  private var textColumn: Int {
    ReaderWidth.textColumn + (line.line.standing == .quotation ? 2 : 0)
  }

  private func drawWords(
    _ scalars: ScalarPieces, _ row: RowSpan, _ offset: Int, _ styles: Styles,
    on frame: inout Frame
  ) {
    let place = Point(column: textColumn, row: first + offset)
    let all = Rect(
      column: ReaderWidth.textColumn - 5, row: place.row, columns: columns.text + 6, rows: 1)
    frame.mark(all, as: .text(line: index, row: offset))
    var pieces: [(text: String, style: Style)] = []
    var start = row.scalars.lowerBound
    while start < row.scalars.upperBound {
      let style = styles[start]
      var end = start + 1
      while end < row.scalars.upperBound, styles[end] == style { end += 1 }
      pieces.append((scalars[start..<end], style))
      start = end
    }
    frame.put(pieces, at: place, width: columns.text)
    guard isFocus, line.line.isCodable || line.line.standing == .quotation else { return }
    for column in place.column..<place.column + columns.text(of: line)
    where column < frame.size.columns {
      let cell = frame[row: place.row, column: column]
      if cell.style.background == .none {
        frame.tint(Rect(column: column, row: place.row, columns: 1, rows: 1), .focusLine)
      }
    }
  }

  /// What stands out in the line, the first above the rest: what is selected, what was found, and a
  /// participant's words inside the authors'.
  private var lit: [(passage: Passage, style: Style)] {
    var lit: [(passage: Passage, style: Style)] = []
    if let selection = source.reader.moving?.selection ?? source.reader.selection,
      selection.document == line.document
    {
      lit.append((selection.passage, plain.on(.selection)))
    }
    if let hit = source.state.search.hit?.place, hit.document == line.document {
      lit.append((hit.passage, .match))
    }
    if line.line.role == .mixed {
      lit += source.reader.page.documents[line.page].table.participants.map {
        ($0, plain.italicised)
      }
    }
    return lit.filter { $0.passage.meets(line.line.passage) }
  }

  private var plain: Style {
    switch line.line.standing {
    case .heading: return .dim.bolded
    case .ineligible: return .dim
    case .quotation: return .quotation
    case .codable: break
    }
    switch (source.state.settings.dimming, line.state) {
    case (_, .setAside?): return .dim
    case (.coded, .coded?): return .dim
    case (.allButOpen, .coded?): return .dim
    default: return .text
    }
  }

  private func drawGutter(on frame: inout Frame, rows: Int) {
    if isFocus {
      for row in first..<first + rows where source.isVisible(row) {
        frame.put("▌", at: Point(column: 0, row: row), style: .accent)
      }
    }
    guard source.isVisible(first) else { return }
    let sign: String =
      switch line.line.standing {
      case .quotation: "“"
      case .heading, .ineligible: ""
      case .codable:
        switch line.state {
        case .open?: "○"
        case .setAside?: "–"
        default: ""
        }
      }
    frame.put(sign, at: Point(column: 2, row: first), style: .faint)
    let number = String(line.number)
    let style: Style = isFocus ? .text.bolded : .faint
    frame.put(number, endingAt: 8, row: first, style: style)
    frame.mark(
      Rect(column: 0, row: first, columns: ReaderWidth.textColumn, rows: 1), as: .line(index))
  }
}
