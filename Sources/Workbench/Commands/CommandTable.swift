/// The one table of commands: help, which-key, palette, footers, keymap files and README read it.
package enum CommandTable {
  /// Every row, in the order of the help.
  package static let entries: [CommandEntry] =
    everywhere + code + codeMargin + select + bounds + themes + themesPage + carry + matrix
    + studies + history + choice + text + memo + picker

  /// The rows of one context, without those that it inherits.
  package static func entries(of context: Context) -> [CommandEntry] {
    byContext[context] ?? []
  }

  /// The row that speaks of `command` in `context`: its own or the nearest inherited one.
  ///
  /// - Returns: `nil` where the command does not hold.
  package static func entry(_ command: Command, in context: Context) -> CommandEntry? {
    context.chain.lazy.compactMap { byPlace[Place(context: $0, command: command)] }.first
  }

  /// The contexts that have a row for `command`.
  package static func contexts(of command: Command) -> [Context] {
    entries.filter { $0.command == command }.map(\.context)
  }

  /// The place of a command in the help, for sorting.
  static func order(of command: Command) -> Int { positions[command] ?? positions.count }

  private struct Place: Hashable {
    let context: Context
    let command: Command
  }

  private static let byContext = Dictionary(grouping: entries, by: \.context)
  private static let byPlace = Dictionary(
    entries.map { (Place(context: $0.context, command: $0.command), $0) },
    uniquingKeysWith: { first, _ in first })
  private static let positions = Dictionary(
    entries.enumerated().map { ($0.element.command, $0.offset) },
    uniquingKeysWith: { first, _ in first })
}
