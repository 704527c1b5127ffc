import ScreenCells
import Synthesis

/// A screen of this program.
package typealias Frame = Screen<Target>

/// How the rows of the screen are shared out.
struct Rooms {
  let top: Rect
  let body: Rect
  let strip: Rect
  let bottom: Rect

  /// All between the top and the bottom line.
  var desk: Rect {
    Rect(
      column: 0, row: body.row, columns: body.columns, rows: body.rows + strip.rows)
  }

  init(_ size: Size, _ desk: Desk) {
    let all = Rect(size)
    top = all.top(1)
    bottom = all.bottom(1)
    // Two rows at 24, three from 36. On a low screen the text has all the room, for the codes of a
    // line are stepped through beside it; a list keeps its strip, which says the row in full.
    let isLow = size.rows < 20
    let stripRows = size.rows >= 36 || (isLow && size.columns < 60) ? 3 : 2
    let strip = isLow && desk == .code ? 0 : stripRows
    self.strip = all.withoutBottom(1).bottom(strip)
    body = all.withoutTop(1).withoutBottom(1 + strip)
  }
}

extension State {
  /// The rows of the reader.
  package var readerHeight: Int { max(1, Rooms(size, .code).body.rows) }

  /// The rows of a list below its heading.
  package var listHeight: Int { max(1, Rooms(size, desk).body.rows - 1) }

  /// Draws the screen: a function of the state and of nothing else.
  package func view() -> Frame {
    var drawer = Drawer()
    var frame = drawer.frame(of: self)
    if hasRoom { frame.announcement = announcement }
    return frame
  }

  private var hasRoom: Bool { size.columns >= 40 && size.rows >= 12 }

  /// Whether the screen is shared out among a desk and its lines.
  var hasPanes: Bool { hasRoom && !settings.isPlain }

  /// Draws what has no panes.
  func drawWithoutPanes(on frame: inout Frame) {
    if hasRoom { drawPlain(on: &frame) } else { drawTooSmall(on: &frame) }
  }

  /// Draws the desk and the lines around it, on a frame with the desk that `memory` remembers.
  func drawDesk(on frame: inout Frame, _ rooms: Rooms, _ memory: inout DeskMemory) {
    let top = topLine
    if memory.top != top { draw(top, on: &frame, rooms.top) }
    memory.top = top
    if memory.body != body || body == nil {
      frame.fill(rooms.desk, style: .text)
      memory = DeskMemory(top: top, body: body)
    }
    switch desk {
    case .code: drawReader(on: &frame, rooms.body, &memory.reader)
    case .themes: drawThemes(on: &frame, rooms.body, &memory.board)
    case .matrix: drawMatrix(on: &frame, rooms.body)
    case .studies: drawStudies(on: &frame, rooms.body)
    case .history: drawHistory(on: &frame, rooms.body)
    }
    if !isStripCovered(rooms) { drawStrip(on: &frame, rooms.strip, below: top) }
    drawBottomLine(on: &frame, rooms.bottom)
  }

  /// What the body shows; `nil` for what is drawn anew each time.
  private var body: DeskMemory.Body? {
    switch desk {
    case .code: reader == nil ? nil : .reader
    case .themes: boards.board == nil || themes.page != nil ? nil : .board
    case .matrix, .studies, .history: nil
    }
  }

  /// Draws what stands over the desk for now.
  func drawWhatStandsOver(on frame: inout Frame, _ rooms: Rooms) {
    for overlay in overlays { draw(overlay, on: &frame, rooms) }
    if !prefix.isEmpty {
      drawWhichKey(on: &frame, rooms)
      closeOverlay(on: &frame, rooms)
    }
    drawWhatIsSaidInFull(on: &frame, rooms)
  }

  private func drawTooSmall(on frame: inout Frame) {
    let words = "Linewise needs 40×12; this is \(size.columns)×\(size.rows)."
    frame.put(words, at: Point(column: 0, row: 0), style: .text)
    frame.put("q leaves", at: Point(column: 0, row: 1), style: .text)
    frame.announcement = words
    frame.cursor = Point(column: 0, row: 0)
  }

  private func draw(_ overlay: Overlay, on frame: inout Frame, _ rooms: Rooms) {
    defer { closeOverlay(on: &frame, rooms) }
    switch overlay {
    case .picker(let picker): draw(picker, on: &frame, rooms)
    case .choice(let choice): draw(choice, on: &frame, rooms)
    case .field(let prompt): draw(prompt, on: &frame, rooms)
    case .memo(let memo): draw(memo, on: &frame, rooms)
    case .progress(let top): drawProgress(from: top, on: &frame, rooms)
    case .reading(let page): draw(page, on: &frame, rooms)
    }
  }
}

extension Screen {
  /// Puts text so that it ends before a column.
  mutating func put(_ text: String, endingAt column: Int, row: Int, style: Style) {
    put(text, at: Point(column: column - displayWidth(text), row: row), style: style)
  }

  /// Puts pieces one after another; the column behind the last.
  @discardableResult
  mutating func put(
    _ pieces: [(text: String, style: Style)], at point: Point, width: Int
  ) -> Int {
    var used = 0
    for piece in pieces where used < width {
      used += put(
        piece.text, at: point.moved(columns: used), width: width - used, style: piece.style)
    }
    return point.column + used
  }

  /// Draws a rule with words in it: `── words ─────`.
  mutating func rule(_ rect: Rect, _ pieces: [(text: String, style: Style)] = []) {
    guard !rect.isEmpty else { return }
    fill(rect.line(0), style: .rule, with: "─")
    guard !pieces.isEmpty else { return }
    let start = rect.origin.moved(columns: 2)
    put(" ", at: start, style: .text)
    let end = put(pieces, at: start.moved(columns: 1), width: max(0, rect.columns - 6))
    put(" ", at: Point(column: end, row: rect.row), style: .text)
  }
}
