import Reading
import Synthesis

/// Laws of a draft, whatever it was read from.
package enum DraftLaws {
  /// What does not hold; nothing, ever.
  package static func flaws(of draft: Draft) -> [String] {
    guard let text = String(validating: draft.text, as: UTF8.self) else {
      return ["the text is not UTF-8"]
    }
    let scalars = Array(text.unicodeScalars)
    return textFlaws(draft, scalars) + lineFlaws(draft, scalars) + sectionFlaws(draft)
      + voiceFlaws(draft, scalars) + proposalFlaws(draft, scalars) + storedFlaws(draft)
  }

  private static func textFlaws(_ draft: Draft, _ scalars: [Unicode.Scalar]) -> [String] {
    var flaws: [String] = []
    if scalars.last?.properties.isWhitespace ?? true {
      flaws.append("the text ends in white space")
    }
    if scalars.first == "\u{FEFF}" { flaws.append("the text begins with a byte order mark") }
    if scalars.contains("\r") { flaws.append("the text has a carriage return") }
    if scalars.contains("\0") { flaws.append("the text has a NUL") }
    if draft.title.isEmpty || draft.label.isEmpty { flaws.append("no title or label") }
    return flaws
  }

  private static func lineFlaws(_ draft: Draft, _ scalars: [Unicode.Scalar]) -> [String] {
    var flaws: [String] = []
    var end = 0
    for line in draft.lines {
      guard line.start >= end, line.end > line.start, line.end <= scalars.count else {
        return ["line \(line) is out of order or outside the text"]
      }
      if scalars[end..<line.start].contains(where: { !$0.properties.isWhitespace }) {
        flaws.append("characters before \(line) are in no line")
      }
      if isSpace(scalars[line.start]) || isSpace(scalars[line.end - 1]) {
        flaws.append("line \(line) has white space at an edge")
      }
      if hasBlankLine(scalars[line.start..<line.end]) {
        flaws.append("line \(line) goes over a blank line")
      }
      end = line.end
    }
    if scalars[end...].contains(where: { !isSpace($0) }) {
      flaws.append("the last characters are in no line")
    }
    if !isRising(draft.headings, in: draft.lines.indices) { flaws.append("headings are no lines") }
    if !isRising(draft.paragraphs, in: draft.lines.indices) || draft.paragraphs.first != 0 {
      flaws.append("paragraphs are no lines, or not all")
    }
    return flaws
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func isRising(_ numbers: [Int], in range: Range<Int>) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
      && numbers.allSatisfy(range.contains)
  }

  private static func hasBlankLine(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.split(separator: "\n", omittingEmptySubsequences: false).contains { line in
      line.allSatisfy(isSpace)
    }
  }

  private static func sectionFlaws(_ draft: Draft) -> [String] {
    var flaws: [String] = []
    var next = 0
    for section in draft.sections {
      guard section.lines.lowerBound == next, !section.lines.isEmpty,
        section.lines.upperBound <= draft.lines.count
      else { return ["sections do not divide the lines"] }
      next = section.lines.upperBound
      if section.range.start != draft.lines[section.lines.lowerBound].start
        || section.range.end != draft.lines[next - 1].end
      {
        flaws.append("section \(section.range) is not where its lines are")
      }
      if section.why.isEmpty || section.level < 0 {
        flaws.append("a section has no reason or level")
      }
    }
    if next != draft.lines.count { flaws.append("lines are in no section") }
    let starts = Set(draft.sections.map(\.lines.lowerBound))
    if !starts.isSuperset(of: draft.headings) { flaws.append("a heading begins no section") }
    return flaws
  }

  private static func voiceFlaws(_ draft: Draft, _ scalars: [Unicode.Scalar]) -> [String] {
    var end = 0
    for voice in draft.voices {
      guard voice.range.start >= end, !voice.range.isEmpty, voice.range.end <= scalars.count else {
        return ["voice \(voice.range) is out of order or outside the text"]
      }
      if voice.why.isEmpty { return ["a voice has no reason"] }
      end = voice.range.end
    }
    return []
  }

  private static func proposalFlaws(_ draft: Draft, _ scalars: [Unicode.Scalar]) -> [String] {
    var end = 0
    for proposal in draft.proposals {
      guard proposal.range.start >= end else { return ["proposals overlap"] }
      end = proposal.range.end
      guard !proposal.accepted else { continue }
      guard end <= scalars.count else { return ["a proposal lies outside the text"] }
      let words = scalars[proposal.range.start..<end]
      guard words.elementsEqual(proposal.before.unicodeScalars) else {
        return ["a proposal names other words than stand there"]
      }
    }
    return []
  }

  /// What the log keeps of lines gives the lines.
  private static func storedFlaws(_ draft: Draft) -> [String] {
    let lines = Document.passages(from: Document.deltas(of: draft.lines))
    let paragraphs = Document.sums(of: Document.differences(of: draft.paragraphs))
    return lines == draft.lines && paragraphs == draft.paragraphs
      ? [] : ["lines are other ones after they are stored"]
  }
}
