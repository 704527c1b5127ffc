import ArgumentParser
import Foundation
import Interchange
import ReviewFile
import Synthesis

struct CommentCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Say something to the others about a thing, and answer.",
    usage: """
      linewise comment REVIEW list [--open]
      linewise comment REVIEW add (--study S [--line N] | --code C | --theme T) TEXT
      linewise comment REVIEW reply ID TEXT
      linewise comment REVIEW resolve ID [--reopen]
      """,
    discussion: "A thread is named by the id of any comment in it, as `list --format json` has it.")

  enum Verb: String, ExpressibleByArgument, CaseIterable { case list, add, reply, resolve }

  @OptionGroup var options: ReviewOptions
  @Argument(help: "list (the default), add, reply or resolve.") var verb: Verb = .list
  @Argument(help: "The id of a comment, and the text; - for standard input.")
  var words: [String] = []
  @Flag(help: "Only threads that nobody has settled.") var open = false
  @Flag(help: "Open a settled thread again.") var reopen = false
  @Option(help: "A study.") var study: String?
  @Option(help: "A line of the study.") var line: LineRange?
  @Option(help: "A code.") var code: String?
  @Option(help: "A theme.") var theme: String?
  @OptionGroup var table: TableOptions

  func act() throws {
    switch verb {
    case .list: try list()
    case .add:
      guard let text = words.first, words.count == 1 else {
        throw ValidationError("Say one text; in quotation marks where it has several words.")
      }
      let session = try options.openForActing()
      try session.perform(.comment(try target(in: session), try Input.words(text)))
    case .reply:
      guard words.count == 2 else { throw ValidationError("Say which comment, and the answer.") }
      let session = try options.openForActing()
      try session.perform(.reply(try comment(in: session), try Input.words(words[1])))
    case .resolve:
      guard words.count == 1 else { throw ValidationError("Say which comment.") }
      let session = try options.openForActing()
      try session.perform(.resolve(try comment(in: session), !reopen))
    }
  }

  private func comment(in session: Session) throws -> EntityID {
    let facts = try session.file.boardFacts(for: session.coder.id)
    guard let id = EntityID(guid: words[0].lowercased()), facts.comments[id] != nil else {
      throw Failure(
        .noInput, "‘\(words[0])’ is not the id of a comment; `linewise comment … list` has them")
    }
    return id
  }

  private func target(in session: Session) throws -> CommentTarget {
    if let code { return .thing(try session.file.code(named: code).code.id) }
    if let theme { return .thing(try session.board().theme(named: theme)) }
    guard let study else {
      throw ValidationError("Say what the comment is on: --study, --code or --theme.")
    }
    let page = try session.file.page(ofStudyNamed: study)
    return try line.map { .passage(try page.place($0)) } ?? .thing(page.summary.study.id)
  }
}

extension CommentCommand {
  private static let columns = [
    TableColumn("id", title: "Id", audience: .programs),
    TableColumn("on", title: "On"),
    TableColumn("kind", title: "Kind", audience: .programs),
    TableColumn("about", title: "About", audience: .programs),
    TableColumn("thread", title: "Thread", audience: .programs),
    TableColumn("coder", title: "By"),
    TableColumn("at", title: "At"),
    TableColumn("resolved", title: "Settled"),
    TableColumn("text", title: "Text"),
  ]

  private func list() throws {
    let file = try options.openForReading()
    let reading = try BoardReading(file, for: try options.viewer(in: file))
    let (coders, subjects) = (try file.coders(), try Subjects(file, reading))
    let all = reading.facts.comments.values
      .sorted { ($0.made.stamp, $0.id) < ($1.made.stamp, $1.id) }
    let replies = Dictionary(grouping: all.filter { $0.thread != nil }) { $0.thread }
    let rows = all.filter { $0.thread == nil && !(open && $0.isResolved) }.flatMap { first in
      ([first] + (replies[first.id] ?? [])).map { comment -> [TableValue] in
        let subject = subjects.subject(of: first)
        return [
          .text(comment.id.description), .text(subject.name), .text(subject.kind),
          .text(first.about.description), .optional(comment.thread?.description),
          .text(coders.first { $0.id == comment.coder }?.name ?? ""),
          .text(comment.made.at.iso8601), .flag(first.isResolved), .text(comment.text),
        ]
      }
    }
    table.print(
      Table(columns: Self.columns, rows: rows),
      whenEmpty: open ? "no open comments" : "no comments yet")
  }

  /// What comments are about, in words.
  private struct Subjects {
    let reading: BoardReading
    var studies: [EntityID: String] = [:]
    var pages: [EntityID: (label: String, page: DocumentPage, before: Int)] = [:]

    init(_ file: ReviewFile, _ reading: BoardReading) throws {
      self.reading = reading
      let documents = Set(reading.facts.comments.values.map(\.about))
      for summary in try file.studies() {
        studies[summary.study.id] = summary.study.label
        guard !documents.isDisjoint(with: summary.documents),
          let page = try file.page(of: summary.study.id)
        else { continue }
        for (index, document) in page.documents.enumerated() {
          pages[document.table.document.id] = (
            summary.study.label, document, page.linesBefore(index)
          )
        }
      }
    }

    func subject(of comment: ThreadComment) -> (kind: String, name: String) {
      if reading.facts.themes[comment.about] != nil {
        let theme = reading.board.merged[comment.about] ?? comment.about
        return ("theme", reading.board.title(of: theme))
      }
      if let label = studies[comment.about] { return ("study", label) }
      if let own = pages[comment.about] {
        let line = own.page.table.indices(meeting: comment.passage).first ?? 0
        return ("line", "\(own.label) \(own.before + line + 1)")
      }
      let code = reading.facts.resolved(comment.about)
      return ("code", reading.names[code] ?? "")
    }
  }
}

/// What is typed, or comes on standard input.
enum Input {
  /// A text, or that of standard input for `-`.
  static func words(_ text: String) throws -> String {
    guard text == "-" else { return text }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    guard let typed = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badData, "the text on standard input is not UTF-8")
    }
    return typed.trimmingCharacters(in: .newlines)
  }
}
