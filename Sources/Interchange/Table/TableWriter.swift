/// Writes a table row by row, so that a million rows never stand in memory together.
///
///     var writer = TableWriter(for: CodingRow.self, format: .jsonl) { try file.write($0) }
///     for row in rows { try writer.append(row) }
///     try writer.finish()
///
/// For people the widths of the columns are taken from the first rows (`window` of them); a longer
/// cell further down is wrapped or cut like one that is too long for the terminal, or stands out
/// where lines may be as long as they like.
public struct TableWriter {
  /// Takes the next bytes of the output, UTF-8.
  public typealias Sink = ([UInt8]) throws -> Void

  /// How many cells have been given an apostrophe, because a spreadsheet would have calculated them.
  public var guardedCells: Int { encoder.guardedCells }
  private let columnCount: Int
  private var encoder: any RowEncoder
  private var buffer: [UInt8] = []
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
    columnCount = columns.count
    encoder = format.encoder(columns: columns, window: window)
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
  public mutating func append(_ cells: [TableValue]) throws {
    precondition(cells.count == columnCount, "a row has a cell for each column")
    encoder.append(cells, to: &buffer)
    if buffer.count >= bufferSize { try flush() }
  }

  /// Writes a row.
  ///
  /// - Parameter row: The row, of the kind that the writer was made for.
  /// - Throws: What the sink throws.
  public mutating func append(_ row: some TableRow) throws { try append(row.cells) }

  /// Ends the table and hands the last bytes to the sink; the writer must not be used again.
  ///
  /// - Throws: What the sink throws.
  public mutating func finish() throws {
    encoder.finish(to: &buffer)
    try flush()
  }

  private mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

private let bufferSize = 65_536
