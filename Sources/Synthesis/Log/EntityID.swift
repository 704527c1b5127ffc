/// The identity of anything that a review holds: 16 bytes, for ever, in every copy.
///
/// What a person makes has a random identity. What is its facts has one *derived* from them, so
/// that the same act done twice, or in two copies of a review, is one entity.
public struct EntityID: Hashable, Comparable, Sendable {
  /// The first eight bytes, big-endian.
  public let high: UInt64
  /// The last eight bytes, big-endian.
  public let low: UInt64

  /// Makes an identity of its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Takes 16 bytes; `nil` for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    let whole =
      bytes.withContiguousStorageIfAvailable { buffer in
        UInt128(bigEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(as: UInt128.self))
      } ?? bytes.reduce(0) { $0 << 8 | UInt128($1) }
    self.init(whole)
  }

  private init(_ whole: UInt128) {
    self.init(high: UInt64(whole >> 64), low: UInt64(truncatingIfNeeded: whole))
  }

  private var whole: UInt128 { UInt128(high) << 64 | UInt128(low) }

  /// The identity derived from facts: the first 16 bytes of the SHA-256 of the kind and the facts,
  /// each with its length in front, marked as a UUID of version 8 (RFC 9562, section 5.8).
  public static func derived(_ kind: Kind, from facts: [String]) -> EntityID {
    var hasher = Digest.Hasher()
    hasher.update(framed: kind.name)
    for fact in facts { hasher.update(framed: fact) }
    let whole = hasher.finish().bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt128.self) }
    return EntityID(UInt128(bigEndian: whole)).marked(version: 8)
  }

  /// This identity with a UUID's version and variant bits set.
  public func marked(version: UInt64) -> EntityID {
    EntityID(
      high: high & ~0xF000 | (version << 12),
      low: low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// The 16 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: whole.bigEndian) { Array($0) } }

  /// Orders by the bytes.
  public static func < (left: EntityID, right: EntityID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension EntityID: CustomStringConvertible {
  private static let base64 = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let digits = Array("0123456789abcdef".utf8)

  /// The GUID that leaves the program: 36 characters, lower case.
  public var description: String {
    let whole = self.whole
    return String(unsafeUninitializedCapacity: 36) { characters in
      var place = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          characters[place] = UInt8(ascii: "-")
          place += 1
        }
        characters[place] =
          Self.digits[Int(truncatingIfNeeded: whole >> UInt128(124 - 4 * index)) & 15]
        place += 1
      }
      return place
    }
  }

  /// The form inside the log: 22 characters of base64url (RFC 4648, section 5) without padding.
  public var short: String {
    let whole = self.whole
    return String(unsafeUninitializedCapacity: 22) { characters in
      for index in 0..<21 {
        characters[index] = Self.base64[Int(whole >> UInt128(122 - 6 * index) & 63)]
      }
      characters[21] = Self.base64[Int(whole << 4 & 63)]
      return 22
    }
  }

  /// Reads the form inside the log; `nil` for anything else.
  public init?(short: String) {
    guard short.utf8.count == 22 else { return nil }
    var (whole, last): (UInt128, UInt32) = (0, 0)
    for (index, character) in short.utf8.enumerated() {
      guard let value = Self.base64Value(character) else { return nil }
      if index < 21 { whole = whole << 6 | UInt128(value) } else { last = value }
    }
    // The last character carries two bits; with others it would be a second spelling.
    guard last & 0xF == 0 else { return nil }
    self.init(whole << 2 | UInt128(last >> 4))
  }

  /// Reads a GUID with or without hyphens and braces, ignoring case; `nil` for anything else.
  public init?(guid: String) {
    let digits = guid.filter { !"-{}".contains($0) }
    guard digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
    var bytes: [UInt8] = []
    var rest = digits[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    self.init(bytes: bytes)
  }

  private static func base64Value(_ character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

/// Makes the random identities and the times of acts; injected, so that tests repeat.
public protocol Origin: Sendable {
  /// An identity that nothing else has.
  func identity() -> EntityID
  /// The wall clock, in milliseconds since 1970, shown and never ordered by.
  func now() -> Int64
}
