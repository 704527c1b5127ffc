/// The page of the codebook: escaped by ``HTMLText``, `{{&…}}` is never used.
let codebookPage = """
  \(documentHead(title: "{{#kind}}{{.}}: {{/kind}}{{heading}}"))
  <header>
  {{#kind}}
  <p class="kind">{{.}}</p>
  {{/kind}}
  <h1>{{heading}}</h1>
  {{#question}}
  <p class="question">{{.}}</p>
  {{/question}}
  <p class="summary">{{summary}}</p>
  {{#notes}}
  <p class="summary">{{.}}</p>
  {{/notes}}
  </header>
  {{#hasContents}}
  <nav>
  <h2>Codes by name</h2>
  <ol>
  {{#contents}}
  <li><a href="#{{anchor}}"><span class="name">{{name}}</span><span class="count">{{lines}}</span></a></li>
  {{/contents}}
  </ol>
  <p class="key">Figures are lines that bear the code.</p>
  </nav>
  {{/hasContents}}
  <main>
  {{#entries}}
  <section id="{{anchor}}">
  <h2>{{name}}</h2>
  <p class="reach">{{reach}}</p>
  <dl>
  {{#facts}}
  <div><dt>{{label}}</dt><dd>{{text}}</dd></div>
  {{/facts}}
  </dl>
  {{#quotations}}
  <blockquote>
  <p>{{lines}}</p>
  <footer>{{source}}{{#chosen}} <span class="chosen">chosen</span>{{/chosen}}</footer>
  </blockquote>
  {{/quotations}}
  {{#further}}
  <p class="further">{{.}}</p>
  {{/further}}
  </section>
  {{/entries}}
  </main>
  <footer class="provenance">{{provenance}}</footer>
  </body>
  </html>

  """
