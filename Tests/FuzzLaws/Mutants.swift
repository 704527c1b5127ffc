import TestSupport

/// Inputs made of others, repeatable by their seed: bits flipped, pieces left out, doubled, spliced
/// from elsewhere, cut off, and words put in that readers look for.
package struct Mutants {
  private let seeds: [[UInt8]]
  private let most: Int
  private var random: Seeded

  /// Makes a source of inputs that are like `seeds` but for at most so many changes.
  package init(of seeds: [[UInt8]], changes most: Int = 6, seed: UInt64) {
    self.seeds = seeds
    self.most = most
    random = Seeded(seed: seed)
  }

  /// What most readers look for.
  private static let words: [[UInt8]] =
    [
      "\u{1B}", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<", "\n", "\r\n", "\t", "\"", "\\", "“", "’",
      "# ",
      "(P12)", "{", "}", "[", "]", ",", ":", "true", "9223372036854775807", "-1", "@2", "\u{FEFF}",
      "\u{AD}", "```", "---\n", "|", "= \"none\"\n", "e\u{301}", "😀", "\u{2028}", "\u{0C}",
      "\u{1A}",
      "\u{85}",
    ].map { Array($0.utf8) } + [[0xFF], [0x00], [0xC2], [0xFF, 0xFE], [0xED, 0xA0, 0x80]]

  /// The next input, of at most 8 KB.
  package mutating func next() -> [UInt8] {
    var input = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...most, using: &random) { change(&input) }
    return Array(input.prefix(8192))
  }

  private mutating func change(_ input: inout [UInt8]) {
    let place = Int.random(in: 0...input.count, using: &random)
    let end = min(input.count, place + Int.random(in: 0...16, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: if place < end { input[place] ^= 1 << UInt8.random(in: 0...7, using: &random) }
    case 1: if place < end { input[place] = UInt8.random(in: 0...255, using: &random) }
    case 2: input.removeSubrange(place..<end)
    case 3: input.insert(contentsOf: input[place..<end], at: place)
    case 4: input.removeSubrange(place...)
    case 5: input.insert(contentsOf: splice(), at: place)
    default: input.insert(contentsOf: Self.words.randomElement(using: &random) ?? [], at: place)
    }
  }

  private mutating func splice() -> ArraySlice<UInt8> {
    let other = seeds.randomElement(using: &random) ?? []
    let start = Int.random(in: 0...other.count, using: &random)
    return other[start...].prefix(Int.random(in: 0...80, using: &random))
  }
}
