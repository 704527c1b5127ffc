import Synthesis

/// The matrix: themes or codes by studies.
package struct MatrixDesk: Sendable {
  /// What comes back next time, for each coder.
  ///
  /// Which studies are out of the count does not: a figure never leaves something out that one has
  /// forgotten about.
  package struct Kept: Hashable, Codable, Sendable {
    /// What the rows are.
    package var rows = Rows.themes
    /// What a cell says.
    package var cells = StudyMatrix.Cells.lines
    /// The order of the studies.
    package var studies = Saturation.Order.label
    /// Whether linked studies count as one.
    package var isLinked = false
    /// The order of the studies in the saturation chart.
    package var chart = Saturation.Order.coded

    /// Makes the looks that it has at first.
    package init() {}
  }

  /// What the rows are.
  package enum Rows: String, CaseIterable, Codable, Sendable {
    case themes, codes

    /// What one of them is called.
    var one: String { self == .themes ? "theme" : "code" }

    /// Several of them, or one.
    func words(_ count: Int) -> String { State.count(count, one) }
  }

  /// What stands over the table.
  package enum Page: Sendable {
    /// The lines of a cell.
    case lines(MatrixLines)
    /// How many new ones each study brought.
    case chart(SaturationChart)
  }

  /// How it looks.
  package var kept = Kept()
  /// What is out of the count.
  package var filter = MatrixFilter()
  /// The row of the cursor.
  package internal(set) var row = 0
  /// The column of the cursor; -1 is the heading of the row.
  package internal(set) var column = 0
  /// The first row on screen.
  package internal(set) var top = 0
  /// The first study on screen.
  package internal(set) var left = 0
  /// The table as it was counted; `nil` before that.
  package internal(set) var table: CountedMatrix?
  /// What stands over the table.
  package internal(set) var page: Page?
  /// Whether something has changed since the table was counted.
  var isStale = true

  /// Makes a desk at its first cell.
  package init() {}

  /// The study, or linked studies, under the cursor; `nil` on the heading of a row.
  package var focusedColumn: CountedMatrix.Column? {
    guard let table, table.columns.indices.contains(column) else { return nil }
    return table.columns[column]
  }

  /// The theme or code under the cursor.
  package var focusedRow: CountedMatrix.Row? {
    guard let table, table.rows.indices.contains(row) else { return nil }
    return table.rows[row]
  }

  /// Brings the cursor to a cell, or to the nearest one that there is.
  mutating func come(toRow row: Int, column: Int) {
    self.row = max(0, min(row, (table?.rows.count ?? 1) - 1))
    self.column = max(-1, min(column, (table?.columns.count ?? 0) - 1))
  }

  /// Takes another table; the cursor stays on its theme and study where they are still there.
  mutating func take(_ table: CountedMatrix) {
    let (row, study) = (focusedRow?.id, focusedColumn?.column.studies.first)
    self.table = table
    come(
      toRow: row.flatMap { id in table.rows.firstIndex { $0.id == id } } ?? self.row,
      column: study.flatMap { id in
        table.columns.firstIndex { $0.column.studies.contains(id) }
      } ?? column)
    isStale = false
  }
}

extension StudyMatrix.Cells: Codable {
  /// What a person reads.
  var word: String {
    switch self {
    case .lines: "lines"
    case .coders: "coders"
    case .codes: "codes"
    case .quotations: "quotations"
    case .present: "presence"
    }
  }
}

extension Saturation.Order: Codable {
  /// What it is, in two words.
  var brief: String {
    switch self {
    case .coded: "as coded"
    case .year: "by year"
    case .label: "by label"
    }
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one; after the last the first.
  var next: Self {
    let all = Array(Self.allCases)
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}
