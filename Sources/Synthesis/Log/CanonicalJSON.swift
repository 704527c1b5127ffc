/// The one spelling of fields on disk: a JSON object with sorted keys and without spaces.
///
/// Written here because the bytes are hashed as stored and must never depend on an encoder's habits.
/// Strings escape `"`, `\` and the controls below U+0020 (`\u00XX`, lower case); everything else
/// stands as itself in UTF-8.
public enum CanonicalJSON {
  /// What was wrong with bytes that should have been canonical.
  public struct Malformed: Error, Equatable, Sendable {
    /// The offset of the byte that could not be read.
    public let offset: Int
  }

  /// The canonical bytes of `fields`.
  ///
  /// - Complexity: O(*n* log *n*) in the number of fields.
  public static func encode(_ fields: [String: FieldValue]) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (index, name) in fields.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      .enumerated()
    {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      if let value = fields[name] { append(value, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// Reads an object of fields.
  ///
  /// - Throws: ``Malformed`` where the bytes are not an object of our values in this one spelling.
  public static func decode(_ bytes: [UInt8]) throws(Malformed) -> [String: FieldValue] {
    var reader = Reader(bytes: bytes)
    let fields = try reader.object()
    guard reader.offset == bytes.count else { throw Malformed(offset: reader.offset) }
    return fields
  }

  private static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): append(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<32:
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension CanonicalJSON {
  private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    mutating func object() throws(Malformed) -> [String: FieldValue] {
      try expect("{")
      var fields: [String: FieldValue] = [:]
      var last: String?
      if take("}") { return fields }
      repeat {
        let start = offset
        let name = try string()
        // In order, each once; names that differ only in how an accent is spelled are one name.
        guard last?.utf8.lexicographicallyPrecedes(name.utf8) ?? true, fields[name] == nil else {
          throw Malformed(offset: start)
        }
        try expect(":")
        fields[name] = try value(depth: 0)
        last = name
      } while take(",")
      try expect("}")
      return fields
    }

    private mutating func value(depth: Int) throws(Malformed) -> FieldValue {
      guard offset < bytes.count, depth < 8 else { throw Malformed(offset: offset) }
      switch bytes[offset] {
      case UInt8(ascii: "\""): return .text(try string())
      case UInt8(ascii: "["): return .list(try list(depth: depth))
      case UInt8(ascii: "t"): return try literal("true", .flag(true))
      case UInt8(ascii: "f"): return try literal("false", .flag(false))
      default: return .number(try number())
      }
    }

    private mutating func list(depth: Int) throws(Malformed) -> [FieldValue] {
      try expect("[")
      var values: [FieldValue] = []
      if take("]") { return values }
      repeat { values.append(try value(depth: depth + 1)) } while take(",")
      try expect("]")
      return values
    }

    private mutating func literal(
      _ word: StaticString, _ value: FieldValue
    ) throws(Malformed) -> FieldValue {
      let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      guard bytes[offset...].starts(with: letters) else { throw Malformed(offset: offset) }
      offset += letters.count
      return value
    }

    private mutating func number() throws(Malformed) -> Int {
      let start = offset
      let isNegative = take("-")
      let first = offset
      var number = 0
      while offset < bytes.count, case let digit = Int(bytes[offset]) - 48, (0...9).contains(digit)
      {
        let (tens, over) = number.multipliedReportingOverflow(by: 10)
        let (sum, above) =
          isNegative
          ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
        guard !over, !above else { throw Malformed(offset: start) }
        number = sum
        offset += 1
      }
      // No digits, a leading zero and minus zero are not our spelling.
      guard offset > first, bytes[first] != 48 || (offset == first + 1 && !isNegative) else {
        throw Malformed(offset: start)
      }
      return number
    }

    private mutating func string() throws(Malformed) -> String {
      try expect("\"")
      var start = offset
      var escaped: [UInt8]?
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
        guard bytes[offset] >= 32 else { throw Malformed(offset: offset) }
        guard bytes[offset] == UInt8(ascii: "\\") else {
          offset += 1
          continue
        }
        var content = escaped ?? []
        content += bytes[start..<offset]
        content.append(try escape())
        escaped = content
        start = offset
      }
      let tail = bytes[start..<offset]
      try expect("\"")
      let text =
        escaped.map { String(validating: $0 + tail, as: UTF8.self) }
        ?? String(validating: tail, as: UTF8.self)
      guard let text else { throw Malformed(offset: start) }
      return text
    }

    private mutating func escape() throws(Malformed) -> UInt8 {
      guard offset + 1 < bytes.count else { throw Malformed(offset: offset) }
      let marker = bytes[offset + 1]
      if marker == UInt8(ascii: "\"") || marker == UInt8(ascii: "\\") {
        offset += 2
        return marker
      }
      guard offset + 6 <= bytes.count, bytes[(offset + 1)...].starts(with: "u00".utf8),
        let high = CanonicalJSON.digits[..<2].firstIndex(of: bytes[offset + 4]),
        let low = CanonicalJSON.digits.firstIndex(of: bytes[offset + 5])
      else { throw Malformed(offset: offset) }
      offset += 6
      return UInt8(high << 4 | low)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
      offset += 1
      return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Malformed) {
      guard take(character) else { throw Malformed(offset: offset) }
    }
  }
}
