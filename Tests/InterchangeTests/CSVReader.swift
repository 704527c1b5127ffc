/// The slow and obvious reader of RFC 4180 that the writer is held against.
func readCSV(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field = String.UnicodeScalarView()
  var isQuoted = false
  var scalars = text.unicodeScalars[...]
  while let scalar = scalars.popFirst() {
    switch (scalar, isQuoted) {
    case ("\"", true) where scalars.first == "\"": field.append(scalars.removeFirst())
    case ("\"", _): isQuoted.toggle()
    case (",", false):
      row.append(String(field))
      field = .init()
    case ("\n", false):
      rows.append(row + [String(field)])
      row = []
      field = .init()
    default: field.append(scalar)
    }
  }
  return rows
}
