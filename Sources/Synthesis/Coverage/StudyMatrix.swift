/// Themes or codes by studies: the table that every “n of N studies” comes from.
///
/// Every figure has its denominator: the columns that count are named, and there is one number of
/// them.
public struct StudyMatrix: Hashable, Sendable {
  /// What a cell says.
  public enum Cells: String, CaseIterable, Sendable {
    /// Distinct lines.
    case lines
    /// Distinct coders.
    case coders
    /// Distinct codes.
    case codes
    /// Words kept as evidence for the row.
    case quotations
    /// 1 where the row has a line there, else 0.
    case present
  }

  /// A theme or code, with the codes that count for it.
  public struct Row: Hashable, Sendable {
    /// The theme or code.
    public let id: EntityID
    /// What it is called.
    public let title: String
    /// The number of a theme: “1.2”; empty for a code.
    public let number: String
    /// The codes that stand for it, each once.
    public let codes: [EntityID]
    /// Of what evidence is counted.
    public let targets: Set<EntityID>

    /// Makes a row.
    public init(
      id: EntityID, title: String, number: String = "", codes: [EntityID],
      targets: Set<EntityID> = []
    ) {
      self.id = id
      self.title = title
      self.number = number
      self.codes = codes
      self.targets = targets
    }
  }

  /// A study, or linked studies that count as one.
  public struct Column: Hashable, Sendable {
    /// What it is called.
    public let label: String
    /// The studies that it stands for.
    public let studies: [EntityID]

    /// Makes a column.
    public init(label: String, studies: [EntityID]) {
      self.label = label
      self.studies = studies
    }
  }

  /// The rows.
  public let rows: [Row]
  /// The columns that count.
  public let columns: [Column]
  /// What a cell says.
  public let kind: Cells
  /// The figures, row by row.
  public let cells: [[Int]]
  /// For each row its figure over all columns: a sum for lines and quotations, coders and the codes
  /// that are used there counted once, and the number of columns where it is present.
  public let totals: [Int]
  /// For each row the columns in which it has a line, by index.
  public let presence: [[Int]]

  /// Counts.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - columns: The columns that count, in order.
  ///   - kind: What a cell says.
  ///   - lines: Which lines bear which codes.
  /// - Complexity: O(*n*) in the uses of all rows' codes.
  public init(rows: [Row], columns: [Column], kind: Cells, lines: CodedLines) {
    self.rows = rows
    self.columns = columns
    self.kind = kind
    // Evidence is looked through for each row: only where it is asked for.
    let tallies = rows.map { row in
      lines.tallies(of: row.codes, evidenceFor: kind == .quotations ? row.targets : [])
    }
    let places = Dictionary(
      columns.enumerated().flatMap { index, column in column.studies.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var cells: [[Int]] = []
    var presence: [[Int]] = []
    var totals: [Int] = []
    for (row, tally) in zip(rows, tallies) {
      let own = Self.byColumn(tally, places, columns, row, lines)
      cells.append(own.map { Self.figure(kind, $0) })
      presence.append(own.indices.filter { own[$0].lines > 0 })
      totals.append(Self.total(kind, own, row, places, lines))
    }
    self.cells = cells
    self.presence = presence
    self.totals = totals
  }

  private static func byColumn(
    _ tallies: [EntityID: CodedLines.Tally], _ places: [EntityID: Int], _ columns: [Column],
    _ row: Row, _ lines: CodedLines
  ) -> [CodedLines.Tally] {
    var own = [CodedLines.Tally](repeating: CodedLines.Tally(), count: columns.count)
    for (study, tally) in tallies {
      guard let index = places[study] else { continue }
      own[index].lines += tally.lines
      own[index].coders.formUnion(tally.coders)
      own[index].quotations += tally.quotations
      own[index].against += tally.against
      // The codes of linked studies are counted once.
      own[index].codes = max(own[index].codes, tally.codes)
    }
    for index in columns.indices where columns[index].studies.count > 1 && own[index].codes > 0 {
      own[index].codes = row.codes.count { code in
        !lines.studies(of: code).isDisjoint(with: columns[index].studies)
      }
    }
    return own
  }

  private static func figure(_ kind: Cells, _ tally: CodedLines.Tally) -> Int {
    switch kind {
    case .lines: tally.lines
    case .coders: tally.coders.count
    case .codes: tally.codes
    case .quotations: tally.quotations
    case .present: tally.lines > 0 ? 1 : 0
    }
  }

  private static func total(
    _ kind: Cells, _ own: [CodedLines.Tally], _ row: Row, _ places: [EntityID: Int],
    _ lines: CodedLines
  ) -> Int {
    switch kind {
    case .lines: own.reduce(0) { $0 + $1.lines }
    case .coders: own.reduce(into: Set<EntityID>()) { $0.formUnion($1.coders) }.count
    case .codes: row.codes.count { lines.studies(of: $0).contains { places[$0] != nil } }
    case .quotations: own.reduce(0) { $0 + $1.quotations }
    case .present: own.count { $0.lines > 0 }
    }
  }
}

extension StudyMatrix {
  /// In how many columns a row is present, of how many.
  public func share(of row: Int) -> (studies: Int, of: Int) { (presence[row].count, columns.count) }

  /// The labels of the columns in which a row is present.
  public func labels(of row: Int) -> [String] { presence[row].map { columns[$0].label } }

  /// How much stands in each column: for lines the distinct ones of all rows together cannot be
  /// added, so this is how many rows are present.
  public var rowsPresent: [Int] {
    presence.reduce(into: [Int](repeating: 0, count: columns.count)) { rows, own in
      for column in own { rows[column] += 1 }
    }
  }

  /// A row whose support changes where columns are left out.
  public struct Support: Hashable, Sendable {
    /// The row's index.
    public let row: Int
    /// In how many columns it is present with all.
    public let before: Int
    /// In how many without.
    public let after: Int

    /// Whether nothing is left of it.
    public var isLost: Bool { before > 0 && after == 0 }
    /// Whether it rests on one.
    public var restsOnOne: Bool { after == 1 }
  }

  /// The support of each row without some columns.
  public func support(without columns: Set<Int>) -> [Support] {
    presence.indices.map { row in
      Support(
        row: row, before: presence[row].count,
        after: presence[row].count { !columns.contains($0) })
    }
  }

  /// For each column the rows that nothing else supports: what is lost when it is left out.
  public var carriedAlone: [[Int]] {
    presence.enumerated().reduce(into: [[Int]](repeating: [], count: columns.count)) { rows, own in
      if own.element.count == 1 { rows[own.element[0]].append(own.offset) }
    }
  }

  /// The share of a column in all lines or quotations of the table: how far one study dominates.
  ///
  /// - Returns: For each column its figure, and the sum of all.
  public func dominance(of kind: Cells = .lines) -> (figures: [Int], sum: Int) {
    let figures = columns.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    return (figures, figures.reduce(0, +))
  }
}

extension StudyMatrix {
  /// The rows of a board: every theme in order.
  ///
  /// What is kept for something that was merged away counts for what it was merged into.
  public static func rows(of board: ThemeBoard) -> [Row] {
    let absorbed = Dictionary(grouping: board.merged.keys) { board.merged[$0] ?? $0 }
    return board.themesInOrder.map { id in
      let codes = board.codes(under: id)
      let own = codes + board.family(of: id)
      return Row(
        id: id, title: board.title(of: id), number: board.number(of: id) ?? "", codes: codes,
        targets: own.reduce(into: Set(own)) { $0.formUnion(absorbed[$1] ?? []) })
    }
  }

  /// The rows of a bank: every code, in the order given.
  public static func rows(of codes: [Code]) -> [Row] {
    codes.map { Row(id: $0.id, title: $0.name, codes: [$0.id], targets: [$0.id]) }
  }

  /// The columns of studies.
  ///
  /// - Parameters:
  ///   - studies: The studies in order.
  ///   - excluded: Studies that do not count.
  ///   - isLinked: Whether studies of one group count as one.
  /// - Returns: The columns in the order of the studies.
  public static func columns(
    of studies: [Study], without excluded: Set<EntityID> = [], linked isLinked: Bool = false
  ) -> [Column] {
    let counted = studies.filter { !excluded.contains($0.id) }
    guard isLinked else { return counted.map { Column(label: $0.label, studies: [$0.id]) } }
    var seen: Set<String> = []
    return counted.compactMap { study in
      guard !study.group.isEmpty else {
        return Column(label: study.label, studies: [study.id])
      }
      guard seen.insert(study.group).inserted else { return nil }
      let linked = counted.filter { $0.group == study.group }
      return Column(
        label: linked.map(\.label).joined(separator: " + "), studies: linked.map(\.id))
    }
  }

  /// The studies below a band: those whose characteristic `name` is a number below `bound`.
  ///
  /// A study without such a number is not below anything and stays.
  public static func studies(
    _ studies: [Study], whose name: String, isBelow bound: Double
  ) -> Set<EntityID> {
    Set(
      studies.filter { study in
        study.characteristics[name].flatMap(Double.init).map { $0 < bound } ?? false
      }.map(\.id))
  }
}
