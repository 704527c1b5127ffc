import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    (TableValue.text("a/b \"c\" \\"), #""a/b \"c\" \\""#), (.text("é 漢字 👩🏽‍⚕️"), "\"é 漢字 👩🏽‍⚕️\""),
    (.text("\n\r\t\u{8}\0\u{1b}"), #""\n\r\t\u0008\u0000\u001b""#),
    (.text("\u{7f}\u{9b}"), #""\u007f\u009b""#),
    (.text("a\u{202e}b\u{2066}\u{2028}\u{61c}"), #""a\u202eb\u2066\u2028\u061c""#),
    (.integer(-7), "-7"),
    (
      .text("\u{2027}\u{202f}\u{2065}\u{206a}\u{61b}£"),
      "\"\u{2027}\u{202f}\u{2065}\u{206a}\u{61b}£\""
    ),
    (.decimal(0.5, places: 3), "0.500"), (.decimal(-0.0004, places: 3), "0.000"),
    (.decimal(1, places: 0), "1"), (.decimal(2.0 / 3, places: 3), "0.667"),
    (.decimal(-1.25, places: 1), "-1.3"),
    (.decimal(.nan, places: 2), "null"), (.decimal(.infinity, places: 2), "null"),
    (.flag(true), "true"), (.missing, "null"),
    (.list([]), "[]"), (.list([.integer(1), .missing]), "[1,null]"),
    (.record([("b", .integer(1)), ("a", .flag(false))]), #"{"b":1,"a":false}"#),
    (.json(#"{"a":"\"x\\","b":[1]}"#), #"{"a":"\"x\\","b":[1]}"#),
    (.json("{\"a\":\"\u{202e}\u{9b}\"}"), #"{"a":"\u202e\u009b"}"#),
    (.json(""), "null"),
  ])
  func aValueIsWrittenOnOneLine(value: TableValue, text: String) {
    #expect(value.jsonText == text)
  }

  @Test func everyTextComesBackThroughAReader() throws {
    var random = Seeded(seed: 20_260_302)
    let texts = hostileTexts + (0..<300).map { _ in randomText(using: &random) }
    let json = TableValue.names(texts).jsonText
    let read = try JSONDecoder().decode([String].self, from: Data(json.utf8))
    #expect(read.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }

  @Test func nothingThatATerminalObeysIsWritten() {
    let json = TableValue.names(hostileTexts).jsonText
    #expect(json.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(
      json.unicodeScalars.allSatisfy {
        !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
      })
  }

  @Test func anArrayHasARowALineAndEndsWithALineFeed() {
    let table = Table(
      columns: [
        TableColumn("a"), TableColumn("p", audience: .people),
        TableColumn("m", audience: .programs),
      ],
      rows: [[.integer(1), .text("x"), .missing], [.integer(2), .text("y"), .text("/")]])
    #expect(table.text(as: .json) == "[\n  {\"a\":1,\"m\":null},\n  {\"a\":2,\"m\":\"/\"}\n]\n")
    #expect(table.text(as: .jsonl) == "{\"a\":1,\"m\":null}\n{\"a\":2,\"m\":\"/\"}\n")
  }

  @Test func anEmptyTableIsAnEmptyArrayOrNothing() {
    let table = Table(columns: [TableColumn("a")], rows: [])
    #expect(table.text(as: .json) == "[]\n")
    #expect(table.text(as: .jsonl) == "")
  }
}
