/// Keys that a terminal can send and that others often keep for themselves.
package enum KeyReserve {
  /// Who takes the key before the program sees it, or `nil`.
  package static func owner(of token: String) -> String? {
    owners[token] ?? (isAltDigit(token) ? "terminals, to change tabs" : nil)
  }

  /// Whether a multiplexer takes a key of the sequence.
  package static func multiplexerTakes(_ sequence: KeySequence) -> Bool {
    sequence.contains { owner(of: $0) != nil }
  }

  /// Whether some Latin keyboard has a key of the sequence behind AltGr, or not at all.
  package static func mayNeedAltGr(_ sequence: KeySequence) -> Bool {
    sequence.contains { token in
      guard let key = ModifiedKey(token)?.key, key.count == 1 else { return false }
      return !everywherePlain.contains(key)
    }
  }

  private static func isAltDigit(_ token: String) -> Bool {
    guard token.hasPrefix("alt-"), token.count == 5 else { return false }
    return token.last?.isNumber == true
  }

  private static let everywherePlain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,/?:-()".map(String.init))

  private static let owners: [String: String] = {
    var owners = ["ctrl-a": "screen", "ctrl-b": "tmux"]
    for letter in "gptnsoq" { owners["ctrl-\(letter)"] = "zellij" }
    for letter in "hjklnfio" { owners["alt-\(letter)"] = "zellij" }
    for key in ["f10", "f11"] { owners[key] = "many terminals, for themselves" }
    return owners
  }()
}
