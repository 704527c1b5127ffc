/// Line ends of every kind as line feeds, and nothing left over at the edges.
enum LineEnds {
  /// CRLF and CR as LF, a form feed as the edge of a paragraph, ``EdgeMarks`` off.
  ///
  /// Bytes that need no change are returned as they are, without a copy.
  static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    if bytes.contains(where: { $0 == 0x0D || $0 == 0x0C }) { text = unified(bytes) }
    let inside = EdgeMarks.inside(text)
    if inside.upperBound < text.count { text.removeSubrange(inside.upperBound...) }
    if inside.lowerBound > 0 { text.removeSubrange(..<inside.lowerBound) }
    return text
  }

  private static func unified(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A where index > 0 && bytes[index - 1] == 0x0D: continue
      case 0x0D: result.append(0x0A)
      case 0x0C: appendPageEnd(to: &result, next: index + 1 < bytes.count ? bytes[index + 1] : 0x0A)
      default: result.append(byte)
      }
    }
    return result
  }

  /// One line feed, or two where neither neighbour ends a line.
  private static func appendPageEnd(to result: inout [UInt8], next: UInt8) {
    if result.last != 0x0A, next != 0x0A, next != 0x0D { result.append(0x0A) }
    result.append(0x0A)
  }
}
