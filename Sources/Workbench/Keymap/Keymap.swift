/// Which keys ask for which commands, in every context.
///
/// The built-in keys are those of the command table; layers (a shipped set, a person's file) change
/// some of them and leave the rest:
///
///     Keymap.builtIn.lookup(["g"], in: .code)       // .prefix([g: First line or row. …])
///     Keymap.builtIn.lookup(["g", "g"], in: .code)  // .command(.listFirst, digit: nil)
///     Keymap.builtIn.lookup([",", "3"], in: .code)  // .command(.pinSet, digit: 3)
///
/// There are no time-outs: a prefix waits for its next key.
package struct Keymap: Equatable, Sendable {
  /// What the keymap is called, in words.
  package let title: String
  /// What its user should know at the start, if anything.
  package let notice: String?
  /// The letters of another script's keyboard, by place.
  package let letters: KeyboardLetters?
  /// What each context says of its own, without what it inherits.
  let slots: [Context: [KeySequence: Slot]]
  /// How many layers lie over the built-in keys.
  let layer: Int

  private let keys: [Context: ContextKeys]

  /// What one context says of one key sequence.
  struct Slot: Equatable, Sendable {
    /// What it asks for; `nil` unbinds it here, whatever an outer context says.
    let command: Command?
    /// The layer that said so, 0 for the built-in keys.
    let layer: Int
    /// Its place in the layer.
    let order: Int
  }

  init(
    title: String, notice: String? = nil, letters: KeyboardLetters? = nil,
    slots: [Context: [KeySequence: Slot]], layer: Int = 0
  ) {
    self.title = title
    self.notice = notice
    self.letters = letters
    self.slots = slots
    self.layer = layer
    self.keys = Dictionary(
      uniqueKeysWithValues: Context.allCases.map { ($0, ContextKeys(of: $0, slots: slots)) })
  }

  /// The keys of the command table.
  package static let builtIn = Keymap(
    title: "Default: letters, arrows and the mouse", slots: slotsOfTheTable)

  /// What the keys pressed since the last command mean in a context.
  ///
  /// The tokens are in the notation of keymap files: `j`, `ctrl-d`, `pagedown`.
  package func lookup(_ tokens: [String], in context: Context) -> KeyLookup {
    let sequence = letters.map { script in tokens.map(script.latin(for:)) } ?? tokens
    guard let here = keys[context] else { return .none }
    if let command = here.commands[sequence] {
      return .command(command, digit: Self.digit(for: command, in: context, of: sequence))
    }
    return here.continuations[sequence].map(KeyLookup.prefix) ?? .none
  }

  /// Every key sequence that asks for `command` in a context, the one to show first.
  ///
  /// Those that a later layer gave come before those that were there, except keys that may never
  /// arrive (a multiplexer's, one behind AltGr): they come last.
  package func keys(for command: Command, in context: Context) -> [KeySequence] {
    keys[context]?.sequences[command] ?? []
  }

  /// Everything that is bound in a context, with what it inherits.
  func commands(in context: Context) -> [KeySequence: Command] {
    keys[context]?.commands ?? [:]
  }

  private static func digit(
    for command: Command, in context: Context, of sequence: KeySequence
  ) -> Int? {
    guard CommandTable.entry(command, in: context)?.traits.contains(.takesDigit) == true else {
      return nil
    }
    return sequence.last.flatMap { Int($0) }
  }

  private static var slotsOfTheTable: [Context: [KeySequence: Slot]] {
    var slots: [Context: [KeySequence: Slot]] = [:]
    var order = 0
    for entry in CommandTable.entries {
      for sequence in entry.keys {
        slots[entry.context, default: [:]][sequence] =
          Slot(command: entry.command, layer: 0, order: order)
        order += 1
      }
    }
    return slots
  }
}
