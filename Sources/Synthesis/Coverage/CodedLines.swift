/// Which lines bear which codes, of a whole review: what every table of themes, codes and studies
/// is counted from.
///
/// Distinct lines cannot be added over codes, so the lines themselves are kept: eight bytes a pair
/// of a code and a line, and a set of coders. Only codable lines count. It is filled document by
/// document, and again for a document in which anything changed.
public struct CodedLines: Sendable {
  /// That a line bears a code.
  public struct Use: Hashable, Sendable {
    /// The code, after merges.
    public let code: EntityID
    /// The index of the line in its document.
    public let line: Int
    /// Who put it there.
    public let coders: Set<EntityID>

    /// Makes a use.
    public init(code: EntityID, line: Int, coders: Set<EntityID>) {
      self.code = code
      self.line = line
      self.coders = coders
    }
  }

  /// Words kept as evidence for or against a code or theme.
  public struct Tie: Hashable, Sendable {
    /// The code or theme.
    public let target: EntityID
    /// Whether they speak against it.
    public let isAgainst: Bool

    /// Makes a tie.
    public init(target: EntityID, isAgainst: Bool) {
      self.target = target
      self.isAgainst = isAgainst
    }
  }

  private struct Mark: Sendable {
    let line: Int32
    let coders: UInt64
  }

  private struct Sheet: Sendable {
    var study: EntityID
    /// When the earliest coding was made, in milliseconds since 1970.
    var firstAt: Int64?
    var lines: Int32 = 0
    var marks: [EntityID: [Mark]] = [:]
    var ties: [Tie] = []
  }

  private var sheets: [EntityID: Sheet] = [:]
  private var documentsOf: [EntityID: Set<EntityID>] = [:]
  private var coders: [EntityID] = []
  private var bits: [EntityID: Int] = [:]

  /// Makes an index of nothing.
  public init() {}

  /// Puts a document in, or in its new form.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - study: Its study.
  ///   - firstAt: When its earliest coding was made, in milliseconds since 1970.
  ///   - uses: Which of its codable lines bear which codes, each pair once.
  ///   - ties: The words of it that are kept as evidence.
  /// - Complexity: O(*n*) in the number of uses before and after.
  public mutating func replace(
    _ document: EntityID, of study: EntityID, firstAt: Int64? = nil, uses: [Use], ties: [Tie] = []
  ) {
    remove(document)
    var sheet = Sheet(study: study, firstAt: firstAt, ties: ties)
    for use in uses {
      let mask = use.coders.reduce(UInt64(0)) { $0 | 1 << UInt64(bit(of: $1)) }
      sheet.marks[use.code, default: []].append(Mark(line: Int32(use.line), coders: mask))
      sheet.lines = max(sheet.lines, Int32(use.line) + 1)
    }
    for code in sheet.marks.keys { documentsOf[code, default: []].insert(document) }
    sheets[document] = sheet
  }

  /// Takes a document out.
  public mutating func remove(_ document: EntityID) {
    guard let sheet = sheets.removeValue(forKey: document) else { return }
    for code in sheet.marks.keys { documentsOf[code]?.remove(document) }
  }

  private mutating func bit(of coder: EntityID) -> Int {
    if let bit = bits[coder] { return bit }
    // A review has at most 63 coders.
    let bit = min(coders.count, 63)
    bits[coder] = bit
    coders.append(coder)
    return bit
  }
}

extension CodedLines {
  /// What some codes hold in one study.
  public struct Tally: Hashable, Sendable {
    /// The distinct lines that bear one of the codes.
    public var lines = 0
    /// Who put one of them there.
    public var coders: Set<EntityID> = []
    /// How many of the codes are there.
    public var codes = 0
    /// The words kept as evidence for one of the targets.
    public var quotations = 0
    /// The words kept as evidence against one of the targets.
    public var against = 0

    /// Makes a tally of nothing.
    public init() {}
  }

  /// What codes hold, study by study; studies where they hold nothing are not there.
  ///
  /// - Parameters:
  ///   - codes: The codes, each once.
  ///   - targets: Of what evidence is counted: the codes, and the themes that stand for them.
  /// - Returns: A tally for each study where they hold something.
  /// - Complexity: O(*n*) in the number of uses of the codes.
  public func tallies(
    of codes: some Collection<EntityID>, evidenceFor targets: Set<EntityID> = []
  ) -> [EntityID: Tally] {
    var tallies: [EntityID: Tally] = [:]
    var masks: [EntityID: UInt64] = [:]
    var codesIn: [EntityID: Set<EntityID>] = [:]
    for (document, own) in byDocument(codes) {
      guard let sheet = sheets[document] else { continue }
      var seen = [Bool](repeating: false, count: Int(sheet.lines))
      var lines = 0
      for code in own {
        for mark in sheet.marks[code] ?? [] {
          masks[sheet.study, default: 0] |= mark.coders
          if !seen[Int(mark.line)] {
            seen[Int(mark.line)] = true
            lines += 1
          }
        }
      }
      tallies[sheet.study, default: Tally()].lines += lines
      codesIn[sheet.study, default: []].formUnion(own)
    }
    for (study, codes) in codesIn {
      tallies[study]?.codes = codes.count
      tallies[study]?.coders = coders(in: masks[study] ?? 0)
    }
    guard !targets.isEmpty else { return tallies }
    for sheet in sheets.values {
      for tie in sheet.ties where targets.contains(tie.target) {
        let side: WritableKeyPath<Tally, Int> = tie.isAgainst ? \.against : \.quotations
        tallies[sheet.study, default: Tally()][keyPath: side] += 1
      }
    }
    return tallies
  }

  /// The documents that bear one of some codes, with those of the codes that each bears.
  private func byDocument(_ codes: some Collection<EntityID>) -> [EntityID: [EntityID]] {
    var documents: [EntityID: [EntityID]] = [:]
    for code in codes {
      for document in documentsOf[code] ?? [] { documents[document, default: []].append(code) }
    }
    return documents
  }

  private func coders(in mask: UInt64) -> Set<EntityID> {
    Set(coders.enumerated().filter { mask >> UInt64(min($0.offset, 63)) & 1 == 1 }.map(\.element))
  }

  /// How many distinct lines bear one of some codes, and in which studies.
  public func count(of codes: some Collection<EntityID>) -> (lines: Int, studies: Set<EntityID>) {
    var lines = 0
    var studies: Set<EntityID> = []
    for (document, own) in byDocument(codes) {
      guard let sheet = sheets[document] else { continue }
      studies.insert(sheet.study)
      if own.count == 1, let marks = sheet.marks[own[0]] {
        lines += marks.count
        continue
      }
      var seen = [Bool](repeating: false, count: Int(sheet.lines))
      for code in own {
        for mark in sheet.marks[code] ?? [] where !seen[Int(mark.line)] {
          seen[Int(mark.line)] = true
          lines += 1
        }
      }
    }
    return (lines, studies)
  }

  /// In which studies a code is used.
  ///
  /// - Complexity: O(*n*) in the documents that bear it.
  public func studies(of code: EntityID) -> Set<EntityID> {
    Set((documentsOf[code] ?? []).compactMap { sheets[$0]?.study })
  }

  /// In which studies each code is used.
  public var studiesOfCodes: [EntityID: Set<EntityID>] {
    documentsOf.mapValues { Set($0.compactMap { sheets[$0]?.study }) }.filter { !$0.value.isEmpty }
  }

  /// When a study was first coded, in milliseconds since 1970; `nil` where it is not.
  public func firstCoded(_ study: EntityID) -> Int64? {
    sheets.values.lazy.filter { $0.study == study }.compactMap(\.firstAt).min()
  }

  /// How many lines each two codes share, the most first: codes that belong beside each other.
  ///
  /// - Complexity: O(*l* · *c*²) in the lines and the codes of a line.
  public func sharedLines() -> [EntityID: [EntityID: Int]] {
    var shared: [EntityID: [EntityID: Int]] = [:]
    for sheet in sheets.values {
      var byLine: [Int32: [EntityID]] = [:]
      for (code, marks) in sheet.marks {
        for mark in marks { byLine[mark.line, default: []].append(code) }
      }
      for codes in byLine.values where codes.count > 1 {
        for left in codes {
          for right in codes where left != right {
            shared[left, default: [:]][right, default: 0] += 1
          }
        }
      }
    }
    return shared
  }

  /// The uses of one document, for adding them up elsewhere.
  ///
  /// - Parameter page: The document as it is read.
  /// - Returns: Which of its codable lines bear which codes, each pair once.
  public static func uses(of page: DocumentPage) -> [Use] {
    var coders: [Int: [EntityID: Set<EntityID>]] = [:]
    for coding in page.codings {
      for line in page.table.indices(touchedBy: coding.passage)
      where page.table.lines[line].isCodable {
        coders[line, default: [:]][coding.code, default: []].insert(coding.coder)
      }
    }
    return coders.sorted { $0.key < $1.key }.flatMap { line, codes in
      codes.sorted { $0.key < $1.key }.map { Use(code: $0.key, line: line, coders: $0.value) }
    }
  }

  /// Puts a document in as it is read.
  public mutating func replace(_ page: DocumentPage) {
    replace(
      page.table.document.id, of: page.table.document.study, firstAt: page.times.values.min(),
      uses: Self.uses(of: page),
      ties: page.evidence.map { Tie(target: $0.target, isAgainst: $0.isAgainst) })
  }
}
