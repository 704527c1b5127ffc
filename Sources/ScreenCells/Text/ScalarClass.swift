/// What drawing a Unicode scalar does to a terminal's cursor.
enum ScalarClass: UInt8, Sendable {
  /// Drawn onto the scalar before it; takes no column.
  case combining = 0
  /// One column.
  case narrow = 1
  /// Two columns.
  case wide = 2
  /// Would show nothing and may mislead: zero-width, bidirectional, tag and format characters,
  /// variation selectors, fillers, the soft hyphen, line and paragraph separators.
  case hidden = 3
  /// No character that terminals agree on: not assigned, private use, not a character.
  case unknown = 4
  /// A C0 or C1 control, or delete.
  case control = 5

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0xA0 {
      self = value < 0x20 || value >= 0x7F ? .control : .narrow
    } else if value < 0x10000 {
      self = ScalarClass.basic[Int(value)]
    } else {
      self = ScalarClass.lookUp(value)
    }
  }

  /// The columns of a scalar that is drawn as it is; none of one that is not.
  var columns: Int { self == .narrow ? 1 : self == .wide ? 2 : 0 }

  /// The classes of the first 65,536 scalars, spread out so that one takes one load.
  private static let basic: [ScalarClass] = {
    var classes = [ScalarClass](repeating: .control, count: 0x10000)
    for (index, entry) in widthTable.enumerated() {
      let start = Int(entry >> 4)
      guard start < classes.count else { break }
      let next = index + 1 < widthTable.count ? Int(widthTable[index + 1] >> 4) : classes.count
      let kind = ScalarClass(entry: entry)
      for value in start..<min(next, classes.count) { classes[value] = kind }
    }
    return classes
  }()

  /// The class that an entry of the table names.
  private init(entry: UInt32) {
    self = ScalarClass(rawValue: UInt8(entry & 0xF)) ?? .unknown
  }

  /// The last range that starts at or before `value`.
  ///
  /// O(log *n*) in the ranges.
  private static func lookUp(_ value: UInt32) -> ScalarClass {
    var low = 0
    var high = widthTable.count
    while low < high {
      let middle = (low + high) / 2
      if widthTable[middle] >> 4 <= value { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return .control }
    return ScalarClass(entry: widthTable[low - 1])
  }
}

/// The columns that a terminal gives a scalar: 0, 1 or 2; `nil` for one that is never sent to it,
/// because ``displayable(_:)`` puts a mark in its place.
package func scalarWidth(_ scalar: Unicode.Scalar) -> Int? {
  let kind = ScalarClass(scalar)
  return kind.rawValue <= ScalarClass.wide.rawValue ? Int(kind.rawValue) : nil
}
