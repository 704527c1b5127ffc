import Testing

@testable import Interchange

@Suite struct ReadableTests {
  @Test(arguments: [
    ("plain é 漢字 👩🏽‍⚕️", "plain é 漢字 👩🏽‍⚕️"), ("שלום", "\u{2068}שלום\u{2069}"),
    ("a\u{202e}b", "\u{2068}a\u{202e}b\u{2069}"),
    ("\u{2067}a", "\u{2068}\u{2067}a\u{2069}\u{2069}"),
    ("\u{2069}\u{202e}a", "\u{2068}\u{202e}a\u{2069}"),
    ("a\u{2066}b\u{2069}c", "\u{2068}a\u{2066}b\u{2069}c\u{2069}"),
    ("a\u{202e}\nb", "\u{2068}a\u{202e}\u{2069} b"), ("\u{2028}", ""), ("\u{9b}", "\u{FFFD}"),
    ("\ta\0", "a␀"),
  ])
  func aTextKeepsItsDirectionToItself(text: String, shown: String) {
    #expect(readable(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(arguments: [
    (0, "Not used yet"), (1, "1 line in 1 study by 1 coder"),
    (12, "12 lines in 12 studies by 12 coders"),
  ])
  func reachIsSaidInWords(count: Int, words: String) {
    let entry = CodebookEntry(id: "1", name: "n", lines: count, studies: count, coders: count)
    #expect(entry.reach == words)
  }

  @Test(arguments: [
    ([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"),
  ])
  func namesAreListedAsASentenceListsThem(names: [String], words: String) {
    #expect(listed(names) == words)
  }
}
