/// Reading a mouse report: the buttons are bits of one number, places count from 1.
extension Mouse {
  /// `Esc [ < buttons ; column ; row M`, or `m` for a release.
  init?(report: Parameters, final: UInt8) {
    guard final == 0x4D || final == 0x6D, report.count == 3 else { return nil }
    guard let bits = report[0], let column = report[1], let row = report[2] else { return nil }
    self.init(bits: bits, isRelease: final == 0x6D, column: column, row: row)
  }

  /// `Esc [ M` and three bytes, each 32 more than its number; button 3 is a release.
  init?(oldReport bytes: ArraySlice<UInt8>) {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3, numbers[0] >= 0 else { return nil }
    let isRelease = numbers[0] & 3 == 3 && numbers[0] & 96 == 0
    let bits = isRelease ? numbers[0] & ~3 : numbers[0]
    self.init(bits: bits, isRelease: isRelease, column: numbers[1], row: numbers[2])
  }

  private init?(bits: Int, isRelease: Bool, column: Int, row: Int) {
    guard bits < 128, column > 0, row > 0 else { return nil }
    let isWheel = bits & 64 != 0
    let kind: Kind
    switch (bits & 3, isWheel) {
    case (0, true): kind = .wheelUp
    case (1, true): kind = .wheelDown
    case (_, true), (3, _): return nil
    default: kind = isRelease ? .release : bits & 32 != 0 ? .drag : .press
    }
    let button: Button = isWheel ? .left : [.left, .middle, .right][bits & 3]
    self.init(
      kind, button, at: Point(column: column - 1, row: row - 1),
      shift: bits & 4 != 0, alt: bits & 8 != 0, ctrl: bits & 16 != 0)
  }
}
