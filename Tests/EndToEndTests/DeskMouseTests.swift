import Foundation
import Testing

extension DeskTests {
  @Suite(.serialized) struct Mouse {
    @Test func theMouseSelectsScrollsAndCarriesCodes() throws {
      let program = try Program.withLongStudy(lines: 60, coders: "Mara Calloway")
      let desk = try TmuxDesk(program)
      try desk.waits(for: { $0.focus == 2 })

      // A click brings the cursor.
      let fourth = try #require(desk.screen.place(of: "number 4 "))
      desk.type(Sent.click(fourth))
      try desk.waits(for: { $0.focus == 4 })

      // The wheel scrolls, and scrolls back.
      let before = desk.screen.rows
      desk.type(String(repeating: Sent.press(fourth, 65), count: 4))
      try desk.waits(for: { $0.rows != before && !$0.text.contains("number 2 ") })
      desk.type(String(repeating: Sent.press(fourth, 64), count: 9))
      try desk.shows("number 2 ")

      // Words that were dragged over are a passage.
      var from = try #require(desk.screen.place(of: "what number 3 "))
      var to = try #require(desk.screen.place(of: "number 3 "))
      to.column += 2
      desk.type(Sent.press(from) + Sent.move((from.column + 1, from.row)))
      desk.type(Sent.move(to) + Sent.release(to))
      desk.press("Enter")
      try desk.shows("code passage at line 3")
      desk.type("dragged\r")
      try desk.shows("added ‘dragged’")
      desk.press("Enter")
      try desk.waits(for: { $0.place(of: "▪ dragged") != nil })

      // A code in the margin can be clicked, and dragged onto another line.
      from = try #require(desk.screen.place(of: "▪ dragged"))
      from.column += 3
      desk.type(Sent.click(from))
      try desk.shows("1 line in 1 study")
      to = try #require(desk.screen.place(of: "number 6 "))
      desk.type(Sent.press(from) + Sent.move((to.column, to.row - 1)) + Sent.move(to))
      try desk.shows("‘dragged’ onto line 6: release")
      desk.type(Sent.release(to))
      try desk.shows("added ‘dragged’")
      try desk.shows("2 coded")
      try desk.isSaved()
      desk.type("q")
      try desk.ends()

      let listed = try program.says("codings", Program.review, "--format", "json")
      let texts = try JSONDecoder().decode([Words].self, from: Data(listed.utf8))
      #expect(
        Set(texts) == [
          Words(line: 3, text: "what number"),
          Words(line: 6, text: "This is what number 6 of them all had said."),
        ])
    }

    private struct Words: Decodable, Hashable {
      let line: Int
      let text: String
    }

    @Test func aDragOutlivesTheLineOnWhichItBegan() throws {
      let program = try Program.withLongStudy(
        lines: 12, coders: "Mara Calloway", "Jonas Strand")
      let desk = try TmuxDesk(program, as: "Mara Calloway")
      try desk.waits(for: { $0.focus == 2 })
      let last = try #require(desk.screen.place(of: "number 13 "))
      let first = try #require(desk.screen.place(of: "number 2 "))
      desk.type(Sent.press(last))
      try desk.waits(for: { $0.focus == 13 })
      let joined = try program.run([
        "line", Program.review, "join", "--study", "Long", "--line", "12", "--as", "Jonas Strand",
      ])
      #expect(joined.status == 0, "\(joined.complaint)")
      try desk.waits(for: { $0.focus == 12 })
      desk.type(Sent.move(first) + Sent.move((first.column, first.row + 2)) + Sent.release(first))
      desk.type("g")
      try desk.shows("g …")
      desk.type("g")
      try desk.waits(for: { $0.focus == 1 })
    }

    @Test func aReportThatComesInPiecesIsNeverTakenForKeys() throws {
      let program = try Program.withLongStudy(lines: 30, coders: "Mara Calloway")
      let desk = try PtyDesk(program)
      defer { desk.end() }
      try desk.shows("number")
      desk.settles()
      for cut in 1..<10 {
        let report = Array("\u{1B}[<65;30;11M".utf8)
        desk.send(Array(report[..<cut]))
        usleep(60_000)
        desk.send(Array(report[cut...]))
      }
      desk.settles()
      #expect(!desk.text.contains("is no key here"))
      desk.type("q")
      #expect(desk.ends(within: 5) == 0)
      #expect(try program.codings().isEmpty)
    }

    @Test func escAloneIsTakenAtOnce() throws {
      let program = try Program.withLongStudy(lines: 30, coders: "Mara Calloway")
      let desk = try PtyDesk(program)
      defer { desk.end() }
      try desk.shows("number")
      desk.type("c")
      try desk.shows("code line 2")
      desk.settles()
      let mark = desk.bytes.count
      let start = ContinuousClock.now
      desk.type("\u{1B}")
      // Drawing ends the wait for what might have followed.
      #expect(eventually(within: 5) { desk.bytes.count > mark })
      let taken = ContinuousClock.now - start
      print("Esc is drawn after \(taken)")
      #expect(taken < .milliseconds(400))
      desk.type("q")
      #expect(desk.ends(within: 5) == 0)
    }

    @Test func whatIsPastedRunsNothing() throws {
      let program = try Program.withLongStudy(lines: 30, coders: "Mara Calloway")
      let desk = try TmuxDesk(program)
      try desk.waits(for: { $0.focus == 2 })
      desk.type("\u{1B}[200~jjc pasted\r\rs.uq\r:leave\r\u{1B}Q\u{1B}[201~")
      try desk.shows("a paste goes into a field")
      #expect(desk.screen.focus == 2)
      desk.type("c")
      try desk.shows("code line 2")
      desk.type("\u{1B}[200~two\rlines\nin one\u{1B}[201~")
      try desk.shows("two lines in one")
      desk.press("Enter")
      try desk.shows("added ‘two lines in one’")
      desk.type("\rq")
      try desk.ends()
      #expect(try program.codings().map(\.code) == ["two lines in one"])
    }
  }
}
