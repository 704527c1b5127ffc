/// Writes comma-separated values; see <doc:CommaSeparatedValues>.
struct CSVEncoder: RowEncoder {
  private(set) var guardedCells = 0
  private let columns: [TableColumn]
  private let guarding: Bool
  private var hasHeader = false

  init(columns: [TableColumn], guarding: Bool) {
    self.columns = columns
    self.guarding = guarding
  }

  mutating func append(_ cells: [TableValue], to bytes: inout [UInt8]) {
    appendHeader(to: &bytes)
    appendRow(cells, to: &bytes)
  }

  mutating func finish(to bytes: inout [UInt8]) { appendHeader(to: &bytes) }

  private mutating func appendHeader(to bytes: inout [UInt8]) {
    guard !hasHeader else { return }
    hasHeader = true
    appendRow(columns.map { .text($0.name) }, to: &bytes)
  }

  private mutating func appendRow(_ cells: [TableValue], to bytes: inout [UInt8]) {
    var isFirst = true
    for (column, cell) in zip(columns, cells) where !column.peopleOnly {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      appendCell(cell, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func appendCell(_ cell: TableValue, to bytes: inout [UInt8]) {
    var text = cell.plainText(yes: "true", no: "false")
    guard !cell.isComputed else { return bytes.append(contentsOf: text.utf8) }
    if guarding, FormulaGuard.needsGuard(text) {
      text = FormulaGuard.guarded(text)
      guardedCells += 1
    }
    bytes.appendCSV(text)
  }
}

extension [UInt8] {
  /// Appends a field, between quotation marks where it needs them (RFC 4180) or where a program that
  /// guesses another separator would cut it.
  fileprivate mutating func appendCSV(_ text: String) {
    guard
      text.utf8.contains(where: needsQuoting) || text.utf8.first == space
        || text.utf8.last == space
    else { return append(contentsOf: text.utf8) }
    append(quotationMark)
    for byte in text.utf8 {
      if byte == quotationMark { append(quotationMark) }
      append(byte)
    }
    append(quotationMark)
  }
}

private let space = UInt8(ascii: " ")
private let quotationMark = UInt8(ascii: "\"")

private func needsQuoting(_ byte: UInt8) -> Bool {
  switch byte {
  case quotationMark, UInt8(ascii: ","), UInt8(ascii: ";"), 0..<0x20: true
  default: false
  }
}
