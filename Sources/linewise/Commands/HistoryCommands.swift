import ArgumentParser
import Interchange
import ReviewFile
import Synthesis

struct HistoryCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Say who did what and when, the latest first.",
    discussion: """
      Of what others did in a private draft no more is said than that they did. Without --as in a \
      review of several coders the history is told as to somebody who is none of them.
      """)

  @OptionGroup var options: ReviewOptions
  @Option(help: "Only this coder's acts.") var coder: String?
  @Option(help: "Only acts that changed the thing of this id.") var entity: String?
  @Option(help: "How many.") var limit = 50
  @OptionGroup var table: TableOptions

  func act() throws {
    let file = try options.openForReading()
    let coders = try file.coders()
    let thing = try entity.map { text in
      guard let id = EntityID(guid: text) else { throw Failure(.badData, "‘\(text)’ is not an id") }
      return id
    }
    let items = try file.history(
      coder: try coder.map { try coders.named($0).id }, entity: thing, limit: max(0, limit),
      for: try options.viewer(in: file))
    table.print(
      Table(rows: items.map { HistoryRow($0, coders: coders) }), whenEmpty: "nothing was done yet")
  }
}

extension HistoryRow {
  /// An act's row.
  init(_ item: HistoryItem, coders: [Coder]) {
    let action = item.action
    let coder = coders.first { $0.id == action.coder }
    let sentence = [coder?.initials ?? "", item.sentence, item.isUndone ? "(undone)" : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    self.init(
      at: action.at.iso8601, coder: coder?.name ?? "", verb: action.verb.rawValue,
      sentence: sentence,
      action: action.id.description,
      changes: action.changes.map { change in
        Change(
          kind: change.kind.name, entity: change.entity.description,
          fields: String(decoding: CanonicalJSON.encode(change.fields), as: UTF8.self))
      })
  }
}

struct UndoCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last act that stands.",
    discussion: "What others built on it is never hidden: the undo is refused and names it.")

  @OptionGroup var options: ReviewOptions
  @Option(help: "Another act than the last, by its id from `history`.") var action: String?
  @Flag(help: "Keep what others have built on, and undo the rest.") var rest = false

  func act() throws {
    let chosen = try action.map { text in
      guard let id = EntityID(guid: text) else { throw Failure(.badData, "‘\(text)’ is not an id") }
      return id
    }
    try options.openForActing().perform(.undo(chosen, keepingUsed: rest))
  }
}

struct RedoCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do the act that you last undid again.")

  @OptionGroup var options: ReviewOptions

  func act() throws { try options.openForActing().perform(.redo) }
}
