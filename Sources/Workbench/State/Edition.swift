/// As what something large stands: whoever has made something of it compares editions, and not all
/// that it holds, to know whether that still holds.
///
/// Every change takes a new one, and none is like another. So things of one edition are copies of each
/// other, whichever way each came to where it is.
struct Edition: Equatable, Sendable {
  private final class Taken: Sendable {}
  private let taken = Taken()

  static func == (left: Edition, right: Edition) -> Bool { left.taken === right.taken }
}
