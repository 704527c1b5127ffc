/// The one way in which keys are written: tokens separated by spaces, modifiers before the key.
///
///     KeyNotation.sequence("g g")      // .success(["g", "g"])
///     KeyNotation.sequence("<C-d>")    // .failure(.misspelt("<C-d>", right: "ctrl-d"))
///     KeyNotation.sequence("ctrl-i")   // .failure(.sameAs("ctrl-i", "tab"))
///
/// A single character stands for itself, capitals too; ``names`` are the other keys.
package enum KeyNotation {
  /// The keys that are not characters.
  package static let names: [String] =
    [
      "enter", "esc", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup",
      "pagedown", "up", "down", "left", "right",
    ] + (1...12).map { "f\($0)" }

  /// How many keys a sequence may have.
  package static let longestSequence = 4

  /// Reads a key sequence, or says what is wrong with it.
  package static func sequence(_ text: String) -> Result<KeySequence, KeyFault> {
    let words = text.split(separator: " ", maxSplits: longestSequence).map(String.init)
    guard !words.isEmpty else { return .failure(text.isEmpty ? .empty : .blank) }
    guard words.count <= longestSequence else { return .failure(.tooLong) }
    for word in words {
      if let fault = fault(in: word) { return .failure(fault) }
    }
    return .success(words)
  }

  /// Writes a key sequence as keymap files do.
  package static func text(_ sequence: KeySequence) -> String {
    sequence.joined(separator: " ")
  }

  /// Whether the token is a character that types in a field.
  package static func isPrintable(_ token: String) -> Bool {
    token == "space" || (token.count == 1 && isVisible(token))
  }

  /// What is wrong with one token, or `nil` if it is a key that a terminal can send.
  package static func fault(in token: String) -> KeyFault? {
    guard token.count > 1 else { return isVisible(token) ? nil : .unknown(token, nearest: nil) }
    guard let key = ModifiedKey(token) else { return KeySpelling.fault(in: token) }
    if key.text != token { return .misspelt(token, right: key.text) }
    return key.unsendable
  }

  private static func isVisible(_ character: String) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator, .spaceSeparator:
        false
      default: true
      }
    }
  }
}

/// What is wrong with a key as it is written.
package enum KeyFault: Error, Equatable, Sendable {
  /// Nothing is written.
  case empty
  /// Only spaces: the space bar has a name.
  case blank
  /// More keys one after another than anybody remembers.
  case tooLong
  /// No key has this name.
  case unknown(String, nearest: String?)
  /// The key exists and is written otherwise here.
  case misspelt(String, right: String)
  /// A terminal sends the same bytes for another key.
  case sameAs(String, String)
  /// A shifted character arrives as another character.
  case shiftedCharacter(String)
  /// No terminal sends it, or not reliably.
  case neverSent(String)
  /// The bytes begin those of other keys.
  case beginsOthers(String)
}
