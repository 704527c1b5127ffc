/// Turns rows into the bytes of one format.
protocol RowEncoder {
  /// How many cells have been guarded against being calculated.
  var guardedCells: Int { get }
  /// Adds a row.
  mutating func append(_ cells: [TableValue], to bytes: inout [UInt8])
  /// Ends the table.
  mutating func finish(to bytes: inout [UInt8])
}

extension RowEncoder {
  var guardedCells: Int { 0 }
}

extension TableFormat {
  /// The encoder of the format, at the start of a table.
  func encoder(columns: [TableColumn], window: Int) -> any RowEncoder {
    switch self {
    case .people(let layout): PeopleEncoder(columns: columns, layout: layout, window: window)
    case .csv(let guarding): CSVEncoder(columns: columns, guarding: guarding)
    case .json: JSONEncoder(columns: columns, isArray: true)
    case .jsonl: JSONEncoder(columns: columns, isArray: false)
    }
  }
}
