/// Writes aligned columns under a heading.
///
/// The first rows are held back until the widths of the columns are known from them.
struct PeopleEncoder: RowEncoder {
  private let columns: [(index: Int, column: TableColumn)]
  private let layout: PeopleLayout
  private let window: Int
  private var held: [[String]] = []
  private var widths: [Int]?

  init(columns: [TableColumn], layout: PeopleLayout, window: Int) {
    self.columns = columns.enumerated().filter { !$0.1.machineOnly }.map { ($0.0, $0.1) }
    self.layout = layout
    self.window = window
  }

  mutating func append(_ cells: [TableValue], to bytes: inout [UInt8]) {
    let row = columns.map { shown(cells[$0.index]) }
    guard let widths else {
      held.append(row)
      if held.count >= window { settle(to: &bytes) }
      return
    }
    write(row, widths: widths, to: &bytes)
  }

  mutating func finish(to bytes: inout [UInt8]) {
    if widths == nil { settle(to: &bytes) }
  }

  /// Fixes the widths, then writes the heading and the rows that were held back.
  private mutating func settle(to bytes: inout [UInt8]) {
    let titles = columns.map { layout.show($0.column.title) }
    let settled = fitted(naturalWidths(of: [titles] + held))
    widths = settled
    write(titles, widths: settled, to: &bytes)
    for row in held { write(row, widths: settled, to: &bytes) }
    held = []
  }

  private func naturalWidths(of rows: [[String]]) -> [Int] {
    columns.indices.map { index in rows.map { layout.measure($0[index]) }.max() ?? 0 }
  }

  /// The widths after the widest columns of words have given way, one place at a time.
  private func fitted(_ natural: [Int]) -> [Int] {
    guard let available = layout.width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + gap.count * (widths.count - 1) - available
    let words = columns.indices.filter { columns[$0].column.alignment == .left }
    while excess > 0, let widest = words.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func write(_ row: [String], widths: [Int], to bytes: inout [UInt8]) {
    let pieces = zip(row, widths).map { layout.fit($0, to: $1) }
    for line in 0..<(pieces.map(\.count).max() ?? 0) {
      var text = ""
      for (index, piece) in pieces.enumerated() {
        if index > 0 { text += gap }
        text += padded(line < piece.count ? piece[line] : "", index: index, width: widths[index])
      }
      while text.last == " " { text.removeLast() }
      bytes.append(contentsOf: (text + "\n").utf8)
    }
  }

  private func padded(_ text: String, index: Int, width: Int) -> String {
    let padding = String(repeating: " ", count: max(0, width - layout.measure(text)))
    return columns[index].column.alignment == .right ? padding + text : text + padding
  }

  /// A cell as one line that may be sent to the terminal.
  private func shown(_ cell: TableValue) -> String {
    let text = cell.plainText(yes: "yes", no: "no")
    guard text.utf8.contains(where: { (0x09...0x0D).contains($0) }) else {
      return layout.show(text)
    }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      folded.append(scalar == "\n" || scalar == "\t" ? " " : scalar)
    }
    return layout.show(String(folded))
  }
}

private let gap = "  "
private let narrowest = 8
