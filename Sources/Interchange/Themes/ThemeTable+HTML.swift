import Mustache

extension ThemeTable {
  /// The table of themes to read and to print, as one HTML file that needs nothing else.
  ///
  /// - Returns: The text.
  public func html() -> String { themeTemplate.render(page) }

  private var page: [String: Any] {
    [
      "heading": title.isEmpty ? "Themes" : "Themes: " + readable(title),
      "question": [readableProse(question)].filter { !$0.isEmpty },
      "summary": summary(naming: readable), "notes": [noteOnQuotations].compactMap { $0 },
      "hasThemes": !entries.isEmpty,
      "chapters": chapters.map { chapter in
        [
          "top": chapter.top.map { [top($0, named: chapter.named)] } ?? [],
          "loose": chapter.top == nil && entries.contains(where: \.isAnalytical),
          "rows": chapter.told.map(row)
            + (chapter.top.map { isBare($0) ? [] : [row($0)] } ?? []),
        ] as [String: Any]
      },
      "legend": studies.legend.map { "\($0.number) · \(readable($0.label))" },
    ]
  }

  private func top(_ entry: ThemeEntry, named: [ThemeEntry]) -> [String: Any] {
    let facts = facts(of: entry, prose: readableProse, naming: readable)
      .filter { ["", "To the question", "Agreed by"].contains($0.label) }
    let also = named.map { readable($0.heading) }.joined(separator: "; ")
    return [
      "name": readable(entry.heading), "reach": reach(of: entry, naming: readable),
      "facts": facts.map { ["label": $0.label, "text": $0.text] }
        + (also.isEmpty ? [] : [["label": "Also here", "text": also]]),
    ]
  }

  private func row(_ entry: ThemeEntry) -> [String: Any] {
    let facts = facts(of: entry, prose: readableProse, naming: readable)
      .filter { $0.label != "Codes" }
    return [
      "name": entry.isAnalytical ? "" : readable(entry.heading),
      "reach": entry.isAnalytical ? "" : reach(of: entry, naming: readable),
      "facts": entry.isAnalytical ? [] : facts.map { ["label": $0.label, "text": $0.text] },
      "codes": isAbove(entry) ? [] : entry.codes.map(readable),
      "authors": entry.authorTexts.map(\.block),
      "participants": entry.quotations.map(\.block), "against": entry.against.map(\.block),
      "hasAgainst": !entry.against.isEmpty,
    ]
  }
}

extension ThemeTable {
  /// Whether a row of an analytical theme would say nothing that its heading does not.
  private func isBare(_ top: ThemeEntry) -> Bool {
    (isAbove(top) || top.codes.isEmpty) && top.words.allSatisfy(\.quotations.isEmpty)
  }
}

private let themeTemplate = HTMLText.template("the themes", themePage)

private let quotationBlock = """
  <blockquote>
  <p>{{lines}}</p>
  <footer>{{source}}{{#chosen}} <span class="chosen">chosen</span>{{/chosen}}</footer>
  </blockquote>
  """

private let themePage = """
  \(documentHead(style: themeStyle))
  <header>
  <h1>{{heading}}</h1>
  {{#question}}
  <p class="question">{{.}}</p>
  {{/question}}
  <p class="summary">{{summary}}</p>
  {{#notes}}
  <p class="summary">{{.}}</p>
  {{/notes}}
  </header>
  {{#hasThemes}}
  <table class="themes">
  <thead>
  <tr><th scope="col">Theme</th><th scope="col">Codes</th><th scope="col">Authors’ words</th><th scope="col">Participants’ words</th></tr>
  </thead>
  {{#chapters}}
  <tbody>
  {{#top}}
  <tr class="top"><th scope="rowgroup" colspan="4"><h2>{{name}}</h2>
  {{#facts}}
  <p class="fact"><span class="label">{{label}}</span> {{text}}</p>
  {{/facts}}
  <p class="reach">{{reach}}</p></th></tr>
  {{/top}}
  {{#loose}}
  <tr class="top"><th scope="rowgroup" colspan="4"><h2>Under no analytical theme</h2></th></tr>
  {{/loose}}
  {{#rows}}
  <tr><th scope="row"><h3>{{name}}</h3>
  {{#facts}}
  <p class="fact"><span class="label">{{label}}</span> {{text}}</p>
  {{/facts}}
  <p class="reach">{{reach}}</p></th>
  <td><ul>{{#codes}}<li>{{.}}</li>{{/codes}}</ul></td>
  <td>
  {{#authors}}
  \(quotationBlock)
  {{/authors}}
  </td>
  <td>
  {{#participants}}
  \(quotationBlock)
  {{/participants}}
  {{#hasAgainst}}
  <p class="label">Against it</p>
  {{/hasAgainst}}
  {{#against}}
  \(quotationBlock)
  {{/against}}
  </td></tr>
  {{/rows}}
  </tbody>
  {{/chapters}}
  </table>
  {{/hasThemes}}
  {{#legend}}
  <p class="legend">{{.}}</p>
  {{/legend}}
  </body>
  </html>

  """

private let themeStyle = """
    body { max-width: 78rem; font-size: 1rem; }
    table.themes { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 1.5rem 0; }
    .themes th, .themes td {
      padding: 0.7rem 0.9rem 0.8rem 0; text-align: left; vertical-align: top; font-weight: 400;
    }
    .themes thead th {
      border-bottom: 1px solid #000; border-top: 2px solid #000; padding: 0.35rem 0.9rem 0.35rem 0;
      font: 600 0.875rem/1.4 "Source Sans 3", "Noto Sans", "Helvetica Neue", Arial, sans-serif;
    }
    .themes thead th:nth-child(1) { width: 28%; } .themes thead th:nth-child(2) { width: 16%; }
    .themes tbody tr { border-bottom: 1px solid var(--faint); }
    .themes tr.top { border-bottom: 1px solid #000; }
    .themes tr.top th { padding-top: 1.6rem; }
    .themes h2 { font-size: 1.25rem; margin-bottom: 0.3rem; }
    .themes h3 { font-size: 1.05rem; line-height: 1.25; margin: 0 0 0.3rem; font-weight: 600; unicode-bidi: plaintext; }
    .themes ul { margin: 0; padding: 0 0 0 1em; text-indent: -1em; list-style: none; }
    .themes li { margin: 0 0 0.25rem; line-height: 1.3; unicode-bidi: plaintext; }
    .themes blockquote { margin: 0 0 0.8rem; padding: 0 0 0 0.7rem; border-left-width: 1px; }
    .themes blockquote p { line-height: 1.4; }
    .fact { white-space: pre-line; margin: 0 0 0.4rem; unicode-bidi: plaintext; }
    .label, .legend {
      font-family: "Source Sans 3", "Noto Sans", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
      font-size: 0.8rem; font-weight: 600;
    }
    .legend { margin: 0; font-weight: 400; }
    .themes .reach { margin: 0; }
    @page { size: A4 landscape; margin: 16mm; }
    @media print {
      body { max-width: none; font-size: 8.5pt; }
      .themes thead { display: table-header-group; }
      .themes tr.top { break-after: avoid; }
    }
  """
