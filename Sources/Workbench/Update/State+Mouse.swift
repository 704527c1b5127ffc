import ScreenCells
import Synthesis

/// What the mouse can be over.
package enum Target: Hashable, Sendable {
  case line(Int)
  case text(line: Int, row: Int)
  case stop(Int)
  case mark(line: Int, Int)
  case pickerRow(Int)
  case pickerDetail
  case choiceRow(Int)
  case studyRow(Int)
  case historyRow(Int)
  case board(BoardTarget)
  case matrixRow(Int)
  case matrixCell(row: Int, column: Int)
  case matrixHeading(Int)
  case matrixLine(Int)
  case chartStudy(Int)
  case command(Command)
  case pin(Int)
  case overlay
}

extension State {
  mutating func take(_ mouse: Mouse, at time: Int) -> [Effect] {
    guard settings.mouseIsOn else { return [] }
    switch mouse.kind {
    case .wheelUp: return wheel(-3, mouse.point)
    case .wheelDown: return wheel(3, mouse.point)
    case .press:
      endDrag()
      return press(mouse, at: time)
    case .drag:
      // What follows a drag is a press of its own.
      lastPress = nil
      return dragged(mouse)
    case .release: return release(at: mouse.point)
    }
  }

  private mutating func wheel(_ rows: Int, _ point: Point) -> [Effect] {
    switch overlays.last {
    case .picker(var picker):
      if view().target(at: point) == .pickerDetail {
        picker.detailTop = max(0, picker.detailTop + rows)
      } else {
        let next = (picker.focus ?? -1) + rows
        if !picker.rows.isEmpty { picker.focus = max(0, min(picker.rows.count - 1, next)) }
      }
      return replace(picker)
    case .none: break
    default: return []
    }
    let height = readerHeight
    switch desk {
    case .code: reader?.scroll(rows: rows, height: height)
    case .themes: return wheelOnBoard(rows, point)
    case .matrix: return run(rows < 0 ? .cursorUp : .cursorDown)
    case .studies:
      studyList.cursor = max(0, min(studyRows.count - 1, studyList.cursor + rows.signum()))
    case .history:
      historyList.cursor = max(
        0, min(historyList.items.count - 1, historyList.cursor + rows.signum()))
    }
    return []
  }

  private mutating func press(_ mouse: Mouse, at time: Int) -> [Effect] {
    let target = view().target(at: mouse.point)
    let isDouble =
      lastPress.map { $0.point == mouse.point && time - $0.at < 400 } ?? false
    // What was marked may be taken at once.
    lastPress = mouse.ctrl ? nil : Press(point: mouse.point, at: time)
    forgetWhatWasSaidInFull()
    if !overlays.isEmpty { return pressInOverlay(target, mouse) }
    switch target {
    case .text(let line, _), .line(let line):
      reader?.selection = nil
      reader?.come(toLine: line)
      if mouse.button == .right { return run(.lineSetAside) }
      if isDouble { return run(.thingOpen) }
      drag = point(at: mouse.point).map(Drag.words)
    case .stop(let stop):
      reader?.cursor = stop
      reader?.mark = nil
      return run(.cursorIn)
    case .mark(let line, let index):
      reader?.come(toLine: line)
      reader?.mark = index
      if let mark = reader?.marks(of: line)[index] { drag = .code(mark.code, over: nil) }
    case .studyRow(let row):
      studyList.cursor = row
      if isDouble { return run(.thingOpen) }
    case .historyRow(let row):
      historyList.cursor = row
      if isDouble { return run(.thingOpen) }
    case .board(let target): return pressOnBoard(target, mouse, isDouble: isDouble)
    case .matrixRow, .matrixCell, .matrixHeading, .matrixLine, .chartStudy:
      return target.map { pressInMatrix($0, isDouble: isDouble) } ?? []
    case .command(let command): return run(command)
    case .pin(let digit): return run(.codePinned, digit: digit)
    default: break
    }
    return []
  }

  private mutating func pressInOverlay(_ target: Target?, _ mouse: Mouse) -> [Effect] {
    switch (target, overlays.last) {
    case (.pickerRow(let row), .picker(var picker)):
      picker.focus = row
      overlays[overlays.count - 1] = .picker(picker)
      return run(mouse.ctrl ? .pickerTakeOff : .pickerTake)
    case (.choiceRow(let row), .choice(let choice)): return take(choice, row: row)
    case (.command(let command), _): return run(command)
    case (.overlay, _), (.pickerDetail, _): return []
    default:
      // A press outside leaves; what was written is kept as the key would keep it.
      if case .memo? = overlays.last { return run(.memoClose) }
      guard case .field(let prompt)? = overlays.last, case .newTheme = prompt.purpose else {
        return run(.actCancel)
      }
      // The hand is at work on the board: its press goes on to what it is over.
      return run(.actCancel) + press(mouse, at: lastPress?.at ?? 0)
    }
  }

  private mutating func dragged(_ mouse: Mouse) -> [Effect] {
    let place = mouse.point
    switch drag {
    case .board(let press): if overlays.isEmpty { dragOnBoard(press, mouse) }
    case .words(let anchor):
      // Lines may have been joined since the button was pressed.
      guard let head = point(at: place), let reader, reader.lines.indices.contains(anchor.line),
        reader.lines[anchor.line].document == reader.lines[head.line].document,
        let first = reader.word(at: anchor), let last = reader.word(at: head)
      else { return [] }
      guard first != last || reader.selection != nil else { return [] }
      self.reader?.selection = Selection(
        anchor: first, head: last, document: reader.lines[anchor.line].document)
    case .code(let code, _):
      let over: Int? =
        switch view().target(at: place) {
        case .line(let line), .text(let line, _), .mark(let line, _): line
        default: nil
        }
      drag = .code(code, over: over)
      let name = bank.name(of: code)
      message = Message(
        over.flatMap { reader?.lines[$0].number }.map { "‘\(name)’ onto line \($0): release" }
          ?? "‘\(name)’: over no line")
    case nil: break
    }
    return []
  }

  /// Puts back what the mouse carries, and what was said of where it would go.
  mutating func endDrag() {
    if case .code? = drag { message = nil }
    if themes.carry?.isByMouse == true { putBack() }
    drag = nil
  }

  /// Ends a drag of words or of a code over lines that are no longer there; one on the board goes on.
  mutating func endReaderDrag() {
    if case .board? = drag { return }
    endDrag()
  }

  private mutating func release(at place: Point) -> [Effect] {
    if case .board(let press)? = drag {
      drag = nil
      return releaseOnBoard(press, at: place)
    }
    let carried = drag
    endDrag()
    guard case .code(let code, let over?)? = carried, let reader, reader.focus != over,
      reader.lines.indices.contains(over)
    else { return [] }
    let line = reader.lines[over]
    self.reader?.come(toLine: over)
    return perform(
      .apply([.existing(code)], at: line.place), at: line.place, names: [bank.name(of: code)])
  }

  /// The scalar of a line that is drawn at a place on the screen.
  private func point(at place: Point) -> ReaderPoint? {
    guard case .text(let line, let row)? = view().target(at: place), let reader else { return nil }
    let reading = reader.lines[line]
    let text = reader.text(of: line)
    guard let stop = reader.stops.firstIndex(of: .line(line)) else { return nil }
    let rows = reader.layout.words[stop]
    guard rows.indices.contains(row) else { return nil }
    let indent = ReaderWidth.textColumn + (reading.line.standing == .quotation ? 2 : 0)
    let scalars = Array(text.unicodeScalars)
    var (column, offset) = (indent, rows[row].scalars.lowerBound)
    while offset < rows[row].scalars.upperBound - 1 {
      column += scalarWidth(scalars[offset]) ?? 1
      if column > place.column { break }
      offset += 1
    }
    let positions = reader.positions(of: line)
    guard positions.indices.contains(offset) else { return nil }
    return ReaderPoint(line: line, position: positions[offset])
  }
}

extension Reader {
  /// The position in the document of each scalar of a line as it is shown, where runs of white space
  /// are one space.
  func positions(of index: Int) -> [Int] {
    let line = lines[index]
    let raw = page.documents[line.page].table.text.string(line.line.passage)
    var positions: [Int] = []
    var wasSpace = false
    for (offset, scalar) in raw.unicodeScalars.enumerated() {
      let isSpace = scalar.properties.isWhitespace
      if !(isSpace && wasSpace) { positions.append(line.line.passage.start + offset) }
      wasSpace = isSpace
    }
    return positions
  }
}
