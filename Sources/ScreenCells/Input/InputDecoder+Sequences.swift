/// What complete sequences mean.
extension InputDecoder {
  mutating func emit(_ key: Key) {
    inputs.append(.key(key))
  }

  /// The key of one ASCII byte, with alt if an Esc came before it.
  mutating func emitCharacter(_ byte: UInt8) {
    emit(Self.key(of: byte, isAlt ? .alt : []))
    isAlt = false
  }

  mutating func finish(_ key: Key?) {
    if let key {
      emit(isAlt ? Key(key.code, key.modifiers.union(.alt)) : key)
    }
    reset()
  }

  /// Ends a sequence whose last byte is not in ``pending`` yet.
  mutating func finish(_ byte: UInt8, else known: () -> Key?) {
    pending.append(byte)
    finish(terminfoKeys[pending] ?? known())
  }

  /// Ends a control sequence, of which all bytes are in ``pending``.
  mutating func endControl(_ final: UInt8) {
    let body = pending.dropFirst(2).dropLast()
    guard pending.count < Self.longestSequence else { return reset() }
    let isMouse = body.first == 0x3C
    if isMouse, let mouse = Mouse(report: Parameters(body.dropFirst()), final: final) {
      inputs.append(.mouse(mouse))
    }
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return reset() }
    let parameters = Parameters(body)
    if final == 0x7E, parameters[0] == 200, parameters.count == 1 { return beginPaste() }
    finish(Self.controlKey(final, parameters))
  }

  private static func key(of byte: UInt8, _ modifiers: Key.Modifiers) -> Key {
    switch byte {
    case 0x00: return Key(" ", modifiers.union(.ctrl))
    case 0x08, 0x7F: return Key(.backspace, modifiers)
    case 0x09: return Key(.tab, modifiers)
    case 0x0A, 0x0D: return Key(.enter, modifiers)
    case 0x1B: return Key(.esc, modifiers)
    case 0x01..<0x20:
      return Key(String(UnicodeScalar(byte + 0x40)), modifiers.union(.ctrl))
    default: return Key(String(UnicodeScalar(byte)), modifiers)
    }
  }

  /// Reads `Esc [ … final`.
  private static func controlKey(_ final: UInt8, _ parameters: Parameters) -> Key? {
    let modifiers = parameters.modifiers(at: 1)
    switch final {
    case 0x7E where parameters[0] == 27:
      return parameters[2].flatMap { key(ofScalar: $0, modifiers) }
    case 0x7E: return parameters[0].flatMap { numbered[$0] }.map { Key($0, modifiers) }
    case 0x24: return parameters[0].flatMap { numbered[$0] }.map { Key($0, .shift) }
    case 0x5E: return parameters[0].flatMap { numbered[$0] }.map { Key($0, .ctrl) }
    case 0x40: return parameters[0].flatMap { numbered[$0] }.map { Key($0, [.ctrl, .shift]) }
    case 0x75: return parameters[0].flatMap { key(ofScalar: $0, modifiers, parameters) }
    case 0x5A: return Key(.tab, modifiers.union(.shift))
    case 0x61...0x64: return lettered[final - 0x20].map { Key($0, .shift) }
    case 0x50...0x53 where parameters.count == 1: return nil
    default:
      guard (parameters[0] ?? 1) == 1 else { return nil }
      return lettered[final].map { Key($0, modifiers) }
    }
  }

  /// Reads `Esc O final`.
  static func singleShiftKey(_ final: UInt8, _ parameters: Parameters) -> Key? {
    let modifiers = parameters.modifiers(at: parameters.count - 1)
    if let name = lettered[final] { return Key(name, modifiers) }
    switch final {
    case 0x61...0x64: return lettered[final - 0x20].map { Key($0, .ctrl) }
    case 0x4D: return Key(.enter, modifiers)
    case 0x58: return Key("=")
    case 0x6A...0x79: return Key(String(UnicodeScalar(final - 0x40)))
    default: return nil
    }
  }

  static func consoleKey(_ final: UInt8) -> Key? {
    let names: [Key.Name] = [.f1, .f2, .f3, .f4, .f5]
    guard (0x41...0x45).contains(final) else { return nil }
    return Key(names[Int(final) - 0x41])
  }

  /// A key that is reported by the number of its character.
  private static func key(
    ofScalar value: Int, _ modifiers: Key.Modifiers, _ parameters: Parameters? = nil
  ) -> Key? {
    let isRelease = parameters?.detail(at: 1) == 3
    guard !isRelease, let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    switch value {
    case 0x08, 0x09, 0x0D, 0x1B, 0x7F: return key(of: UInt8(value), modifiers)
    case 0x20..<0x7F, 0xA0..<0xE000, 0xF900...: return Key(String(scalar), modifiers)
    default: return nil
    }
  }

  private static let lettered: [UInt8: Key.Name] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
    0x50: .f1, 0x51: .f2, 0x52: .f3, 0x53: .f4,
  ]

  private static let numbered: [Int: Key.Name] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageup, 6: .pagedown, 7: .home, 8: .end,
    11: .f1, 12: .f2, 13: .f3, 14: .f4, 15: .f5, 17: .f6, 18: .f7, 19: .f8, 20: .f9, 21: .f10,
    23: .f11, 24: .f12,
  ]
}
