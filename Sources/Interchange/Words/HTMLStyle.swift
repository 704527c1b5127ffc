/// How a page of ours looks, on a screen and on A4: black on white, one column, no colour.
let documentStyle = """
  :root { --faint: #c8c8c8; --soft: #555; }
  * { box-sizing: border-box; }
  html { background: #fff; color: #000; }
  body {
    max-width: 41rem; margin: 0 auto; padding: 4rem 1.5rem 3rem;
    font: 1.125rem/1.5 Charter, "Bitstream Charter", "Sitka Text", Cambria, "Source Serif 4",
      "Noto Serif", Georgia, "Liberation Serif", "Times New Roman", serif;
    font-variant-numeric: oldstyle-nums; overflow-wrap: break-word; hanging-punctuation: first;
  }
  h1, h2 { line-height: 1.2; font-weight: 600; text-wrap: balance; }
  h1 { margin: 0 0 1.25rem; font-size: 2rem; letter-spacing: -0.01em; }
  h2 { margin: 0; font-size: 1.3rem; }
  p { margin: 0 0 0.75rem; }
  .kind { margin: 0 0 0.25rem; font-weight: 600; }
  .question { font-size: 1.2rem; font-style: italic; white-space: pre-line; }
  .kind, .summary, .reach, .key, .further, dt, blockquote footer, .provenance, nav h2, .count {
    font-family: "Source Sans 3", "Noto Sans", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
    font-size: 0.875rem; line-height: 1.45; font-variant-numeric: lining-nums tabular-nums;
  }
  .summary, .reach, .key, .further, blockquote footer, .provenance, .count { color: var(--soft); }
  nav { margin: 2.5rem 0 0; padding: 1.25rem 0 0; border-top: 2px solid #000; }
  nav h2 { margin: 0 0 0.75rem; font-weight: 600; }
  nav ol { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 2.5rem; }
  nav li { break-inside: avoid; }
  nav a {
    display: flex; gap: 1rem; justify-content: space-between; align-items: baseline;
    padding: 0.25rem 0; border-bottom: 1px solid var(--faint);
    color: inherit; text-decoration: none; line-height: 1.35;
  }
  nav a:hover .name, nav a:focus-visible .name { text-decoration: underline; }
  .name, .question, h1, h2, dd, blockquote p { unicode-bidi: plaintext; min-width: 0; }
  .key { margin: 0.75rem 0 0; }
  section { margin-top: 2.75rem; padding-top: 1.25rem; border-top: 1px solid #000; }
  .reach { margin: 0.2rem 0 1rem; }
  dl { margin: 0; }
  dl div { display: grid; grid-template-columns: 6rem 1fr; gap: 0 1rem; margin-bottom: 0.45rem; }
  dt { padding-top: 0.18rem; font-weight: 600; }
  dd { margin: 0; white-space: pre-line; }
  blockquote { margin: 1.25rem 0 0; padding: 0 0 0 1rem; border-left: 2px solid #000; }
  blockquote p { margin: 0 0 0.25rem; white-space: pre-line; }
  .chosen {
    margin-left: 0.4em; padding: 0 0.45em; border: 1px solid currentColor; border-radius: 0.7em;
    font-size: 0.75rem;
  }
  .further { margin: 1rem 0 0; }
  .provenance { margin-top: 3.5rem; padding-top: 0.75rem; border-top: 2px solid #000; }
  @media (max-width: 36rem) {
    nav ol { columns: 1; }
    dl div { grid-template-columns: 1fr; }
  }
  @page { size: A4; margin: 22mm 24mm 24mm; @bottom-center { content: counter(page); } }
  @media print {
    :root { --faint: #999; --soft: #000; font-size: 9.5pt; }
    body { max-width: none; padding: 0; line-height: 1.42; }
    h1, h2, .reach { break-after: avoid; }
    blockquote, dl div { break-inside: avoid; }
    p, dd { orphans: 3; widows: 3; }
  }
  """
