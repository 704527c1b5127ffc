import ArgumentParser
import ReviewFile
import Synthesis

/// A study and lines of it.
struct LineOptions: ParsableArguments {
  @Option(help: "The study: its label, the beginning of it, or its id.") var study: String
  @Option(help: "The line's number in the study, or several: 13-15.") var line: LineRange
}

struct CodeCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Code a line, or several as one passage.",
    discussion: "A code that does not exist is made, unless --no-new is said.")

  @OptionGroup var options: ReviewOptions
  @OptionGroup var lines: LineOptions
  @Option(help: "A part of the line, as scalars of the document's text: 120..134.")
  var range: ScalarRange?
  @Flag(name: .customLong("no-new"), help: "Refuse a code that does not exist.")
  var noNew = false
  @Argument(help: "Codes by name or id.") var codes: [String]

  func act() throws {
    let session = try options.openForActing()
    let place = try session.file.page(ofStudyNamed: lines.study).place(lines.line, range)
    let bank = try session.file.bank()
    let choices = try codes.map { name in
      if noNew || EntityID(guid: name) != nil {
        return CodeChoice.existing(try bank.named(name).code.id)
      }
      return .named(name)
    }
    try session.perform(.apply(choices, at: place))
  }
}

struct UncodeCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "uncode", abstract: "Take your codes off a line.",
    discussion: "A coding of several lines goes whole where it meets the line.")

  @OptionGroup var options: ReviewOptions
  @OptionGroup var lines: LineOptions
  @Argument(help: "Codes by name or id; all of yours, and a set-aside, where none is named.")
  var codes: [String] = []

  func act() throws {
    let session = try options.openForActing()
    let place = try session.file.page(ofStudyNamed: lines.study).place(lines.line)
    let bank = try session.file.bank()
    let ids = try codes.map { try bank.named($0).code.id }
    try session.perform(.takeOff(ids.isEmpty ? nil : ids, at: place))
  }
}

struct RecodeCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "recode", abstract: "Put lines of one code under another, memos with them.")

  @OptionGroup var options: ReviewOptions
  @Option(help: "The code that they have.") var from: String
  @Option(help: "The code that they get; made where it does not exist.") var to: String
  @Option(help: "The study.") var study: String
  @Option(help: "A line, or several: 13-15. May be given more than once.") var line: [LineRange]

  func act() throws {
    let session = try options.openForActing()
    let page = try session.file.page(ofStudyNamed: study)
    let places = try line.map { try page.place($0) }
    let source = try session.file.code(named: from).code.id
    try session.perform(.recode(from: source, to: .named(to), places: places))
  }
}

struct SetAsideCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-aside", abstract: "Set lines aside, with a reason.")

  @OptionGroup var options: ReviewOptions
  @OptionGroup var lines: LineOptions
  @Option(help: "The reason.") var why: String

  func act() throws {
    let session = try options.openForActing()
    let place = try session.file.page(ofStudyNamed: lines.study).place(lines.line)
    try session.perform(.setAside(at: place, reason: why))
  }
}

extension Voice: ExpressibleByArgument {}

struct RoleCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Say whose words a line is: participant or author.")

  @OptionGroup var options: ReviewOptions
  @OptionGroup var lines: LineOptions
  @Argument(help: "participant or author.") var voice: Voice
  @Option(help: "A part of the line, as scalars of the document's text: 120..134.")
  var range: ScalarRange?

  func act() throws {
    let session = try options.openForActing()
    let place = try session.file.page(ofStudyNamed: lines.study).place(lines.line, range)
    try session.perform(.setVoice(voice, at: place))
  }
}

struct LineCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "line", abstract: "Split a line, or join it with the next.",
    usage: """
      linewise line REVIEW split --study S --line N --at OFFSET
      linewise line REVIEW join --study S --line N
      """)

  enum Verb: String, ExpressibleByArgument, CaseIterable { case split, join }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "split or join.") var verb: Verb
  @OptionGroup var lines: LineOptions
  @Option(help: "Where the second line begins, as a scalar of the document's text.") var at: Int?

  func act() throws {
    let session = try options.openForActing()
    let place = try session.file.page(ofStudyNamed: lines.study).place(lines.line)
    switch verb {
    case .join:
      try session.perform(
        .joinLine(document: place.document, position: place.passage.start))
    case .split:
      guard let at else { throw ValidationError("Say --at which scalar the second line begins.") }
      guard place.passage.start < at, at < place.passage.end else {
        throw Failure(
          .badData,
          "\(at) is not inside line \(lines.line.first), which is "
            + "\(place.passage.start)..\(place.passage.end)")
      }
      try session.perform(.splitLine(document: place.document, position: at))
    }
  }
}
