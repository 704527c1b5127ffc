import Synthesis

extension State {
  /// Why a command can do nothing on the matrix now; `nil` where it can, or where that is said for
  /// every desk.
  func reasonInMatrix(against command: Command) -> String? {
    if Self.onTheBoard.contains(command) {
      return "that is done on the board of themes (\(key(.deskThemes)))"
    }
    switch matrix.page {
    case .lines: return reasonOverLines(command)
    case .chart: return reasonOverChart(command)
    case nil: return reasonOverTable(command)
    }
  }

  private func reasonOverLines(_ command: Command) -> String? {
    if Self.ofTheTable.contains(command) || command == .orderNext {
      return "\(key(.placeLeave)) closes these lines first"
    }
    guard command == .thingOpen, case .lines(let page)? = matrix.page, page.focused == nil else {
      return nil
    }
    return page.lines == nil ? "the lines are being read" : "there is no line"
  }

  private func reasonOverChart(_ command: Command) -> String? {
    switch command {
    case .studyWithout, .matrixCells, .matrixBand, .thingOpen:
      "\(key(.placeLeave)) closes the chart first"
    case .matrixLinked: reasonAgainstLinking
    default: nil
    }
  }

  private func reasonOverTable(_ command: Command) -> String? {
    guard Self.ofTheTable.contains(command) || command == .thingOpen else { return nil }
    if boards.coded == nil { return "the lines are being counted" }
    switch command {
    case .matrixRows: return nil
    case .matrixLinked: return reasonAgainstLinking
    case .matrixBand:
      return matrix.filter.band == nil && MatrixBand.choices(studies.map(\.study)).isEmpty
        ? "no characteristic tells the studies apart (linewise study … set gives them some)" : nil
    default: break
    }
    if let empty = matrixEmptiness { return "\(empty.title) (\(empty.words))" }
    return command == .thingOpen ? reasonAgainstLines : nil
  }

  private var reasonAgainstLinking: String? {
    hasLinkedStudies
      ? nil : "no two studies are linked (linewise study … set --group says which are)"
  }

  private var reasonAgainstLines: String? {
    guard let table = matrix.table, let row = matrix.focusedRow else { return nil }
    if let column = matrix.focusedColumn {
      // Words kept as evidence may stand where no line counts.
      let hasAny =
        table.isPresent(matrix.row, matrix.column) || table.figure(matrix.row, matrix.column) > 0
      return hasAny
        ? nil : "\(column.column.label) has no line of ‘\(row.row.title)’"
    }
    return table.counted.presence[matrix.row].isEmpty
      ? "no study that counts has a line of ‘\(row.row.title)’" : nil
  }

  /// What changes what the table shows.
  private static let ofTheTable: Set<Command> = [
    .studyWithout, .matrixCells, .matrixRows, .matrixBand, .matrixLinked, .saturationOpen,
  ]

  private static let onTheBoard: Set<Command> = [
    .markToggle, .markClear, .thingNew, .thingDelete, .nameEdit, .memoEdit, .memoChoose,
    .commentAdd,
  ]
}
