/// One kind of row, with the columns that it always has.
public protocol TableRow: Sendable {
  /// The columns, in the documented order.
  static var columns: [TableColumn] { get }
  /// A cell for each column.
  var cells: [TableValue] { get }
}

extension TableRow {
  /// The row as a JSON object on one line, with the keys that programs see.
  public var json: String { value.jsonText }

  /// The row as a record of what programs see.
  public var value: TableValue {
    .record(
      zip(Self.columns, cells).filter { !$0.0.peopleOnly }.map { ($0.0.name, $0.1) })
  }
}
