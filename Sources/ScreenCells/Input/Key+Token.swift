/// Keys in the notation of keymaps: `j`, `G`, `space`, `ctrl-d`, `shift-tab`, `alt-backspace`.
extension Key {
  /// The one way to write this key.
  package var token: String {
    var prefix = ""
    if modifiers.contains(.ctrl) { prefix += "ctrl-" }
    if modifiers.contains(.alt) { prefix += "alt-" }
    if modifiers.contains(.shift) { prefix += "shift-" }
    switch code {
    case .character(" "): return prefix + "space"
    case .character(let character): return prefix + character
    case .named(let name): return prefix + name.rawValue
    }
  }

  /// Reads a token: exactly the strings that ``token`` gives, so that each key has one spelling.
  package init?(token: String) {
    // By scalars: a combining mark after the dash is a key of its own, not a part of the dash.
    var rest = Substring(token).unicodeScalars
    var modifiers: Modifiers = []
    for (prefix, modifier) in [("ctrl-", Modifiers.ctrl), ("alt-", .alt), ("shift-", .shift)]
    where rest.starts(with: prefix.unicodeScalars) && rest.count > prefix.unicodeScalars.count {
      rest = rest.dropFirst(prefix.unicodeScalars.count)
      modifiers.insert(modifier)
    }
    guard let code = Self.code(of: String(rest)) else { return nil }
    self.init(code, modifiers)
    guard self.token == token else { return nil }
  }

  private static func code(of word: String) -> Code? {
    if let name = Name(rawValue: word) { return .named(name) }
    if word == "space" { return .character(" ") }
    guard word.unicodeScalars.count == 1, word != " " else { return nil }
    return .character(word)
  }
}
