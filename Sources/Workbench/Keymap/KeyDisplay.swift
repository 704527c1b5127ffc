/// Writes keys for people to read.
///
///     KeyDisplay.text(["ctrl-left"])               // "ctrl-←"
///     KeyDisplay.text(["ctrl-left"], ascii: true)  // "ctrl-left"
package enum KeyDisplay {
  /// One key sequence; in ASCII it is the notation of keymap files.
  package static func text(_ sequence: KeySequence, ascii: Bool = false) -> String {
    sequence.map { token($0, ascii: ascii) }.joined(separator: " ")
  }

  /// One key.
  package static func token(_ token: String, ascii: Bool = false) -> String {
    // Most keys are a letter, and each frame has some.
    guard !ascii, token.utf8.count > 1, let key = ModifiedKey(token), let sign = signs[key.key]
    else { return token }
    return token.dropLast(key.key.count) + sign
  }

  /// Several ways to one command; nine digits in a row are gathered to `1 … 9`.
  package static func list(_ sequences: [KeySequence], ascii: Bool = false) -> [String] {
    var shown: [String] = []
    var gathered: Set<KeySequence> = []
    for sequence in sequences {
      let start = Array(sequence.dropLast())
      guard isDigit(sequence.last), digits.allSatisfy({ sequences.contains(start + [$0]) }) else {
        shown.append(text(sequence, ascii: ascii))
        continue
      }
      if gathered.insert(start).inserted {
        shown.append(text(start + [digitRange(ascii: ascii)], ascii: ascii))
      }
    }
    return shown
  }

  /// What may follow a prefix, each with the key to show; nine digits that do one thing are one row.
  package static func rows(
    _ continuations: [KeyContinuation], ascii: Bool = false
  ) -> [(key: String, continuation: KeyContinuation)] {
    let takers = Dictionary(grouping: continuations.filter { isDigit($0.token) }, by: \.command)
    return continuations.compactMap { next in
      guard isDigit(next.token), next.command != nil, takers[next.command]?.count == digits.count
      else { return (token(next.token, ascii: ascii), next) }
      return next.token == digits[0] ? (digitRange(ascii: ascii), next) : nil
    }
  }

  private static let digits = (1...9).map(String.init)

  private static func isDigit(_ token: String?) -> Bool {
    token.map(digits.contains) ?? false
  }

  private static func digitRange(ascii: Bool) -> String { ascii ? "1 ... 9" : "1 … 9" }

  private static let signs = [
    "enter": "⏎", "up": "↑", "down": "↓", "left": "←", "right": "→",
  ]
}
