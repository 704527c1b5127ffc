/// The keys of every context while layers are laid over one another, ready for asking what clashes.
struct KeyIndex {
  /// What each context says of its own.
  private(set) var slots: [Context: [KeySequence: Keymap.Slot]]
  /// The bound sequences of each context that go on after a given start.
  private var longer: [Context: [KeySequence: Set<KeySequence>]] = [:]

  /// A sequence that begins another, or goes on after it, where both would hold.
  struct Clash: Equatable {
    let sequence: KeySequence
    /// The context that says so.
    let context: Context
    /// How many more there are of the same kind.
    var others = 0
  }

  init(_ slots: [Context: [KeySequence: Keymap.Slot]]) {
    self.slots = slots
    for (context, keys) in slots {
      for (sequence, slot) in keys where slot.command != nil { note(sequence, in: context) }
    }
  }

  /// Says what a sequence means in a context.
  mutating func set(_ slot: Keymap.Slot, _ sequence: KeySequence, in context: Context) {
    slots[context, default: [:]][sequence] = slot
    if slot.command == nil { forget(sequence, in: context) } else { note(sequence, in: context) }
  }

  /// What a sequence asks for in a context, with what that inherits.
  func command(_ sequence: KeySequence, in context: Context) -> Command? {
    holder(of: sequence, in: context)?.slot.command
  }

  /// Whether some key asks for `command` in `context`.
  func hasKey(_ command: Command, in context: Context) -> Bool {
    context.chain.contains { place in
      (slots[place] ?? [:]).contains { sequence, slot in
        slot.command == command && holder(of: sequence, in: context)?.context == place
      }
    }
  }

  /// What a sequence that `context` binds would clash with, there or in a context that inherits it.
  func clash(of sequence: KeySequence, in context: Context) -> Clash? {
    for heir in context.heirs where holds(sequence, of: context, in: heir) {
      if let clash = shorter(than: sequence, in: heir) ?? self.longer(than: sequence, in: heir) {
        return clash
      }
    }
    return nil
  }

  /// Whether nothing between `heir` and `context` speaks of the sequence.
  private func holds(_ sequence: KeySequence, of context: Context, in heir: Context) -> Bool {
    heir.chain.prefix { $0 != context }.allSatisfy { slots[$0]?[sequence] == nil }
  }

  private func holder(
    of sequence: KeySequence, in context: Context
  ) -> (context: Context, slot: Keymap.Slot)? {
    for place in context.chain {
      if let slot = slots[place]?[sequence] { return (place, slot) }
    }
    return nil
  }

  private func shorter(than sequence: KeySequence, in context: Context) -> Clash? {
    for length in 1..<max(sequence.count, 1) {
      let start = Array(sequence.prefix(length))
      if let holder = holder(of: start, in: context), holder.slot.command != nil {
        return Clash(sequence: start, context: holder.context)
      }
    }
    return nil
  }

  private func longer(than sequence: KeySequence, in context: Context) -> Clash? {
    var found: [(KeySequence, Context, Keymap.Slot)] = []
    for place in context.chain {
      for candidate in longer[place]?[sequence] ?? [] {
        guard let holder = holder(of: candidate, in: context), holder.context == place else {
          continue
        }
        found.append((candidate, place, holder.slot))
      }
    }
    let first = found.min { ($0.2.layer, $0.2.order) < ($1.2.layer, $1.2.order) }
    return first.map { Clash(sequence: $0.0, context: $0.1, others: found.count - 1) }
  }

  private mutating func note(_ sequence: KeySequence, in context: Context) {
    for length in 1..<max(sequence.count, 1) {
      longer[context, default: [:]][Array(sequence.prefix(length)), default: []].insert(sequence)
    }
  }

  private mutating func forget(_ sequence: KeySequence, in context: Context) {
    for length in 1..<max(sequence.count, 1) {
      longer[context]?[Array(sequence.prefix(length))]?.remove(sequence)
    }
  }
}
