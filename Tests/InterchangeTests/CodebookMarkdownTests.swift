import Interchange
import Testing

@Suite struct CodebookMarkdownTests {
  @Test(arguments: [
    ("a | b", #"a \| b"#), ("*a* _b_", #"\*a\* \_b\_"#), ("<b>", #"\<b\>"#),
    ("[x](javascript:alert(1))", #"\[x\](javascript:alert(1))"#), ("\\", #"\\"#),
    ("&lt;", #"\&lt;"#),
    ("`a`", #"\`a\`"#), ("$x$ ~y~ ^z^", #"\$x\$ \~y\~ \^z\^"#), ("@smith2019", #"\@smith2019"#),
    ("https://a.org", #"https\://a.org"#), ("www.a.org", #"www\.a.org"#), ("name #", ##"name \#"##),
    ("{#id}", ##"\{\#id\}"##), ("one\ntwo", "one two"), ("3.5 - 2 = 1.5", "3.5 - 2 = 1.5"),
    ("  a  ", "a"), ("a\u{1b}b", "a␛b"),
  ])
  func aNameInAHeadingIsEscaped(name: String, heading: String) {
    #expect(markdown(name: name).contains("\n## \(heading)\n"))
  }

  @Test(arguments: [
    ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("1. a", #"1\. a"#), ("12) a", #"12\) a"#),
    ("a. b", #"a\. b"#),
    ("(1) a", #"\(1) a"#), ("# a", ##"\# a"##), ("---", #"\---"#), ("===", #"\==="#),
    ("    a", "a"),
    ("> a", #"\> a"#), (": a", #"\: a"#), ("% a", #"\% a"#), ("1.5 a", "1.5 a"),
    ("Yes. No.", #"Yes\. No."#),
    ("- a\r\n\n1.", "\\- a\\\n> 1\\."),
  ])
  func nothingBeginsABlockInsideAQuotation(text: String, quotation: String) {
    #expect(markdown(quotation: text).contains("\n> \(quotation)\n>\n> Authors"))
  }

  @Test(arguments: hostileTexts.filter { !$0.allSatisfy(\.isWhitespace) })
  func everyTextLeavesTheTableItsRowsAndCells(text: String) {
    let rows = codebook(of: text).markdown().split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { bars(in: $0) == 6 })
  }

  @Test(arguments: hostileTexts.filter { !$0.allSatisfy(\.isWhitespace) })
  func everyTextLeavesTheHeadingsTheirNumber(text: String) {
    let lines = codebook(of: text).markdown().split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("#") }.count == 3)
    #expect(lines.filter { $0.hasPrefix("> ") }.count >= 4)
  }

  @Test func lineBreaksInACellStayInTheCell() {
    #expect(markdown(name: "one\r\n\ntwo").contains("\n| one<br>two | 0 |"))
  }

  private func markdown(name: String) -> String {
    Codebook(title: "T", entries: [CodebookEntry(id: "1", name: name)]).markdown()
  }

  private func markdown(quotation: String) -> String {
    let quotation = CodebookQuotation(text: quotation, study: "S", line: 1)
    let entry = CodebookEntry(id: "1", name: "n", quotations: [quotation])
    return Codebook(title: "T", entries: [entry]).markdown().replacing("— Authors", with: "Authors")
  }

  /// The bars that separate cells: those without a backslash before them.
  private func bars(in row: Substring) -> Int {
    row.replacing("\\\\", with: "").replacing("\\|", with: "").unicodeScalars.count { $0 == "|" }
  }
}
