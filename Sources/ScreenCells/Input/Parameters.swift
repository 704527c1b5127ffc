/// The numbers of a control sequence: `1;5` in `Esc [ 1 ; 5 C`.
///
/// A number may have details after colons; a number that is missing is `nil`.
struct Parameters {
  /// Numbers beyond this mean nothing to us and would overflow in the end.
  private static let largest = 2_000_000

  private var numbers: [[Int?]] = [[nil]]

  init(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x3B: numbers.append([nil])
      case 0x3A: numbers[numbers.count - 1].append(nil)
      case 0x30...0x39: add(digit: Int(byte) - 0x30)
      default: break
      }
    }
  }

  private mutating func add(digit: Int) {
    let last = numbers.count - 1
    let detail = numbers[last].count - 1
    let value = (numbers[last][detail] ?? 0) * 10 + digit
    numbers[last][detail] = min(value, Self.largest)
  }

  var count: Int { numbers.count }

  subscript(index: Int) -> Int? {
    numbers.indices.contains(index) ? numbers[index][0] : nil
  }

  /// The number after the first colon.
  func detail(at index: Int) -> Int? {
    guard numbers.indices.contains(index), numbers[index].count > 1 else { return nil }
    return numbers[index][1]
  }

  /// The held keys that a number stands for: one more than 1 for shift, 2 for alt, 4 for ctrl.
  func modifiers(at index: Int) -> Key.Modifiers {
    guard let number = self[index], number > 1 else { return [] }
    return Key.Modifiers(rawValue: UInt8((number - 1) & 7))
  }
}
