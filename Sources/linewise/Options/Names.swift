import ArgumentParser
import Foundation
import ReviewFile
import Synthesis

/// A line, or several that follow each other, by number within the study.
struct LineRange: ExpressibleByArgument {
  let first: Int
  let last: Int

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = Int(parts[0]), first > 0,
      let last = parts.count == 2 ? Int(parts[1]) : first, last >= first
    else { return nil }
    self.first = first
    self.last = last
  }
}

/// A stretch of scalars of a document's text: `120..134`.
struct ScalarRange: ExpressibleByArgument {
  let passage: Passage

  init?(argument: String) {
    let parts = argument.components(separatedBy: "..")
    guard parts.count == 2, let start = Int(parts[0]), let end = Int(parts[1]), start >= 0,
      end > start
    else { return nil }
    passage = Passage(start: start, end: end)
  }
}

extension String {
  /// A name as reviews keep names: one space between words, none around them.
  var asName: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension [StudySummary] {
  /// The study of a label, of any unambiguous beginning of one ignoring case, or of an id.
  func named(_ typed: String) throws -> StudySummary {
    let name = typed.asName
    if let exact = first(where: { $0.study.label == name || $0.study.id.description == name }) {
      return exact
    }
    let matches = filter { $0.study.label.lowercased().hasPrefix(name.lowercased()) }
    if let match = matches.first, matches.count == 1 { return match }
    guard !isEmpty else {
      throw Failure(.noInput, "there is no study yet; `linewise import` brings in texts")
    }
    let labels = (matches.isEmpty ? self : matches).map(\.study.label).joined(separator: ", ")
    throw Failure(
      .noInput,
      matches.isEmpty
        ? "no study is called ‘\(name)’; there are \(labels)"
        : "‘\(name)’ fits several studies: \(labels)")
  }
}

extension StudyPage {
  /// The place of lines by number.
  func place(_ range: LineRange) throws -> Place {
    guard let first = line(range.first), let last = line(range.last) else {
      throw Failure(
        .noInput, "\(summary.study.label) has lines 1 to \(lineCount), not \(range.last)")
    }
    guard first.document == last.document else {
      throw Failure(.badData, "lines \(range.first) to \(range.last) are in two documents")
    }
    let table = documents[first.document].table
    return Place(
      table.document.id,
      Passage(
        start: table.lines[first.line].passage.start, end: table.lines[last.line].passage.end))
  }

  /// The place of a range of scalars, which must lie in the lines.
  func place(_ range: LineRange, _ scalars: ScalarRange?) throws -> Place {
    let place = try place(range)
    guard let scalars else { return place }
    guard place.passage.contains(scalars.passage) else {
      throw Failure(
        .badData,
        "\(scalars.passage.start)..\(scalars.passage.end) is not inside the line, "
          + "which is \(place.passage.start)..\(place.passage.end)")
    }
    return Place(place.document, scalars.passage)
  }
}

extension ReviewFile {
  /// The code of a name or an id.
  func code(named name: String) throws -> BankCode {
    try bank().named(name)
  }

  /// A study's page, by the study's name.
  func page(ofStudyNamed name: String) throws -> StudyPage {
    let study = try studies().named(name).study
    guard let page = try page(of: study.id) else { throw Refusal.gone(noun: Study.noun) }
    return page
  }
}

extension [BankCode] {
  /// The code of a name or an id.
  ///
  /// A name that fits two is refused with both ids.
  func named(_ typed: String) throws -> BankCode {
    let name = typed.asName
    if let code = first(where: { $0.code.id.description == name.lowercased() }) { return code }
    let exact = filter { $0.code.name == name }
    if exact.count > 1 {
      throw Refusal.ambiguousCode(name: name, ids: exact.map(\.code.id))
    }
    if let code = exact.first { return code }
    let loose = filter { $0.code.name.lowercased() == name.lowercased() }
    if let code = loose.first, loose.count == 1 { return code }
    let near = filter { $0.code.name.lowercased().contains(name.lowercased()) }.prefix(3)
    let hint =
      near.isEmpty
      ? "`linewise codes` lists them"
      : "did you mean \(near.map { "‘\($0.code.name)’" }.joined(separator: ", "))?"
    throw Failure(.noInput, "no code is called ‘\(name)’; \(hint)")
  }
}
