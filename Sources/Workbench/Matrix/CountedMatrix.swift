import ScreenCells
import Synthesis

/// The table of the matrix as it was counted: every figure of it is one of ``StudyMatrix``.
package struct CountedMatrix: Sendable {
  /// A theme or code.
  package struct Row: Hashable, Sendable {
    /// The row as it is counted.
    package let row: StudyMatrix.Row
    /// How many themes stand above it.
    package let depth: Int
    /// Whether it is an analytical theme.
    package let isAnalytical: Bool
    /// The number and the title.
    package let title: String

    /// The theme or code.
    package var id: EntityID { row.id }
  }

  /// A study or linked studies.
  package struct Column: Hashable, Sendable {
    /// The column as it is counted.
    package let column: StudyMatrix.Column
    /// Whether it counts.
    package let counts: Bool
    /// Its index among those that count, or among those that do not.
    let index: Int
    /// Its characteristic along the edge.
    package let band: String
  }

  /// What became of a row because studies are out of the count.
  package enum Support: Hashable, Sendable {
    /// No study that counts has a line of it.
    case lost
    /// One does, and before there were more.
    case downToOne

    /// The sign in its row.
    package var sign: String {
      switch self {
      case .lost: "†"
      case .downToOne: "‡"
      }
    }
  }

  /// The rows.
  package let rows: [Row]
  /// The studies in order, also those that do not count.
  package let columns: [Column]
  /// The figures of the studies that count.
  package let counted: StudyMatrix
  /// Those of the studies that do not.
  package let aside: StudyMatrix
  /// How many columns there would be if all studies counted.
  package let all: Int
  /// The characteristic along the edge.
  package let edge: String?
  /// For each row what became of it.
  package let support: [Support?]
  /// For each column that counts how many rows are present in it, of those in the sums.
  package let present: [Int]
  /// For each column that counts how many rows it alone carries, of those in the sums.
  package let alone: [Int]
  /// How many rows are in the sums.
  package let summed: Int
  /// How wide the widest title is, in columns, with its indent.
  let titleWidth: Int
  /// How wide the studies' names are in two rows.
  let headingWidth: Int
  /// How wide the widest figure of a cell and of a total is.
  let figureWidth: (cell: Int, total: Int)

  /// The figure of a cell.
  package func figure(_ row: Int, _ column: Int) -> Int {
    let own = columns[column]
    return (own.counts ? counted : aside).cells[row][own.index]
  }

  /// Whether a row has a line in a column.
  package func isPresent(_ row: Int, _ column: Int) -> Bool {
    let own = columns[column]
    return (own.counts ? counted : aside).presence[row].contains(own.index)
  }

  /// The rows of which this became.
  package func rows(_ support: Support) -> [Int] {
    self.support.indices.filter { self.support[$0] == support }
  }
}

extension CountedMatrix {
  /// Of what a table is counted.
  struct Question {
    let rows: [Row]
    let studies: [Study]
    let excluded: Set<EntityID>
    let isLinked: Bool
    let kind: StudyMatrix.Cells
    let edge: String?
    let outOfSums: Set<EntityID>
  }

  /// Counts.
  ///
  /// - Complexity: O(*n*) in the uses of all rows' codes and in the cells.
  init(_ question: Question, lines: CodedLines) {
    let (studies, kind) = (question.studies, question.kind)
    rows = question.rows
    edge = question.edge
    let own = rows.map(\.row)
    let asideStudies = studies.filter { question.excluded.contains($0.id) }
    let columns = StudyMatrix.columns(
      of: studies, without: question.excluded, linked: question.isLinked)
    let others = StudyMatrix.columns(of: asideStudies, linked: question.isLinked)
    counted = StudyMatrix(rows: own, columns: columns, kind: kind, lines: lines)
    // Without such columns no cell is read of it.
    aside =
      others.isEmpty
      ? counted : StudyMatrix(rows: own, columns: others, kind: kind, lines: lines)
    let whole = StudyMatrix.columns(of: studies, linked: question.isLinked)
    all = whole.count
    support =
      others.isEmpty
      ? own.map { _ in nil }
      : Self.support(
        before: StudyMatrix(rows: own, columns: whole, kind: .present, lines: lines),
        after: counted)
    let summing = question.outOfSums.intersection(own.map(\.id))
    let sums =
      summing.isEmpty
      ? counted
      : StudyMatrix(
        rows: own.filter { !summing.contains($0.id) }, columns: columns, kind: .present,
        lines: lines)
    present = sums.rowsPresent
    alone = sums.carriedAlone.map(\.count)
    summed = sums.rows.count
    self.columns = Self.inOrder(columns, others, studies, question.edge)
    titleWidth = rows.reduce(0) { max($0, displayWidth($1.title) + 2 * $1.depth) }
    headingWidth = self.columns.reduce(0) { width, column in
      max(width, displayWidth(column.heading.first), displayWidth(column.heading.second))
    }
    figureWidth = (
      cell: Self.digits(counted.cells + aside.cells), total: Self.digits([counted.totals])
    )
  }

  private static func support(before: StudyMatrix, after: StudyMatrix) -> [Support?] {
    zip(before.presence, after.presence).map { before, after in
      switch after.count {
      case 0 where !before.isEmpty: .lost
      case 1 where before.count > 1: .downToOne
      default: nil
      }
    }
  }

  private static func inOrder(
    _ counted: [StudyMatrix.Column], _ aside: [StudyMatrix.Column], _ studies: [Study],
    _ edge: String?
  ) -> [Column] {
    let places = Dictionary(
      uniqueKeysWithValues: studies.enumerated().map { ($0.element.id, $0.offset) })
    func columns(_ own: [StudyMatrix.Column], counts: Bool) -> [(place: Int, column: Column)] {
      own.enumerated().map { index, column in
        let members = column.studies.compactMap { places[$0] }
        let bands = members.compactMap { member in
          edge.flatMap { studies[member].characteristics[$0] }
        }
        let band = bands.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return (
          members.first ?? 0,
          Column(column: column, counts: counts, index: index, band: band.joined(separator: "/"))
        )
      }
    }
    return (columns(counted, counts: true) + columns(aside, counts: false))
      .sorted { $0.place < $1.place }.map(\.column)
  }

  private static func digits(_ figures: [[Int]]) -> Int {
    String(figures.reduce(0) { max($0, $1.max() ?? 0) }).count
  }
}

extension State {
  /// The studies in the order of the matrix.
  var matrixStudies: [Study] {
    let own = studies.map(\.study)
    guard let coded = boards.coded else { return own }
    return Saturation.sorted(own, by: matrix.kept.studies, lines: coded)
  }

  /// Counts again, where something changed that the table shows.
  mutating func countMatrix() {
    guard let coded = boards.coded, matrix.kept.rows == .codes || boards.board != nil else {
      matrix.table = nil
      return
    }
    let studies = matrixStudies
    let question = CountedMatrix.Question(
      rows: matrixRows, studies: studies, excluded: matrix.filter.excluded(among: studies),
      isLinked: matrix.kept.isLinked, kind: matrix.kept.cells,
      edge: MatrixBand.edge(studies, band: matrix.filter.band), outOfSums: matrix.filter.rows)
    matrix.take(CountedMatrix(question, lines: coded))
    if case .chart(var chart) = matrix.page {
      chart.take(saturation(coded))
      matrix.page = .chart(chart)
    }
  }

  private var matrixRows: [CountedMatrix.Row] {
    switch matrix.kept.rows {
    case .themes: boards.board.map(Self.rows) ?? []
    case .codes:
      StudyMatrix.rows(
        of: bank.codes.values.map(\.code).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      ).map { CountedMatrix.Row(row: $0, depth: 0, isAnalytical: false, title: $0.title) }
    }
  }

  private static func rows(of board: ThemeBoard) -> [CountedMatrix.Row] {
    StudyMatrix.rows(of: board).map { row in
      let theme = board.theme(row.id)
      let waits = theme?.name.isEmpty ?? true
      return CountedMatrix.Row(
        row: row, depth: row.number.count { $0 == "." },
        isAnalytical: theme?.level == .analytical,
        title: waits ? "\(row.title) (no name yet)" : "\(row.number)  \(row.title)")
    }
  }
}
