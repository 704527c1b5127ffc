/// A key as a terminal can tell it, already freed of the ways in which terminals differ.
///
/// What a terminal cannot tell apart is one key here: ctrl-i is Tab, ctrl-m and ctrl-j are Enter,
/// ctrl-h is Backspace, ctrl-[ is Esc, ctrl-_ is ctrl-/, and shift on a character is the character.
package struct Key: Hashable, Sendable {
  /// What is printed on the key.
  package enum Code: Hashable, Sendable {
    /// One Unicode scalar that a text field would take. Space is the character " ".
    case character(String)
    case named(Name)
  }

  /// The keys that are no character, by the names that keymaps use.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    case enter
    case tab
    case backspace
    case esc
    case up
    case down
    case left
    case right
    case home
    case end
    case pageup
    case pagedown
    case insert
    case delete
    case f1
    case f2
    case f3
    case f4
    case f5
    case f6
    case f7
    case f8
    case f9
    case f10
    case f11
    case f12
  }

  /// The keys that are held down with another.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let ctrl = Modifiers(rawValue: 4)
  }

  package let code: Code
  package let modifiers: Modifiers

  /// Makes a key, in the one form that it has here: `Key("i", .ctrl) == Key(.tab)`.
  package init(_ code: Code, _ modifiers: Modifiers = []) {
    (self.code, self.modifiers) = Self.normal(code, modifiers)
  }

  package init(_ name: Name, _ modifiers: Modifiers = []) {
    self.init(.named(name), modifiers)
  }

  package init(_ character: String, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }

  /// What the key types in a text field: nothing for named keys and with ctrl or alt.
  package var text: String? {
    guard case .character(let text) = code, modifiers.isEmpty else { return nil }
    return text
  }
}

extension Key {
  private static func normal(_ code: Code, _ modifiers: Modifiers) -> (Code, Modifiers) {
    guard case .character(let character) = code else { return (code, modifiers) }
    guard modifiers.contains(.ctrl) else {
      let upper = modifiers.contains(.shift) ? character.uppercased() : character
      let typed = upper.unicodeScalars.count == 1 ? upper : character
      return (.character(typed), modifiers.subtracting(.shift))
    }
    let small = character.lowercased()
    let lower = small.unicodeScalars.count == 1 ? small : character
    let others = modifiers.subtracting([.ctrl, .shift])
    return switch lower {
    case "i": (.named(.tab), others)
    case "j", "m": (.named(.enter), others)
    case "h": (.named(.backspace), others)
    case "[": (.named(.esc), others)
    case "_": (.character("/"), others.union(.ctrl))
    default: (.character(lower), others.union(.ctrl))
    }
  }
}
