/// What to say of a key that means nothing.
package enum KeymapHint {
  /// What to say when a letter of another script arrives, or `nil` for any other key.
  ///
  ///     KeymapHint.otherScript("о")
  ///     // ‘о’ is no key here; is another keyboard on? `letters` in the keymap makes it j
  package static func otherScript(_ token: String) -> String? {
    guard token.count == 1, let letter = token.first, letter.isLetter, isOfAnotherScript(letter)
    else { return nil }
    let place = keyboards.lazy.map { $0.latin(for: token) }.first { $0 != token }
    let end = place.map { "makes it \($0)" } ?? "says which key it is"
    return "‘\(token)’ is no key here; is another keyboard on? `letters` in the keymap \(end)"
  }

  private static func isOfAnotherScript(_ letter: Character) -> Bool {
    guard let scalar = letter.unicodeScalars.first else { return false }
    return scalar.value >= 0x370 && !laterLatin.contains { $0.contains(scalar.value) }
  }

  /// The Latin letters beyond the first blocks.
  private static let laterLatin: [ClosedRange<UInt32>] = [
    0x1D00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB6F, 0xFB00...0xFB06,
  ]

  /// The commonest keyboards of five scripts: Russian, Ukrainian, Greek, Hebrew, Arabic.
  static let keyboards: [KeyboardLetters] = [
    "йцукенгшщз фывапролд ячсмить",
    "йцукенгшщз фівапролд ячсмить",
    ";ςερτυθιοπ ασδφγηξκλ ζχψωβνμ",
    "/'קראטוןםפ שדגכעיחלך זסבהנמצ",
    "ضصثقفغعهخح شسيبلاتنم ئءؤرbىة",
  ]
  .compactMap { KeyboardLetters($0) }
}
