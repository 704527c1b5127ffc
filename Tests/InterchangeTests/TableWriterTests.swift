import Interchange
import Testing

@Suite struct TableWriterTests {
  private struct Full: Error {}

  private let rows = (0..<5_000).map { number in
    CodingRow(
      id: "coding \(number)", code: hostileTexts[number % hostileTexts.count], study: "Alder 2019",
      document: "Alder", line: number, start: number * 10, end: number * 10 + 9, text: "“words”",
      coder: "Ada", at: "2026-03-02T09:14:07Z")
  }

  @Test(arguments: 0..<3)
  func rowByRowGivesTheBytesOfTheWhole(format: Int) throws {
    let format = [TableFormat.csv(), .json, .jsonl][format]
    var pieces: [[UInt8]] = []
    var writer = TableWriter(for: CodingRow.self, format: format) { pieces.append($0) }
    for row in rows { try writer.append(row) }
    try writer.finish()
    #expect(Array(pieces.joined()) == Array(Table(rows: rows).text(as: format).utf8))
    #expect(pieces.count > 5, "the output comes in pieces, not at the end")
  }

  @Test func whatTheSinkThrowsReachesTheCaller() {
    var writer = TableWriter(for: CodingRow.self, format: .jsonl) { _ in throw Full() }
    #expect(throws: Full.self) {
      for row in rows { try writer.append(row) }
    }
  }

  @Test func nothingIsHandedOverWhereThereIsNothing() throws {
    var calls = 0
    var writer = TableWriter(for: CodingRow.self, format: .jsonl) { _ in calls += 1 }
    try writer.finish()
    #expect(calls == 0)
  }
}
