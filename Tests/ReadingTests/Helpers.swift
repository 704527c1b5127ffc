import Reading
import Synthesis

/// The draft of a text given as it stands.
func draft(
  _ text: String, name: String = "study.txt", unit: CodingUnit = .sentence,
  accepts: Acceptance = .none
) throws -> Draft {
  let source = SourceText(name: name, bytes: Array(text.utf8))
  return try DraftReader.read(source, options: ReadingOptions(unit: unit, accepts: accepts))
}

extension Draft {
  /// The words of a passage of the draft's text.
  func words(_ passage: Passage) -> String {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[passage.start..<passage.end])
    return String(view)
  }

  /// The words of every line.
  var lineWords: [String] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    return lines.map { line in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[line.start..<line.end])
      return String(view)
    }
  }

  /// The text as a string.
  var string: String { String(decoding: text, as: UTF8.self) }

  /// The text with each line marked, as in `⟦One.⟧ ⟦Two.⟧`.
  var marked: String { marking(lines) }

  /// The text with each voice marked.
  var markedVoices: String { marking(voices.map(\.range)) }

  /// The headings' words.
  var headingWords: [String] { headings.map { lineWords[$0] } }

  /// The titles of the sections guessed to be findings.
  var eligibleTitles: [String] { sections.filter(\.eligible).map(\.title) }

  /// The first section guessed to be findings.
  var firstEligible: DraftSection? { sections.first { $0.eligible } }

  private func marking(_ passages: [Passage]) -> String {
    var result = String.UnicodeScalarView()
    let starts = Set(passages.map(\.start))
    let ends = Set(passages.map(\.end))
    for (index, scalar) in string.unicodeScalars.enumerated() {
      if ends.contains(index) { result.append("⟧") }
      if starts.contains(index) { result.append("⟦") }
      result.append(scalar)
    }
    if ends.contains(string.unicodeScalars.count) { result.append("⟧") }
    return String(result)
  }
}

extension String {
  /// The string without the marks of lines or voices.
  var unmarked: String { filter { $0 != "⟦" && $0 != "⟧" } }
}
