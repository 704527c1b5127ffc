/// One row of a table of keys.
package struct KeyRow: Equatable, Sendable {
  /// Where the command holds.
  package let context: Context
  /// Its keys in the notation of keymap files; nine digits are gathered to `1 ... 9`.
  package let keys: [String]
  /// The command.
  package let command: Command
  /// What it does.
  package let sentence: String
  /// What the mouse does for it, or `nil` where only the palette and clickable rows do.
  package let mouse: String?
}

/// The tables of keys that people read: `linewise keys`, README.
package enum KeyTable {
  /// The rows of one context, or of all, in the order of the help and without what is inherited.
  ///
  /// A command without a key has a row too: the palette reaches it.
  package static func rows(_ keymap: Keymap, in context: Context? = nil) -> [KeyRow] {
    (context.map { [$0] } ?? Context.allCases).flatMap { rows(keymap, of: $0) }
  }

  /// The keys as plain text, context by context, for a terminal or a pipe.
  package static func plain(_ keymap: Keymap, in context: Context? = nil) -> String {
    let rows = rows(keymap, in: context)
    let width = rows.map { $0.keys.joined(separator: ", ").count }.max() ?? 0
    return sections(rows).map { context, rows in
      let lines = rows.map { row in
        let keys = row.keys.joined(separator: ", ")
        let gap = String(repeating: " ", count: width - keys.count + 2)
        return "  " + keys + gap + row.sentence
      }
      let head = "[\(context.rawValue)] \(heading(context))"
      return ([head] + lines).joined(separator: "\n") + "\n"
    }
    .joined(separator: "\n")
  }

  /// The keys as Markdown, a table a context.
  package static func markdown(_ keymap: Keymap) -> String {
    sections(rows(keymap)).map { context, rows in
      let lines = rows.map { row in
        "| \(row.keys.map(code).joined(separator: ", ")) | \(row.sentence) | \(row.mouse ?? "") |"
      }
      let columns = ["| Keys | What it does | Mouse |", "|---|---|---|"]
      let head = ["### \(heading(context))", ""] + columns
      return (head + lines).joined(separator: "\n") + "\n"
    }
    .joined(separator: "\n")
  }

  private static func rows(_ keymap: Keymap, of context: Context) -> [KeyRow] {
    let named = CommandTable.entries(of: context).map(\.command)
    let bound = Set((keymap.slots[context] ?? [:]).values.compactMap(\.command))
    let added = bound.subtracting(named).sorted {
      CommandTable.order(of: $0) < CommandTable.order(of: $1)
    }
    return (named + added).compactMap { command in
      guard let entry = CommandTable.entry(command, in: context) else { return nil }
      let keys = keymap.keys(for: command, in: context).filter { sequence in
        entry.context == context || keymap.slots[context]?[sequence] != nil
      }
      return KeyRow(
        context: context, keys: KeyDisplay.list(keys, ascii: true), command: command,
        sentence: entry.sentence, mouse: entry.mouse)
    }
  }

  private static func sections(_ rows: [KeyRow]) -> [(Context, [KeyRow])] {
    Context.allCases.compactMap { context in
      let own = rows.filter { $0.context == context }
      return own.isEmpty ? nil : (context, own)
    }
  }

  private static func heading(_ context: Context) -> String {
    guard let parent = context.parent else { return context.title }
    return "\(context.title) (also everything of [\(parent.rawValue)])"
  }

  private static func code(_ key: String) -> String {
    let text = key.replacing("|", with: "\\|")
    return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
  }
}
