import Synthesis
import TestSupport
import Testing

/// Two copies each merge codes; together the links make rings.
@Suite struct MergeLawTests {
  /// Codes a, b, c and d, and one link of each to another, as four copies might make them.
  private func links(
    _ pairs: [(Int, Int)]
  ) throws -> (review: MemoryReview, codes: [EntityID], links: [Action]) {
    var room = try Room("# Findings\nMothers waited. | Staff hoped.")
    for name in ["a", "b", "c", "d"] { try room.code(room.ada, name, 1) }
    let codes = try ["a", "b", "c", "d"].map(room.code)
    let links = try pairs.map { from, to in
      var copy = room
      copy.review = MemoryReview(
        room.review.id, actions: room.review.actions, contents: room.review.contents)
      return try #require(
        try copy.act(copy.ada, .mergeCodes([codes[from]], into: codes[to])))
    }
    return (room.review, codes, links)
  }

  @Test(arguments: [
    [(0, 1), (1, 0)], [(0, 1), (1, 2), (2, 0)], [(0, 1), (1, 2), (2, 3), (3, 0)],
    [(0, 1), (2, 0), (1, 2)],
  ])
  func aRingIsBrokenAtItsLastLinkInEveryOrderOfArrival(_ pairs: [(Int, Int)]) throws {
    let (review, codes, links) = try links(pairs)
    let sorted = links.sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
    let closing = try #require(sorted.last?.changes.first?.entity)
    for order in orders(links) {
      let other = MemoryReview(
        review.id, actions: order + review.actions, contents: review.contents)
      let acyclic = AcyclicLinks(
        try codes.compactMap { code in
          let folded = try other.folded(code)
          guard let target = folded?.fields.entity("mergedInto"),
            let writer = folded?.writers["mergedInto"]
          else { return nil }
          return (code, target, writer)
        })
      #expect(acyclic.ignored == [closing])
      for code in codes {
        #expect(acyclic.resolve(code) == (try other.resolve(code)))
        if pairs.contains(where: { codes[$0.0] == code }) {
          #expect(acyclic.resolve(code) == closing)
        }
      }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func noLinksEverMakeARing(seed: UInt64) throws {
    var seeded = Seeded(seed: seed)
    let origin = FixedOrigin(name: seed)
    let codes = (0..<6).map { _ in origin.identity() }
    let links = codes.compactMap { code -> (from: EntityID, to: EntityID, writer: Writer)? in
      guard let target = seeded.one(of: codes), Int.random(in: 0..<6, using: &seeded) > 0 else {
        return nil
      }
      // Few stamps, so that ties are broken by identity.
      let stamp = Stamp(Int64.random(in: 1...3, using: &seeded))
      return (
        code, target,
        Writer(stamp: stamp, action: origin.identity(), coder: origin.identity(), at: 0)
      )
    }
    let acyclic = AcyclicLinks(links)
    for code in codes { #expect(acyclic.targets[acyclic.resolve(code)] == nil, "seed \(seed)") }
    for _ in 0..<4 {
      #expect(AcyclicLinks(seeded.shuffled(links)) == acyclic, "seed \(seed)")
    }
    #expect(acyclic.targets.count + acyclic.ignored.count == links.count, "seed \(seed)")
  }

  @Test func codingsOfMergedCodesCountOnceAndComeApartWithTheUndo() throws {
    var room = try Room("# Findings\nMothers waited. | Staff hoped.")
    for name in ["a", "b"] { try room.code(room.ada, name, 1) }
    try room.act(room.ada, .mergeCodes([try room.code("a")], into: try room.code("b")))
    let b = try room.code("b")
    #expect(try room.review.tallies(of: room.documents[0]) == [b: [[room.ada]: 1]])
    #expect(try room.review.codes(named: "a").isEmpty)
    try room.act(room.ada, .undo(nil, keepingUsed: false))
    let a = try room.code("a")
    #expect(
      try room.review.tallies(of: room.documents[0]) == [a: [[room.ada]: 1], b: [[room.ada]: 1]])
  }
}
