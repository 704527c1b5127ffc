/// One line of a document as it stands now: after splits and joins, with its section and voice.
public struct Line: Hashable, Sendable {
  /// Why a line counts or does not.
  public enum Standing: Hashable, Sendable {
    /// To be coded or set aside.
    case codable
    /// Wholly a participant's words, which the review's rule does not code.
    case quotation
    /// A heading.
    case heading
    /// In a section that is not findings.
    case ineligible
  }

  /// Where the line stands in the text.
  public let passage: Passage
  /// The section's index in ``LineTable/sections``, or `nil` outside any.
  public let section: Int?
  /// The paragraph's number within the document, from 0.
  public let paragraph: Int
  /// Why it counts or does not.
  public let standing: Standing
  /// Whose words it is.
  public let role: LineRole
  /// Whether a person has said whose words it is.
  public let roleIsConfirmed: Bool
  /// The participant who speaks, where there is one.
  public let speaker: String

  /// Whether the line counts in coverage.
  public var isCodable: Bool { standing == .codable }
}

/// The lines of a document, derived from its cuts, sections and roles and from the review's rule.
public struct LineTable: Sendable {
  /// The document.
  public let document: Document
  /// Its text.
  public let text: FrozenText
  /// Its sections in order.
  public let sections: [Section]
  /// Its lines in order.
  public let lines: [Line]
  /// The stretches of participants' words, in order.
  public let participants: [Passage]

  /// Derives the lines.
  ///
  /// - Parameters:
  ///   - document: The document, whose lines as imported are disjoint and in order.
  ///   - text: Its frozen text.
  ///   - cuts: Boundaries that people set (`true`) or took away (`false`), by position.
  ///   - sections: Its sections.
  ///   - roles: Whose words its passages are, with who said so.
  ///   - rule: What the review does with quotations.
  /// - Complexity: O(*n* log *n*) in lines, roles and sections.
  public init(
    document: Document, text: FrozenText, cuts: [Int: Bool] = [:], sections: [Section] = [],
    roles: [(role: Role, writer: Writer)] = [], rule: QuotationRule = .evidence
  ) {
    self.document = document
    self.text = text
    let ordered = sections.sorted { $0.passage < $1.passage }
    self.sections = ordered
    let voices = VoiceMap(roles)
    participants = voices.participants
    lines = Self.pieces(of: document, cuts: cuts, text: text).map {
      Self.line($0, sections: ordered, voices: voices, rule: rule, text: text)
    }
  }

  /// The indices of the lines that share a scalar with `passage`.
  ///
  /// - Complexity: O(log *n*).
  public func indices(meeting passage: Passage) -> Range<Int> {
    let first = lines.partitioningIndex { $0.passage.end > passage.start }
    let last = lines.partitioningIndex { $0.passage.start >= passage.end }
    return first..<max(first, last)
  }

  /// The indices of the lines on which a coding of `passage` counts: those with which it shares a
  /// scalar that is not white space.
  public func indices(touchedBy passage: Passage) -> [Int] {
    indices(meeting: passage).filter { index in
      let line = lines[index].passage
      guard !passage.contains(line), let common = line.clamped(to: passage) else { return true }
      return !text.isBlank(common)
    }
  }
}

extension LineTable {
  private struct Piece {
    var passage: Passage
    let isHeading: Bool
    let paragraph: Int
  }

  /// The lines as imported, cut and joined as people did since.
  private static func pieces(
    of document: Document, cuts: [Int: Bool], text: FrozenText
  ) -> [Piece] {
    let headings = Set(document.headings)
    let firsts = Set(document.paragraphs)
    var paragraph = -1
    var pieces: [Piece] = []
    let added = cuts.filter(\.value).keys.sorted()
    var nextAdded = 0
    for (index, line) in document.lines.enumerated() {
      if firsts.contains(index) || paragraph < 0 { paragraph += 1 }
      let isHeading = headings.contains(index)
      let mayJoin = !isHeading && !firsts.contains(index) && !(pieces.last?.isHeading ?? true)
      if cuts[line.start] == false, mayJoin, let last = pieces.indices.last {
        pieces[last].passage = Passage(start: pieces[last].passage.start, end: line.end)
      } else {
        pieces.append(Piece(passage: line, isHeading: isHeading, paragraph: paragraph))
      }
      while nextAdded < added.count, added[nextAdded] <= line.start { nextAdded += 1 }
      while nextAdded < added.count, added[nextAdded] < line.end {
        if !isHeading { cut(&pieces, at: added[nextAdded], text: text) }
        nextAdded += 1
      }
    }
    return pieces
  }

  /// Cuts the last piece in two, without white space at the edges.
  private static func cut(_ pieces: inout [Piece], at position: Int, text: FrozenText) {
    guard let last = pieces.last else { return }
    let head = trimmed(Passage(start: last.passage.start, end: position), in: text)
    let tail = trimmed(Passage(start: position, end: last.passage.end), in: text)
    guard !head.isEmpty, !tail.isEmpty else { return }
    pieces[pieces.count - 1].passage = head
    pieces.append(
      Piece(passage: tail, isHeading: last.isHeading, paragraph: last.paragraph))
  }

  /// A passage without the white space at its edges.
  static func trimmed(_ passage: Passage, in text: FrozenText) -> Passage {
    let scalars = Array(text.string(passage).unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return Passage(start: passage.start, end: passage.start) }
    return Passage(start: passage.start + first, end: passage.start + last + 1)
  }

  private static func line(
    _ piece: Piece, sections: [Section], voices: VoiceMap, rule: QuotationRule, text: FrozenText
  ) -> Line {
    let candidate = sections.partitioningIndex { $0.passage.end > piece.passage.start }
    let section =
      candidate < sections.count && sections[candidate].passage.contains(piece.passage)
      ? candidate : nil
    let (role, confirmed, speaker) = voices.role(of: piece.passage, in: text)
    let isEligible = section.map { sections[$0].isEligible } ?? false
    let standing: Line.Standing =
      if piece.isHeading {
        .heading
      } else if !isEligible {
        .ineligible
      } else if role == .participant, rule != .code {
        .quotation
      } else {
        .codable
      }
    return Line(
      passage: piece.passage, section: section, paragraph: piece.paragraph, standing: standing,
      role: role, roleIsConfirmed: confirmed, speaker: speaker)
  }
}
