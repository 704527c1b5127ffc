import ScreenCells
import Testing

@Suite struct KeyTests {
  private static let bases: [Key.Code] =
    Key.Name.allCases.map(Key.Code.named)
    + (UInt8(0x20)..<0x7F).map { .character(String(UnicodeScalar($0))) }
    + ["é", "ж", "日"].map(Key.Code.character)

  private static let keys = bases.flatMap { code in
    (UInt8(0)..<8).map { Key(code, Key.Modifiers(rawValue: $0)) }
  }

  @Test func everyKeyCanBeReadBackFromItsToken() {
    for key in Self.keys { #expect(Key(token: key.token) == key, "\(key.token)") }
  }

  @Test func everyKeyHasOneSpelling() {
    let tokens = Dictionary(grouping: Set(Self.keys), by: \.token)
    #expect(tokens.values.allSatisfy { $0.count == 1 })
  }

  @Test(arguments: [
    (Key("j"), "j"), (Key("G"), "G"), (Key("d", .ctrl), "ctrl-d"), (Key(.tab, .shift), "shift-tab"),
    (Key(.enter), "enter"), (Key(" "), "space"), (Key(.f1), "f1"), (Key(.pagedown), "pagedown"),
    (Key("b", .alt), "alt-b"), (Key(.left, .ctrl), "ctrl-left"), (Key("-"), "-"),
    (Key(.backspace, .alt), "alt-backspace"), (Key(" ", .ctrl), "ctrl-space"),
    (Key("-", .alt), "alt--"), (Key("é"), "é"),
  ])
  func tokensAreThoseOfTheKeymaps(key: Key, token: String) {
    #expect(key.token == token)
  }

  @Test(arguments: [
    (Key("j", .ctrl), Key(.enter)), (Key("m", .ctrl), Key(.enter)), (Key("i", .ctrl), Key(.tab)),
    (Key("h", .ctrl), Key(.backspace)), (Key("[", .ctrl), Key(.esc)),
    (Key("a", .shift), Key("A")), (Key("A", .ctrl), Key("a", .ctrl)),
    (Key("_", .ctrl), Key("/", .ctrl)), (Key("ß", .shift), Key("ß")),
  ])
  func whatATerminalCannotTellApartIsOneKey(one: Key, other: Key) {
    #expect(one == other)
  }

  @Test(arguments: [
    "", "shift-a", "ctrl-A", "ctrl-i", "Ctrl-d", "<C-d>", "return", "jj", " ", "alt-",
  ])
  func otherSpellingsAreRefused(token: String) {
    #expect(Key(token: token) == nil)
  }

  @Test func onlyBareCharactersType() {
    #expect(Key("x").text == "x")
    #expect(Key(" ").text == " ")
    #expect(Key("x", .alt).text == nil)
    #expect(Key(.enter).text == nil)
  }
}
