/// A character and at most three accents, as Unicode scalars; 0 stands for none.
struct Glyph: Hashable, Sendable {
  private(set) var base: UInt32 = 0
  private var first: UInt32 = 0
  private var second: UInt32 = 0
  private var third: UInt32 = 0

  init() {}

  init(_ base: Unicode.Scalar) {
    self.base = base.value
  }

  init(ascii byte: UInt8) {
    base = UInt32(byte)
  }

  init(_ text: String) {
    base = text.unicodeScalars.first?.value ?? 0
    for mark in text.unicodeScalars.dropFirst() { add(mark) }
  }

  /// Puts an accent on it, if there is room.
  mutating func add(_ mark: Unicode.Scalar) {
    if first == 0 {
      first = mark.value
    } else if second == 0 {
      second = mark.value
    } else if third == 0 {
      third = mark.value
    }
  }

  var isEmpty: Bool { base == 0 }

  var isSpace: Bool { base == 0x20 && first == 0 }

  var isASCII: Bool { base < 0x80 && first == 0 }

  var scalars: (base: UInt32, accents: (UInt32, UInt32, UInt32)) { (base, (first, second, third)) }

  private func append(to letters: inout [UInt32]) {
    guard base != 0 else { return }
    letters.append(base)
    guard first != 0 else { return }
    for mark in [first, second, third] where mark != 0 { letters.append(mark) }
  }

  var text: String {
    var letters: [UInt32] = []
    append(to: &letters)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters.compactMap(Unicode.Scalar.init))
    return String(text)
  }
}
