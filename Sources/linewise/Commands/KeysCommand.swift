import ArgumentParser
import Interchange
import Workbench

struct KeysCommand: SentenceCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every key of a keymap.")

  @Option(help: "A shipped keymap's name, or a file.") var keymap: String?
  @Option(help: "Only this context.") var context: String?
  @OptionGroup var table: TableOptions

  func act() throws {
    let keymap = try KeymapChoice.load(keymap, complaining: true)
    let columns = [
      TableColumn("context", title: "Where"), TableColumn("keys", title: "Keys"),
      TableColumn("command", title: "Command"), TableColumn("sentence", title: "What it does"),
      TableColumn("mouse", title: "Mouse"),
    ]
    let rows = KeyTable.rows(keymap).filter { context == nil || $0.context == context }
    table.print(
      Table(
        columns: columns,
        rows: rows.map { row in
          [row.context, row.keys, row.command, row.sentence, row.mouse].map { .text($0) }
        }), whenEmpty: "no such context")
  }
}
