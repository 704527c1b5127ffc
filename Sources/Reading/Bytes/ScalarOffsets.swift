import Synthesis

/// Turns byte offsets of a UTF-8 text into Unicode scalar offsets.
///
/// Making it is O(*n*) in bytes; an answer counts at most ``stride`` of them.
struct ScalarOffsets {
  private static let stride = 64
  private let text: [UInt8]
  /// How many scalars start before each multiple of the stride.
  private var marks: [Int32] = []

  /// Counts the scalars of `text` once.
  init(_ text: [UInt8]) {
    self.text = text
    marks.reserveCapacity(text.count / Self.stride + 1)
    var seen: Int32 = 0
    for base in Swift.stride(from: 0, through: text.count, by: Self.stride) {
      marks.append(seen)
      seen += Int32(Self.starts(in: base..<min(base + Self.stride, text.count), of: text))
    }
  }

  /// The scalar offset of the byte at `byte`, a scalar's first byte or the text's end.
  subscript(byte: Int) -> Int {
    let mark = byte / Self.stride
    return Int(marks[mark]) + Self.starts(in: mark * Self.stride..<byte, of: text)
  }

  /// The passage of a range of bytes.
  func passage(_ range: Range<Int>) -> Passage {
    Passage(start: self[range.lowerBound], end: self[range.upperBound])
  }

  private static func starts(in range: Range<Int>, of text: [UInt8]) -> Int {
    var count = 0
    for index in range where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
