/// How many codes or themes each further study brought for the first time.
///
/// The order of the studies makes the curve, so it is always named; the band over other orders
/// shows how much of the shape is the order's.
public struct Saturation: Hashable, Sendable {
  /// The order in which studies are taken.
  public enum Order: String, CaseIterable, Sendable {
    /// In which they were first coded; studies not coded come last, by label.
    case coded
    /// By year of publication, then label.
    case year
    /// By label.
    case label

    /// What it is, in words.
    public var words: String {
      switch self {
      case .coded: "in the order in which they were first coded"
      case .year: "by year of publication"
      case .label: "by label"
      }
    }
  }

  /// A study in its place.
  public struct Step: Hashable, Sendable {
    /// The study's label.
    public let label: String
    /// What it used for the first time.
    public let new: Int
    /// What it used in all.
    public let used: Int
    /// What was used up to here.
    public let total: Int
    /// The mean of the totals at this place over every order of the studies.
    public let mean: Double
    /// The least total at this place among the orders tried.
    public let low: Int
    /// The largest.
    public let high: Int
  }

  /// The order.
  public let order: Order
  /// The studies in order.
  public let steps: [Step]
  /// How many orders the range is over: all of them up to seven studies, else a thousand chosen at
  /// random with a fixed seed.
  public let orders: Int

  /// Takes studies in an order.
  ///
  /// The mean over all orders is exact: of something used in *s* of *n* studies the share of orders
  /// that have met it after *k* is 1 − C(*n* − *s*, *k*) / C(*n*, *k*).
  ///
  /// - Parameters:
  ///   - order: The order that `studies` are in.
  ///   - studies: The studies in that order.
  ///   - uses: For each code or theme the studies that use it.
  /// - Complexity: O(*o* · *u*) in the orders tried and the pairs of a thing and a study.
  public init(
    order: Order, studies: [(id: EntityID, label: String)], uses: [EntityID: Set<EntityID>]
  ) {
    let places = Dictionary(
      uniqueKeysWithValues: studies.enumerated().map { ($0.element.id, $0.offset) })
    let things = uses.sorted { $0.key < $1.key }.map { $0.value.compactMap { places[$0] } }
      .filter { !$0.isEmpty }
    let news = Self.news(things, count: studies.count) { $0 }
    let tried = Self.ranges(things, count: studies.count)
    var total = 0
    self.order = order
    orders = tried.orders
    steps = studies.indices.map { index in
      total += news[index]
      return Step(
        label: studies[index].label, new: news[index],
        used: things.count { $0.contains(index) }, total: total,
        mean: Self.mean(things, after: index + 1, of: studies.count), low: tried.low[index],
        high: tried.high[index])
    }
  }

  /// Takes the columns of a table in an order, in which linked studies may be one.
  ///
  /// - Parameters:
  ///   - order: The order that `columns` are in.
  ///   - columns: The columns in that order, each with a study.
  ///   - uses: For each code or theme the studies that use it.
  public init(
    order: Order, columns: [StudyMatrix.Column], uses: [EntityID: Set<EntityID>]
  ) {
    let firsts = columns.reduce(into: [EntityID: EntityID]()) { firsts, column in
      for study in column.studies { firsts[study] = column.studies.first }
    }
    self.init(
      order: order,
      studies: columns.compactMap { column in column.studies.first.map { ($0, column.label) } },
      uses: uses.mapValues { Set($0.compactMap { firsts[$0] }) })
  }

  /// Puts studies in an order.
  public static func sorted(
    _ studies: [Study], by order: Order, lines: CodedLines
  ) -> [Study] {
    func key(_ study: Study) -> (Int64, String, EntityID) {
      let first: Int64 =
        switch order {
        case .coded: lines.firstCoded(study.id)?.value ?? .max
        case .year: Int64(study.year) ?? .max
        case .label: 0
        }
      return (first, study.label, study.id)
    }
    return studies.sorted { key($0) < key($1) }
  }

  /// The studies that use each theme of a board.
  public static func uses(
    ofThemesOn board: ThemeBoard, lines: CodedLines
  ) -> [EntityID: Set<EntityID>] {
    board.themesInOrder.reduce(into: [:]) { uses, theme in
      uses[theme] = lines.count(of: board.codes(under: theme)).studies
    }
  }

  private static func news(
    _ things: [[Int]], count: Int, place: (Int) -> Int
  ) -> [Int] {
    var news = [Int](repeating: 0, count: count)
    for thing in things {
      if let first = thing.lazy.map(place).min() { news[first] += 1 }
    }
    return news
  }

  private static func mean(_ things: [[Int]], after taken: Int, of count: Int) -> Double {
    things.reduce(0) { sum, thing in
      // The share of orders whose first `taken` studies all lack it.
      let missing = (0..<taken).reduce(1.0) { share, index in
        share * Double(max(0, count - thing.count - index)) / Double(count - index)
      }
      return sum + 1 - missing
    }
  }

  private static func ranges(
    _ things: [[Int]], count: Int
  ) -> (low: [Int], high: [Int], orders: Int) {
    var low = [Int](repeating: .max, count: count)
    var high = [Int](repeating: 0, count: count)
    func take(_ places: [Int]) {
      var total = 0
      for (index, new) in news(things, count: count, place: { places[$0] }).enumerated() {
        total += new
        low[index] = min(low[index], total)
        high[index] = max(high[index], total)
      }
    }
    var places = Array(0..<count)
    guard count > 7 else {
      var orders = 0
      permute(&places, count) {
        orders += 1
        take($0)
      }
      return (low, high, orders)
    }
    var source = SplitMix(state: 2008)
    for _ in 0..<1000 {
      places.shuffle(using: &source)
      take(places)
    }
    return (low, high, 1000)
  }

  /// Every order of the first `count` elements (Heap's algorithm).
  private static func permute(_ places: inout [Int], _ count: Int, _ body: ([Int]) -> Void) {
    guard count > 1 else { return body(places) }
    for index in 0..<count {
      permute(&places, count - 1, body)
      if index < count - 1 { places.swapAt(count % 2 == 0 ? index : 0, count - 1) }
    }
  }
}

/// A small generator with a fixed seed, so that the same review gives the same bytes (SplitMix64;
/// Steele, Lea & Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
