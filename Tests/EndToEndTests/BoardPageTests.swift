import Foundation
import Testing

extension DeskTests {
  /// What stands around the board: a theme's page, the matrix, the chart and the exports.
  @Suite(.serialized) struct BoardPages {
    @Test(arguments: [BoardTerminal.narrowTmux, .wideTmux])
    func theThemesPageTheMatrixTheChartAndTheExportsAreWalkedThrough(terminal: BoardTerminal)
      throws
    {
      let program = try Program.withBoard()
      let desk = try terminal.open(program)
      defer { desk.end() }
      // A theme's page: a statement is written, and agreed to.
      desk.type(terminal.size.columns < 100 ? "\t" : "l")
      try desk.sees("cursor in the tree") { $0.rows.contains { $0.contains("▌") } }
      desk.type("j\r")
      try desk.sees("1.1 A relationship  descriptive theme")
      desk.type("d")
      try desk.sees("statement of 1.1")
      desk.type("People stay for a person.\u{4}")
      try desk.sees("statement   People stay for a person.")
      desk.type("H")
      try desk.says("agreed to ‘A relationship’")
      try desk.sees("agreed by MC · waits for JS")
      desk.type("q")
      try desk.sees("Themes  ")

      // The matrix: the one study is taken out, and counted again; its lines are read.
      desk.type("gm")
      try desk.sees("1 of 1 studies count")
      desk.type("jlx")
      try desk.sees("0 of 1 studies count")
      desk.type("x")
      try desk.sees("1 of 1 studies count")
      desk.type("\r")
      try desk.sees("This is what number 2 of them all")
      desk.type("q")
      try desk.seesNo("This is what number 2 of them all")
      desk.type(",s")
      try desk.sees("New themes by study")
      desk.type("q")
      try desk.sees("1 of 1 studies count")

      // Every export of the list, and what it holds.
      for (index, (file, words)) in [
        ("codebook.md", "being heard"), ("codebook.html", "being heard"),
        ("codebook.csv", "being heard"), ("codebook.json", "being heard"),
        ("tree.svg", "A relationship"), ("tree.txt", "A relationship"),
        ("themes.md", "People stay for a person."), ("themes.csv", "being heard"),
        ("matrix.csv", "A relationship"), ("matrix.html", "A relationship"),
        ("saturation.svg", "Long"), ("codings.csv", "being heard"), ("lines.csv", "number 2"),
      ].enumerated() {
        desk.type("gx")
        try desk.sees("codebook to read (Markdown)")
        desk.type(String(repeating: "\u{1B}[B", count: index) + "\r")
        try desk.sees("wrote exports/\(file)")
        let written = try program.contents("exports/\(file)")
        #expect(String(decoding: written, as: UTF8.self).contains(words), "\(file)")
      }
      try program.expectNothingHalfPlaced()
    }
  }
}
