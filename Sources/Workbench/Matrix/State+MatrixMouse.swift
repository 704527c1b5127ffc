extension State {
  /// A press on something of the matrix: a cell or line is chosen, a second press opens it, and a
  /// study's name takes it out of the count or puts it back.
  mutating func pressInMatrix(_ target: Target, isDouble: Bool) -> [Effect] {
    switch target {
    case .matrixRow(let row):
      matrix.come(toRow: row, column: -1)
      return isDouble ? run(.thingOpen) : []
    case .matrixCell(let row, let column):
      matrix.come(toRow: row, column: column)
      return isDouble ? run(.thingOpen) : []
    case .matrixHeading(let column):
      matrix.come(toRow: matrix.row, column: column)
      return run(.studyWithout)
    case .matrixLine(let line):
      guard case .lines(var page)? = matrix.page else { return [] }
      page.move(to: line)
      matrix.page = .lines(page)
      return isDouble ? run(.thingOpen) : []
    case .chartStudy(let study):
      guard case .chart(var chart)? = matrix.page else { return [] }
      chart.move(to: study)
      matrix.page = .chart(chart)
      return []
    default: return []
    }
  }
}
