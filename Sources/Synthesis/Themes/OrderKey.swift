/// A place among siblings that leaves room on both sides: a fractional key with a random tail, so
/// that two who insert at one place at once both keep theirs.
///
/// Keys are digits of base 62 in the order of their bytes and never end with 0, so that there is
/// always a further key between two that differ.
public struct OrderKey: Hashable, Comparable, Sendable {
  /// The digits.
  public let text: String
  /// The first eight bytes as one number, by which nearly all are told apart.
  private let beginning: UInt64

  /// Takes digits from the log; what is no key of ours still has an order.
  public init(_ text: String) {
    self.text = text
    let bytes = text.utf8.prefix(8)
    beginning = bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - bytes.count))
  }

  /// Orders by the bytes.
  public static func < (left: OrderKey, right: OrderKey) -> Bool {
    left.beginning == right.beginning
      ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
      : left.beginning < right.beginning
  }

  /// A key after `lower` and before `upper`; `nil` stands for no bound.
  ///
  /// - Parameters:
  ///   - lower: The sibling before.
  ///   - upper: The sibling after; where it is not after `lower`, there is no bound.
  ///   - tail: Random bits, which keep apart what two insert at once.
  /// - Returns: The key.
  /// - Complexity: O(*n*) in the length of the bounds. Appending adds no digits for millions of
  ///   siblings.
  public static func between(
    _ lower: OrderKey?, _ upper: OrderKey?, tail: UInt64
  ) -> OrderKey {
    let low = lower.map(digits) ?? []
    let high = upper.flatMap { upper in lower.map { $0 < upper } ?? true ? digits(upper) : nil }
    let key: [Int]
    switch (low.isEmpty, high) {
    case (true, nil): key = head(whole / 2)
    case (false, nil): key = head(min(value(low) + step, whole - 1))
    case (true, let high?) where value(high) > step: key = head(value(high) - step)
    case (_, let high?): key = middle(low, high)
    }
    // At the far end of all heads there is no later one: there the digits go on.
    let isAfter = low.lexicographicallyPrecedes(key)
    let kept = low.isEmpty || isAfter ? key : low
    return OrderKey(string(kept + self.tail(tail)))
  }

  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  private static let width = 6
  private static let whole = 62 * 62 * 62 * 62 * 62 * 62
  private static let step = 62 * 62 * 62

  private static func digits(_ key: OrderKey) -> [Int] {
    key.text.utf8.map { byte in alphabet.firstIndex { $0 >= byte } ?? 61 }
  }

  private static func string(_ digits: [Int]) -> String {
    String(decoding: digits.map { alphabet[$0] }, as: UTF8.self)
  }

  private static func head(_ value: Int) -> [Int] {
    (0..<width).reduce(into: (rest: value, digits: [Int]())) { result, _ in
      result.digits.insert(result.rest % 62, at: 0)
      result.rest /= 62
    }.digits
  }

  private static func value(_ digits: [Int]) -> Int {
    (0..<width).reduce(0) { $0 * 62 + ($1 < digits.count ? digits[$1] : 0) }
  }

  private static func tail(_ bits: UInt64) -> [Int] {
    [Int(bits % 62), Int(bits / 62 % 62), 1 + Int(bits / 3844 % 61)]
  }

  /// The shortest digits that stand strictly between two lists of them and are the beginning of
  /// neither, so that whatever follows them stays between.
  private static func middle(_ low: [Int], _ high: [Int]) -> [Int] {
    var digits: [Int] = []
    var isBounded = true
    while true {
      let index = digits.count
      let below = index < low.count ? low[index] : 0
      let above = isBounded && index < high.count ? high[index] : 62
      if above - below >= 2 { return digits + [(below + above) / 2] }
      digits.append(below)
      if above > below { isBounded = false }
    }
  }
}
