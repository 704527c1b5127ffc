/// A document with all that stands beside its lines.
public struct DocumentPage: Sendable {
  /// The lines.
  public let table: LineTable
  /// The live codings, with their codes resolved, in the order of their passages and of making.
  public let codings: [Coding]
  /// When each coding was made, in milliseconds since 1970.
  public let times: [EntityID: Int64]
  /// The place of the earliest coding in the order of acts; `nil` where there is none.
  public let firstCoded: Stamp?
  /// The live set-asides.
  public let setAsides: [SetAside]
  /// The live ties.
  public let evidence: [Evidence]
  /// The memos on its lines.
  public let memos: [Memo]

  /// Makes a page.
  public init(
    table: LineTable, codings: [Coding], times: [EntityID: Int64] = [:],
    firstCoded: Stamp? = nil, setAsides: [SetAside] = [], evidence: [Evidence] = [],
    memos: [Memo] = []
  ) {
    self.table = table
    self.codings = codings
    self.times = times
    self.firstCoded = firstCoded
    self.setAsides = setAsides
    self.evidence = evidence
    self.memos = memos
  }

  /// The state of each line for one coder, `nil` where it does not count.
  public func states(for coder: EntityID) -> [LineState?] {
    Coverage.states(
      of: table, coded: codings.filter { $0.coder == coder }.map(\.passage),
      setAside: setAsides.filter { $0.coder == coder }.map(\.passage))
  }
}

extension DocumentPage {
  /// The lines that bear one of some codes, and those of which words are kept as evidence.
  ///
  /// - Parameters:
  ///   - codes: The codes; of their lines only codable ones are meant.
  ///   - targets: The codes and themes for or against which words are kept.
  ///   - study: The study's label.
  ///   - first: The number of the document's first line in the study.
  /// - Returns: The lines in order, each once.
  public func lines(
    of codes: Set<EntityID>, tiedTo targets: Set<EntityID>, study: String, from first: Int
  ) -> [CodedLine] {
    table.lines(
      codedAt: codings.lazy.filter { codes.contains($0.code) }.map(\.passage),
      tied: evidence.filter { targets.contains($0.target) }, study: study, from: first)
  }
}

extension LineTable {
  /// The codable lines that coded passages touch, and the lines of which words are kept as evidence.
  ///
  /// - Parameters:
  ///   - passages: The coded passages.
  ///   - ties: The ties.
  ///   - study: The study's label.
  ///   - first: The number of the document's first line in the study.
  /// - Returns: The lines in order, each once.
  public func lines(
    codedAt passages: some Sequence<Passage>, tied ties: [Evidence], study: String,
    from first: Int
  ) -> [CodedLine] {
    var wanted: Set<Int> = []
    for passage in passages {
      wanted.formUnion(indices(touchedBy: passage).filter { lines[$0].isCodable })
    }
    var tied: [Int: Bool] = [:]
    for tie in ties {
      for index in indices(touchedBy: tie.passage) {
        tied[index] = tied[index] ?? false || tie.isAgainst
      }
    }
    return wanted.union(tied.keys).sorted().map { index in
      let line = lines[index]
      return CodedLine(
        study: study, number: first + index, place: Place(document.id, line.passage),
        text: text.words(line.passage), speaker: line.speaker,
        isEvidence: tied[index] != nil, isAgainst: tied[index] ?? false)
    }
  }
}

/// A study as it is read: its documents in order, with the numbers of their lines.
public struct StudyPage: Sendable {
  /// The study with its counts.
  public var summary: StudySummary
  /// The documents in order.
  public var documents: [DocumentPage]

  /// Makes a page.
  public init(summary: StudySummary, documents: [DocumentPage]) {
    self.summary = summary
    self.documents = documents
  }

  /// How many lines come before the document at `index`.
  public func linesBefore(_ index: Int) -> Int {
    documents[..<index].reduce(0) { $0 + $1.table.lines.count }
  }

  /// How many lines the study has.
  public var lineCount: Int { linesBefore(documents.count) }

  /// The document and the line in it of a number from 1; `nil` where there is none.
  public func line(_ number: Int) -> (document: Int, line: Int)? {
    var rest = number - 1
    for (index, page) in documents.enumerated() {
      if rest >= 0, rest < page.table.lines.count { return (index, rest) }
      rest -= page.table.lines.count
    }
    return nil
  }
}
