import ArgumentParser
import ReviewFile
import Synthesis

struct MemoCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo",
    abstract: "Write a memo on the review, a study, a line, a coding, a code or a theme.",
    usage: """
      linewise memo REVIEW --review TEXT
      linewise memo REVIEW --study S [--line N] TEXT
      linewise memo REVIEW --coding ID TEXT
      linewise memo REVIEW --code C TEXT
      linewise memo REVIEW --theme T TEXT
      """)

  @OptionGroup var options: ReviewOptions
  @Flag(name: .customLong("review"), help: "A further entry of the review's journal.")
  var journal = false
  @Option(help: "A study.") var study: String?
  @Option(help: "A line of the study.") var line: LineRange?
  @Option(help: "A coding, by its id.") var coding: String?
  @Option(help: "A code.") var code: String?
  @Option(help: "A theme, by name, number or id.") var theme: String?
  @OptionGroup var which: BoardOptions
  @Argument(help: "The memo; - for standard input. An empty one takes yours away.")
  var text: String

  func act() throws {
    let session = try options.openForActing()
    try session.perform(.writeMemo(try target(in: session), text: try Input.words(text)))
  }

  private func target(in session: Session) throws -> MemoTarget {
    let file = session.file
    if journal { return .review }
    if let theme { return .theme(try session.board(in: which.draft).theme(named: theme)) }
    if let code { return .code(try file.code(named: code).code.id) }
    if let coding {
      guard let id = EntityID(guid: coding) else {
        throw Failure(
          .badData, "‘\(coding)’ is not the id of a coding; `linewise codings` has them")
      }
      return .coding(id)
    }
    guard let study else {
      throw ValidationError(
        "Say what the memo is on: --review, --study, --coding, --code or --theme.")
    }
    let page = try file.page(ofStudyNamed: study)
    guard let line else { return .study(page.summary.study.id) }
    return .passage(try page.place(line))
  }
}

struct ReasonsCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasons", abstract: "List or set the reasons for setting lines aside.",
    usage: """
      linewise reasons REVIEW list
      linewise reasons REVIEW set NAME…
      """)

  enum Verb: String, ExpressibleByArgument, CaseIterable { case list, set }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "list or set.") var verb: Verb
  @Argument(help: "The reasons, in the order in which they are offered.") var names: [String] = []

  func act() throws {
    switch verb {
    case .list:
      for reason in try options.openForReading().review().reasons { Output.say(reason) }
    case .set:
      guard !names.isEmpty else { throw ValidationError("Name at least one reason.") }
      try options.openForActing().perform(.setReasons(names))
    }
  }
}

struct DoneCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Say that you have finished a study.")

  @OptionGroup var options: ReviewOptions
  @Option(help: "The study.") var study: String
  @Flag(help: "Take it up again.") var undone = false

  func act() throws {
    let session = try options.openForActing()
    let summary = try session.file.studies().named(study)
    let open = summary.coverage(of: session.coder.id).open
    if !undone, open > 0 {
      Output.say(open == 1 ? "1 line is still open" : "\(open) lines are still open")
    }
    try session.perform(.setDone(study: summary.study.id, isDone: !undone))
  }
}
