import Foundation
import Glibc
import Testing

extension DeskTests {
  @Suite(.serialized) struct Killed {
    @Test func whatTheScreenShowedAsSavedIsInTheFileAfterTheProcessIsKilledAtAnyMoment() throws {
      let program = try Program.withLongStudy(lines: 400, coders: "Mara Calloway")
      var random = SystemRandomNumberGenerator()
      var next = 0
      var promised: Set<String> = []
      var focus: Int?
      var moved = 0
      for _ in 0..<50 {
        let desk = try TmuxDesk(program)
        try desk.waits(for: { $0.focus != nil })
        if let focus, let now = desk.screen.focus, now != focus {
          // Killed after a step was drawn and before it was kept.
          moved += 1
          #expect(abs(now - focus) <= 12)
        }
        let pid = desk.pid
        let moment = UInt32.random(in: 0...800, using: &random) * 1000
        let killer = Thread {
          usleep(moment)
          kill(pid, SIGKILL)
        }
        killer.start()
        desk.type("C")
        for _ in 0..<16 where DeskProcess.isAlive(pid) {
          next += 1
          desk.type("k\(String(1000 + next).dropFirst())\r\r")
          // As fast as a hand that copies.
          usleep(30_000)
        }
        try desk.ends()
        let last = desk.screen
        promised.formUnion(last.savedCodes(/k\d\d\d/))
        focus = last.focus ?? focus
      }
      let codings = try program.codings()
      let names = codings.map(\.code)
      #expect(promised.subtracting(names).isEmpty)
      #expect(Set(names).count == names.count)
      #expect(!promised.isEmpty)
      #expect(moved <= 10)
      print("killed: \(promised.count) codings seen saved, \(moved) times at another line")
      #expect(try program.isSound())
    }
  }
}
