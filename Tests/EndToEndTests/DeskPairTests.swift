import Foundation
import Testing

extension DeskTests {
  @Suite(.serialized) struct Pair {
    @Test func nothingIsLostWhereTwoCodersCodeOneStudyAtOnce() throws {
      let program = try Program.withLongStudy(
        lines: 60, coders: "Mara Calloway", "Jonas Strand")
      let mara = try TmuxDesk(program, as: "Mara Calloway")
      let jonas = try TmuxDesk(program, as: "Jonas Strand")
      try mara.waits(for: { $0.focus == 2 })
      try jonas.waits(for: { $0.focus == 2 })
      mara.type("C")
      jonas.type("C")
      var expected: Set<ListedCoding> = []
      for line in 2...41 {
        let number = String(100 + line).dropFirst()
        mara.type("ma\(number)\r\r")
        jonas.type("jo\(number)\r\r")
        expected.insert(ListedCoding(code: "ma\(number)", coder: "Mara Calloway", line: line))
        expected.insert(ListedCoding(code: "jo\(number)", coder: "Jonas Strand", line: line))
      }
      try mara.shows("40 coded")
      try jonas.shows("40 coded")
      try mara.isSaved()
      try jonas.isSaved()
      let codings = try program.codings()
      #expect(codings.count == 80)
      #expect(Set(codings) == expected)
      #expect(try program.isSound())
    }

    @Test func aPartnersActIsSaidWithinASecondAndMovesNothing() throws {
      let program = try Program.withLongStudy(
        lines: 60, coders: "Mara Calloway", "Jonas Strand")
      let mara = try TmuxDesk(program, as: "Mara Calloway")
      let jonas = try TmuxDesk(program, as: "Jonas Strand")
      try mara.waits(for: { $0.focus == 2 })
      jonas.type("jjjjj")
      try jonas.waits(for: { $0.focus == 7 })
      let before = (screen: jonas.screen, cursor: jonas.cursor)
      mara.type("c")
      try mara.shows("code line 2")
      mara.type("slowly\r")
      try mara.shows("added ‘slowly’")
      try jonas.waits(within: 1, for: { $0.bottom.contains("MC is at work in Long") })
      let after = (screen: jonas.screen, cursor: jonas.cursor)
      #expect(after.screen.rows.dropLast(2) == before.screen.rows.dropLast(2))
      #expect(after.screen.focus == 7)
      #expect(after.cursor?.row == before.cursor?.row)
      #expect(after.cursor?.column == before.cursor?.column)
    }
  }

  @Suite(.serialized) struct Idle {
    @Test func aDeskThatNobodyTouchesUsesNoProcessorAndWakesForAPartner() throws {
      let program = try Program.withLongStudy(
        lines: 30, coders: "Mara Calloway", "Jonas Strand")
      let desk = try TmuxDesk(program, as: "Mara Calloway")
      try desk.waits(for: { $0.focus == 2 })
      let pid = desk.pid
      let start = DeskProcess.processorTime(of: pid) ?? 0
      let moment = ContinuousClock.now
      #expect(eventually(within: 6) { ContinuousClock.now - moment > .seconds(5) })
      let used = (DeskProcess.processorTime(of: pid) ?? 1) - start
      print("idle: \(used) s of processor time in 5 s")
      #expect(used <= 0.15)

      let coded = try program.run([
        "code", Program.review, "--as", "Jonas Strand", "--study", "Long", "--line", "3", "waking",
      ])
      #expect(coded.status == 0, "\(coded.complaint)")
      try desk.waits(within: 1, for: { $0.bottom.contains("JS is at work in Long") })
    }
  }
}
