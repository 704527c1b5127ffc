/// Encodings of one byte a character.
enum SingleByte {
  /// What Windows-1252 puts at 0x80 to 0x9F; the unassigned ones stay C1 controls.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The bytes as UTF-8.
  static func decode(_ bytes: [UInt8], as encoding: SourceEncoding) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      let isWindows = encoding == .windows1252 && byte < 0xA0
      result.append(scalar: isWindows ? windows[Int(byte) - 0x80] : UInt32(byte))
    }
    return result
  }
}

/// Encodings of two bytes a unit.
enum UTF16Bytes {
  /// The bytes as UTF-8, or `nil` if a surrogate stands alone or a byte is left over.
  static func decode(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    let fault = walk(bytes, bigEndian: bigEndian) { result.append(scalar: $0) }
    return fault == nil ? result : nil
  }

  /// The byte offset of the first fault; the end if there is none.
  static func firstFault(_ bytes: [UInt8], bigEndian: Bool) -> Int {
    walk(bytes, bigEndian: bigEndian) { _ in } ?? bytes.count
  }

  private static func walk(
    _ bytes: [UInt8], bigEndian: Bool, visit: (UInt32) -> Void
  ) -> Int? {
    func unit(_ index: Int) -> UInt32? {
      guard index + 1 < bytes.count else { return nil }
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 0
    while let value = unit(index) {
      index += 2
      guard 0xD800..<0xE000 ~= value else {
        visit(value)
        continue
      }
      guard value < 0xDC00, let low = unit(index), 0xDC00..<0xE000 ~= low else { return index - 2 }
      visit(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
      index += 2
    }
    return index < bytes.count ? index : nil
  }
}

extension [UInt8] {
  /// Appends a scalar by its value as UTF-8.
  mutating func append(scalar value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
