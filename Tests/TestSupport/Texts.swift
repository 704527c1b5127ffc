import Synthesis

/// Small documents made of a marked text.
///
/// A paragraph a line of the mark; `|` between two lines of a paragraph; `#` before a heading that
/// begins a section of findings, `#!` before one that begins a section that is not; a participant's
/// words in `⟦…⟧`:
///
///     # Findings
///     Mothers waited. | ⟦They never told me.⟧
package enum Texts {
  /// The document of a marked text.
  package static func document(
    _ marked: String, study: DocumentImport.StudyChoice = .new(label: "Hollis 2019"),
    title: String = "Waiting"
  ) -> DocumentImport {
    var draft = Draft()
    for paragraph in marked.split(separator: "\n") { draft.take(String(paragraph)) }
    draft.closeSection()
    return DocumentImport(
      study: study, title: title, file: "waiting.txt", encoding: "UTF-8",
      text: Array(draft.text.utf8), original: Array(draft.text.utf8), lines: draft.lines,
      headings: draft.headings, paragraphs: draft.paragraphs, sections: draft.sections,
      guesses: draft.guesses)
  }
}

private struct Draft {
  var text = ""
  var position = 0
  var lines: [Passage] = []
  var headings: [Int] = []
  var paragraphs: [Int] = []
  var sections: [DocumentImport.Section] = []
  var guesses: [DocumentImport.Guess] = []
  private var section: (start: Int, title: String, isEligible: Bool) = (0, "", true)

  mutating func take(_ paragraph: String) {
    if !text.isEmpty { add("\n\n") }
    paragraphs.append(lines.count)
    if paragraph.hasPrefix("#") {
      closeSection()
      headings.append(lines.count)
      let isEligible = !paragraph.hasPrefix("#!")
      let title = trimmed(String(paragraph.drop { "#!".contains($0) }))
      section = (position, title, isEligible)
      addLine(title)
    } else {
      for (index, line) in paragraph.split(separator: "|").enumerated() {
        if index > 0 { add(" ") }
        addLine(trimmed(String(line)))
      }
    }
  }

  mutating func closeSection() {
    guard position > section.start else { return }
    sections.append(
      DocumentImport.Section(
        passage: Passage(start: section.start, end: position), title: section.title,
        level: section.title.isEmpty ? 0 : 1, isEligible: section.isEligible, why: "the heading"))
    section.start = position
  }

  private mutating func addLine(_ line: String) {
    let start = position
    var spoken: Int?
    for scalar in line.unicodeScalars {
      switch scalar {
      case "⟦": spoken = position
      case "⟧":
        guesses.append(
          DocumentImport.Guess(
            passage: Passage(start: spoken ?? start, end: position), voice: .participant,
            speaker: "Mother", why: "quotation marks"))
      default: add(String(scalar))
      }
    }
    lines.append(Passage(start: start, end: position))
  }

  private mutating func add(_ piece: String) {
    text.unicodeScalars.append(contentsOf: piece.unicodeScalars)
    position += piece.unicodeScalars.count
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
