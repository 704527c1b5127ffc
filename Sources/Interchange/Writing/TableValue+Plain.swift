extension TableValue {
  /// The value as the text of one cell; names are joined with "; ", records and lists of them are
  /// JSON.
  func plainText(yes: String, no: String) -> String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number, let places): fixedPoint(number, places: places) ?? ""
    case .flag(let flag): flag ? yes : no
    case .missing: ""
    case .list(let values):
      values.contains(where: \.isRecord)
        ? jsonText : values.map { $0.plainText(yes: yes, no: no) }.joined(separator: "; ")
    case .record, .json: jsonText
    }
  }

  /// Whether the value has named parts.
  var isRecord: Bool {
    if case .record = self { true } else { false }
  }

  /// Whether the cell is a figure, a flag or nothing, none of which people can have typed.
  var isComputed: Bool {
    switch self {
    case .integer, .decimal, .flag, .missing: true
    case .text, .list, .record, .json: false
    }
  }
}
