import ScreenCells
import Synthesis

extension State {
  /// Where an overlay stands.
  func rect(of overlay: Overlay, _ rooms: Rooms) -> Rect {
    switch overlay {
    case .picker(let picker):
      picker.isList && !picker.isCompact
        ? rooms.desk : overlayRect(rows: size.rows >= 36 ? 15 : 13, rooms)
    case .choice(let choice): overlayRect(rows: choice.rows.count + 1, rooms)
    case .field: overlayRect(rows: 3, rooms)
    case .memo: overlayRect(rows: min(14, rooms.body.rows - 2), rooms)
    case .progress, .reading: rooms.desk
    }
  }

  /// Whether overlays leave nothing of the strip to be seen, so that it need not be drawn.
  func isStripCovered(_ rooms: Rooms) -> Bool {
    overlays.contains { rect(of: $0, rooms).intersection(rooms.strip) == rooms.strip }
  }

  /// Where an overlay stands: below the line under the cursor, or above it where that is the lower
  /// half, so that opening it moves no line and hides not the one that it is about.
  func overlayRect(rows wanted: Int, _ rooms: Rooms) -> Rect {
    let room = rooms.desk
    let rows = min(wanted, room.rows)
    guard let own = focusRows(rooms) else { return room.bottom(rows) }
    let below = room.endRow - own.upperBound
    let above = own.lowerBound - room.row
    if rows <= below { return room.bottom(rows) }
    if rows < above { return room.top(rows) }
    // Neither fits: the larger of the two rooms is taken, as far as it goes. Above the line a rule
    // closes it where five rows are left.
    if max(below, above) >= 5 {
      return below >= above ? room.bottom(below) : room.top(max(5, above - 1))
    }
    return room.bottom(min(rows, max(6, room.rows / 2)))
  }

  /// The rows of the screen that the line under the cursor takes.
  func focusRows(_ rooms: Rooms) -> Range<Int>? {
    guard desk == .code, let reader, reader.stops.indices.contains(reader.cursor) else {
      return nil
    }
    let height = reader.layout.heights[reader.cursor]
    let start = rooms.desk.row + reader.layout.starts[reader.cursor] + height.before - reader.top
    return start..<start + height.text + height.margin
  }

  /// Draws a rule under an overlay that stands at the top, between it and the text.
  func closeOverlay(on frame: inout Frame, _ rooms: Rooms) {
    guard let rect = frame.lastRect(of: .overlay), rect.endRow < rooms.body.endRow,
      focusRows(rooms)?.lowerBound != rect.endRow
    else { return }
    let line = Rect(column: 0, row: rect.endRow, columns: rect.columns, rows: 1)
    frame.rule(line)
    frame.mark(line, as: .overlay)
  }
}
