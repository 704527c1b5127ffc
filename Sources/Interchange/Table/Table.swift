/// A listing: the one way in which every command prints rows.
///
///     let table = Table(rows: codes)            // [CodeRow]
///     table.text(as: .csv())
///     table.text(as: .people(PeopleLayout(width: 80)))
///
/// A row has one cell for each column, also for columns that a format leaves out.
public struct Table: Sendable {
  /// The columns, in order.
  public let columns: [TableColumn]
  /// The rows, each with a cell a column.
  public let rows: [[TableValue]]

  /// Makes a table from cells.
  ///
  /// - Parameters:
  ///   - columns: The columns, in order.
  ///   - rows: The rows, each with a cell a column.
  public init(columns: [TableColumn], rows: [[TableValue]]) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
    self.columns = columns
    self.rows = rows
  }

  /// Makes a table from rows of one kind.
  ///
  /// - Parameter rows: The rows, in order.
  public init<Row: TableRow>(rows: [Row]) {
    self.init(columns: Row.columns, rows: rows.map(\.cells))
  }

  /// The whole table as text.
  ///
  /// - Parameter format: How it is written.
  /// - Returns: The text, which ends with a line feed.
  public func text(as format: TableFormat) -> String {
    if case .csv = format { return spreadingRecords.encoded(as: format) }
    return encoded(as: format)
  }

  private func encoded(as format: TableFormat) -> String {
    var bytes: [UInt8] = []
    var encoder = format.encoder(columns: columns, window: .max)
    for row in rows { encoder.append(row, to: &bytes) }
    encoder.finish(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
