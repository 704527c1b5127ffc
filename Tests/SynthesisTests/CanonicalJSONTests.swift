import Synthesis
import TestSupport
import Testing

@Suite struct CanonicalJSONTests {
  private static func text(_ seeded: inout Seeded) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...31, 32...126, 127...159, 0x300...0x36F, 0x5D0...0x5EA, 0x202A...0x202E, 0x4E00...0x4E20,
      0xD7F0...0xD7FF, 0xE000...0xE00F, 0xFFF0...0xFFFF, 0x1F600...0x1F64F, 0x10FFF0...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<8, using: &seeded) {
      guard let range = ranges.randomElement(using: &seeded),
        let scalar = Unicode.Scalar(UInt32.random(in: range, using: &seeded))
      else { continue }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private static func value(_ seeded: inout Seeded, depth: Int = 0) -> FieldValue {
    switch Int.random(in: 0..<(depth < 3 ? 4 : 3), using: &seeded) {
    case 0: return .text(text(&seeded))
    case 1:
      return .number(
        [0, 1, -1, .max, .min, Int.random(in: .min ... .max, using: &seeded)]
          .randomElement(using: &seeded) ?? 0)
    case 2: return .flag(Bool.random(using: &seeded))
    default:
      return .list(
        (0..<Int.random(in: 0..<4, using: &seeded)).map { _ in value(&seeded, depth: depth + 1) })
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func whateverIsWrittenIsReadBackTheSame(seed: UInt64) throws {
    var seeded = Seeded(seed: seed)
    var fields: [String: FieldValue] = [:]
    for _ in 0..<Int.random(in: 0..<6, using: &seeded) {
      fields[Self.text(&seeded)] = Self.value(&seeded)
    }
    let bytes = CanonicalJSON.encode(fields)
    #expect(try CanonicalJSON.decode(bytes) == fields, "seed \(seed)")
    #expect(CanonicalJSON.encode(try CanonicalJSON.decode(bytes)) == bytes, "seed \(seed)")
    for cut in bytes.indices {
      #expect(throws: CanonicalJSON.Malformed.self, "seed \(seed)") {
        try CanonicalJSON.decode(Array(bytes[..<cut]))
      }
    }
  }

  @Test func namesAreSortedByTheirBytesAndControlsAreEscaped() {
    let fields: [String: FieldValue] = [
      "é": .number(1), "z": .flag(true), "Z": .list([.text("\u{0}\"\\\n\u{1F}\u{7F}😀")]),
    ]
    #expect(
      String(decoding: CanonicalJSON.encode(fields), as: UTF8.self)
        == #"{"Z":["\u0000\"\\\u000a\u001f"# + "\u{7F}😀" + #""],"z":true,"é":1}"#)
  }

  /// One spelling each: what decodes is what we would have written.
  @Test(arguments: [
    "", "{", "{}}", "{} ", " {}", "[]", "null", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":null}"#,
    #"{"a":1.5}"#, #"{"a":1e3}"#, #"{"a":01}"#, #"{"a":-0}"#, #"{"a":-}"#, #"{"a":+1}"#,
    #"{"a":9223372036854775808}"#, #"{"a":-9223372036854775809}"#, #"{"b":1,"a":1}"#,
    #"{"a":1,"a":2}"#, #"{"a": 1}"#, #"{"a":truee}"#, #"{"a":tru}"#, #"{"a":"\n"}"#,
    #"{"a":"\/"}"#, #"{"a":"\u0041"}"#, #"{"a":"\u001F"}"#, #"{"a":"\u+01f"}"#, #"{"a":"\ud83d"}"#,
    #"{"a":"\ud83d\ude00"}"#, #"{"a":"\u00"}"#, "{\"a\":\"\u{1}\"}", "{\"\u{1}\":1}", #"{"a":{}}"#,
    #"{"a":[1 ,2]}"#, #"{"a":[,]}"#, #"{"a":[[[[[[[[[]]]]]]]]]}"#, "{\"\u{E9}\":1,\"e\u{301}\":1}",
    "{\"e\u{301}\":1,\"\u{E9}\":1}",
  ])
  func everyOtherSpellingIsRefused(_ text: String) {
    #expect(throws: CanonicalJSON.Malformed.self) { try CanonicalJSON.decode(Array(text.utf8)) }
  }

  @Test(arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]])
  func bytesThatAreNotUTF8AreRefused(_ bytes: [UInt8]) {
    #expect(throws: CanonicalJSON.Malformed.self) {
      try CanonicalJSON.decode(Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8))
    }
  }

  @Test func valuesAreComparedByTheirBytes() {
    #expect(FieldValue.text("\u{E9}") != FieldValue.text("e\u{301}"))
    #expect(Set([FieldValue.text("\u{E9}"), .text("e\u{301}"), .text("\u{E9}")]).count == 2)
  }
}
