import Interchange
import TestSupport
import Testing

@Suite struct CSVTests {
  @Test func aTableIsAHeaderAndARowALine() {
    let table = Table(
      columns: [
        TableColumn("name"), TableColumn("lines", alignment: .right), TableColumn("blind"),
        TableColumn("themes"), TableColumn("kappa"), TableColumn("mark", audience: .people),
      ],
      rows: [
        [
          .text("being heard"), .integer(-3), .flag(true), .names(["a", "b, c"]),
          .decimal(-0.8125, places: 3), .text("*"),
        ],
        [.text("a, \"b\""), .integer(0), .flag(false), .names([]), .missing, .text("")],
      ])
    #expect(
      table.text(as: .csv()) == """
        name,lines,blind,themes,kappa
        being heard,-3,true,"a; b, c",-0.813
        "a, ""b""\",0,false,,

        """)
  }

  @Test(arguments: [
    (";=1", "\";=1\""), (" edge", "\" edge\""), ("edge ", "\"edge \""), ("a\tb", "\"a\tb\""),
    ("a\r\nb", "\"a\r\nb\""), ("e\u{301}\"", "\"e\u{301}\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""),
    ("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"), ("\t=1", "\"'\t=1\""), ("plain", "plain"),
  ])
  func aFieldIsQuotedWhereAnyReaderMightCutIt(text: String, field: String) {
    #expect(cell(.text(text)) == field + "\n")
  }

  @Test func everyTextComesBackThroughAReader() {
    var random = Seeded(seed: 20_260_301)
    let texts = hostileTexts + (0..<200).map { _ in randomText(using: &random) }
    let table = Table(
      columns: [TableColumn("a"), TableColumn("b")], rows: texts.map { [.text($0), .text("end")] })
    let rows = readCSV(table.text(as: .csv())).dropFirst()
    #expect(
      rows.map { FormulaGuard.unguarded($0[0]).unicodeScalars.map(\.value) }
        == texts.map { $0.unicodeScalars.map(\.value) })
    #expect(rows.allSatisfy { $0[1] == "end" })
  }

  @Test func noTextBeginsLikeAFormula() {
    for text in hostileTexts {
      let field = readCSV(cell(.text(text)))[0][0]
      #expect(!"=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains(field.unicodeScalars.first ?? "a"))
    }
  }

  @Test func aHeaderThatPeopleNamedIsGuardedToo() {
    let table = Table(columns: [TableColumn("=1+1")], rows: [])
    #expect(table.text(as: .csv()) == "'=1+1\n")
  }

  @Test func theFileBeginsWithItsFirstHeader() {
    #expect(Table(rows: [CodeRow]()).text(as: .csv()).utf8.starts(with: "id,name".utf8))
  }

  @Test func withoutGuardingATextStaysAsItIs() throws {
    #expect(cell(.text("=1+1"), guarding: false) == "=1+1\n")
  }

  @Test func theWriterCountsWhatItGuarded() throws {
    var writer = TableWriter(columns: [TableColumn("a")], format: .csv()) { _ in }
    for text in ["=1", "a", "-2", "'="] { try writer.append([.text(text)]) }
    try writer.append([.integer(-2)])
    try writer.finish()
    #expect(writer.guardedCells == 3)
  }

  @Test func recordsAreSpreadOverAColumnAKey() {
    let studies = [
      StudyRow(
        id: "1", label: "Alder", characteristics: [("country", "Kenya"), ("n", "12")], documents: 1,
        lines: 2, eligibleLines: 1),
      StudyRow(
        id: "2", label: "Birch", characteristics: [("n", "=9"), ("model", "a")], documents: 1,
        lines: 2, eligibleLines: 1),
    ]
    #expect(
      Table(rows: studies).text(as: .csv()) == """
        id,label,citation,year,doi,key,group,characteristics.country,characteristics.n,\
        characteristics.model,documents,lines,eligibleLines
        1,Alder,,,,,,Kenya,12,,1,2,1
        2,Birch,,,,,,,'=9,a,1,2,1

        """)
  }

  /// What stands below the header of a table with one cell.
  private func cell(_ value: TableValue, guarding: Bool = true) -> String {
    let text = Table(columns: [TableColumn("x")], rows: [[value]]).text(
      as: .csv(guarding: guarding))
    return String(text.unicodeScalars.dropFirst(2))
  }
}
