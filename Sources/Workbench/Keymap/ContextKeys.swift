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
      .map { (sequence: $0.key, slot: $0.value, rank: Self.rank(of: $0.value, $0.key)) }
      .sorted { $0.rank < $1.rank }
    for (sequence, slot, _) in held {
      guard let command = slot.command else { continue }
      commands[sequence] = command
      sequences[command, default: []].append(sequence)
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

  /// What comes first of a command's keys: those that surely arrive, of the latest layer.
  private static func rank(
    of slot: Keymap.Slot, _ sequence: KeySequence
  ) -> (Int, Int, Int) {
    (mayMiss(sequence, slot.layer) ? 1 : 0, -slot.layer, slot.order)
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
