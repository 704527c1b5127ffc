import ScreenCells
import Synthesis

extension State {
  /// What the strip says of what is under the cursor: the row, the study and the figure in words.
  var matrixStrip: (title: String, parts: [String]) {
    switch matrix.page {
    case .lines(let lines): lines.strip
    case .chart(let chart): chart.strip(rows: matrix.kept.rows)
    case nil: matrixEmptiness.map { ($0.title, $0.words.isEmpty ? [] : [$0.words]) } ?? tableStrip
    }
  }

  private var tableStrip: (title: String, parts: [String]) {
    guard let table = matrix.table, let row = matrix.focusedRow else { return ("", []) }
    let share = table.counted.share(of: matrix.row)
    let parts =
      [
        cellWords(table),
        "in \(share.studies) of \(Self.count(share.of, "study", "studies"))",
        supportWords(table),
        aloneWords(table), meaning(of: row),
      ] + table.legend(matrix.filter, matrix.kept.rows)
    return (row.title, parts.filter { !$0.isEmpty })
  }

  /// “Marrow 2016: 12 of 43 lines”.
  private func cellWords(_ table: CountedMatrix) -> String {
    let (row, kind) = (matrix.row, table.counted.kind)
    let total = table.counted.totals[row]
    guard let column = matrix.focusedColumn else {
      return kind == .present ? "" : "all studies that count: \(Self.figure(total, kind))"
    }
    let label = column.column.label + (column.counts ? "" : " (out of the count)")
    let figure = table.figure(row, matrix.column)
    if kind == .present {
      return "\(label): \(figure > 0 ? "present" : "not there")"
    }
    guard column.counts, kind != .coders || total > 1 else {
      return "\(label): \(Self.figure(figure, kind))"
    }
    return "\(label): \(figure) of \(Self.figure(total, kind))"
  }

  private static func figure(_ figure: Int, _ kind: StudyMatrix.Cells) -> String {
    switch kind {
    case .lines, .present: count(figure, "line")
    case .coders: count(figure, "coder")
    case .codes: count(figure, "code")
    case .quotations: count(figure, "quotation")
    }
  }

  private func supportWords(_ table: CountedMatrix) -> String {
    guard let support = table.support[matrix.row] else { return "" }
    switch support {
    case .lost: return "† lost: no study that counts has a line of it"
    case .downToOne:
      return "‡ down to one study: \(table.counted.labels(of: matrix.row).joined())"
    }
  }

  private func aloneWords(_ table: CountedMatrix) -> String {
    guard let column = matrix.focusedColumn, column.counts, table.alone[column.index] > 0 else {
      return ""
    }
    return "this study alone carries \(matrix.kept.rows.words(table.alone[column.index]))"
  }

  private func meaning(of row: CountedMatrix.Row) -> String {
    switch matrix.kept.rows {
    case .themes: boards.board?.theme(row.id)?.statement ?? ""
    case .codes: bank.codes[row.id]?.code.definition ?? ""
    }
  }

  /// What the matrix is of: the place in the top line.
  var matrixPlace: String {
    switch matrix.kept.rows {
    case .codes: "codes"
    case .themes:
      if let draft = boards.arrangement.flatMap({ boards.facts?.arrangements[$0]?.name }) {
        "themes of ‘\(draft)’"
      } else {
        "themes"
      }
    }
  }

  /// What the figures are and what they are of: “lines · 5 of 6 studies count · linked apart”, each
  /// with what a click does.
  var matrixFigures: [(words: String, command: Command?)] {
    guard let table = matrix.table else { return [] }
    let isNarrow = size.columns < 64
    let counted = table.counted.columns.count
    var pieces: [(words: String, command: Command?)] = [
      (matrix.kept.cells.word, .matrixCells),
      (
        isNarrow ? " · \(counted)/\(table.all)" : " · \(counted) of \(table.all) studies count",
        nil
      ),
    ]
    if let band = matrix.filter.band, size.columns >= 100 {
      pieces.append((", \(band.words)", .matrixBand))
    }
    if hasLinkedStudies {
      let words = matrix.kept.isLinked ? "linked as one" : "linked apart"
      pieces.append((isNarrow ? "" : " · \(words)", .matrixLinked))
    }
    return pieces
  }

  /// Whether two studies belong together.
  var hasLinkedStudies: Bool {
    let groups = studies.map(\.study.group).filter { !$0.isEmpty }
    return Set(groups).count < groups.count
  }
}
