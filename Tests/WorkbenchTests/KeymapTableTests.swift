import Testing

@testable import Workbench

@Suite struct KeymapTableTests {
  @Test func aContextIsShownAsPlainText() {
    #expect(
      KeyTable.plain(.builtIn, in: .codeMargin) == """
        [code.margin] Code, on a code beside the line (also everything of [code])
          t      Put this code under a theme.
          enter  Open this code's page.
          b      Move the ends of this coding.

        """)
  }

  @Test func markdownHasATableForEachContext() {
    let text = KeyTable.markdown(.builtIn)
    #expect(
      text.split(separator: "\n").filter { $0.hasPrefix("### ") }.count == Context.allCases.count)
    #expect(
      text.contains("| `right-click` |") == false && text.contains("| `g c`, `f2` | Go to Code. |"))
    #expect(text.contains("| `s`, `-` | Set aside, with a reason: s and its letter;"))
    #expect(text.contains("| `1 ... 9` | The pinned code with this digit. |"))
  }

  @Test func everyRowOfTheCommandTableHasARowOfKeys() {
    let rows = KeyTable.rows(.builtIn)
    #expect(rows.map(\.command) == CommandTable.entries.map(\.command))
    #expect(rows.map(\.context) == CommandTable.entries.map(\.context))
    #expect(rows[0].keys == ["j", "down"])
    #expect(rows[0].mouse == "click")
  }

  @Test func aKeyThatAPersonAddsToAnInnerContextHasARowThere() {
    let rows = KeyTable.rows(read("[code]\n\"z\" = \"find.open\"").keymap, in: .code)
    #expect(rows.last?.command == .findOpen)
    #expect(rows.last?.keys == ["z"])
    #expect(rows.last?.sentence == "Find: filter this list, or search all texts.")
  }

  @Test func aCommandWithoutAKeyStaysInTheTable() {
    let rows = KeyTable.rows(read("[code]\n\"i\" = \"none\"").keymap, in: .code)
    #expect(rows.first { $0.command == .codeInVivo }?.keys == [])
  }

  @Test func aKeyThatMarkdownReadsOtherwiseIsEscaped() {
    let keys = read("[code]\n\"|\" = \"code.run\"\n\"`\" = \"code.again\"").keymap
    let text = KeyTable.markdown(keys)
    #expect(text.contains("`\\|`"))
    #expect(text.contains("`` ` ``"))
  }
}
