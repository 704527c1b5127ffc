import Interchange
import Testing

@Suite struct CodebookHTMLTests {
  @Test func onlyKnownTagsAndAttributesOccur() {
    let tags = Set(tags(in: sampleCodebook.html()).map(withoutNumbers))
    #expect(
      tags == [
        "!DOCTYPE html", #"html lang="en""#, "/html", "head", "/head", #"meta charset="utf-""#,
        #"meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'""#,
        #"meta name="viewport" content="width=device-width, initial-scale=""#, "title", "/title",
        "style", "/style", "body", "/body", "header", "/header", #"p class="kind""#, "h", "/h",
        #"p class="question""#, #"p class="summary""#, "p", "/p", "nav", "/nav", "ol", "/ol", "li",
        "/li", ##"a href="#code-""##, "/a", #"span class="name""#, #"span class="count""#, "/span",
        #"p class="key""#, "main", "/main", #"section id="code-""#, "/section", #"p class="reach""#,
        "dl", "/dl", "div", "/div", "dt", "/dt", "dd", "/dd", "blockquote", "/blockquote", "footer",
        "/footer", #"span class="chosen""#, #"p class="further""#, #"footer class="provenance""#,
      ])
  }

  @Test(arguments: hostileTexts.filter { !$0.allSatisfy(\.isWhitespace) })
  func noTextChangesTheStructureOfThePage(text: String) {
    #expect(tags(in: codebook(of: text).html()) == tags(in: codebook(of: "x").html()))
  }

  @Test func theCharacterSetIsTheFirstThingInTheHead() {
    #expect(sampleCodebook.html().contains("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv"))
  }

  @Test func aSignWithACombiningMarkIsEscapedToo() {
    let html = codebook(of: "\"\u{301}<\u{301}&\u{301}>\u{301}'\u{301}").html()
    #expect(html.contains("&quot;\u{301}&lt;\u{301}&amp;\u{301}&gt;\u{301}&#39;\u{301}"))
    #expect(!html.unicodeScalars.contains("\u{301}", after: ["\"", "<", "&", ">", "'"]))
  }

  @Test func codesAreListedByName() {
    let names = ["b", "C", "a"].map { CodebookEntry(id: $0, name: $0) }
    let html = Codebook(title: "T", entries: names).html()
    let links = html.matches(of: /href="#(code-\d)"><span class="name">(\w)/).map {
      "\($0.1) \($0.2)"
    }
    #expect(links == ["code-3 a", "code-1 b", "code-2 C"])
  }

  @Test func noControlCharacterIsWritten() {
    let html = codebook(of: "a\u{1b}b\0c\u{9b}d\u{7f}").html()
    #expect(html.contains("a␛b␀c\u{FFFD}d␡"))
    #expect(
      html.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }
}

/// What stands between `<` and `>`, outside the style sheet.
private func tags(in html: String) -> [String] {
  html.replacing(/<style>[^<]*<\/style>/, with: "<style></style>")
    .unicodeScalars.split(separator: "<")
    .map { String($0.prefix { $0 != ">" }) }
}

private func withoutNumbers(_ tag: String) -> String { tag.filter { !$0.isNumber } }

extension String.UnicodeScalarView {
  fileprivate func contains(_ mark: Unicode.Scalar, after signs: [Unicode.Scalar]) -> Bool {
    zip(self, dropFirst()).contains { signs.contains($0) && $1 == mark }
  }
}
