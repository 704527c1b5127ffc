/// The headings known by their words alone, in small letters and British or American spelling.
enum SectionNames {
  /// The headings of each name.
  static let exact: [(SectionName, [String])] = [
    (.results, results), (.perhapsResults, perhaps), (.aside, asides), (.abstract, abstracts),
    (.before, befores), (.ending, endings),
  ]

  private static let results = [
    "results", "findings", "results and discussion", "findings and discussion",
    "results and findings", "findings and results", "results and conclusion",
    "results and conclusions", "findings and conclusions", "results and analysis",
    "findings and analysis", "analysis and findings", "analysis and results",
    "results and interpretation", "findings and interpretation", "qualitative findings",
    "qualitative results", "thematic findings", "thematic results", "research findings",
    "study findings", "research results", "study results", "interview findings",
    "interview results", "synthesised findings", "synthesized findings", "synthesis findings",
    "presentation of findings", "the findings", "the results", "empirical findings",
    "discussion of themes", "presentation of results",
  ]

  private static let perhaps = [
    "main findings", "key findings", "main results", "key results", "themes", "the themes",
    "analysis", "main themes", "key themes", "emergent themes", "emerging themes",
    "thematic analysis",
    "analysis and discussion",
  ]

  private static let asides = [
    "participants", "the participants", "study participants", "sample", "the sample",
    "description of sample", "study sample", "description of the sample", "respondents",
    "the respondents", "search results", "search outcome", "search outcomes", "literature search",
    "results of the search", "results of search", "description of studies", "response rate",
    "overview of studies", "overview of the studies", "description of the studies",
    "description of participants", "recruitment", "quality of studies",
  ]

  private static let abstracts = ["abstract", "structured abstract", "summary", "synopsis"]

  private static let befores = [
    "introduction", "background", "literature review", "review of the literature",
    "theoretical framework", "conceptual framework", "method", "methods", "methodology",
    "materials and methods", "methods and materials", "research methods", "research methodology",
    "research design", "study design", "design", "aim", "aims", "objective", "objectives",
    "purpose",
    "aims and objectives", "research question", "research questions", "data collection",
    "data analysis", "ethics", "ethical considerations", "setting", "context", "keywords",
    "key words", "rationale", "patients and methods", "participants and methods",
    "design and methods",
  ]

  private static let endings = [
    "discussion", "general discussion", "discussions", "conclusion", "conclusions",
    "concluding remarks", "summary and conclusion", "summary and conclusions", "limitations",
    "study limitations", "limitation", "strengths and limitations", "principal findings",
    "summary of findings", "summary of main findings", "summary of principal findings",
    "statement of principal findings", "implications", "recommendations", "references",
    "reference list", "bibliography", "literature cited", "works cited", "literature",
    "appendix", "appendices", "supplementary material", "supplementary materials",
    "supplementary information", "supplementary data", "funding", "declarations",
    "conflict of interest", "conflicts of interest", "conflict of interests", "competing interests",
    "competing interest", "disclosure", "disclosures", "disclosure statement",
    "declaration of interest", "declaration of interests", "author contributions",
    "authors' contributions", "authors’ contributions", "data availability",
    "data availability statement", "ethics statement", "ethics approval", "footnotes", "notes",
    "endnotes", "relevance to clinical practice", "clinical implications", "future research",
    "abbreviations", "about the authors", "author information", "author details", "orcid",
    "publisher's note", "publisher’s note", "open access", "additional files", "consent",
  ]
}
