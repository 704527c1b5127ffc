import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// A list of codes that is kept up to date by news is the list that a new reading gives.
@Suite struct BankNewsTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func afterAnyActsNewsTellOfAllRowsThatAreOthers(seed: UInt64) throws {
    var shelf = try Shelf(seed: seed, rule: QuotationRule.allCases[Int(seed % 3)])
    for turn in 0..<6 {
      try expectNewsToTell(&shelf, "seed \(seed), turn \(turn)") { shelf in
        try shelf.play(seed: seed &* 11 &+ UInt64(turn), acts: 5)
      }
    }
  }

  @Test func newsTellOfCodesWhoseLinesCountNoMore() throws {
    var shelf = try Shelf()
    for line in [1, 3, 4, 5] { try shelf.code(shelf.ada, "on \(line)", line) }
    try shelf.code(shelf.ben, "on 1", 1)
    let sections = try shelf.memory.live(Section.kind).filter {
      $0.folded.fields.entity("document") == shelf.documents[0]
    }
    let words = try shelf.place(1)
    try expectNewsToTell(&shelf, "a section") {
      try $0.act($0.ada, .setSections(sections.map(\.id), isEligible: false, why: "method"))
    }
    try expectNewsToTell(&shelf, "the section back") { shelf in
      try shelf.act(
        shelf.ada, .undo(try #require(shelf.memory.actions.last?.id), keepingUsed: false))
    }
    try expectNewsToTell(&shelf, "a voice") {
      try $0.act($0.ada, .setVoice(.participant, at: words))
    }
  }

  @Test func newsTellOfAnImportThatIsUndoneWithItsCodes() throws {
    var shelf = try Shelf()
    try shelf.act(
      shelf.ada,
      .importDocument(Texts.document("# Findings\nBrothers waited.", study: .new(label: "New"))))
    let made = try #require(shelf.memory.actions.last?.id)
    let document = try #require(
      shelf.memory.live(Document.kind).map(\.id).first { !shelf.documents.contains($0) })
    shelf.documents.append(document)
    try shelf.code(shelf.ada, "brothers", 1, of: shelf.documents.count - 1)
    try expectNewsToTell(&shelf, "the import") {
      try $0.act($0.ada, .undo(made, keepingUsed: false))
    }
  }

  @Test func newsTellOfCodesThatStandAgainWhereWhatTheyWentIntoIsUndone() throws {
    var shelf = try Shelf()
    try shelf.code(shelf.ada, "a", 1)
    let a = try #require(try shelf.memory.unmergedCodes().first { $0.name == "a" }?.id)
    try shelf.code(shelf.ada, "b", 4)
    let made = try #require(shelf.memory.actions.last?.id)
    let b = try #require(try shelf.memory.unmergedCodes().first { $0.name == "b" }?.id)
    try expectNewsToTell(&shelf, "a merge") { try $0.act($0.ada, .mergeCodes([a], into: b)) }
    try expectNewsToTell(&shelf, "what it was merged into") {
      try $0.act($0.ada, .undo(made, keepingUsed: false))
    }
    #expect(try shelf.file.bank().contains { $0.code.id == a })
  }

  @Test func codesThatStandHaveNamesAndNoOthers() throws {
    var shelf = try Shelf()
    for (line, name) in [(1, "first"), (4, "second"), (5, "third")] {
      try shelf.code(shelf.ada, name, line)
    }
    let made = try #require(shelf.memory.actions.last?.id)
    let codes = try shelf.memory.unmergedCodes()
    func id(_ name: String) throws -> EntityID {
      try #require(codes.first { $0.name == name }?.id)
    }
    try shelf.act(shelf.ada, .mergeCodes([id("first")], into: id("second")))
    try shelf.act(shelf.ada, .undo(made, keepingUsed: false))
    #expect(try shelf.file.names(of: Set(codes.map(\.id))) == [id("second"): "second"])
  }

  /// Reads the bank, acts, and brings it up to date by the news.
  private func expectNewsToTell(
    _ shelf: inout Shelf, _ note: Comment, of act: (inout Shelf) throws -> Void
  ) throws {
    var rows = Dictionary(uniqueKeysWithValues: try shelf.file.bank().map { ($0.code.id, $0) })
    var seq = try shelf.file.head()?.seq ?? 0
    let before = try shelf.file.wholeBank()
    try act(&shelf)
    #expect(try shelf.file.bank(of: before.rows, asOf: before.seq) == shelf.file.bank(), note)
    while let news = try shelf.file.news(since: seq, interest: [], for: nil) {
      for row in news.codes { rows[row.code.id] = row }
      for code in news.goneCodes { rows[code] = nil }
      seq = news.seq
    }
    let now = Dictionary(uniqueKeysWithValues: try shelf.file.bank().map { ($0.code.id, $0) })
    #expect(rows == now, note)
  }
}
