import Foundation
import GRDB
import Synthesis

extension ReviewFile {
  /// The lines in which words stand next to each other in this order, study by study.
  ///
  /// Words match whole, ignoring case and accents; the last may be the beginning of one.
  package func search(_ words: String, limit: Int = 1000) throws -> [SearchHit] {
    guard let query = SearchQuery(words) else { return [] }
    let paragraphs = try read { try $0.paragraphs(matching: query, limit: limit) }
    var hits: [SearchHit] = []
    for paragraph in paragraphs where hits.count < limit {
      hits += try read { try $0.hits(of: query, in: paragraph) }
    }
    return Array(hits.prefix(limit))
  }
}

/// What was typed, as the index and as the lines are asked for it.
struct SearchQuery {
  /// The words, lower case and without accents.
  let words: [String]

  /// `nil` where nothing was typed that has a letter or digit.
  init?(_ typed: String) {
    words = Self.tokens(typed).map(\.word)
    if words.isEmpty { return nil }
  }

  /// The phrase for the index; every word in quotation marks, so that none is an operator.
  var phrase: String { "\"" + words.joined(separator: " ") + "\" *" }

  /// The words of a text with the scalar range of each.
  static func tokens(_ text: String) -> [(word: String, range: Range<Int>)] {
    var tokens: [(word: String, range: Range<Int>)] = []
    var word = String.UnicodeScalarView()
    var start = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || (!word.isEmpty && scalar.properties.generalCategory == .nonspacingMark)
      {
        if word.isEmpty { start = offset }
        word.append(scalar)
      } else if !word.isEmpty {
        tokens.append((folded(word), start..<offset))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { tokens.append((folded(word), start..<text.unicodeScalars.count)) }
    return tokens
  }

  private static func folded(_ word: String.UnicodeScalarView) -> String {
    String(word).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// The scalar ranges in a text at which the words stand.
  func ranges(in text: String) -> [Range<Int>] {
    let tokens = Self.tokens(text)
    guard tokens.count >= words.count else { return [] }
    return (0...(tokens.count - words.count)).compactMap { first in
      let here = tokens[first..<(first + words.count)]
      let isMatch = zip(here, words).enumerated().allSatisfy { index, pair in
        index == words.count - 1 ? pair.0.word.hasPrefix(pair.1) : pair.0.word == pair.1
      }
      guard isMatch, let last = here.last else { return nil }
      return tokens[first].range.lowerBound..<last.range.upperBound
    }
  }
}

extension LogReader {
  struct Paragraph {
    let document: EntityID
    let passage: Passage
  }

  func paragraphs(matching query: SearchQuery, limit: Int) throws -> [Paragraph] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT k.id, p.start, p."end" FROM words w JOIN paragraph p ON p.key = w.rowid
        JOIN key k ON k.key = p.document JOIN thing t ON t.id = k.id
        JOIN documentCount n ON n.document = p.document JOIN study s ON s.id = n.study
        WHERE words MATCH ? AND t.live = 1
        ORDER BY s.label, s.id, p.document, p.start LIMIT ?
        """, arguments: [query.phrase, limit]
    ).map {
      try Paragraph(
        document: $0.value("id"), passage: Passage(start: $0.value("start"), end: $0.value("end")))
    }
  }

  func hits(of query: SearchQuery, in paragraph: Paragraph) throws -> [SearchHit] {
    let table = try lines(of: paragraph.document)
    let study = table.document.study
    let (label, first) = (try name(of: study), try firstNumber(of: paragraph.document))
    return query.ranges(in: table.text.string(paragraph.passage)).compactMap { range in
      let found = Passage(
        start: paragraph.passage.start + range.lowerBound,
        end: paragraph.passage.start + range.upperBound)
      guard let index = table.indices(meeting: found).first else { return nil }
      return SearchHit(
        study: study, label: label, number: first + index,
        place: Place(paragraph.document, found),
        text: table.text.words(table.lines[index].passage))
    }
  }
}
