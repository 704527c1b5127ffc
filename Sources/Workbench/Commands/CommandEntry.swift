/// One row of the command table: a command in one context.
///
/// A command may stand in several contexts with a sentence for each.
package struct CommandEntry: Equatable, Sendable {
  /// Where the command holds.
  package let context: Context
  /// What it asks for.
  package let command: Command
  /// Its default keys, the one to show first; each is a sequence of tokens.
  package let keys: [KeySequence]
  /// What it does, in one sentence of at most 78 columns.
  package let sentence: String
  /// What it does, in one to three words for a footer.
  package let label: String
  /// What the mouse does for it, or `nil` where only the palette and clickable rows do.
  package let mouse: String?
  /// What sets the command apart.
  package let traits: Traits

  /// What sets a command apart.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Some key of it always stays, whatever a keymap file says: help, palette, the ways out.
    package static let essential = Traits(rawValue: 1)
    /// The last token of its keys is a digit from 1 to 9, which is handed on.
    package static let takesDigit = Traits(rawValue: 2)
  }

  /// Makes a row.
  ///
  /// The keys are sequences as in a keymap file, tokens separated by spaces (`"g g"`); for a command
  /// that takes a digit, what comes before it: `""` stands for `1` … `9`, `","` for `, 1` ….
  package init(
    _ context: Context, _ command: Command, _ keys: [String], _ sentence: String, _ label: String,
    mouse: String? = nil, _ traits: Traits = []
  ) {
    let sequences = keys.map { $0.split(separator: " ").map(String.init) }
    self.context = context
    self.command = command
    self.keys =
      traits.contains(.takesDigit)
      ? sequences.flatMap { start in (1...9).map { start + ["\($0)"] } } : sequences
    self.sentence = sentence
    self.label = label
    self.mouse = mouse
    self.traits = traits
  }
}
