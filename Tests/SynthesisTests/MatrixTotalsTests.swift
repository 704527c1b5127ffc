import Synthesis
import TestSupport
import Testing

/// What a row of the matrix comes to over the columns that count.
@Suite struct MatrixTotalsTests {
  /// Codes a and b in the first study, b in the second, and c nowhere.
  private func matrix(_ columns: [[Int]]) throws -> StudyMatrix {
    let origin = FixedOrigin()
    let studies = [origin.identity(), origin.identity()]
    let codes = [origin.identity(), origin.identity(), origin.identity()]
    let coder: Set<EntityID> = [origin.identity()]
    var lines = CodedLines()
    lines.replace(
      origin.identity(), of: studies[0],
      uses: [
        .init(code: codes[0], line: 0, coders: coder),
        .init(code: codes[1], line: 1, coders: coder),
      ])
    lines.replace(
      origin.identity(), of: studies[1], uses: [.init(code: codes[1], line: 0, coders: coder)])
    return StudyMatrix(
      rows: [.init(id: origin.identity(), title: "T", codes: codes)],
      columns: columns.map { own in .init(label: "", studies: own.map { studies[$0] }) },
      kind: .codes, lines: lines)
  }

  @Test func codesAreCountedOnceAndOnlyWhereTheyAreUsedInAColumnThatCounts() throws {
    let both = try matrix([[0], [1]])
    #expect(both.cells == [[2, 1]])
    #expect(both.totals == [2])
    let second = try matrix([[1]])
    #expect(second.cells == [[1]])
    #expect(second.totals == [1])
  }

  @Test func linkedStudiesHaveTheCodesOfEitherOnce() throws {
    let linked = try matrix([[0, 1]])
    #expect(linked.cells == [[2]])
    #expect(linked.totals == [2])
    #expect(linked.presence == [[0]])
  }
}
