/// Lays one layer of keys over a keymap and checks each as it comes.
///
/// Keys are unbound first, whatever the order of the lines, so that a file can free a prefix on its
/// last line and use it on its first. After that the lines are taken in order, and one that can't
/// stand beside what is there is reported and skipped.
struct KeymapAssembly {
  private let base: Keymap
  private let layer: Int
  private var index: KeyIndex
  private var log: KeymapLog
  /// The lines of this layer's keys, by place.
  private var lines: [Context: [KeySequence: Int]] = [:]
  private var order = 0

  init(over base: Keymap, log: KeymapLog) {
    self.base = base
    self.layer = base.layer + 1
    self.index = KeyIndex(base.slots)
    self.log = log
  }

  /// Lays the keys over the base.
  mutating func apply(_ assignments: [KeymapAssignment]) {
    let single = assignments.filter { isFirst($0) }
    for assignment in single where assignment.command == nil { unbind(assignment) }
    for assignment in single {
      if let command = assignment.command { bind(assignment, to: command) }
    }
  }

  /// The keymap as it is now, with the keys that nobody can be without, and what there was to say.
  mutating func finished(
    title: String?, notice: String?, letters: KeyboardLetters?
  ) -> (Keymap, [KeymapProblem]) {
    keepEssentials()
    let keymap = Keymap(
      title: title ?? base.title, notice: notice ?? base.notice, letters: letters ?? base.letters,
      slots: index.slots, layer: layer)
    return (keymap, log.sorted)
  }
}

// MARK: - Lines

extension KeymapAssembly {
  /// Whether no earlier line of the layer speaks of the key in this context.
  private mutating func isFirst(_ assignment: KeymapAssignment) -> Bool {
    if let first = lines[assignment.context]?[assignment.sequence] {
      log.add(
        assignment.line, assignment.column,
        .boundTwice(assignment.key, assignment.context, first: first))
      return false
    }
    lines[assignment.context, default: [:]][assignment.sequence] = assignment.line
    return true
  }

  private mutating func unbind(_ assignment: KeymapAssignment) {
    if index.command(assignment.sequence, in: assignment.context) == nil {
      log.add(
        assignment.line, assignment.column,
        .nothingToUnbind(assignment.key, assignment.context))
    }
    set(nil, assignment.sequence, in: assignment.context)
  }

  private mutating func bind(_ assignment: KeymapAssignment, to command: Command) {
    let (context, sequence) = (assignment.context, assignment.sequence)
    guard index.slots[context]?[sequence]?.command != command else { return }
    if let clash = index.clash(of: sequence, in: context) {
      report(clash, with: assignment)
      return
    }
    set(command, sequence, in: context)
    remark(on: assignment, command)
  }

  private mutating func set(_ command: Command?, _ sequence: KeySequence, in context: Context) {
    index.set(Keymap.Slot(command: command, layer: layer, order: order), sequence, in: context)
    order += 1
  }
}

// MARK: - What there is to say

extension KeymapAssembly {
  private mutating func report(_ clash: KeyIndex.Clash, with assignment: KeymapAssignment) {
    let other = KeyNotation.text(clash.sequence)
    let line = lines[clash.context]?[clash.sequence]
    let kind: KeymapProblem.Kind =
      clash.sequence.count > assignment.sequence.count
      ? .startOf(assignment.key, longer: other, line: line, others: clash.others)
      : .goesOn(assignment.key, shorter: other, line: line)
    log.add(assignment.line, assignment.column, kind)
  }

  private mutating func remark(on assignment: KeymapAssignment, _ command: Command) {
    for token in assignment.sequence {
      if let owner = KeyReserve.owner(of: token) {
        log.add(assignment.line, assignment.column, .taken(token, by: owner))
      }
    }
    remarkOnOuter(assignment, command)
    for inner in assignment.context.heirs where inner != assignment.context {
      if let other = index.slots[inner]?[assignment.sequence]?.command, other != command {
        log.add(assignment.line, assignment.column, .hidden(assignment.key, other, inner))
      }
    }
  }

  /// Says what the key did here before this layer, when that came from an outer context.
  private mutating func remarkOnOuter(_ assignment: KeymapAssignment, _ command: Command) {
    guard base.slots[assignment.context]?[assignment.sequence] == nil else { return }
    for outer in assignment.context.chain.dropFirst() {
      guard let slot = index.slots[outer]?[assignment.sequence] else { continue }
      if let hidden = slot.command, hidden != command {
        log.add(assignment.line, assignment.column, .hides(assignment.key, hidden, outer))
      }
      break
    }
  }
}

// MARK: - Keys that stay

extension KeymapAssembly {
  /// Gives every essential command that has lost its last key a default key again.
  ///
  /// Giving one back can take another's; the default keys can all stand together, so that this ends.
  private mutating func keepEssentials() {
    for _ in Context.allCases {
      let before = order
      restoreLost()
      if order == before { return }
    }
  }

  private mutating func restoreLost() {
    for context in Context.allCases {
      for row in CommandTable.entries where row.traits.contains(.essential) {
        guard context.chain.contains(row.context) else { continue }
        let defaults = Keymap.builtIn.keys(for: row.command, in: context)
        if !defaults.isEmpty, !index.hasKey(row.command, in: context) {
          restore(row.command, in: context, defaults)
        }
      }
    }
  }

  private mutating func restore(
    _ command: Command, in context: Context, _ defaults: [KeySequence]
  ) {
    let free = defaults.first {
      index.command($0, in: context) == nil && index.clash(of: $0, in: context) == nil
    }
    guard let sequence = free ?? defaults.first else { return }
    let line = defaults.compactMap { lineOf($0, in: context) }.max() ?? 1
    while let clash = index.clash(of: sequence, in: context) {
      set(nil, clash.sequence, in: clash.context)
    }
    set(command, sequence, in: context)
    log.add(line, 1, .essentialKept(command, key: KeyNotation.text(sequence), context))
  }

  private func lineOf(_ sequence: KeySequence, in context: Context) -> Int? {
    context.chain.lazy.compactMap { lines[$0]?[sequence] }.first
  }
}
