import Glibc
import ScreenCells
import Testing

@Suite struct WidthTests {
  /// On another C library the table may be a few characters behind; nothing but alignment suffers.
  private static var isDebian12: Bool { String(cString: System.version()) == "2.36" }

  @Test(.enabled(if: isDebian12))
  func everyScalarThatIsDrawnIsAsWideAsTheSystemSays() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var wrong: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let width = scalarWidth(scalar) else { continue }
      if Int(System.width(wchar_t(value))) != width { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func nothingThatIsMeantNotToBeSeenIsDrawn() {
    let leaks = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter {
      $0.properties.isDefaultIgnorableCodePoint && scalarWidth($0) != nil
    }
    #expect(leaks.isEmpty)
  }

  @Test func controlsAndPrivateCharactersAreNeverDrawn() {
    let values = Array(0..<0x20) + Array(0x7F..<0xA0) + [0xE000, 0xF8FF, 0xFFFE, 0x2028, 0x10FFFF]
    let drawn = values.compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalarWidth($0) != nil }
    #expect(drawn.isEmpty)
  }
}

/// The C library's own answers, which Swift does not import.
private enum System {
  typealias Version = @convention(c) () -> UnsafePointer<CChar>
  typealias Width = @convention(c) (wchar_t) -> CInt

  static let version = unsafeBitCast(dlsym(nil, "gnu_get_libc_version"), to: Version.self)
  static let width = unsafeBitCast(dlsym(nil, "wcwidth"), to: Width.self)
}
