/// Which lines bear which codes, of a whole review: what every table of themes, codes and studies
/// is counted from.
///
/// Distinct lines cannot be added over codes, so the lines themselves are kept: sixteen bytes a pair
/// of a code and a line. Only codable lines count. It is filled document by
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
    /// Where the words stand.
    public let passage: Passage
    /// Whether they speak against it.
    public let isAgainst: Bool

    /// Makes a tie.
    public init(target: EntityID, passage: Passage, isAgainst: Bool) {
      self.target = target
      self.passage = passage
      self.isAgainst = isAgainst
    }
  }

  /// A line of the whole review that bears a code.
  private struct Mark: Sendable {
    let line: UInt32
    let document: UInt32
    let coders: UInt64
  }

  /// What is kept of a document.
  ///
  /// Its lines have their places among those of the whole review.
  private struct Sheet: Sendable {
    /// The place of the earliest coding in the order of acts.
    var first: Stamp?
    var lines = 0..<0
    /// The codes that it bears.
    var codes: [Int] = []
    var ties: [Tie] = []
  }

  // Codes, documents and studies are numbered as they come, for what is counted often has to be
  // found in an array.
  private var codes = Numbering()
  private var documents = Numbering()
  private var studies = Numbering()
  private var coders = Numbering()
  private var marks: [[Mark]] = []
  private var sheets: [Sheet] = []
  private var studyOf: [Int] = []
  private var documentsOf: [[Int]] = []
  private var lineCount = 0

  /// Makes an index of nothing.
  public init() {}

  /// Puts a document in, or in its new form.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - study: Its study.
  ///   - first: The place of its earliest coding in the order of acts.
  ///   - uses: Which of its codable lines bear which codes, each pair once.
  ///   - ties: The words of it that are kept as evidence.
  /// - Complexity: O(*n*) in the uses of all codes that it bears or bore.
  public mutating func replace(
    _ document: EntityID, of study: EntityID, first: Stamp? = nil, uses: [Use], ties: [Tie] = []
  ) {
    let own = uses.map { use in
      Entry(
        code: codes.number(of: use.code), line: use.line,
        coders: use.coders.reduce(0) { $0 | 1 << UInt64(bit(of: $1)) })
    }
    put(document, of: study, first, own, ties)
  }

  /// Puts a document in as its codings stand.
  ///
  /// - Parameters:
  ///   - table: The lines of the document.
  ///   - codings: The codings that count, their codes after merges.
  ///   - first: The place of the earliest of them in the order of acts.
  ///   - ties: The words of it that are kept as evidence.
  /// - Complexity: O(*n*) in the uses of all codes that it bears or bore.
  public mutating func replace(
    _ table: LineTable,
    codings: some Sequence<(passage: Passage, code: EntityID, coder: EntityID)>,
    first: Stamp?, ties: [Tie]
  ) {
    var own: [Entry] = []
    var known: [Int: Int] = [:]
    for coding in codings {
      let code = codes.number(of: coding.code)
      let coder = UInt64(1) << UInt64(bit(of: coding.coder))
      for line in table.indices(touchedBy: coding.passage) where table.lines[line].isCodable {
        let pair = code << 32 | line
        if let index = known[pair] {
          own[index].coders |= coder
        } else {
          known[pair] = own.count
          own.append(Entry(code: code, line: line, coders: coder))
        }
      }
    }
    put(table.document.id, of: table.document.study, first, own, ties)
  }

  /// That a line of a document bears a code.
  private struct Entry {
    let code: Int
    let line: Int
    var coders: UInt64
  }

  private mutating func put(
    _ document: EntityID, of study: EntityID, _ first: Stamp?, _ entries: [Entry], _ ties: [Tie]
  ) {
    remove(document)
    let number = documents.number(of: document)
    let owner = studies.number(of: study)
    if number == sheets.count {
      sheets.append(Sheet())
      studyOf.append(owner)
    }
    studyOf[number] = owner
    if owner == documentsOf.count { documentsOf.append([]) }
    documentsOf[owner].append(number)
    while marks.count < codes.all.count { marks.append([]) }
    let lines = room(for: entries.reduce(0) { max($0, $1.line + 1) }, in: number)
    for entry in entries {
      marks[entry.code].append(
        Mark(
          line: UInt32(lines.lowerBound + entry.line), document: UInt32(number),
          coders: entry.coders))
    }
    sheets[number] = Sheet(
      first: first, lines: lines, codes: Set(entries.map(\.code)).sorted(), ties: ties)
  }

  /// Takes a document out.
  public mutating func remove(_ document: EntityID) {
    guard let number = documents.known(document) else { return }
    let sheet = sheets[number]
    for code in sheet.codes { marks[code].removeAll { $0.document == number } }
    documentsOf[studyOf[number]].removeAll { $0 == number }
    sheets[number] = Sheet(lines: sheet.lines)
  }

  /// Places for the lines of a document: those that it had, where they are enough.
  private mutating func room(for count: Int, in document: Int) -> Range<Int> {
    let known = sheets[document].lines
    guard known.count < count else { return known }
    defer { lineCount += count }
    return lineCount..<(lineCount + count)
  }

  /// The codes that a document bears, each with its lines and who put it there.
  ///
  /// - Complexity: O(*n*) in the uses of these codes.
  public func lines(in document: EntityID) -> [EntityID: [Int: UInt64]] {
    guard let number = documents.known(document) else { return [:] }
    return sheets[number].codes.reduce(into: [:]) { lines, code in
      for mark in marks[code] where mark.document == number {
        lines[codes.all[code], default: [:]][Int(mark.line)] = mark.coders
      }
    }
  }

  /// A review has at most 63 coders.
  private mutating func bit(of coder: EntityID) -> Int { min(coders.number(of: coder), 63) }
}

/// Numbers things as they come, from 0.
private struct Numbering: Sendable {
  private(set) var all: [EntityID] = []
  private var numbers: [EntityID: Int] = [:]

  func known(_ id: EntityID) -> Int? { numbers[id] }

  mutating func number(of id: EntityID) -> Int {
    if let number = numbers[id] { return number }
    numbers[id] = all.count
    all.append(id)
    return all.count - 1
  }
}

/// A set of small numbers.
private struct Bits {
  private var words: [UInt64]

  init(_ count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Puts a number in; whether it was not there.
  mutating func insert(_ number: Int) -> Bool {
    let bit = UInt64(1) << UInt64(number & 63)
    guard words[number >> 6] & bit == 0 else { return false }
    words[number >> 6] |= bit
    return true
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
    /// The distinct words kept as evidence for one of the targets.
    public var quotations = 0
    /// The distinct words kept as evidence against one of the targets.
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
    var sums = StudySums(studies.all.count)
    var seen = Bits(lineCount)
    for code in codes {
      guard let number = self.codes.known(code) else { continue }
      for mark in marks[number] {
        let study = studyOf[Int(mark.document)]
        sums.take(code: number, coders: mark.coders, in: study)
        if seen.insert(Int(mark.line)) { sums.lines[study] += 1 }
      }
    }
    var tallies = tallies(of: sums)
    guard !targets.isEmpty else { return tallies }
    for (document, sheet) in sheets.enumerated() where !sheet.ties.isEmpty {
      // The same words are one quotation, whoever keeps them and for how many of the targets.
      let ties = sheet.ties.filter { targets.contains($0.target) }
      guard !ties.isEmpty else { continue }
      let (against, supporting) = (ties.filter(\.isAgainst), ties.filter { !$0.isAgainst })
      let study = studies.all[studyOf[document]]
      tallies[study, default: Tally()].against += Set(against.map(\.passage)).count
      tallies[study, default: Tally()].quotations += Set(supporting.map(\.passage)).count
    }
    return tallies
  }

  /// What is added up for each study.
  private struct StudySums {
    var lines: [Int]
    var masks: [UInt64]
    var codes: [Int]
    private var last: [Int]

    init(_ count: Int) {
      lines = [Int](repeating: 0, count: count)
      (masks, codes) = ([UInt64](repeating: 0, count: count), lines)
      last = [Int](repeating: -1, count: count)
    }

    /// Codes come one after the other, so that the last is enough to tell a new one.
    mutating func take(code: Int, coders: UInt64, in study: Int) {
      masks[study] |= coders
      guard last[study] != code else { return }
      last[study] = code
      codes[study] += 1
    }
  }

  private func tallies(of sums: StudySums) -> [EntityID: Tally] {
    var people: [UInt64: Set<EntityID>] = [:]
    var tallies: [EntityID: Tally] = [:]
    for (study, count) in sums.codes.enumerated() where count > 0 {
      let mask = sums.masks[study]
      let own = people[mask] ?? coders(in: mask)
      people[mask] = own
      var tally = Tally()
      (tally.lines, tally.coders, tally.codes) = (sums.lines[study], own, count)
      tallies[studies.all[study]] = tally
    }
    return tallies
  }

  private func coders(in mask: UInt64) -> Set<EntityID> {
    Set(
      coders.all.enumerated().filter { mask >> UInt64(min($0.offset, 63)) & 1 == 1 }
        .map(\.element))
  }

  /// How many distinct lines bear one of some codes, and in which studies.
  ///
  /// - Complexity: O(*n*) in the number of uses of the codes.
  public func count(of codes: some Collection<EntityID>) -> (lines: Int, studies: Set<EntityID>) {
    let (lines, studies) = reach(of: codes)
    return (lines, Set(studies.map { self.studies.all[$0] }))
  }

  /// How many distinct lines bear one of some codes, and in how many studies.
  ///
  /// - Complexity: O(*n*) in the number of uses of the codes.
  public func figures(of codes: some Collection<EntityID>) -> (lines: Int, studies: Int) {
    let (lines, studies) = reach(of: codes)
    return (lines, studies.count)
  }

  private func reach(of codes: some Collection<EntityID>) -> (lines: Int, studies: [Int]) {
    var (lines, reached): (Int, [Int]) = (0, [])
    var (seen, seenStudies) = (Bits(lineCount), Bits(studies.all.count))
    for code in codes {
      guard let number = self.codes.known(code) else { continue }
      for mark in marks[number] where seen.insert(Int(mark.line)) {
        lines += 1
        let study = studyOf[Int(mark.document)]
        if seenStudies.insert(study) { reached.append(study) }
      }
    }
    return (lines, reached)
  }

  /// In which studies a code is used.
  ///
  /// - Complexity: O(*n*) in its uses.
  public func studies(of code: EntityID) -> Set<EntityID> { count(of: [code]).studies }

  /// In which studies each code is used.
  public var studiesOfCodes: [EntityID: Set<EntityID>] {
    codes.all.reduce(into: [:]) { studies, code in
      let own = self.studies(of: code)
      if !own.isEmpty { studies[code] = own }
    }
  }

  /// The place of a study's first coding in the order of acts; `nil` where it has none.
  public func firstCoded(_ study: EntityID) -> Stamp? {
    studies.known(study).flatMap { number in
      documentsOf[number].compactMap { sheets[$0].first }.min()
    }
  }

  /// How many lines each two codes share, the most first: codes that belong beside each other.
  ///
  /// - Complexity: O(*l* · *c*²) in the lines and the codes of a line.
  public func sharedLines() -> [EntityID: [EntityID: Int]] {
    var byLine = [[Int]](repeating: [], count: lineCount)
    for (code, own) in marks.enumerated() {
      for mark in own { byLine[Int(mark.line)].append(code) }
    }
    var shared: [EntityID: [EntityID: Int]] = [:]
    for numbers in byLine where numbers.count > 1 {
      for left in numbers {
        for right in numbers where left != right {
          shared[codes.all[left], default: [:]][codes.all[right], default: 0] += 1
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
      page.table,
      codings: page.codings.lazy.map { (passage: $0.passage, code: $0.code, coder: $0.coder) },
      first: page.firstCoded,
      ties: page.evidence.map {
        Tie(target: $0.target, passage: $0.passage, isAgainst: $0.isAgainst)
      })
  }
}
