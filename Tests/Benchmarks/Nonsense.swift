/// Invented words and sentences that mean nothing, always the same for one seed.
struct Nonsense {
  private var state: UInt64
  private var words: [String] = []

  init(seed: UInt64) {
    state = seed
    words = (0..<2000).map { _ in makeWord() }
  }

  /// A number below a bound, by SplitMix64.
  mutating func number(below bound: Int) -> Int {
    Int(truncatingIfNeeded: bits() >> 1) % max(1, bound)
  }

  /// Sixty-four random bits.
  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below a bound of which the low ones come often: the first once in √*bound* times.
  mutating func skewed(below bound: Int) -> Int {
    let share = Double(bits() >> 11) / Double(UInt64(1) << 53)
    return min(bound - 1, Int(share * share * Double(bound)))
  }

  /// Some words.
  mutating func phrase(_ count: ClosedRange<Int>) -> String {
    let length = count.lowerBound + number(below: count.count)
    return (0..<length).map { _ in words[number(below: words.count)] }.joined(separator: " ")
  }

  /// A sentence of some words.
  mutating func sentence() -> String { Self.raised(phrase(7...16)) + "." }

  /// A word as a name is written.
  mutating func name() -> String { Self.raised(phrase(1...1)) }

  private static func raised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private mutating func makeWord() -> String {
    let (starts, vowels) = (Array("bcdfghjklmnprstvw"), Array("aeiou"))
    return (0..<(1 + number(below: 3))).map { _ in
      String([starts[number(below: starts.count)], vowels[number(below: vowels.count)]])
    }.joined() + ["", "n", "s", "l", "r"][number(below: 5)]
  }
}
