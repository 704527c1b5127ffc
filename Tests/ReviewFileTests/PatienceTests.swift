import Testing

@testable import ReviewFile

/// How often those who find a file held try again.
@Suite struct PatienceTests {
  @Test func eachCallHasItsOwnTimeAndNoFewerTriesThanAThousand() {
    let patience = Patience(limit: .milliseconds(1))
    for _ in 0..<2 {
      #expect((0..<10).allSatisfy(patience.goesOn))
      #expect(!patience.goesOn(after: 1000))
    }
  }

  @Test func whileThereIsTimeThereIsAnotherTry() {
    let patience = Patience(limit: .seconds(3600))
    #expect(patience.goesOn(after: 0))
    #expect(patience.goesOn(after: 1_000_000))
  }
}
