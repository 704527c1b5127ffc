import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

extension Theme.Level: ExpressibleByArgument {}

struct ThemeCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "List the themes, make them, and say what stands under which.",
    usage: """
      linewise theme REVIEW list [--in DRAFT]
      linewise theme REVIEW new [NAME] --level descriptive|analytical [--under THEME] [--why W]
      linewise theme REVIEW place CODE|THEME… (--under THEME | --top) [--also] [--position N] \
      [--why W]
      linewise theme REVIEW unplace CODE|THEME… [--under THEME]
      linewise theme REVIEW set NAME [--name NEW] [--statement S] [--rationale R] [--answer A] \
      [--status draft|agreed]
      linewise theme REVIEW delete NAME…
      linewise theme REVIEW merge FROM… --into THEME
      """,
    discussion: """
      Codes stand under descriptive themes, descriptive themes under descriptive or analytical \
      ones; both may stand under several. A theme is named by its name, its number on the board \
      (1.2) or its id; where a code and a theme have one name, the code is meant. The name may \
      wait: until then a theme is “pile 3”. --status agreed says that you agree to the theme as it \
      stands; a theme is agreed when every reviewer does. --in works on a private draft.
      """)

  enum Verb: String, ExpressibleByArgument, CaseIterable {
    case list, new, place, unplace, set, delete, merge
  }
  enum Status: String, ExpressibleByArgument, CaseIterable { case draft, agreed }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "list (the default), new, place, unplace, set, delete or merge.")
  var verb: Verb = .list
  @Argument(help: "Codes or themes by name, number or id; the name of a new theme.")
  var names: [String] = []
  @Option(help: "descriptive, or analytical: goes beyond the studies.") var level: Theme.Level?
  @Option(help: "The theme under which things stand.") var under: String?
  @Flag(help: "To the top of the board, where only themes stand.") var top = false
  @Flag(help: "Leave it also where it stands already.") var also = false
  @Option(help: "The place among those that stand there, from 1.") var position: Int?
  @Option(help: "Why; comparing rounds prints it.") var why = ""
  @Option(help: "Another name.") var name: String?
  @Option(help: "What the theme says.") var statement: String?
  @Option(help: "Why these belong together.") var rationale: String?
  @Option(help: "What it says to the review's question.") var answer: String?
  @Option(help: "agreed: you agree to it as it stands. draft: you take that back.")
  var status: Status?
  @Option(help: "The theme that others are merged into.") var into: String?
  @OptionGroup var which: BoardOptions
  @OptionGroup var table: TableOptions

  func act() throws {
    switch verb {
    case .list: try list()
    case .new: try make()
    case .place: try place()
    case .unplace: try unplace()
    case .set: try set()
    case .delete: try delete()
    case .merge: try merge()
    }
  }
}

extension ThemeCommand {
  private func list() throws {
    let file = try options.openForReading()
    let reading = try BoardReading(file, for: try options.viewer(in: file), in: which.draft)
    let rows = ThemeRow.rows(
      of: reading, studies: try file.studies().map(\.study), lines: try file.codedLines(),
      coders: try file.coders())
    table.print(Table(rows: rows), whenEmpty: "no themes yet")
    if table.format == nil { Output.say(reading.board.remainder) }
  }

  private func make() throws {
    guard names.count < 2 else {
      throw ValidationError("Say one name; in quotation marks where it has several words.")
    }
    guard let level else { throw ValidationError("Say --level descriptive or analytical.") }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    let landing = try landing(on: reading, under: try under.map(reading.theme))
    try session.perform(
      .makeTheme(ThemeDraft(level, named: names.first ?? "", at: landing)))
  }

  private func place() throws {
    guard !names.isEmpty else { throw ValidationError("Say which codes or themes.") }
    guard (under != nil) != top else { throw ValidationError("Say --under which theme, or --top.") }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    let things = try names.map(reading.thing)
    let landing = try landing(on: reading, under: try under.map(reading.theme))
    try session.perform(.place(things, landing))
  }

  private func landing(on reading: BoardReading, under theme: EntityID?) throws -> Landing {
    if let position, position < 1 { throw ValidationError("Places are counted from 1.") }
    return Landing(
      under: theme, at: position.map(Landing.Spot.place) ?? .anywhere,
      leaving: also ? .nowhere : .everywhere, why: why, in: reading.board.arrangement)
  }

  private func unplace() throws {
    guard !names.isEmpty else { throw ValidationError("Say which codes or themes.") }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    try session.perform(
      .unplace(
        try names.map(reading.thing), from: try under.map(reading.theme),
        in: reading.board.arrangement))
  }

  private func set() throws {
    guard let theme = names.first, names.count == 1 else {
      throw ValidationError("Say which theme.")
    }
    var fields: [String: String] = [:]
    for (field, text) in [
      ("name", name), ("statement", statement), ("rationale", rationale), ("answer", answer),
    ] {
      fields[field] = text
    }
    guard !fields.isEmpty || status != nil else {
      throw ValidationError("Say --name, --statement, --rationale, --answer or --status.")
    }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    let id = try reading.theme(named: theme)
    try reading.requireOwn([id])
    // Before anything is written, for the two are two acts.
    if status == .agreed { try session.board().requireShared(id) }
    if !fields.isEmpty { try session.perform(.setTheme(id, fields)) }
    if let status { try session.perform(.agree(id, status == .agreed)) }
  }

  private func delete() throws {
    guard !names.isEmpty else { throw ValidationError("Say which themes.") }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    let themes = try names.map(reading.theme)
    try reading.requireOwn(themes)
    try session.perform(.deleteThemes(themes))
  }

  private func merge() throws {
    guard let into, !names.isEmpty else {
      throw ValidationError("Say which themes, and --into which.")
    }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    let (themes, target) = (try names.map(reading.theme), try reading.theme(named: into))
    try reading.requireOwn(themes + [target])
    try session.perform(.mergeThemes(themes, into: target))
  }
}

extension BoardReading {
  /// Throws where themes of a draft are not that draft's alone: what is written of a theme, unlike
  /// where it stands, is on every board at once.
  fileprivate func requireOwn(_ themes: [EntityID]) throws {
    guard let draft = board.arrangement else { return }
    let shared = snapshot(of: nil)
    for theme in themes {
      let home = facts.themes[theme]?.home
      guard home != draft || shared.themes[theme] != nil else { continue }
      let title = board.title(of: theme)
      guard shared.themes[theme] == nil, let home, let other = facts.arrangements[home] else {
        throw Failure(
          .notAllowed, "‘\(title)’ is on the shared board too; leave out --in to change it there")
      }
      throw Failure(
        .notAllowed, "‘\(title)’ is of the draft ‘\(other.name)’; say --in '\(other.name)'")
    }
  }

  /// Throws where a theme is not on the shared board, where agreeing is done.
  fileprivate func requireShared(_ theme: EntityID) throws {
    guard board.theme(theme) == nil else { return }
    let name = facts.themes[theme]?.name ?? ""
    throw Refusal.onlyInDraft(name: name.isEmpty ? Theme.unnamed : name)
  }
}

struct AgreeCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree", abstract: "Say that you agree to a theme as it stands.",
    discussion: """
      Signed by whoever acts. It no longer holds when the statement or what stands under the theme \
      changes, and holds again where that comes back.
      """)

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The theme, by name, number or id.") var theme: String
  @Flag(help: "Take it back.") var withdraw = false

  func act() throws {
    let session = try options.openForActing()
    let id = try session.board().theme(named: theme)
    try session.perform(.agree(id, !withdraw))
  }
}

extension ThemeBoard {
  /// The codes that stand under no theme, in a sentence.
  var remainder: String {
    let waiting =
      notPlaced.isEmpty
      ? "every code is placed or left out"
      : notPlaced.count == 1 ? "1 code is not placed" : "\(notPlaced.count) codes are not placed"
    guard !leftOut.isEmpty else { return waiting }
    return waiting + (leftOut.count == 1 ? "; 1 is left out" : "; \(leftOut.count) are left out")
  }
}

extension ThemeRow {
  /// The rows of a board, in its order.
  static func rows(
    of reading: BoardReading, studies: [Study], lines: CodedLines, coders: [Coder]
  ) -> [ThemeRow] {
    let board = reading.board
    let matrix = StudyMatrix(
      rows: StudyMatrix.rows(of: board), columns: StudyMatrix.columns(of: studies), kind: .lines,
      lines: lines)
    let names = reading.names
    return matrix.rows.enumerated().compactMap { index, row in
      guard let theme = board.theme(row.id) else { return nil }
      let agreement = board.agreement(to: row.id)
      return ThemeRow(
        id: row.id.description, name: row.title, level: theme.level.rawValue, number: row.number,
        parents: board.parents(of: row.id).map(board.title(of:)),
        codes: row.codes.compactMap { names[$0] }, studies: matrix.labels(of: index),
        studyCount: matrix.share(of: index).of, lines: matrix.totals[index],
        statement: theme.statement, rationale: theme.rationale, answer: theme.answer,
        isAgreed: board.isAgreed(row.id, by: coders),
        agreedBy: coders.filter { agreement.holding.contains($0.id) }.map(\.name),
        lapsed: coders.filter { agreement.lapsed.contains($0.id) }.map(\.name),
        isNamed: !theme.name.isEmpty)
    }
  }
}
