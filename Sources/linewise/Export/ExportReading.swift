import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

extension StudyNaming.Style: ExpressibleByArgument {}

/// How the review is shown in an export: at which moment, and with its studies called what.
struct ExportOptions: ParsableArguments {
  @Option(help: "The review as it stood at a round, by name or id.") var at: String?
  @Option(
    help: """
      What studies are called: by citation key, by number (the key where it is one, else the place \
      in the list), or by author and year (the label).
      """)
  var cite: StudyNaming.Style?
}

/// A review as it is exported: at one moment, as one person may see it, its studies named in one
/// way, and which studies hold what counted once.
struct ExportReading {
  /// The file, as it stood where that was asked.
  let file: ReviewFile
  /// The name of the round.
  let round: String?
  /// The review itself.
  let review: Review
  /// Who looks.
  let viewer: EntityID
  /// The board and the bank.
  let reading: BoardReading
  /// How the studies are named.
  let naming: StudyNaming
  /// The studies in the order of their names.
  let studies: [Study]
  /// The coders in the order in which they were added.
  let coders: [Coder]

  /// Reads a review.
  ///
  /// - Parameters:
  ///   - file: The review as it stands.
  ///   - viewer: Who looks.
  ///   - round: The round at which it is shown, by name or id.
  ///   - style: What studies are cited by.
  /// - Throws: ``Failure`` where no round of that name may be seen, else what the file throws.
  init(
    _ file: ReviewFile, for viewer: EntityID, at round: String? = nil,
    cite style: StudyNaming.Style? = nil
  ) throws {
    let moment = try round.map { try Moment($0, in: file, for: viewer) }
    self.file = try moment.map { try file.asItStood(at: $0.round.made.action) } ?? file
    self.viewer = moment?.viewer ?? viewer
    self.round = moment?.round.name
    review = try self.file.review()
    reading = try BoardReading(
      self.file, for: self.viewer, in: moment?.round.arrangement?.description)
    let studies = try self.file.studies().map(\.study)
    let naming = StudyNaming(
      studies.map { ($0.id, $0.label, $0.key) }, style: style)
    self.naming = naming
    self.studies = studies.sorted {
      (naming.place(of: $0.id) ?? 0) < (naming.place(of: $1.id) ?? 0)
    }
    coders = try self.file.coders()
  }

  /// The board.
  var board: ThemeBoard { reading.board }
}

/// A round, with whose eyes its board is seen.
private struct Moment {
  let round: Round
  let viewer: EntityID

  init(_ name: String, in file: ReviewFile, for viewer: EntityID) throws {
    let facts = try file.boardFacts(for: viewer)
    guard let round = try facts.round(named: name) else {
      throw Failure(
        .noInput, "no round is called ‘\(name.asName)’; `linewise round … list` lists them")
    }
    self.round = round
    // A draft that was revealed since was its owner's at the time.
    self.viewer = round.arrangement.flatMap { facts.arrangements[$0]?.owner } ?? viewer
  }
}

/// Which studies hold themes and codes: what every “n of N studies” of an export is from.
struct Reach {
  /// What a theme or code holds.
  struct Item {
    /// Its distinct lines.
    let lines: Int
    /// The studies that have one, by place among the names.
    let studies: [Int]
  }

  private let items: [EntityID: Item]

  init(_ reading: ExportReading, _ lines: CodedLines) {
    let matrix = StudyMatrix(
      rows: StudyMatrix.rows(of: reading.board)
        + StudyMatrix.rows(of: reading.reading.bank.map(\.code)),
      columns: StudyMatrix.columns(of: reading.studies), kind: .lines, lines: lines)
    items = Dictionary(
      matrix.rows.enumerated().map { index, row in
        (row.id, Item(lines: matrix.totals[index], studies: matrix.presence[index]))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a theme or code holds.
  func callAsFunction(_ id: EntityID) -> Item { items[id] ?? Item(lines: 0, studies: []) }
}
