/// A colour as light.
package struct RGB: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour as `#rrggbb`.
  package var hex: String {
    "#"
      + [red, green, blue].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
  }

  /// How bright the colour is to the eye: 0 for black, 1 for white (WCAG's relative luminance).
  package var luminance: Double {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// How well two colours can be told apart: 1 for the same, 21 for black and white (WCAG).
  package func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance + 0.05, other.luminance + 0.05)
    return max(one, two) / min(one, two)
  }

  private func linear(_ byte: UInt8) -> Double {
    let value = Double(byte) / 255
    guard value > 0.040_45 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let root = fifthRoot(base)
    return base * base * root * root
  }

  /// Newton's method, from above; `base` lies between 0 and 1.
  ///
  /// With it, *x*^2.4 needs no mathematics library.
  private func fifthRoot(_ base: Double) -> Double {
    var root = 1.0
    for _ in 0..<24 { root -= (root - base / (root * root * root * root)) / 5 }
    return root
  }
}
