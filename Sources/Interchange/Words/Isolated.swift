/// A line between isolates (U+2068 … U+2069) if anything in it is written from right to left or
/// changes the direction, else the line itself.
///
/// What the line opens is closed before its end, and a U+2069 that closes nothing is left out, or it
/// would let the line out of its isolate.
func isolated(_ line: String.UnicodeScalarView) -> String {
  guard line.contains(where: hasDirection) else { return String(line) }
  var result: String.UnicodeScalarView = .init(["\u{2068}"])
  var open = 0
  for scalar in line {
    if scalar == popIsolate {
      guard open > 0 else { continue }
      open -= 1
    } else if isIsolate(scalar) {
      open += 1
    }
    result.append(scalar)
  }
  result.append(contentsOf: repeatElement(popIsolate, count: open + 1))
  return String(result)
}

private let popIsolate: Unicode.Scalar = "\u{2069}"

private func isIsolate(_ scalar: Unicode.Scalar) -> Bool {
  (0x2066...0x2068).contains(scalar.value)
}

/// Whether a scalar belongs to a script that is written from right to left, or steers the direction.
private func hasDirection(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF,
    0x1_E800...0x1_EFFF, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
    true
  default: false
  }
}
