/// A document's text as it was frozen at import: bytes and a table of anchors.
///
/// No `String` of a whole document exists: finding one line by `String` indices costs hundreds of
/// microseconds in a long text, by anchors less than one.
public struct FrozenText: Sendable {
  private static let stride = 128

  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// How many Unicode scalars the text has.
  public let scalarCount: Int
  private let anchors: [Int]

  /// Takes valid UTF-8.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public init(_ bytes: [UInt8]) {
    var anchors: [Int] = []
    anchors.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars = 0
    bytes.withUnsafeBufferPointer { buffer in
      for (offset, byte) in buffer.enumerated() where byte & 0xC0 != 0x80 {
        if scalars % Self.stride == 0 { anchors.append(offset) }
        scalars += 1
      }
    }
    self.bytes = bytes
    self.anchors = anchors
    scalarCount = scalars
  }

  /// The byte at which the scalar `position` begins; the count of bytes for the end.
  ///
  /// - Complexity: O(1), at most 128 scalars are passed over.
  public func byteOffset(of position: Int) -> Int {
    let position = max(0, position)
    guard position < scalarCount else { return bytes.count }
    var offset = anchors[position / Self.stride]
    for _ in 0..<(position % Self.stride) {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The bytes of a passage.
  public func slice(_ passage: Passage) -> ArraySlice<UInt8> {
    let start = byteOffset(of: passage.start)
    return bytes[start..<max(start, byteOffset(of: passage.end))]
  }

  /// The words of a passage, as they stand.
  public func string(_ passage: Passage) -> String {
    String(decoding: slice(passage), as: UTF8.self)
  }

  /// The words of a passage with each run of white space as one space.
  public func words(_ passage: Passage) -> String {
    let text = string(passage)
    var wasSpace = false
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      defer { wasSpace = scalar == " " }
      return scalar == " " ? !wasSpace : !scalar.isWhiteSpace
    }
    if isPlain { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a passage holds nothing but white space.
  public func isBlank(_ passage: Passage) -> Bool {
    string(passage).unicodeScalars.allSatisfy(\.isWhiteSpace)
  }

  /// The scalar position of the byte `offset`, which must begin a scalar.
  ///
  /// - Complexity: O(log *n*).
  public func position(ofByte offset: Int) -> Int {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let start = anchors[low - 1]
    let inner = bytes[start..<min(offset, bytes.count)].reduce(0) {
      $0 + ($1 & 0xC0 != 0x80 ? 1 : 0)
    }
    return (low - 1) * Self.stride + inner
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; of ASCII it is known without the tables.
  var isWhiteSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
