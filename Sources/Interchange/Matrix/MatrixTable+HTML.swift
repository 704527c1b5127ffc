import Mustache
import Synthesis

extension MatrixTable {
  /// A table to read and to print, as one HTML file that needs nothing else.
  ///
  /// The darker a cell, the larger its figure; the shades stay apart on a printer without colour.
  ///
  /// - Returns: The text.
  public func html() -> String { matrixTemplate.render(page) }

  private var page: [String: Any] {
    let largest = largest
    return [
      "heading": heading, "rowTitle": subject == .themes ? "Theme" : "Code",
      "columns": matrix.columns.map { readable($0.label) },
      "hasTotals": totalTitle != nil, "hasRows": !matrix.rows.isEmpty,
      "isEmpty": matrix.rows.isEmpty,
      "rowWord": rowWord, "rows": matrix.rows.indices.map { row($0, largest) },
      "marginTitle": marginTitle,
      "margins": columnShares,
      "notes": notes(naming: readable),
      "legend": studies.legend.map { "\($0.number) · \(readable($0.label))" },
    ]
  }

  private func row(_ index: Int, _ largest: Int) -> [String: Any] {
    let row = matrix.rows[index]
    return [
      "name": readable(name(of: row)), "depth": min(depth(of: row), 4),
      "cells": matrix.cells[index].map { ["figure": $0, "shade": Shade.of($0, largest: largest)] },
      "share": share(of: index), "total": matrix.totals[index],
    ]
  }
}

private let matrixTemplate = HTMLText.template("the matrix", matrixPage)

private let matrixPage = """
  \(documentHead(style: matrixStyle))
  <header>
  <h1>{{heading}}</h1>
  </header>
  {{#isEmpty}}
  <p>There are no {{rowWord}}s yet.</p>
  {{/isEmpty}}
  {{#hasRows}}
  <table class="matrix">
  <thead>
  <tr><th scope="col" class="corner">{{rowTitle}}</th>{{#columns}}<th scope="col" class="study"><span>{{.}}</span></th>{{/columns}}<th scope="col" class="sum">Studies</th>{{#hasTotals}}<th scope="col" class="sum">All</th>{{/hasTotals}}</tr>
  </thead>
  <tbody>
  {{#rows}}
  <tr><th scope="row" class="d{{depth}}">{{name}}</th>{{#cells}}<td class="s{{shade}}">{{figure}}</td>{{/cells}}<td class="sum">{{share}}</td>{{#hasTotals}}<td class="sum">{{total}}</td>{{/hasTotals}}</tr>
  {{/rows}}
  </tbody>
  <tfoot>
  <tr><th scope="row">{{marginTitle}}</th>{{#margins}}<td>{{.}}</td>{{/margins}}<td></td>{{#hasTotals}}<td></td>{{/hasTotals}}</tr>
  </tfoot>
  </table>
  {{/hasRows}}
  {{#notes}}
  <p class="summary">{{.}}</p>
  {{/notes}}
  {{#legend}}
  <p class="legend">{{.}}</p>
  {{/legend}}
  </body>
  </html>

  """

private let matrixStyle = """
    body { max-width: 62rem; }
    table.matrix { border-collapse: collapse; margin: 0 0 1.5rem; }
    .matrix th, .matrix td, .legend {
      font-family: "Source Sans 3", "Noto Sans", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
      font-size: 0.9rem; line-height: 1.3; font-variant-numeric: lining-nums tabular-nums;
    }
    .matrix th { font-weight: 400; text-align: left; vertical-align: bottom; padding: 0.3rem 0.7rem 0.3rem 0; }
    .matrix tbody th { min-width: 12rem; unicode-bidi: plaintext; }
    .matrix thead th, .matrix th.d0 { font-weight: 600; }
    .matrix th.d1 { padding-left: 1rem; } .matrix th.d2 { padding-left: 2rem; }
    .matrix th.d3 { padding-left: 3rem; } .matrix th.d4 { padding-left: 4rem; }
    .matrix th.study { height: 8rem; padding: 0 0 0.4rem; text-align: center; }
    .matrix th.study span {
      display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); max-height: 18rem;
      text-align: left; line-height: 1.15;
    }
    .matrix td { min-width: 2.4rem; padding: 0.3rem 0.35rem; text-align: center; border: 1px solid #fff; }
    .matrix td.sum, .matrix th.sum { padding-left: 0.8rem; text-align: right; }
    .matrix tbody tr { border-bottom: 1px solid var(--faint); break-inside: avoid; }
    .matrix tfoot th, .matrix tfoot td { border-top: 1.5px solid #000; font-size: 0.8rem; }
    .legend { margin: 0; }
    .matrix td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  \(shadeStyle)
    @media print { body { max-width: none; } .matrix thead { display: table-header-group; } }
  """

private let shadeStyle = zip(Shade.fills, Shade.inks).enumerated()
  .map { "  .matrix .s\($0) { background: \($1.0); color: \($1.1); }" }
  .joined(separator: "\n")
