/// Whether a row may end at this scalar, which is then dropped.
func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09, 0x0A, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F, 0x3000:
    true
  default: false
  }
}

/// Whether a row may end between two scalars, the second of which is no space.
///
/// A hyphen that begins a word, as in `-5`, stays with it, and so does one before a digit, as in
/// `2-3`. `inWord` says that something other than a space stands before `first`.
func mayBreak(
  after first: Unicode.Scalar?, inWord: Bool, before second: Unicode.Scalar
) -> Bool {
  guard let first, !isBreakingSpace(first) else { return false }
  if isHyphen(first) {
    let splitsNumber = first == "-" && second.properties.numericType != nil
    return inWord && !splitsNumber && !isHyphen(second) && !isCloser(second)
  }
  guard isIdeograph(first) || isIdeograph(second) else { return false }
  return !isOpener(first) && !isCloser(second)
}

private func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2D, 0xAD, 0x2010, 0x2012...0x2015: true
  default: false
  }
}

/// Whether the scalar belongs to a script that is written without spaces.
///
/// Hangul is not: Korean has spaces, and its words are kept whole.
private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x2E80 && !(0xAC00...0xD7A3).contains(scalar.value)
    && ScalarClass(scalar) == .wide
}

/// Whether no row may start with the scalar.
private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .closePunctuation, .finalPunctuation: return true
  default: break
  }
  switch scalar.value {
  case 0x21, 0x22, 0x25, 0x27, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F, 0x2026: return true
  case 0x3001, 0x3002, 0x3005, 0x309D, 0x309E, 0x30FB...0x30FE: return true
  case 0xFF01, 0xFF05, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F: return true
  case 0x1F3FB...0x1F3FF: return true
  default: return false
  }
}

/// Whether no row may end with the scalar.
private func isOpener(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .openPunctuation, .initialPunctuation: true
  default: scalar.value == 0x200D || scalar.value == 0x22
  }
}
