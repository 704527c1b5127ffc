import Synthesis

/// What `linewise matrix` prints: themes or codes by studies, and what rests on which study.
public struct MatrixReport: Sendable {
  /// A row whose support differs where studies are left out.
  public struct Support: Hashable, Sendable {
    /// What the row is called.
    public var row: String
    /// In how many columns it is present with all.
    public var before: Int
    /// Of how many.
    public var beforeOf: Int
    /// In how many without those left out.
    public var after: Int
    /// Of how many.
    public var afterOf: Int

    /// Whether nothing is left of it.
    public var isLost: Bool { before > 0 && after == 0 }
    /// Whether it rests on one study.
    public var restsOnOne: Bool { after == 1 }

    /// Makes a support.
    ///
    /// - Parameters:
    ///   - row: What the row is called.
    ///   - before: In how many columns it is present with all.
    ///   - beforeOf: Of how many.
    ///   - after: In how many without those left out.
    ///   - afterOf: Of how many.
    public init(row: String, before: Int, beforeOf: Int, after: Int, afterOf: Int) {
      self.row = row
      self.before = before
      self.beforeOf = beforeOf
      self.after = after
      self.afterOf = afterOf
    }
  }

  /// The table of the studies that count.
  public let matrix: StudyMatrix
  /// The labels of the studies that do not count.
  public let leftOut: [String]
  /// The support of each row.
  public let support: [Support]
  /// For each column its distinct lines under all rows together, or the words kept for them.
  public let dominance: [Int]

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - matrix: The table of the studies that count.
  ///   - whole: The table of all studies.
  ///   - leftOut: The labels of the studies that do not count.
  ///   - lines: Which lines bear which codes.
  public init(
    matrix: StudyMatrix, whole: StudyMatrix, leftOut: [String], lines: CodedLines
  ) {
    self.matrix = matrix
    self.leftOut = leftOut
    support = matrix.rows.indices.map { row in
      let (before, after) = (whole.share(of: row), matrix.share(of: row))
      return Support(
        row: matrix.rows[row].title, before: before.studies, beforeOf: before.of,
        after: after.studies, afterOf: after.of)
    }
    let kind: StudyMatrix.Cells = matrix.kind == .quotations ? .quotations : .lines
    dominance =
      StudyMatrix(
        rows: [Self.all(matrix.rows)], columns: matrix.columns, kind: kind, lines: lines
      ).cells[0]
  }

  /// One row of all that the rows hold, each code once.
  private static func all(_ rows: [StudyMatrix.Row]) -> StudyMatrix.Row {
    var seen: Set<EntityID> = []
    return StudyMatrix.Row(
      id: EntityID(high: 0, low: 0), title: "",
      codes: rows.flatMap(\.codes).filter { seen.insert($0).inserted },
      targets: rows.reduce(into: []) { $0.formUnion($1.targets) })
  }

  private var labels: [String] { matrix.columns.map(\.label) }
  private var sum: Int { dominance.reduce(0, +) }

  /// For each column that alone carries rows the names of these.
  private var carried: [(label: String, rows: [String])] {
    zip(labels, matrix.carriedAlone).filter { !$1.isEmpty }
      .map { ($0, $1.map { matrix.rows[$0].title }) }
  }
}

extension MatrixReport {
  /// The report as one JSON object on one line, which ends with a line feed.
  public var json: String {
    TableValue.record([
      ("rows", .names(matrix.rows.map(\.title))), ("columns", .names(labels)),
      ("cells", .list(matrix.cells.map { .list($0.map { .integer($0) }) })),
      ("counted", .text(matrix.kind.rawValue)), ("numbers", .names(matrix.rows.map(\.number))),
      ("ids", .names(matrix.rows.map(\.id.description))),
      ("totals", .list(matrix.totals.map { .integer($0) })),
      ("studies", .list(matrix.rows.indices.map { .names(matrix.labels(of: $0)) })),
      ("of", .integer(matrix.columns.count)),
      ("rowsPresent", .list(matrix.rowsPresent.map { .integer($0) })),
      ("leftOut", .names(leftOut)), ("support", .list(support.map(\.value))),
      (
        "carriedAlone",
        .list(carried.map { .record([("study", .text($0.label)), ("rows", .names($0.rows))]) })
      ),
      ("dominance", .list(zip(labels, dominance).map(dominance))),
    ]).jsonText + "\n"
  }

  private func dominance(_ label: String, _ figure: Int) -> TableValue {
    .record([("study", .text(label)), ("figure", .integer(figure)), ("of", .integer(sum))])
  }

  /// The table, a column a study.
  public var table: Table {
    let hasNumbers = matrix.rows.contains { !$0.number.isEmpty }
    let front =
      (hasNumbers ? [TableColumn("number", title: "No")] : [])
      + [TableColumn("name", title: hasNumbers ? "Theme" : "Code")]
    let studies = labels.map { TableColumn($0, alignment: .right) }
    let back = [
      TableColumn("total", title: "Total", alignment: .right),
      TableColumn("studies", title: "Studies", alignment: .right),
    ]
    let rows = matrix.rows.enumerated().map { index, row -> [TableValue] in
      let share = matrix.share(of: index)
      return (hasNumbers ? [.text(row.number)] : []) + [.text(row.title)]
        + matrix.cells[index].map { .integer($0) }
        + [.integer(matrix.totals[index]), .text("\(share.studies) of \(share.of)")]
    }
    return Table(columns: front + studies + back, rows: rows)
  }

  /// What rests on what, in sentences.
  public var sentences: [String] {
    let without = leftOut.isEmpty ? "" : "without \(leftOut.joined(separator: ", ")) "
    let lost = support.filter(\.isLost).map {
      "\(without)nothing is left of ‘\($0.row)’ (was \($0.before) of \($0.beforeOf))"
    }
    let carried = carried.map { label, rows in
      "\(without)only \(label) has a line of \(rows.map { "‘\($0)’" }.joined(separator: ", "))"
    }
    let most = zip(labels, dominance).max { $0.1 < $1.1 }
    let noun = matrix.kind == .quotations ? "quotations" : "lines"
    let dominant = most.map { "\($0) has \($1) of \(sum) \(noun)" }
    return lost + carried + (sum > 0 ? [dominant].compactMap(\.self) : [])
  }
}

extension MatrixReport.Support {
  fileprivate var value: TableValue {
    .record([
      ("row", .text(row)), ("before", .integer(before)), ("beforeOf", .integer(beforeOf)),
      ("after", .integer(after)), ("afterOf", .integer(afterOf)), ("lost", .flag(isLost)),
      ("restsOnOne", .flag(restsOnOne)),
    ])
  }
}
