/// The keys that hold in one context, with what it inherits, made ready for looking up.
struct ContextKeys: Equatable, Sendable {
  /// What each whole sequence asks for.
  private(set) var commands: [KeySequence: Command] = [:]
  /// What may follow each prefix, in the order of the help.
  private(set) var continuations: [KeySequence: [KeyContinuation]] = [:]
  /// The sequences of each command, the one to show first.
  private(set) var sequences: [Command: [KeySequence]] = [:]

  /// Gathers what `context` and those from which it inherits say; the inner wins.
  init(of context: Context, slots: [Context: [KeySequence: Keymap.Slot]]) {
    let held = Self.held(in: context, slots: slots)
    for (sequence, slot) in held {
      guard let command = slot.command else { continue }
      commands[sequence] = command
      sequences[command, default: []].append(sequence)
    }
    for command in sequences.keys {
      sequences[command]?.sort { Self.comesBefore($0, $1, in: held) }
    }
    gatherContinuations(in: context)
  }

  private static func held(
    in context: Context, slots: [Context: [KeySequence: Keymap.Slot]]
  ) -> [KeySequence: Keymap.Slot] {
    var held: [KeySequence: Keymap.Slot] = [:]
    for place in context.chain {
      held.merge(slots[place] ?? [:]) { inner, _ in inner }
    }
    return held
  }

  private static func comesBefore(
    _ left: KeySequence, _ right: KeySequence, in held: [KeySequence: Keymap.Slot]
  ) -> Bool {
    guard let first = held[left], let second = held[right] else { return false }
    let (late, later) = (mayMiss(left, first.layer), mayMiss(right, second.layer))
    return (late ? 1 : 0, second.layer, first.order) < (later ? 1 : 0, first.layer, second.order)
  }

  /// Whether a layer's key may never arrive, so that a surer one is to be shown.
  private static func mayMiss(_ sequence: KeySequence, _ layer: Int) -> Bool {
    layer > 0
      && (KeyReserve.multiplexerTakes(sequence) || KeyReserve.mayNeedAltGr(sequence))
  }

  /// Lists what may follow each prefix.
  private mutating func gatherContinuations(in context: Context) {
    var seen: Set<KeySequence> = []
    let ordered = sequences.sorted {
      CommandTable.order(of: $0.key) < CommandTable.order(of: $1.key)
    }
    for (command, ways) in ordered {
      let sentence = CommandTable.entry(command, in: context)?.sentence ?? command.rawValue
      for way in ways where way.count > 1 {
        note(way, asks: command, sentence, seen: &seen)
      }
    }
  }

  private mutating func note(
    _ way: KeySequence, asks command: Command, _ sentence: String, seen: inout Set<KeySequence>
  ) {
    for length in 1..<way.count where seen.insert(Array(way[...length])).inserted {
      let isLast = length == way.count - 1
      let next = KeyContinuation(
        token: way[length], command: isLast ? command : nil,
        sentence: isLast ? sentence : "More keys follow.", more: !isLast)
      continuations[Array(way[..<length]), default: []].append(next)
    }
  }
}
