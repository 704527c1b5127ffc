extension KeymapFile {
  /// Writes a keymap as a file that gives the same keys when it is laid over the built-in ones.
  ///
  /// The order is that of the help, and the first key of every command has its sentence beside it.
  package static func render(_ keymap: Keymap) -> String {
    let contexts = Context.allCases.compactMap { section(keymap, $0) }
    return ([head(keymap)] + contexts).joined(separator: "\n")
  }

  private static func head(_ keymap: Keymap) -> String {
    var lines = [
      "# Written by linewise from its command table, in the order of the help.",
      "# A file of your own needs only the lines that differ, and one like  extends = \"vim\".",
      "format = \(format)",
      "title = \(quoted(keymap.title))",
    ]
    if let letters = keymap.letters { lines.append("letters = \(quoted(letters.text))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ keymap: Keymap, _ context: Context) -> String? {
    let lines = bound(keymap, context) + unbound(keymap, context)
    guard !lines.isEmpty else { return nil }
    let keyWidth = lines.map(\.key.count).max() ?? 0
    let valueWidth = lines.map(\.value.count).max() ?? 0
    let texts = lines.map { line in
      let value = line.remark.isEmpty ? line.value : padded(line.value, valueWidth)
      let remark = line.remark.isEmpty ? "" : "  # " + line.remark
      return padded(line.key, keyWidth) + " = " + value + remark
    }
    return (["# \(context.title)", "[\(context.rawValue)]"] + texts).joined(separator: "\n") + "\n"
  }

  private typealias Line = (key: String, value: String, remark: String)

  private static func bound(_ keymap: Keymap, _ context: Context) -> [Line] {
    KeyTable.rows(keymap, in: context).flatMap { row in
      keymap.keys(for: row.command, in: context)
        .filter { keymap.slots[context]?[$0]?.command != nil }
        .enumerated()
        .map { place, sequence in
          (
            quoted(KeyNotation.text(sequence)), quoted(row.command.rawValue),
            place == 0 ? row.sentence : ""
          )
        }
    }
  }

  private static func unbound(_ keymap: Keymap, _ context: Context) -> [Line] {
    (keymap.slots[context] ?? [:])
      .filter { $0.value.command == nil }
      .map { KeyNotation.text($0.key) }
      .sorted()
      .map { (quoted($0), quoted(unbound), "") }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
