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
  }
}
