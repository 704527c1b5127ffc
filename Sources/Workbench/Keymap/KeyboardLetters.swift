/// The letters of a keyboard that is not Latin, by the place of their keys.
///
/// They are given along the three rows, in the places of `qwertyuiop asdfghjkl zxcvbnm`:
///
///     let russian = KeyboardLetters("йцукенгшщз фывапролд ячсмить")
///     russian?.latin(for: "о")  // "j"
///     russian?.latin(for: "О")  // "J"
///
/// Spaces between rows may be left out. An ASCII character means: this key has no letter of its own.
package struct KeyboardLetters: Equatable, Sendable {
  /// The letters as they were written.
  package let text: String
  private let latin: [String: String]

  /// The places, along the rows of the keyboard.
  static let places = Array("qwertyuiopasdfghjklzxcvbnm")

  /// Takes 26 letters along the rows; `nil` if there are more or fewer or one stands twice.
  package init?(_ text: String) {
    let letters = text.filter { $0 != " " }
    guard letters.count == Self.places.count else { return nil }
    var latin: [String: String] = [:]
    for (letter, place) in zip(letters, Self.places) where !letter.isASCII {
      guard latin.updateValue(String(place), forKey: String(letter)) == nil else { return nil }
    }
    self.text = text
    self.latin = latin.merging(Self.capitals(of: latin)) { small, _ in small }
  }

  /// The token of the Latin letter in the same place, or the token itself.
  package func latin(for token: String) -> String {
    if let letter = latin[token] { return letter }
    guard let dash = token.lastIndex(of: "-"), dash > token.startIndex else { return token }
    let modifiers = token[...dash]
    guard let letter = latin[String(token[token.index(after: dash)...])] else { return token }
    return modifiers + letter
  }

  /// The capitals of the letters; of two with one capital (σ, ς) the one that it goes back to.
  private static func capitals(of latin: [String: String]) -> [String: String] {
    var capitals: [String: String] = [:]
    for (letter, place) in latin {
      let capital = letter.uppercased()
      guard capital != letter, capital.count == 1 else { continue }
      if capitals[capital] == nil || capital.lowercased() == letter {
        capitals[capital] = place.uppercased()
      }
    }
    return capitals
  }
}
