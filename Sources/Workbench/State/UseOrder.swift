import Synthesis

/// Codes in the order of their lines, those with most first, then by name: kept sorted, because an
/// empty picker shows the first of them after every code that is taken.
struct UseOrder: Sendable {
  private struct Place: Comparable {
    let lines: Int
    let name: String
    let id: EntityID

    init(_ row: BankCode) { (lines, name, id) = (row.lines, row.code.name, row.code.id) }

    static func < (left: Place, right: Place) -> Bool {
      if left.lines != right.lines { return left.lines > right.lines }
      return (left.name, left.id) < (right.name, right.id)
    }
  }

  private var places: [Place] = []

  init() {}

  /// - Complexity: O(*n* log *n*).
  init(_ rows: some Sequence<BankCode>) { places = rows.map(Place.init).sorted() }

  /// The first codes, at most `count`.
  func first(_ count: Int) -> [EntityID] { places.prefix(count).map(\.id) }

  /// Puts a code that is not there in its place.
  ///
  /// - Complexity: O(*n*) moves and O(log *n*) comparisons.
  mutating func insert(_ row: BankCode) {
    let place = Place(row)
    places.insert(place, at: index(of: place))
  }

  /// Takes a code out, which must be as it was put in.
  mutating func remove(_ row: BankCode) {
    let place = Place(row)
    let index = index(of: place)
    guard places.indices.contains(index), places[index] == place else {
      return assertionFailure("a code is not where its lines and its name put it")
    }
    places.remove(at: index)
  }

  /// Where a place stands, or would.
  private func index(of place: Place) -> Int {
    places.partitioningIndex { !($0 < place) }
  }
}
