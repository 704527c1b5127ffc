import Interchange
import Testing

@Suite struct PeopleTests {
  private let table = Table(
    columns: [
      TableColumn("id", audience: .programs), TableColumn("name", title: "Code"),
      TableColumn("lines", title: "Lines", alignment: .right), TableColumn("text", title: "Text"),
    ],
    rows: [
      [
        .text("1"), .text("being heard"), .integer(12),
        .text("Somebody listens for as long as it takes."),
      ],
      [.text("2"), .text("waiting"), .integer(1_205), .text("no\nreason\tgiven")],
      [.text("3"), .text(""), .missing, .flag(true)],
    ])

  @Test func columnsAreAlignedUnderTheirTitles() {
    #expect(
      table.text(as: .people(PeopleLayout())) == """
        Code         Lines  Text
        being heard     12  Somebody listens for as long as it takes.
        waiting       1205  no reason given
                            yes

        """)
  }

  @Test func aLongColumnGoesOnUnderItself() {
    #expect(
      table.text(as: .people(PeopleLayout(width: 36))) == """
        Code         Lines  Text
        being heard     12  Somebody listens
                            for as long as
                            it takes.
        waiting       1205  no reason given
                            yes

        """)
  }

  @Test func aLongColumnIsCutWhereThatIsAskedFor() {
    #expect(
      table.text(as: .people(PeopleLayout(width: 36, overflow: .cut))) == """
        Code         Lines  Text
        being heard     12  Somebody listen…
        waiting       1205  no reason given
                            yes

        """)
  }

  @Test(arguments: 1...60)
  func noLineIsWiderThanTheTerminalIfShortWordsCanHelpIt(width: Int) {
    for overflow in [PeopleLayout.Overflow.wrapped, .cut] {
      let text = table.text(as: .people(PeopleLayout(width: width, overflow: overflow)))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= max(width, 8 + 2 + 5 + 2 + 8) })
    }
  }

  @Test func aWordThatIsLongerThanItsColumnIsBroken() {
    let table = Table(columns: [TableColumn("t")], rows: [[.text("a Donaudampfschiff b")]])
    #expect(table.text(as: .people(PeopleLayout(width: 8))) == "t\na\nDonaudam\npfschiff\nb\n")
  }

  @Test func aCharacterThatIsWiderThanItsColumnStillGetsThrough() {
    let layout = PeopleLayout(width: 1, measure: { $0.count * 9 })
    let table = Table(columns: [TableColumn("t")], rows: [[.text("漢字")]])
    #expect(table.text(as: .people(layout)) == "t\n漢\n字\n")
  }

  @Test func theTerminalMeasuresAndShowsWhatPeopleTyped() {
    let layout = PeopleLayout(
      measure: { $0.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } },
      show: { $0.replacing("\u{1b}", with: "^[") })
    let table = Table(
      columns: [TableColumn("a"), TableColumn("b")],
      rows: [[.text("漢字"), .text("x")], [.text("abcde\u{1b}[2J"), .text("y")]])
    #expect(table.text(as: .people(layout)) == "a           b\n漢字        x\nabcde^[[2J  y\n")
  }

  @Test func longListingsAreLaidOutByTheirFirstRows() throws {
    var text: [UInt8] = []
    var writer = TableWriter(
      columns: [TableColumn("a"), TableColumn("b")], format: .people(PeopleLayout()), window: 2
    ) { text += $0 }
    for row in ["ab", "abc", "abcdefg", "a"] { try writer.append([.text(row), .text("|")]) }
    try writer.finish()
    #expect(String(decoding: text, as: UTF8.self) == "a    b\nab   |\nabc  |\nabcdefg  |\na    |\n")
  }

  @Test func anEmptyTableIsItsHeading() {
    let table = Table(columns: [TableColumn("a", title: "Code")], rows: [])
    #expect(table.text(as: .people(PeopleLayout())) == "Code\n")
  }
}
