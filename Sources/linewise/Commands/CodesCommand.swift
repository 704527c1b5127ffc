import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct CodesCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: "List the codes, or change them.",
    usage: """
      linewise codes REVIEW
      linewise codes REVIEW rename OLD NEW
      linewise codes REVIEW merge FROM… --into CODE
      linewise codes REVIEW split CODE --new NAME --study S --line N…
      linewise codes REVIEW define CODE [--definition D] [--includes I] [--excludes X] [--example E]
      linewise codes REVIEW leave-out CODE… --why W [--in DRAFT]
      linewise codes REVIEW take-in CODE… [--in DRAFT]
      """,
    discussion: """
      A code that is left out of the themes has a reason for it and counts as dealt with; put under \
      a theme, or taken in, it is left out no longer.
      """)

  enum Verb: String, ExpressibleByArgument, CaseIterable {
    case list, rename, merge, split, define
    case leaveOut = "leave-out"
    case takeIn = "take-in"
  }

  @OptionGroup var options: ReviewOptions
  @Argument(
    help: "list (the default), rename, merge, split, define, leave-out or take-in.")
  var verb: Verb = .list
  @Argument(help: "Codes by name or id.") var names: [String] = []
  @Option(help: "The code that others are merged into.") var into: String?
  @Option(help: "The name of the code split off.") var new: String?
  @Option(help: "The study of the lines to split off.") var study: String?
  @Option(help: "A line to split off; may be given more than once.") var line: [LineRange] = []
  @Option(help: "What the code means.") var definition: String?
  @Option(help: "What belongs to it.") var includes: String?
  @Option(help: "What does not.") var excludes: String?
  @Option(help: "An example.") var example: String?
  @Option(help: "Why a code is left out of the themes.") var why: String?
  @OptionGroup var which: BoardOptions
  @OptionGroup var table: TableOptions

  func act() throws {
    switch verb {
    case .list: try list()
    case .rename: try rename()
    case .merge: try merge()
    case .split: try split()
    case .define: try define()
    case .leaveOut: try leaveOut()
    case .takeIn: try takeIn()
    }
  }

  private func list() throws {
    let file = try options.openForReading()
    let coders = try file.coders()
    let reading = try BoardReading(file, for: try options.viewer(in: file), in: which.draft)
    let rows = reading.bank.map { CodeRow($0, coders: coders, on: reading.board) }
    table.print(Table(rows: rows), whenEmpty: "no codes yet")
  }

  private func rename() throws {
    guard names.count == 2 else { throw ValidationError("Say the old name and the new.") }
    let session = try options.openForActing()
    let code = try session.file.code(named: names[0]).code.id
    try session.perform(.rename(code, to: names[1]))
  }

  private func merge() throws {
    guard let into, !names.isEmpty else {
      throw ValidationError("Say which codes, and --into which.")
    }
    let session = try options.openForActing()
    let bank = try session.file.bank()
    let codes = try names.map { try bank.named($0).code.id }
    try session.perform(.mergeCodes(codes, into: try bank.named(into).code.id))
  }

  private func split() throws {
    guard let name = names.first, names.count == 1, let new, let study, !line.isEmpty else {
      throw ValidationError("Say which code, --new, --study and at least one --line.")
    }
    let session = try options.openForActing()
    let page = try session.file.page(ofStudyNamed: study)
    let code = try session.file.code(named: name).code.id
    try session.perform(
      .splitCode(code, newName: new, places: try line.map { try page.place($0) }))
  }

  private func leaveOut() throws {
    guard !names.isEmpty, let why else { throw ValidationError("Say which codes, and --why.") }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    let codes = try names.map { try reading.bank.named($0).code.id }
    try session.perform(.leaveOut(codes, reason: why, in: reading.board.arrangement))
  }

  private func takeIn() throws {
    guard !names.isEmpty else { throw ValidationError("Say which codes.") }
    let session = try options.openForActing()
    let reading = try session.board(in: which.draft)
    let codes = try names.map { try reading.bank.named($0).code.id }
    try session.perform(.takeIn(codes, in: reading.board.arrangement))
  }

  private func define() throws {
    guard let name = names.first, names.count == 1 else { throw ValidationError("Say which code.") }
    var fields: [String: String] = [:]
    for (field, text) in [
      ("definition", definition), ("includes", includes), ("excludes", excludes),
      ("example", example),
    ] {
      fields[field] = text
    }
    guard !fields.isEmpty else {
      throw ValidationError("Say --definition, --includes, --excludes or --example.")
    }
    let session = try options.openForActing()
    try session.perform(.define(try session.file.code(named: name).code.id, fields))
  }
}

extension CodeRow {
  /// A code's row, with the themes under which it stands on a board.
  init(_ bank: BankCode, coders: [Coder], on board: ThemeBoard) {
    self.init(
      id: bank.code.id.description, name: bank.code.name, definition: bank.code.definition,
      lines: bank.lines, studies: bank.studies, coders: bank.coders.count,
      themes: board.parents(of: bank.code.id).map(board.title(of:)),
      createdBy: coders.first { $0.id == bank.madeBy }?.name ?? "",
      createdAt: bank.madeAt.iso8601)
  }
}
