/// How wide texts are in a picture that nobody has drawn yet.
///
/// The widths are those of the widest of the common sans-serif faces (DejaVu Sans), so that in any
/// other a text is narrower than was reckoned and nothing overlaps.
enum TextWidth {
  /// The width of a text, in the unit of its size.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let hundredths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return Double(hundredths) / 100 * size * (isBold ? boldness : 1)
  }

  /// Lines of a text that are no wider than `limit`; a word that is too long is broken.
  ///
  /// Each line is a text of its own: it shows no control character, and what changes the direction
  /// of writing is kept within it.
  static func lines(
    of text: String, within limit: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    wrapped(visibleLine(text), within: limit, size: size, isBold: isBold)
      .map { isolated($0.unicodeScalars) }
  }

  private static func wrapped(
    _ text: String, within limit: Double, size: Double, isBold: Bool
  ) -> [String] {
    func fits(_ text: String) -> Bool { of(text, size: size, isBold: isBold) <= limit }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(String.init) {
      let longer = line.isEmpty ? word : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var pieces = pieces(of: word, fits)
      line = pieces.popLast() ?? ""
      lines += pieces
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A word in pieces that fit, at least a character each.
  private static func pieces(of word: String, _ fits: (String) -> Bool) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, !fits(piece + String(character)) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// How much wider a bold line is.
  private static let boldness = 1.16

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 32..<127: ascii[Int(scalar.value) - 32]
    case 0x2010...0x2013, 0x2018...0x201F, 0xB7: 64
    case _ where takesNoRoom(scalar): 0
    case 0xA0..<0x590: 84
    case 0x1_F000...: 140
    default: 110
    }
  }

  private static func takesNoRoom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }

  /// The printable characters of ASCII, in hundredths of the size.
  private static let ascii = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ]
}
