/// The machine: one byte, one step.
extension InputDecoder {
  mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: begin(byte)
    case .character: continueCharacter(byte)
    case .escape: continueEscape(byte)
    case .singleShift: continueSingleShift(byte)
    case .control: continueControl(byte)
    case .console: finish(byte) { Self.consoleKey(byte) }
    case .oldMouse: continueOldMouse(byte)
    case .answer: continueAnswer(byte)
    case .answerEscape: endAnswer(byte)
    case .orphan: continueOrphan(byte)
    case .paste: break
    }
  }

  mutating func reset() {
    state = .ground
    pending.removeAll(keepingCapacity: true)
    isAlt = false
    isStale = false
  }

  private mutating func begin(_ byte: UInt8) {
    switch byte {
    case 0x1B: start(.escape, byte)
    case 0x5B where lastByte <= orphansUntil: start(.orphan, byte)
    case 0x00..<0x80: emitCharacter(byte)
    case 0xC2...0xF4: start(.character, byte)
    default: isAlt = false
    }
  }

  private mutating func start(_ next: State, _ byte: UInt8) {
    state = next
    pending = [byte]
  }

  /// Drops what was begun and takes the byte as the first of something new.
  private mutating func restart(_ byte: UInt8) {
    reset()
    begin(byte)
  }

  private mutating func continueCharacter(_ byte: UInt8) {
    guard byte & 0xC0 == 0x80 else { return restart(byte) }
    pending.append(byte)
    let lead = pending[0]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard pending.count == length else { return }
    let character = String(validating: pending, as: UTF8.self)
    let modifiers: Key.Modifiers = isAlt ? .alt : []
    reset()
    guard let character, character.unicodeScalars.allSatisfy({ $0.value > 0x9F }) else { return }
    emit(Key(character, modifiers))
  }

  private mutating func continueEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      if isAlt { emit(Key(.esc)) }
      isAlt = true
    case 0x4F: follow(.singleShift, byte)
    case 0x5B: follow(.control, byte)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: follow(.answer, byte)
    default:
      if isAlt { emit(Key(.esc)) }
      reset()
      isAlt = true
      begin(byte)
    }
  }

  private mutating func follow(_ next: State, _ byte: UInt8) {
    state = next
    pending.append(byte)
  }

  private mutating func continueSingleShift(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39, 0x3B:
      keep(byte)
    case 0x40...0x7E:
      let parameters = Parameters(pending.dropFirst(2))
      finish(byte) { Self.singleShiftKey(byte, parameters) }
    default: restart(byte)
    }
  }

  private mutating func continueControl(_ byte: UInt8) {
    if isStale, !mayEndStale(byte) { return restart(byte) }
    keep(byte)
    if let key = terminfoKeys[pending] { return finish(key) }
    switch byte {
    case 0x5B where pending.count == 3: state = .console
    case 0x4D where pending.count == 3: state = .oldMouse
    case 0x24 where pending.count > 3 && pending[2] < 0x3C: endControl(byte)
    case 0x20...0x3F: break
    case 0x40...0x7E: endControl(byte)
    default: restart(byte)
    }
  }

  private mutating func continueOldMouse(_ byte: UInt8) {
    pending.append(byte)
    guard pending.count == 6 else { return }
    if let mouse = Mouse(oldReport: pending.suffix(3)) { inputs.append(.mouse(mouse)) }
    reset()
  }

  private mutating func continueAnswer(_ byte: UInt8) {
    switch byte {
    case 0x07: reset()
    case 0x1B: state = .answerEscape
    default: keep(byte)
    }
  }

  private mutating func endAnswer(_ byte: UInt8) {
    reset()
    guard byte != 0x5C else { return }
    begin(0x1B)
    take(byte)
  }

  private mutating func continueOrphan(_ byte: UInt8) {
    switch (pending.count, byte) {
    case (1, 0x3C), (2..., 0x30...0x39), (3..., 0x3B):
      keep(byte)
    case (3..., 0x4D), (3..., 0x6D):
      reset()
    default:
      flushOrphan()
      begin(byte)
    }
  }

  /// Remembers a byte, unless there are too many already to mean anything.
  private mutating func keep(_ byte: UInt8) {
    if pending.count < Self.longestSequence { pending.append(byte) }
  }
}
