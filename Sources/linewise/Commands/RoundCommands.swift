import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct RoundCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Name how the board stands now, or list such rounds.",
    usage: """
      linewise round REVIEW NAME [--in DRAFT]
      linewise round REVIEW list
      """,
    discussion: """
      A round keeps what stood where, under which names, whatever is moved, renamed or merged \
      afterwards. `linewise compare` says what changed between two.
      """)

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The name of the round, or list.") var name: String
  @OptionGroup var which: BoardOptions
  @OptionGroup var table: TableOptions

  func act() throws {
    guard name == "list" else {
      let session = try options.openForActing()
      let facts = try session.file.boardFacts(for: session.coder.id)
      return try session.perform(
        .nameRound(name, of: try facts.arrangement(named: which.draft)))
    }
    let file = try options.openForReading()
    let facts = try file.boardFacts(for: try options.viewer(in: file))
    let coders = try file.coders()
    let rows = facts.roundsInOrder.map { Self.row($0, facts, coders) }
    table.print(Table(columns: Self.columns, rows: rows), whenEmpty: "no rounds yet")
  }

  private static let columns = [
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("name", title: "Round"),
    TableColumn("board", title: "Board"),
    TableColumn("themes", title: "Themes", alignment: .right),
    TableColumn("placed", title: "Codes placed", alignment: .right),
    TableColumn("leftOut", title: "Left out", alignment: .right),
    TableColumn("codes", title: "Codes", alignment: .right),
    TableColumn("by", title: "By"),
    TableColumn("at", title: "At"),
    TableColumn("action", title: "Action", audience: .programs),
  ]

  private static func row(
    _ round: Round, _ facts: BoardFacts, _ coders: [Coder]
  ) -> [TableValue] {
    let snapshot = round.snapshot
    let board =
      round.arrangement.map { facts.arrangements[$0]?.name ?? "a draft that is no more" }
      ?? Arrangement.sharedName
    let placed = Set(snapshot.places.map(\.child).filter { snapshot.codes[$0] != nil })
    return [
      .text(round.id.description), .text(round.name), .text(board),
      .integer(snapshot.themes.count), .integer(placed.count), .integer(snapshot.leftOut.count),
      .integer(snapshot.codes.count),
      .text(coders.first { $0.id == round.made.coder }?.name ?? ""),
      .text(round.made.at.iso8601), .text(round.made.action.description),
    ]
  }
}

struct ArrangementCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrangement",
    abstract: "List private drafts of the board, make one, or let everybody see yours.",
    usage: """
      linewise arrangement REVIEW list
      linewise arrangement REVIEW new NAME
      linewise arrangement REVIEW reveal NAME
      """,
    discussion: """
      A draft begins as the shared board stands. Until you reveal it nobody else sees it, nor what \
      you do in it.
      """)

  enum Verb: String, ExpressibleByArgument, CaseIterable { case list, new, reveal }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "list, new or reveal.") var verb: Verb
  @Argument(help: "The name of the draft.") var name: String?
  @OptionGroup var table: TableOptions

  func act() throws {
    switch verb {
    case .list: try list()
    case .new: try options.openForActing().perform(.makeArrangement(try named()))
    case .reveal:
      let session = try options.openForActing()
      let facts = try session.file.boardFacts(for: session.coder.id)
      guard let draft = try facts.arrangement(named: try named()) else {
        throw Failure(.badData, "the shared board is no draft; everybody sees it")
      }
      try session.perform(.revealArrangement(draft))
    }
  }

  private func named() throws -> String {
    guard let name else { throw ValidationError("Say the name of the draft.") }
    return name
  }

  private static let columns = [
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("name", title: "Draft"),
    TableColumn("owner", title: "Of"),
    TableColumn("revealed", title: "Revealed"),
    TableColumn("themes", title: "Themes", alignment: .right),
    TableColumn("notPlaced", title: "Codes not placed", alignment: .right),
  ]

  private func list() throws {
    let file = try options.openForReading()
    let facts = try file.boardFacts(for: try options.viewer(in: file))
    let codes = try file.unmergedCodes().map(\.id)
    let coders = try file.coders()
    let rows = facts.drafts.map { draft -> [TableValue] in
      let board = ThemeBoard(facts, arrangement: draft.id, codes: codes)
      return [
        .text(draft.id.description), .text(draft.name),
        .text(coders.first { $0.id == draft.owner }?.name ?? ""), .flag(draft.isRevealed),
        .integer(board.themesInOrder.count), .integer(board.notPlaced.count),
      ]
    }
    table.print(Table(columns: Self.columns, rows: rows), whenEmpty: "no drafts that you may see")
  }
}

struct CompareCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Say what changed between two boards, and why.",
    discussion: """
      Each is a round, a draft, or `shared`: the shared board as it stands now. Order among those \
      that stand side by side is no change.
      """)

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The earlier: a round, a draft or shared.") var earlier: String
  @Argument(help: "The later; the shared board where none is named.")
  var later: String = Arrangement.sharedName
  @OptionGroup var table: TableOptions

  func act() throws {
    let file = try options.openForReading()
    let reading = try BoardReading(file, for: try options.viewer(in: file))
    let difference = BoardDifference(
      from: try snapshot(earlier, reading), to: try snapshot(later, reading))
    table.print(
      Table(columns: Self.columns, rows: difference.changes.map(Self.row)),
      whenEmpty: "nothing differs")
  }

  private func snapshot(_ name: String, _ reading: BoardReading) throws -> BoardSnapshot {
    if let round = try reading.facts.round(named: name) { return round.snapshot }
    do {
      return reading.snapshot(of: try reading.facts.arrangement(named: name))
    } catch let failure as Failure where failure.status == .noInput {
      throw Failure(
        .noInput,
        "no round or draft is called ‘\(name.asName)’; `linewise round … list` and "
          + "`linewise arrangement … list` list them")
    }
  }

  private static let columns = [
    TableColumn("what", title: "What"),
    TableColumn("kind", title: "Kind"),
    TableColumn("name", title: "Name"),
    TableColumn("from", title: "From"),
    TableColumn("to", title: "To"),
    TableColumn("why", title: "Why"),
    TableColumn("id", title: "Id", audience: .programs),
  ]

  private static func row(_ change: BoardDifference.Change) -> [TableValue] {
    [
      .text(change.what.rawValue.replacing("-", with: " ")),
      .text(change.isTheme ? "theme" : "code"), .text(change.name), .names(change.from),
      .names(change.to), .text(change.why), .text(change.id.description),
    ]
  }
}
