import ArgumentParser
import Interchange
import Workbench

struct KeysCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every key of a keymap.")

  @Option(help: "A shipped keymap's name, or a file.") var keymap: String?
  @Option(help: "Only this context.") var context: String?
  @Flag(help: .private) var markdown = false
  @OptionGroup var table: TableOptions

  func act() throws {
    let keymap = KeymapChoice.load(keymap, complaining: true)
    guard !markdown else { return Output.write(Array(KeyTable.markdown(keymap).utf8)) }
    let columns = [
      TableColumn("context", title: "Where"), TableColumn("keys", title: "Keys"),
      TableColumn("command", title: "Command"), TableColumn("sentence", title: "What it does"),
      TableColumn("mouse", title: "Mouse"),
    ]
    let wanted = try context.map { name in
      guard let context = Context(rawValue: name) else {
        throw Failure(
          .usage,
          "no context is called ‘\(name)’; there are "
            + Context.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return context
    }
    let rows = KeyTable.rows(keymap, in: wanted)
    table.print(
      Table(
        columns: columns,
        rows: rows.map { row in
          [
            .text(row.context.rawValue), .names(row.keys), .text(row.command.rawValue),
            .text(row.sentence), .optional(row.mouse),
          ]
        }), whenEmpty: "no such context")
  }
}
