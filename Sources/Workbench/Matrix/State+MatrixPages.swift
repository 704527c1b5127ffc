import ScreenCells
import Synthesis

// MARK: - The lines of a cell

extension State {
  /// Opens the lines of the cell under the cursor; on the heading of a row those of all studies that
  /// count.
  mutating func openLines() -> [Effect] {
    guard let table = matrix.table, let row = matrix.focusedRow else { return [] }
    let column = matrix.focusedColumn
    let excluded = matrix.filter.excluded(among: studies.map(\.study))
    let documents = studies.filter { excluded.contains($0.study.id) }.flatMap(\.documents)
    let subjects = column.map { $0.column.studies.map(Optional.init) } ?? [nil]
    let count = table.counted.columns.count
    // Words kept as evidence of a theme below stand with those of its own.
    let codes = row.row.codes + row.row.targets.subtracting(row.row.codes).sorted()
    let lines = MatrixLines(
      title: row.title,
      place: column?.column.label
        ?? "the \(Self.count(count, "study that counts", "studies that count"))",
      subjects: subjects.map { LinesSubject(row.id, codes: codes, study: $0) },
      without: column == nil ? Set(documents) : [], counted: linesCounted)
    matrix.page = .lines(lines)
    return lines.effects
  }

  /// How many lines count in the cell under the cursor, or in the row on its heading.
  private var linesCounted: Int {
    guard let coded = boards.coded, let table = matrix.table, let row = matrix.focusedRow else {
      return 0
    }
    let studies =
      matrix.focusedColumn?.column.studies ?? table.counted.columns.flatMap(\.studies)
    let tallies = coded.tallies(of: row.row.codes)
    return studies.reduce(0) { $0 + (tallies[$1]?.lines ?? 0) }
  }

  /// Takes the lines that a page of the matrix waits for.
  mutating func takeMatrixLines(_ lines: [CodedLine], of subject: LinesSubject) {
    guard case .lines(var page)? = matrix.page else { return }
    page.take(lines, of: subject)
    page.counted = linesCounted
    matrix.page = .lines(page)
  }

  /// What is to be read again where the lines on the page may have changed.
  var matrixLinesAgain: [Effect] {
    guard desk == .matrix, case .lines(let lines)? = matrix.page else { return [] }
    return lines.effects
  }

  mutating func run(_ command: Command, in page: MatrixLines) -> [Effect] {
    var page = page
    let half = max(1, Self.matrixLinesBody(Rooms(size, .matrix).body).rows / 2)
    switch command {
    case .cursorDown: page.move(to: page.cursor + 1)
    case .cursorUp: page.move(to: page.cursor - 1)
    case .pageDown: page.move(to: page.cursor + half)
    case .pageUp: page.move(to: page.cursor - half)
    case .listFirst: page.move(to: 0)
    case .listLast: page.move(to: Int.max)
    case .blockNext, .blockPrevious: page.goToStudy(forward: command == .blockNext)
    case .thingOpen: return goToLine(of: page)
    case .placeLeave, .placeBack, .actCancel, .chainUp, .cursorOut:
      closeMatrixPage()
      return []
    default: return []
    }
    matrix.page = .lines(page)
    return []
  }

  /// Goes to the line under the cursor in its study; the page stays to come back to.
  private mutating func goToLine(of page: MatrixLines) -> [Effect] {
    guard let line = page.focused,
      let study = studies.first(where: { $0.documents.contains(line.place.document) })
    else { return [] }
    remember()
    desk = .code
    if study.study.id == reader?.page.summary.study.id {
      reader?.come(to: line.place.document, line.place.passage.start)
      return []
    }
    let spot = Spot(
      desk: Desk.code.rawValue, study: study.study.id.description,
      document: line.place.document.description, position: line.place.passage.start)
    return [.loadStudy(study.study.id, spot)]
  }
}

extension MatrixLines {
  /// Goes to the first line of another study.
  mutating func goToStudy(forward: Bool) {
    guard let lines, lines.indices.contains(cursor) else { return }
    let starts = lines.indices.filter { $0 == 0 || lines[$0].study != lines[$0 - 1].study }
    let next = forward ? starts.first { $0 > cursor } : starts.last { $0 < cursor }
    move(to: next ?? (forward ? lines.count - 1 : 0))
  }
}

// MARK: - The saturation chart

extension State {
  mutating func run(_ command: Command, in chart: SaturationChart) -> [Effect] {
    var chart = chart
    switch command {
    case .cursorIn, .cursorDown: chart.move(to: chart.cursor + 1)
    case .cursorOut, .cursorUp: chart.move(to: chart.cursor - 1)
    case .listFirst: chart.move(to: 0)
    case .listLast: chart.move(to: Int.max)
    case .orderNext:
      matrix.kept.chart = matrix.kept.chart.next
      countMatrix()
      return []
    case .matrixRows:
      matrix.kept.rows = matrix.kept.rows.next
      if matrix.kept.rows == .codes, matrix.kept.cells == .codes { matrix.kept.cells = .lines }
      matrix.come(toRow: 0, column: matrix.column)
      countMatrix()
      return []
    case .matrixLinked:
      matrix.kept.isLinked.toggle()
      countMatrix()
      return []
    case .saturationOpen, .placeLeave, .placeBack, .actCancel:
      closeMatrixPage()
      return []
    default: return []
    }
    matrix.page = .chart(chart)
    return []
  }
}

extension MatrixDesk.Page {
  /// The commands that the bottom line shows.
  var hinted: [Command] {
    switch self {
    case .lines: [.thingOpen, .placeLeave, .helpOpen]
    case .chart: [.orderNext, .matrixRows, .placeLeave, .helpOpen]
    }
  }
}
