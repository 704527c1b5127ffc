/// A token taken apart: modifiers and the key that they modify.
struct ModifiedKey: Equatable {
  /// The modifiers, in the order in which they are written.
  enum Modifier: String, CaseIterable {
    case ctrl
    case alt
    case shift
  }

  let modifiers: Set<Modifier>
  /// A character or one of ``KeyNotation/names``.
  let key: String

  init(_ modifiers: Set<Modifier>, _ key: String) {
    self.modifiers = modifiers
    self.key = key
  }

  /// Takes a token apart that is spelt as here, whatever the order of its modifiers.
  init?(_ token: String) {
    var rest = Substring(token)
    var modifiers: Set<Modifier> = []
    while let modifier = Modifier.allCases.first(where: { rest.hasPrefix($0.rawValue + "-") }) {
      let after = rest.dropFirst(modifier.rawValue.count + 1)
      guard !after.isEmpty else { return nil }
      modifiers.insert(modifier)
      rest = after
    }
    let key = String(rest)
    guard key.count == 1 || KeyNotation.names.contains(key) else { return nil }
    guard key.count > 1 || KeyNotation.isPrintable(key) else { return nil }
    self.init(modifiers, key)
  }

  /// The token as it should be written.
  var text: String {
    Modifier.allCases.filter(modifiers.contains).map { $0.rawValue + "-" }.joined() + key
  }

  /// Why a terminal can't send this, or `nil` if it can.
  var unsendable: KeyFault? {
    if modifiers.isSuperset(of: [.ctrl, .shift]) {
      return .sameAs(text, without(.shift, key: key.lowercased()).plainest)
    }
    if modifiers.contains(.shift) { return unsendableShift }
    if modifiers.contains(.ctrl) { return unsendableCtrl }
    if modifiers.contains(.alt), ["[", "O", "esc"].contains(key) { return .beginsOthers(text) }
    return nil
  }

  private var unsendableShift: KeyFault? {
    if key.count == 1 {
      let capital = key.uppercased()
      guard capital != key, capital.count == 1 else { return .shiftedCharacter(text) }
      return .misspelt(text, right: without(.shift, key: capital).text)
    }
    guard ["enter", "esc", "space", "backspace"].contains(key) else { return nil }
    return .sameAs(text, without(.shift, key: key).text)
  }

  private var unsendableCtrl: KeyFault? {
    if let twin = Self.twins[key.lowercased()] { return .sameAs(text, twinned(twin)) }
    if key.count > 1 || Self.controls.contains(key) { return nil }
    let small = key.lowercased()
    guard small != key, Self.controls.contains(small) else { return .neverSent(text) }
    return .sameAs(text, without(nil, key: small).text)
  }

  /// The key that a terminal can't tell from this one, all the way down.
  private var plainest: String {
    if case .sameAs(_, let other) = unsendable { return other }
    return text
  }

  private func twinned(_ twin: String) -> String {
    (modifiers.contains(.alt) ? "alt-" : "") + twin
  }

  private func without(_ modifier: Modifier?, key: String) -> ModifiedKey {
    ModifiedKey(modifiers.filter { $0 != modifier }, key)
  }

  /// What a terminal sends for ctrl and a key, where it is another key's byte.
  private static let twins: [String: String] = [
    "i": "tab", "m": "enter", "j": "enter", "h": "backspace", "[": "esc", "?": "backspace",
    "@": "ctrl-space", "2": "ctrl-space", "3": "esc", "4": "ctrl-\\", "5": "ctrl-]",
    "6": "ctrl-^", "7": "ctrl-/", "_": "ctrl-/", "-": "ctrl-/", "8": "backspace",
    "enter": "enter", "esc": "esc", "tab": "tab", "backspace": "backspace",
  ]

  /// The characters that have a control byte of their own.
  private static let controls = Set("abcdefgklnopqrstuvwxyz/\\]^".map(String.init))
}
