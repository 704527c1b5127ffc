extension Table {
  /// The table with each column of records spread over a column a key, as a spreadsheet wants it.
  ///
  /// The keys stand in the order in which they first occur; a column that is spread names its own
  /// with a full stop: `characteristics.country`.
  public var spreadingRecords: Table {
    var columns: [TableColumn] = []
    var rows = [[TableValue]](repeating: [], count: self.rows.count)
    for (index, column) in self.columns.enumerated() {
      let cells = self.rows.map { $0[index] }
      guard cells.contains(where: \.isRecord) else {
        columns.append(column)
        for row in rows.indices { rows[row].append(cells[row]) }
        continue
      }
      for key in keys(of: cells) {
        columns.append(TableColumn("\(column.name).\(key)", title: key, audience: column.audience))
        for row in rows.indices { rows[row].append(cells[row].field(key)) }
      }
    }
    return Table(columns: columns, rows: rows)
  }

  private func keys(of cells: [TableValue]) -> [String] {
    var seen: Set<String> = []
    return cells.flatMap(\.keys).filter { seen.insert($0).inserted }
  }
}

extension TableValue {
  fileprivate var keys: [String] {
    if case .record(let fields) = self { fields.map(\.0) } else { [] }
  }

  fileprivate func field(_ key: String) -> TableValue {
    guard case .record(let fields) = self else { return self }
    return fields.first { $0.0 == key }?.1 ?? .missing
  }
}
