import Reading
import Synthesis
import Testing

@Suite struct MarkdownTests {
  @Test(arguments: [
    (
      "It *was* **very** ***good*** and _plain_ and __strong__.",
      "It was very good and plain and strong."
    ),
    ("A snake_case_word and 2 * 3 * 4.", "A snake_case_word and 2 * 3 * 4."),
    ("See [the *site*](http://x.org/a_b_c \"T\") now.", "See the site now."),
    ("![A tree](tree.png) stands.", "A tree stands."), ("At <http://x.org>.", "At http://x.org."),
    ("Trust.[^1] Time.^12^ Care.^{7,21-23}", "Trust.[^1] Time.^12^ Care.^{7,21-23}"),
    ("H<sub>2</sub>O<br>it <!-- no --> is", "H2O\nit  is"),
    ("\\*not\\* it \\[x\\]", "*not* it [x]"),
    ("Tom &amp; Zo&euml; &#8217;s &#x2014; &lt;b&gt;", "Tom & Zo&euml; ’s — <b>"),
    ("`code *x*` and ``a`b``", "code *x* and a`b"),
    ("[sic] [12] [Link worker, site B]", "[sic] [12] [Link worker, site B]"),
    ("p < .05 and n > 3", "p < .05 and n > 3"), ("~~old~~ new ~ish", "old new ~ish"),
    ("**unclosed and *half* done", "**unclosed and half done"),
  ])
  func whatAReaderReadsStaysAndTheMarkupGoes(_ source: String, _ shown: String) throws {
    #expect(try draft("It began.\n\n\(source)", name: "a.md").string == "It began.\n\n\(shown)")
  }

  @Test func blocksBecomeParagraphs() throws {
    let source = """
      ---
      title: x
      ---
      # A

      One *line
      two*.

      - first item
        goes on
      - second

      1. one
      2. two

      > quoted
      > on

      | a | b |
      |---|---|
      | *c* | d |

      ```
      code *x*
      ```

      ***

      [^1]: A note.
      """
    let shown = """
      A

      One line
      two.

      first item
      goes on
      second
      1. one
      2. two

      quoted
      on

      a\tb
      c\td

      code *x*

      [^1]: A note.
      """
    #expect(try draft(source, name: "a.md").string == shown)
  }

  @Test func strongLinesAreHeadingsAndMarkdownWithoutHeadingsIsReadLikePlainText() throws {
    let strong = try draft("# A\n\nText.\n\n**Being heard**\n\nThey were.", name: "a.md")
    #expect(strong.headingWords == ["A", "Being heard"])
    let plain = try draft("Findings\n\nThey were heard.\n\nDiscussion\n\nSo.", name: "a.md")
    #expect(plain.eligibleTitles == ["Findings"])
  }

  @Test func theUnitMayBeAParagraphOrALine() throws {
    let source = "# A\n\nOne two. Three\nfour.\n\n- five\n"
    #expect(
      try draft(source, name: "a.md", unit: .paragraph).lineWords
        == ["A", "One two. Three\nfour.", "five"])
    #expect(
      try draft(source, name: "a.md", unit: .line).lineWords
        == ["A", "One two. Three", "four.", "five"])
  }
}
