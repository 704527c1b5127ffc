import ScreenCells
import Synthesis

extension State {
  mutating func runMatrix(_ command: Command, digit: Int?) -> [Effect] {
    switch matrix.page {
    case .lines(let lines): return run(command, in: lines)
    case .chart(let chart): return run(command, in: chart)
    case nil: return runTable(command)
    }
  }

  private mutating func runTable(_ command: Command) -> [Effect] {
    if moveInTable(command) { return [] }
    switch command {
    case .thingOpen, .chainDown: return openLines()
    case .studyWithout: toggleCounting()
    case .matrixCells: changeCells()
    case .matrixRows: changeRows()
    case .matrixLinked: changeLinked()
    case .matrixBand: chooseBand()
    case .orderNext:
      matrix.kept.studies = matrix.kept.studies.next
      countMatrix()
      message = Message("studies \(matrix.kept.studies.words)")
    case .saturationOpen:
      matrix.page = .chart(SaturationChart())
      countMatrix()
    default: break
    }
    return []
  }

  /// Whether a page stands over the table.
  var matrixHasPage: Bool { desk == .matrix && matrix.page != nil }

  mutating func closeMatrixPage() { matrix.page = nil }
}

// MARK: - Moving

extension State {
  /// Moves the cursor of the table; whether that is what the command does.
  private mutating func moveInTable(_ command: Command) -> Bool {
    let (row, column) = (matrix.row, matrix.column)
    let last = max(0, (matrix.table?.rows.count ?? 0) - 1)
    let page = max(1, (matrixLayout?.body.rows ?? 2) / 2)
    switch command {
    case .cursorDown: matrix.come(toRow: row + 1, column: column)
    case .cursorUp: matrix.come(toRow: row - 1, column: column)
    case .cursorIn: matrix.come(toRow: row, column: column + 1)
    case .cursorOut: matrix.come(toRow: row, column: column - 1)
    case .pageDown: matrix.come(toRow: row + page, column: column)
    case .pageUp: matrix.come(toRow: row - page, column: column)
    case .listFirst: matrix.come(toRow: 0, column: column)
    case .listLast: matrix.come(toRow: last, column: column)
    case .blockNext: matrix.come(toRow: block(after: row), column: column)
    case .blockPrevious: matrix.come(toRow: block(before: row), column: column)
    case .needNext, .needPrevious: goToThin(forward: command == .needNext)
    default: return false
    }
    return true
  }

  /// Whether a bigger thing begins at a row: a theme at the top, or codes with another first letter.
  private func beginsBlock(_ row: Int) -> Bool {
    guard let rows = matrix.table?.rows, rows.indices.contains(row) else { return false }
    guard matrix.kept.rows == .codes else { return rows[row].depth == 0 }
    return row == 0 || rows[row].title.first != rows[row - 1].title.first
  }

  private func block(after row: Int) -> Int {
    let rows = matrix.table?.rows.indices ?? 0..<0
    return rows.dropFirst(row + 1).first(where: beginsBlock) ?? max(0, rows.count - 1)
  }

  private func block(before row: Int) -> Int {
    (matrix.table?.rows.indices ?? 0..<0).prefix(row).last(where: beginsBlock) ?? 0
  }

  /// Goes to the next row that rests on one study or on none.
  private mutating func goToThin(forward: Bool) {
    guard let table = matrix.table else { return }
    let after = table.rows.indices.dropFirst(matrix.row + 1)
    let before = table.rows.indices.prefix(matrix.row)
    let order = forward ? Array(after) + Array(before) : before.reversed() + after.reversed()
    guard let next = order.first(where: { table.counted.presence[$0].count < 2 }) else {
      message = Message("no other \(matrix.kept.rows.one) rests on one study or on none")
      return
    }
    matrix.come(toRow: next, column: matrix.column)
  }
}

// MARK: - What is shown

extension State {
  private mutating func changeCells() {
    let isOfCodes = matrix.kept.rows == .codes
    matrix.kept.cells = matrix.kept.cells.next
    // One code is one code.
    if isOfCodes, matrix.kept.cells == .codes { matrix.kept.cells = matrix.kept.cells.next }
    countMatrix()
    message = Message("cells: \(matrix.kept.cells.word)")
  }

  private mutating func changeRows() {
    matrix.kept.rows = matrix.kept.rows.next
    if matrix.kept.rows == .codes, matrix.kept.cells == .codes { matrix.kept.cells = .lines }
    matrix.come(toRow: 0, column: matrix.column)
    countMatrix()
    message = Message("rows: \(matrix.kept.rows.rawValue)")
  }

  private mutating func changeLinked() {
    matrix.kept.isLinked.toggle()
    countMatrix()
    message = Message("linked studies \(matrix.kept.isLinked ? "count as one" : "count apart")")
  }
}

// MARK: - What counts

extension State {
  /// Takes the study under the cursor out of the count or puts it back; on the heading of a row the
  /// row, of which only the sums at the foot know.
  private mutating func toggleCounting() {
    guard let column = matrix.focusedColumn else { return toggleSumming() }
    matrix.filter.toggle(column.column.studies, among: studies.map(\.study))
    countMatrix()
    message = Message(
      column.counts
        ? "without \(column.column.label): \(lossWords)"
        : "\(column.column.label) counts again")
  }

  /// What is lost where studies are out: “1 theme lost, 2 themes down to one study”.
  private var lossWords: String {
    guard let table = matrix.table else { return "" }
    let rows = matrix.kept.rows
    let (lost, thin) = (table.rows(.lost).count, table.rows(.downToOne).count)
    let words = [
      lost > 0 ? "\(rows.words(lost)) lost" : "",
      thin > 0 ? "\(rows.words(thin)) down to one study" : "",
    ].filter { !$0.isEmpty }
    return words.isEmpty
      ? "no \(rows.one) falls to one study or none" : words.joined(separator: ", ")
  }

  private mutating func toggleSumming() {
    guard let row = matrix.focusedRow else { return }
    matrix.filter.toggle(row: row.id)
    countMatrix()
    message = Message(
      matrix.filter.rows.contains(row.id)
        ? "‘\(row.row.title)’ is out of the sums at the foot; its own figures stay"
        : "‘\(row.row.title)’ is in the sums again")
  }

  private mutating func chooseBand() {
    guard matrix.filter.band == nil else {
      matrix.filter.set(nil)
      countMatrix()
      message = Message("no band leaves studies out now")
      return
    }
    let all = studies.map(\.study)
    let rows = MatrixBand.choices(all).map { band in
      let count = band.studies(among: all).count
      let share = "\(count) of \(Self.count(all.count, "study", "studies"))"
      return ("\(band.words) (\(share))", Choice.Deed.matrixBand(band))
    }
    overlays.append(.choice(Choice("leave studies out by a characteristic", rows)))
  }

  /// Leaves studies out by a band.
  mutating func take(_ band: MatrixBand) -> [Effect] {
    matrix.filter.set(band)
    countMatrix()
    message = Message("\(band.words): \(lossWords)")
    return []
  }
}

// MARK: - What fits on the screen

extension State {
  /// How the table is shared out now; `nil` where there is none.
  var matrixLayout: MatrixLayout? {
    matrix.table.map { MatrixLayout(Rooms(size, .matrix).body, $0) }
  }

  /// Counts again where something changed, and brings what is in focus on screen.
  mutating func settleMatrix() {
    guard desk == .matrix else {
      matrix.isStale = true
      return
    }
    if matrix.isStale { countMatrix() }
    let body = Rooms(size, .matrix).body
    switch matrix.page {
    case .lines(var lines):
      lines.scroll(height: Self.matrixLinesBody(body).rows)
      matrix.page = .lines(lines)
    case .chart(var chart):
      let count = chart.saturation?.steps.count ?? 0
      chart.scroll(visible: SaturationLayout(body, studies: count).visible)
      matrix.page = .chart(chart)
    case nil: break
    }
    if let layout = matrixLayout { matrix.scroll(layout) }
  }
}

extension MatrixDesk {
  mutating func scroll(_ layout: MatrixLayout) {
    top = Self.scrolled(top, to: row, count: table?.rows.count ?? 0, height: layout.body.rows)
    left = Self.stepped(
      left, to: max(0, column), count: table?.columns.count ?? 0, visible: layout.visible)
  }

  /// The first row on screen, so that a row is on it: by half a screen where it was not.
  static func scrolled(_ top: Int, to row: Int, count: Int, height: Int) -> Int {
    let last = max(0, count - height)
    guard row < top || row >= top + height else { return min(top, last) }
    return max(0, min(row - height / 2, last))
  }

  /// The first column on screen, so that a column is on it: by as little as will do.
  static func stepped(_ left: Int, to column: Int, count: Int, visible: Int) -> Int {
    let first = max(column - visible + 1, min(left, column))
    return max(0, min(first, count - visible))
  }
}
