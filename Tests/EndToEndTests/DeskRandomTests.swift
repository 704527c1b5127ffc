import Foundation
import TestSupport
import Testing

extension DeskTests {
  @Suite(.serialized) struct RandomKeys {
    private static let count = 100_000

    /// Another for each run; `LINEWISE_SEED` repeats one that was printed.
    private static var seed: UInt64 {
      ProcessInfo.processInfo.environment["LINEWISE_SEED"].flatMap { UInt64($0) }
        ?? .random(in: 0..<1_000_000)
    }

    /// Bytes of three kinds: any; keys that mean something; pieces of what terminals send.
    private static func bytes(seed: UInt64) -> [UInt8] {
      var random = Seeded(seed: seed)
      let keys = Array(
        "jjkklhJKnNcC.svVwemMxiorad/fF?:gbsthnplgx,dejpmu1234U\r\r\r\t \u{7F}\u{3}\u{3}\u{1B}".utf8)
      let pieces = [
        "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OP", "\u{1B}[5~", "\u{1B}[6~",
        "\u{1B}[<0;30;9M", "\u{1B}[<32;40;11M", "\u{1B}[<0;40;11m", "\u{1B}[<65;30;9M",
        "\u{1B}[200~paste q\r", "\u{1B}[201~", "\u{1B}[?1;2c", "\u{1B}]52;c;", "\u{1B}P", "é", "日",
        "\u{1B}[<2;30;9M", "\u{1B}[<9", "\u{1B}[1;5C", "\u{1B}[999999999999;1~",
        "\u{1B}[99999999999999999999u",
      ]
      var all: [UInt8] = []
      while all.count < count {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: for _ in 0..<16 { all.append(.random(in: 0...255, using: &random)) }
        case 2: all += Array((pieces.randomElement(using: &random) ?? "").utf8)
        default: for _ in 0..<8 { all.append(keys.randomElement(using: &random) ?? 0x6A) }
        }
      }
      // The desk is to stay: whether leaving works is asked at the end.
      let leaving = Array("qQ".utf8)
      return all.prefix(count).map { leaving.contains($0) ? UInt8(ascii: "j") : $0 }
    }

    @Test func aHundredThousandRandomBytesHarmNeitherTheDeskNorTheTexts() throws {
      let seed = Self.seed
      print("random keys: seed \(seed)")
      let program = try Program.withLongStudy(lines: 40, coders: "Mara Calloway")
      func texts() throws -> String {
        struct Line: Decodable { let text: String }
        let outcome = try program.run(["lines", Program.review, "--format", "json"])
        return try JSONDecoder().decode([Line].self, from: outcome.bytes).map(\.text).joined()
          .filter { !$0.isWhitespace }
      }
      let before = try texts()
      let desk = try PtyDesk(program, columns: 100, rows: 30)
      defer { desk.end() }
      try desk.shows("number")
      let start = ContinuousClock.now
      var rest = ArraySlice(Self.bytes(seed: seed))
      while !rest.isEmpty, DeskProcess.isAlive(desk.pid) {
        desk.send(Array(rest.prefix(2000)))
        rest = rest.dropFirst(2000)
        // The answers to acts come between keys, as they do for people.
        desk.settles(for: .milliseconds(20), within: 0.3)
      }
      #expect(DeskProcess.isAlive(desk.pid), "seed \(seed), at \(Self.count - rest.count)")
      // An unfinished paste takes what is typed; what is under way is stopped first.
      desk.type("\u{1B}[201~")
      desk.settles(for: .milliseconds(400), within: 60)
      print("random keys: \(ContinuousClock.now - start)")
      // A memo that is refused comes back once, and is let go.
      for _ in 0..<2 {
        desk.type(String(repeating: "\u{3}", count: 30))
        desk.settles(for: .milliseconds(400))
      }
      desk.type("Q")
      #expect(desk.ends(within: 60) == 0, "seed \(seed)")
      print("random keys: \(ContinuousClock.now - start)")
      #expect(try program.isSound())
      // Whoever brought a study in may take it out with `u`.
      let studies = try program.run(["study", Program.review, "list", "--format", "jsonl"])
      #expect(studies.status == 0)
      #expect(try texts() == (studies.bytes.isEmpty ? "" : before))
    }
  }
}
