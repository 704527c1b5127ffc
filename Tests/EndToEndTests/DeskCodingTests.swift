import Foundation
import Testing

extension DeskTests {
  @Suite(.serialized) struct Coding {
    /// Words none of which begins, or is nearly, another.
    private static let names = [
      "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india",
      "juliett", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo",
      "sierra", "tango",
    ]

    @Test func whatIsTypedBeforeTheDeskIsThereFindsTheCodesThatAreThere() throws {
      let program = try Program.withLongStudy(lines: 120, coders: "Mara Calloway")
      // Far below the first screen, so that it does not come with it.
      try program.says(
        "code", Program.review, "--study", "Long", "--line", "110", "owning the plan")
      let desk = try PtyDesk(
        program, columns: 80, rows: 24,
        script: "sleep 0.5; exec \"$LINEWISE\" open \(Program.review)")
      defer { desk.end() }
      desk.type("c")
      desk.type("own pl\n\n")
      try desk.shows("added ‘owning the plan’")
      #expect(
        try program.codings().filter { $0.code.hasPrefix("own") }.map(\.code)
          == ["owning the plan", "owning the plan"])
    }

    @Test func twentyLinesThatAreCodedByKeysAreTheCodingsInTheFileAndInTheCodebook() throws {
      let program = try Program.withLongStudy(lines: 30, coders: "Mara Calloway")
      var desk = try TmuxDesk(program)
      try desk.waits(for: { $0.focus == 2 })

      desk.type("C")
      for (offset, name) in Self.names.enumerated() {
        try desk.shows("code line \(offset + 2)")
        desk.type("\(name)\r")
        try desk.shows("added ‘\(name)’")
        desk.type("\r")
      }
      try desk.shows("code line 22")
      desk.press("Escape")
      try desk.waits(for: { !$0.text.contains("code line 22") })
      desk.type("s")
      try desk.shows("set line 22 aside")
      desk.press("Enter")
      try desk.shows("20 coded · 1 aside · 9 open")

      try desk.shows("u undoes")
      desk.type("u")
      try desk.shows("20 coded · 0 aside · 10 open")
      desk.type("U")
      try desk.shows("20 coded · 1 aside · 9 open")
      desk.type("kkkkk")
      try desk.waits(for: { $0.focus == 17 })
      desk.type("q")
      try desk.ends()

      desk = try TmuxDesk(program)
      try desk.shows("20 coded · 1 aside · 9 open")
      #expect(desk.screen.focus == 17)
      desk.type("gh")
      try desk.shows("UTC, the latest first")
      desk.type("q")
      try desk.ends()
      desk = try TmuxDesk(program)
      try desk.shows("UTC, the latest first")
      desk.type("q")
      try desk.ends()

      let expected = Set(
        Self.names.enumerated().map {
          ListedCoding(code: $1, coder: "Mara Calloway", line: $0 + 2)
        })
      let codings = try program.codings()
      #expect(codings.count == 20)
      #expect(Set(codings) == expected)
      let codebook = try program.says("export", Program.review, "codebook", "--format", "csv")
      for name in Self.names { #expect(codebook.contains(name)) }
      #expect(try program.isSound())
    }

    @Test func aReviewIsFilledReadAndWrittenAtTheDeskAlone() throws {
      let program = try Program.withReview(coders: "Mara Calloway")
      let text = Program.corpus.appending(path: "marrow-2016.md").path
      try program.write(
        try String(contentsOfFile: text, encoding: .utf8), to: "marrow-2016.md")
      var desk = try TmuxDesk(program)
      desk.type("gs+")
      try desk.shows("import a text from")
      desk.type("marrow-2016.md\r")
      try desk.shows("imported ‘Marrow 2016’: 103 lines, 6 sections are findings")
      try desk.shows("57")
      desk.press("Enter")
      try desk.shows("0 coded · 0 aside · 57 open")
      let line = try #require(desk.screen.focus)
      desk.type("c")
      try desk.shows("code line \(line)")
      desk.type("a key of one's own\r\r")
      try desk.shows("1 coded · 0 aside · 56 open")
      desk.type("u")
      try desk.shows("0 coded · 0 aside · 57 open")
      desk.type("U")
      try desk.shows("1 coded · 0 aside · 56 open")
      desk.type("q")
      try desk.ends()

      desk = try TmuxDesk(program)
      try desk.waits(for: { $0.focus == line })
      desk.type("gx")
      try desk.shows("codebook to read (Markdown)")
      desk.press("Enter")
      try desk.shows("wrote exports/codebook.md, beside the review")
      desk.type("gsu")
      try desk.shows("undid: coded")
      desk.type("q")
      try desk.ends()
      let written = try program.contents("exports/codebook.md")
      #expect(String(decoding: written, as: UTF8.self).contains("a key of one's own"))
      #expect(try program.codings().isEmpty)
      #expect(try program.isSound())
    }
  }
}
