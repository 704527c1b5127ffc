/// Recognizes keys that are written as other programs write them.
enum KeySpelling {
  /// What is wrong with a token that is not spelt as here.
  static func fault(in token: String) -> KeyFault {
    guard token.count <= longestToken else { return .unknown(token, nearest: nil) }
    if let key = respelt(token) {
      return key.unsendable ?? .misspelt(token, right: key.text)
    }
    if let name = Spelling.nearest(to: token.lowercased(), among: KeyNotation.names, within: 1),
      token.count > 2
    {
      return .misspelt(token, right: name)
    }
    if token.count <= KeyNotation.longestSequence, token.allSatisfy(\.isLetter) {
      return .misspelt(token, right: token.map(String.init).joined(separator: " "))
    }
    return .unknown(token, nearest: Spelling.nearest(to: token, among: KeyNotation.names))
  }

  /// Reads spellings such as `<C-d>`, `C-d`, `Ctrl+D`, `^D`, `<CR>` or `PgUp`.
  static func respelt(_ token: String) -> ModifiedKey? {
    var body = Substring(token)
    if body.count > 2, body.hasPrefix("<"), body.hasSuffix(">") {
      body = body.dropFirst().dropLast()
    }
    var modifiers: Set<ModifiedKey.Modifier> = []
    if body.count == 2, body.hasPrefix("^") {
      modifiers.insert(.ctrl)
      body = body.dropFirst()
    }
    while let mark = body.dropFirst().firstIndex(where: { "-+".contains($0) }),
      body.index(after: mark) < body.endIndex
    {
      guard let modifier = self.modifiers[body[..<mark].lowercased()] else { break }
      modifiers.insert(modifier)
      body = body[body.index(after: mark)...]
    }
    return named(String(body), modifiers)
  }

  private static func named(
    _ written: String, _ modifiers: Set<ModifiedKey.Modifier>
  ) -> ModifiedKey? {
    if written.count == 1 {
      guard !modifiers.isEmpty else { return nil }
      let key = modifiers.contains(.ctrl) ? written.lowercased() : written
      return ModifiedKey(modifiers, key)
    }
    let small = written.lowercased().filter { $0 != "-" && $0 != "_" }
    let name = others[small] ?? small
    return KeyNotation.names.contains(name) ? ModifiedKey(modifiers, name) : nil
  }

  private static let longestToken = 24

  private static let modifiers: [String: ModifiedKey.Modifier] = [
    "c": .ctrl, "ctrl": .ctrl, "control": .ctrl, "ctl": .ctrl, "strg": .ctrl,
    "a": .alt, "m": .alt, "alt": .alt, "meta": .alt, "option": .alt,
    "s": .shift, "shift": .shift,
  ]

  private static let others: [String: String] = [
    "cr": "enter", "ret": "enter", "return": "enter", "nl": "enter", "escape": "esc",
    "bs": "backspace", "bspace": "backspace", "del": "delete", "dc": "delete", "ins": "insert",
    "ic": "insert", "pgup": "pageup", "ppage": "pageup", "prior": "pageup", "pgdn": "pagedown",
    "pgdown": "pagedown", "npage": "pagedown", "spc": "space", "spacebar": "space",
    "arrowup": "up", "arrowdown": "down", "arrowleft": "left", "arrowright": "right",
    "uparrow": "up", "downarrow": "down", "leftarrow": "left", "rightarrow": "right",
    "btab": "tab", "help": "f1",
  ]
}
