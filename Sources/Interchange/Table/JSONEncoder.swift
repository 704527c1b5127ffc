/// Writes a JSON array with an object on each line, or an object a line without the array.
struct JSONEncoder: RowEncoder {
  private let isArray: Bool
  private let keys: [(index: Int, prefix: [UInt8])]
  private var isFirst = true

  init(columns: [TableColumn], isArray: Bool) {
    self.isArray = isArray
    let seen = columns.indices.filter { !columns[$0].peopleOnly }
    keys = seen.map { index in
      var prefix = Array((index == seen.first ? "{" : ",").utf8)
      prefix.appendJSON(quoting: columns[index].name)
      prefix.append(UInt8(ascii: ":"))
      return (index, prefix)
    }
  }

  mutating func append(_ cells: [TableValue], to bytes: inout [UInt8]) {
    if isArray { bytes.append(contentsOf: (isFirst ? "[\n  " : ",\n  ").utf8) }
    isFirst = false
    for key in keys {
      bytes.append(contentsOf: key.prefix)
      bytes.appendJSON(cells[key.index])
    }
    bytes.append(UInt8(ascii: "}"))
    if !isArray { bytes.append(UInt8(ascii: "\n")) }
  }

  mutating func finish(to bytes: inout [UInt8]) {
    guard isArray else { return }
    bytes.append(contentsOf: (isFirst ? "[]\n" : "\n]\n").utf8)
  }
}
