/// Writes a table row by row, so that a million rows never stand in memory together.
///
///     var writer = TableWriter(for: CodingRow.self, format: .jsonl) { try file.write($0) }
///     for row in rows { try writer.append(row) }
///     try writer.finish()
///
/// For people the widths of the columns are taken from the first rows (`window` of them); what is
/// wider further down is cut.
public struct TableWriter {
  /// Takes the next bytes of the output, UTF-8.
  public typealias Sink = ([UInt8]) throws -> Void

  /// How many cells have been given an apostrophe, because a spreadsheet would have calculated them.
  public private(set) var guardedCells = 0
  private let sink: Sink

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - columns: The columns, in order.
  ///   - format: How the table is written.
  ///   - window: From how many rows the widths of the columns are taken.
  ///   - sink: Takes the next bytes of the output.
  public init(
    columns: [TableColumn], format: TableFormat, window: Int = 500, sink: @escaping Sink
  ) {
    self.sink = sink
  }

  /// Makes a writer for rows of one kind.
  ///
  /// - Parameters:
  ///   - row: The kind of row.
  ///   - format: How the table is written.
  ///   - sink: Takes the next bytes of the output.
  public init<Row: TableRow>(
    for row: Row.Type, format: TableFormat, sink: @escaping Sink
  ) {
    self.init(columns: Row.columns, format: format, sink: sink)
  }

  /// Writes a row.
  ///
  /// - Parameter cells: A cell for each column.
  /// - Throws: What the sink throws.
  public mutating func append(_ cells: [TableValue]) throws {}

  /// Writes a row.
  ///
  /// - Parameter row: The row, of the kind that the writer was made for.
  /// - Throws: What the sink throws.
  public mutating func append(_ row: some TableRow) throws { try append(row.cells) }

  /// Ends the table and hands the last bytes to the sink; the writer must not be used again.
  ///
  /// - Throws: What the sink throws.
  public mutating func finish() throws {}
}
