import Foundation
import GRDB
import Synthesis
import TestSupport
import Testing

@testable import ReviewFile

/// The chain of hashes, computed from the raw rows by a slow SHA-256 of its own.
enum Chain {
  static func problems(in file: ReviewFile) throws -> [String] {
    try file.queue.read { db in
      var previous = [UInt8](repeating: 0, count: 32)
      var problems: [String] = []
      for (index, row) in try Row.fetchAll(db, sql: "SELECT * FROM action ORDER BY seq")
        .enumerated()
      {
        let seq: Int = row["seq"]
        if seq != index + 1 { problems.append("arrival \(seq) at place \(index + 1)") }
        var content = framed(previous) + framed(row["id"] as Data)
        content += framed(String(row["stamp"] as Int64).utf8)
        content += framed(String(row["at"] as Int64).utf8) + framed(row["coder"] as Data)
        content += framed((row["verb"] as String).utf8) + framed((row["note"] as String).utf8)
        for change in try Row.fetchAll(
          db, sql: "SELECT * FROM change WHERE action = ? ORDER BY n", arguments: [seq])
        {
          content += framed((change["kind"] as String).utf8) + framed(change["entity"] as Data)
          content += framed((change["fields"] as String).utf8)
          content += framed((change["over"] as String).utf8)
        }
        previous = SlowSHA256.digest(content)
        if previous != [UInt8](row["hash"] as Data) { problems.append("hash of \(seq)") }
      }
      return problems
    }
  }

  private static func framed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { Array($0) } + bytes
  }
}

/// SHA-256 as FIPS 180-4 writes it, for tests alone.
enum SlowSHA256 {
  /// The first 32 bits of the fractional parts of the roots of the first primes.
  private static func constants(_ count: Int, root: Double) -> [UInt32] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if !primes.contains(where: { candidate % $0 == 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      let power = pow(Double(prime), 1 / root)
      return UInt32(truncatingIfNeeded: Int64((power - power.rounded(.down)) * 4_294_967_296))
    }
  }

  static func digest(_ message: [UInt8]) -> [UInt8] {
    let k = constants(64, root: 3)
    var hash = constants(8, root: 2)
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    padded += withUnsafeBytes(of: UInt64(message.count * 8).bigEndian) { Array($0) }
    func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
      word >> count | word << (32 - count)
    }
    for block in stride(from: 0, to: padded.count, by: 64) {
      var w = (0..<16).map { index in
        padded[(block + index * 4)..<(block + index * 4 + 4)].reduce(UInt32(0)) {
          $0 << 8 | UInt32($1)
        }
      }
      for index in 16..<64 {
        let (a, b) = (w[index - 15], w[index - 2])
        let s0 = turned(a, 7) ^ turned(a, 18) ^ a >> 3
        let s1 = turned(b, 17) ^ turned(b, 19) ^ b >> 10
        w.append(w[index - 16] &+ s0 &+ w[index - 7] &+ s1)
      }
      var v = hash
      for index in 0..<64 {
        let s1 = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let one = v[7] &+ s1 &+ choice &+ k[index] &+ w[index]
        let s0 = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        v = [one &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
      }
      hash = zip(hash, v).map { $0 &+ $1 }
    }
    return hash.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }
}

@Suite struct ChainTests {
  @Test func theDigestIsTheStandards() {
    let vectors = [
      "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ]
    for (text, hex) in vectors {
      #expect(Digest(of: Array(text.utf8)).hex == hex)
      #expect(SlowSHA256.digest(Array(text.utf8)) == Digest(of: Array(text.utf8)).bytes)
    }
  }

  @Test func everyRowIsChainedToTheOneBefore() throws {
    var shelf = try Shelf()
    try shelf.play(seed: 11, acts: 12)
    #expect(try Chain.problems(in: shelf.file) == [])
  }

  /// One byte of anything that the log holds.
  @Test(arguments: [
    "UPDATE action SET note = note || 'x' WHERE seq = 2",
    "UPDATE action SET at = at + 1 WHERE seq = 2",
    "UPDATE action SET stamp = stamp + 1 WHERE seq = 3",
    "UPDATE action SET verb = 'x' WHERE seq = 4",
    "UPDATE action SET coder = zeroblob(16) WHERE seq = 2", "DELETE FROM action WHERE seq = 2",
    "UPDATE action SET hash = zeroblob(32) WHERE seq = 4",
    "UPDATE change SET fields = replace(fields, 'Hollis', 'Holler') WHERE action = 2",
    "UPDATE change SET kind = 'x' WHERE action = 3 AND n = 0",
    "DELETE FROM change WHERE action = 4 AND n = 1",
    "UPDATE change SET n = n + 10 WHERE action = 3 AND n = 0",
    "UPDATE content SET bytes = CAST(replace(bytes, 'Mothers', 'Brothers') AS BLOB)",
    "UPDATE tally SET lines = lines + 1", "DELETE FROM coding",
    "UPDATE coverage SET coded = coded + 1",
    "UPDATE code SET name = 'x'", "DELETE FROM resolved", "UPDATE total SET lines = 7",
    "UPDATE total SET studies = 7", "UPDATE study SET label = 'x'",
    "UPDATE thing SET live = 0 WHERE kind = 'code'",
    "UPDATE head SET stamp = stamp - 1", "UPDATE head SET stamp = stamp + 65536",
    "UPDATE head SET review = zeroblob(16)",
  ])
  func whateverIsChangedBehindItsBackIsFound(_ statement: String) throws {
    var shelf = try Shelf()
    for name in ["a", "b"] { try shelf.code(shelf.ada, name, 1) }
    let codes = try shelf.memory.live(Code.kind).map(\.id)
    try shelf.act(shelf.ada, .mergeCodes([codes[0]], into: codes[1]))
    #expect(try shelf.file.check() == [])
    try shelf.file.queue.writeWithoutTransaction { try $0.execute(sql: statement) }
    #expect(try shelf.file.check() != [])
  }

  @Test(arguments: [0, 1, Projection.numbersAtOnce, 2 * Projection.numbersAtOnce + 7])
  func numbersThatStandForNothingAreCountedHoweverManyThereAre(_ count: Int) throws {
    var shelf = try Shelf()
    for name in ["a", "b"] { try shelf.code(shelf.ada, name, 1) }
    try shelf.file.queue.write { db in
      for number in 0..<count {
        // On both sides of those that stand for something.
        let code = number.isMultiple(of: 2) ? -number - 1 : number + 1_000_000
        for mask in 1...2 {
          try db.execute(sql: "INSERT INTO total VALUES(?, ?, 1, 1)", arguments: [code, mask])
        }
      }
    }
    let comparison = ProjectionComparison(source: shelf.file, copy: shelf.file.queue)
    for projection in Projection.all {
      let found = try comparison.strays(of: projection)
      #expect(found == (projection.table == "total" ? count : 0), "\(projection.table)")
    }
  }
}
