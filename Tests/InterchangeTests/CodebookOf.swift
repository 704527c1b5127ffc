import Interchange

/// A codebook in which every text that comes from outside is `text`.
func codebook(of text: String) -> Codebook {
  let quotation = CodebookQuotation(
    text: text, study: text, line: 1, speaker: text, voice: .participant, chosen: true)
  let entry = CodebookEntry(
    id: text, name: text, definition: text, includes: text, excludes: text, example: text,
    memo: text, lines: 1, studies: 1, coders: 1, studyLabels: [text, text], createdBy: text,
    createdAt: "2026-03-02T09:14:07Z", firstStudy: text, firstLine: 1, themes: [text, text],
    quotations: [quotation], quotationsLeft: 2)
  return Codebook(
    title: text, question: text, entries: [entry, entry], coders: [text, text], studies: 1,
    round: text, version: text)
}
