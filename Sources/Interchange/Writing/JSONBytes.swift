extension [UInt8] {
  /// Appends a value as JSON without white space.
  ///
  /// Slashes and non-ASCII text are kept. What a terminal or a script would obey instead of show
  /// (control characters, line separators, marks that change the direction of writing) is escaped,
  /// so nothing is lost and JSON can be looked at anywhere.
  mutating func appendJSON(_ value: TableValue) {
    switch value {
    case .text(let text): appendJSON(quoting: text)
    case .integer(let number): append(contentsOf: String(number).utf8)
    case .decimal(let number, let places): appendJSON(number, places: places)
    case .flag(let flag): append(contentsOf: (flag ? "true" : "false").utf8)
    case .missing: append(contentsOf: "null".utf8)
    case .list(let values): appendJSON(list: values)
    case .record(let fields): appendJSON(record: fields)
    case .json(let text): appendJSON(canonical: text)
    }
  }

  /// Appends a text as a JSON string.
  mutating func appendJSON(quoting text: String) {
    append(quotationMark)
    appendEscaping(text) { _ in true }
    append(quotationMark)
  }

  private mutating func appendJSON(_ number: Double, places: Int) {
    append(contentsOf: (fixedPoint(number, places: places) ?? "null").utf8)
  }

  private mutating func appendJSON(list values: [TableValue]) {
    append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendJSON(value)
    }
    append(UInt8(ascii: "]"))
  }

  private mutating func appendJSON(record fields: [(String, TableValue)]) {
    append(UInt8(ascii: "{"))
    for (index, field) in fields.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendJSON(quoting: field.0)
      append(UInt8(ascii: ":"))
      appendJSON(field.1)
    }
    append(UInt8(ascii: "}"))
  }

  /// Appends JSON that is canonical already; ASCII is not touched, because quotation marks and
  /// backslashes are its own there.
  private mutating func appendJSON(canonical text: String) {
    appendEscaping(text.isEmpty ? "null" : text) { $0 > 0x7E }
  }

  private mutating func appendEscaping(_ text: String, when wanted: (UInt32) -> Bool) {
    var text = text
    text.withUTF8 { utf8 in
      var copied = 0
      var index = 0
      while index < utf8.count {
        guard let found = escapable(in: utf8, at: index), wanted(found.scalar) else {
          index += 1
          continue
        }
        append(contentsOf: utf8[copied..<index])
        append(contentsOf: escape(of: found.scalar).utf8)
        index += found.length
        copied = index
      }
      append(contentsOf: utf8[copied...])
    }
  }
}

private let quotationMark = UInt8(ascii: "\"")

/// The scalar at `index` if a JSON string of ours escapes it, with its length in UTF-8.
private func escapable(
  in utf8: UnsafeBufferPointer<UInt8>, at index: Int
) -> (scalar: UInt32, length: Int)? {
  func byte(_ offset: Int) -> UInt8 { index + offset < utf8.count ? utf8[index + offset] : 0 }
  switch utf8[index] {
  case 0..<0x20, 0x22, 0x5C, 0x7F: return (UInt32(utf8[index]), 1)
  case 0xC2 where (0x80...0x9F).contains(byte(1)): return (UInt32(byte(1)), 2)
  case 0xD8 where byte(1) == 0x9C: return (0x061C, 2)
  case 0xE2: return escapableGeneralPunctuation(byte(1), byte(2)).map { ($0, 3) }
  default: return nil
  }
}

/// U+200E, U+200F, U+2028 to U+202E and U+2066 to U+2069, from their last two bytes.
private func escapableGeneralPunctuation(_ second: UInt8, _ third: UInt8) -> UInt32? {
  switch (second, third) {
  case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE): 0x2000 + UInt32(third - 0x80)
  case (0x81, 0xA6...0xA9): 0x2040 + UInt32(third - 0x80)
  default: nil
  }
}

private func escape(of scalar: UInt32) -> String {
  switch scalar {
  case 0x22: return "\\\""
  case 0x5C: return "\\\\"
  case 0x09: return "\\t"
  case 0x0A: return "\\n"
  case 0x0D: return "\\r"
  default:
    let digits = String(scalar, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
