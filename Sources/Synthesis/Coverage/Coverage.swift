/// What became of a codable line, for one coder: exactly one of these.
public enum LineState: String, CaseIterable, Sendable {
  /// Neither coded nor set aside.
  case open
  /// A live coding of the coder shares with it a scalar that is not white space.
  case coded
  /// Not coded, but set aside with a reason.
  case setAside = "set-aside"

  /// The state of a line of which these two things are known; coded comes first.
  public init(isCoded: Bool, isSetAside: Bool) {
    self = isCoded ? .coded : isSetAside ? .setAside : .open
  }
}

/// How far one coder is with one study: line-by-line is complete when nothing is open.
public struct Coverage: Hashable, Sendable {
  /// Lines with a code.
  public var coded: Int
  /// Lines set aside.
  public var setAside: Int
  /// Lines that wait.
  public var open: Int

  /// Makes a coverage of counts.
  public init(coded: Int = 0, setAside: Int = 0, open: Int = 0) {
    self.coded = coded
    self.setAside = setAside
    self.open = open
  }

  /// The codable lines: coded + set aside + open.
  public var codable: Int { coded + setAside + open }

  /// Adds one line in a state, or takes it away.
  public mutating func add(_ state: LineState, _ count: Int = 1) {
    switch state {
    case .open: open += count
    case .coded: coded += count
    case .setAside: setAside += count
    }
  }

  /// The sum of two coverages.
  public static func + (left: Coverage, right: Coverage) -> Coverage {
    Coverage(
      coded: left.coded + right.coded, setAside: left.setAside + right.setAside,
      open: left.open + right.open)
  }
}

extension Coverage {
  /// The state of each line of a document for one coder, `nil` where a line does not count.
  ///
  /// - Complexity: O(*l* + *p* log *l*), lines and passages.
  public static func states(
    of table: LineTable, coded: [Passage], setAside: [Passage]
  ) -> [LineState?] {
    let codedLines = Set(coded.flatMap(table.indices(touchedBy:)))
    let asideLines = Set(setAside.flatMap(table.indices(touchedBy:)))
    return table.lines.indices.map { index in
      guard table.lines[index].isCodable else { return nil }
      return LineState(
        isCoded: codedLines.contains(index), isSetAside: asideLines.contains(index))
    }
  }

  /// The coverage of a document for one coder.
  public init(of table: LineTable, coded: [Passage], setAside: [Passage]) {
    self.init()
    for case let state? in Self.states(of: table, coded: coded, setAside: setAside) { add(state) }
  }
}
