import CNettle

/// A SHA-256 digest (FIPS 180-4): what chains the log, names frozen texts and derives ids.
///
/// The one place that calls the digest library.
public struct Digest: Hashable, Sendable {
  /// The 32 bytes of the digest.
  public let bytes: [UInt8]

  /// Takes 32 bytes that were a digest before; `nil` for any other count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Int(SHA256_DIGEST_SIZE) else { return nil }
    self.bytes = bytes
  }

  /// Digests `content`.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public init(of content: [UInt8]) {
    var hasher = Hasher()
    hasher.update(content)
    self = hasher.finish()
  }

  private init(finished: [UInt8]) { bytes = finished }

  /// The digest of nothing yet: where a chain begins.
  public static let zero = Digest(finished: [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE)))

  /// The digest in lower-case hexadecimal.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    let characters = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: characters, as: UTF8.self)
  }

  /// Digests content that arrives in pieces.
  public struct Hasher {
    private var context = sha256_ctx()

    /// Makes a hasher that has seen nothing.
    public init() { nettle_sha256_init(&context) }

    /// Takes the next piece.
    public mutating func update(_ piece: [UInt8]) {
      nettle_sha256_update(&context, piece.count, piece)
    }

    /// Takes a piece with its length in front, so that no two lists of pieces read alike.
    public mutating func update(framed piece: [UInt8]) {
      withUnsafeBytes(of: UInt64(piece.count).bigEndian) { count in
        nettle_sha256_update(&context, count.count, count.baseAddress)
      }
      update(piece)
    }

    /// Takes the UTF-8 of a text with its length in front.
    public mutating func update(framed text: String) {
      var text = text
      text.withUTF8 { piece in
        withUnsafeBytes(of: UInt64(piece.count).bigEndian) { count in
          nettle_sha256_update(&context, count.count, count.baseAddress)
        }
        nettle_sha256_update(&context, piece.count, piece.baseAddress)
      }
    }

    /// The digest of everything taken.
    public mutating func finish() -> Digest {
      var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
      nettle_sha256_digest(&context, bytes.count, &bytes)
      return Digest(finished: bytes)
    }
  }
}
