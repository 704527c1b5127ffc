/// What to do when the rest of a sequence does not come.
extension InputDecoder {
  /// Milliseconds after the last byte at which waiting ends; `nil` if it does not.
  var wait: Int? {
    guard !isStale else { return nil }
    switch state {
    case .ground, .character: return nil
    case .escape: return Self.escapeWait
    case .singleShift, .control, .console, .oldMouse: return Self.tailWait
    case .answer: return pending.count == 2 ? Self.escapeWait : Self.answerWait
    case .answerEscape: return Self.answerWait
    case .paste: return Self.pasteWait
    case .orphan: return hasOrphanDigits ? nil : Self.escapeWait
    }
  }

  /// Whether what followed a lone Esc can only be a mouse report.
  var hasOrphanDigits: Bool { pending.count > 2 }

  mutating func giveUp(at milliseconds: Int) {
    switch state {
    case .ground, .character: break
    case .escape:
      if isAlt { emit(Key(.esc)) }
      isAlt = false
      emit(Key(.esc))
      orphansUntil = milliseconds + Self.tailWait
      reset()
    case .singleShift, .control, .answer:
      giveUpSequence()
    case .console, .oldMouse, .answerEscape:
      reset()
    case .paste:
      handOnPaste()
      isStale = true
    case .orphan:
      flushOrphan()
    }
  }

  /// Two bytes were a key with alt.
  ///
  /// A longer control sequence is kept, for its tail must not become keys however late it is; see
  /// ``mayEndStale(_:)``.
  private mutating func giveUpSequence() {
    if pending.count == 2 {
      isAlt = true
      emitCharacter(pending[1])
      reset()
    } else if state == .control {
      isStale = true
    } else {
      reset()
    }
  }

  /// Whether a byte may belong to a sequence whose beginning came long ago.
  ///
  /// Other bytes are keys that were pressed since.
  func mayEndStale(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3B: return true
    case 0x4D, 0x6D: return pending.count > 2 && pending[2] == 0x3C
    case 0x41...0x48, 0x50...0x53, 0x7E: return pending.count > 2 && pending[2] != 0x3C
    default: return false
    }
  }

  /// Hands on as typed what turned out to be no mouse report.
  mutating func flushOrphan() {
    let typed = hasOrphanDigits ? [] : pending
    reset()
    for byte in typed { emitCharacter(byte) }
  }
}
