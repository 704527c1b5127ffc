import Interchange
import Testing

@Suite struct RowGoldenTests {
  @Test func codingsAreListedAsReviewed() throws {
    try expectGolden(Table(rows: sampleCodings), "codings")
  }

  @Test func linesAreListedAsReviewed() throws {
    try expectGolden(Table(rows: sampleLines), "lines")
  }

  @Test func codesAreListedAsReviewed() throws {
    try expectGolden(Table(rows: sampleCodes), "codes")
  }

  @Test func studiesAreListedAsReviewed() throws {
    try expectGolden(Table(rows: sampleStudyRows), "studies")
  }

  @Test func themesAreListedAsReviewed() throws {
    try expectGolden(Table(rows: sampleThemes), "theme-rows")
  }

  @Test func coverageIsListedAsReviewed() throws {
    try expectGolden(Table(rows: sampleCoverage), "coverage")
  }

  @Test func historyIsListedAsReviewed() throws {
    try expectGolden(Table(rows: sampleHistory), "history")
  }

  private func expectGolden(
    _ table: Table, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let formats: [(String, TableFormat)] = [
      ("csv", .csv()), ("json", .json), ("jsonl", .jsonl),
      ("txt", .people(PeopleLayout(width: 80))),
    ]
    for (suffix, format) in formats {
      try InterchangeTests.expectGolden(
        table.text(as: format), "\(name).\(suffix)", sourceLocation: sourceLocation)
    }
  }
}
