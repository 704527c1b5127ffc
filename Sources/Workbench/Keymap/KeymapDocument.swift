/// What a keymap file says, before it is laid over other keys.
struct KeymapDocument {
  /// What the keymap calls itself.
  var title: String?
  /// The keymap that it changes, and where it says so.
  var base: (name: String, line: Int, column: Int)?
  /// The letters of another script's keyboard.
  var letters: KeyboardLetters?
  /// Its keys, in order.
  var assignments: [KeymapAssignment] = []
}

/// One line of a keymap: this key asks for this command here.
struct KeymapAssignment: Equatable {
  let context: Context
  let sequence: KeySequence
  /// `nil` unbinds the key.
  let command: Command?
  var line = 0
  var column = 0

  /// The key as keymap files write it.
  var key: String { KeyNotation.text(sequence) }
}

/// Reads the lines of a keymap file one by one; a bad one is reported and skipped.
struct KeymapDocumentReader {
  private(set) var document = KeymapDocument()
  private(set) var log: KeymapLog

  private enum Place {
    case top
    case context(Context)
    case nowhere
  }

  private var place = Place.top
  private var line = 0
  private var settingLines: [String: Int] = [:]
  private var contextLines: [Context: Int] = [:]
  private var hasContent = false

  init(file: String) { log = KeymapLog(file: file) }

  /// Reads a whole file.
  ///
  /// - Complexity: O(*n*) in its bytes.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let text = piece.last == 0x0D ? piece.dropLast() : piece
      guard let text = String(validating: text, as: UTF8.self) else {
        log.add(line, 1, .notText)
        continue
      }
      read(text)
    }
    if !hasContent {
      log.add(1, 1, .empty)
    } else if settingLines["format"] == nil {
      log.add(1, 1, .missingFormat)
    }
  }

  private mutating func read(_ text: String) {
    do throws(KeymapLine.Fault) {
      switch try KeymapLine.read(text) {
      case .blank: return
      case .context(let name): enter(name, column: 1 + text.prefix { $0 != "[" }.count)
      case .entry(let entry): try take(entry)
      }
    } catch {
      log.add(line, error.column, error.kind)
    }
    hasContent = true
  }

  private mutating func enter(_ name: String, column: Int) {
    guard let context = Context(rawValue: name) else {
      place = .nowhere
      log.add(
        line, column,
        .unknownContext(
          name, nearest: nearest(to: name, among: Context.allCases.map(\.rawValue))))
      return
    }
    place = .context(context)
    if let first = contextLines[context] {
      log.add(line, column, .contextTwice(context, first: first))
    } else {
      contextLines[context] = line
    }
  }

  private mutating func take(_ entry: KeymapLine.Entry) throws(KeymapLine.Fault) {
    switch place {
    case .top: try set(entry)
    case .context(let context): try bind(entry, in: context)
    case .nowhere: break
    }
  }
}

// MARK: - Settings

extension KeymapDocumentReader {
  private mutating func set(_ entry: KeymapLine.Entry) throws(KeymapLine.Fault) {
    guard KeymapFile.settingNames.contains(entry.name) else {
      throw .init(column: entry.nameColumn, kind: unknown(entry.name))
    }
    if let first = settingLines[entry.name] {
      throw .init(column: entry.nameColumn, kind: .settingTwice(entry.name, first: first))
    }
    settingLines[entry.name] = line
    switch (entry.name, entry.value) {
    case ("format", .number(let number)):
      if number != KeymapFile.format {
        log.add(line, entry.valueColumn, .otherFormat(number))
      }
    case ("title", .text(let text)): document.title = Words.shown(text, most: 78)
    case ("extends", .text(let text)): document.base = (text, line, entry.valueColumn)
    case ("letters", .text(let text)): try setLetters(text, entry.valueColumn)
    case ("format", _):
      throw .init(column: entry.valueColumn, kind: .settingWants("format", "a number"))
    default:
      throw .init(column: entry.valueColumn, kind: .settingWants(entry.name, "text in quotes"))
    }
  }

  private mutating func setLetters(_ text: String, _ column: Int) throws(KeymapLine.Fault) {
    document.letters = KeyboardLetters(text)
    if document.letters == nil {
      let count = Set(text.filter { $0 != " " }).count
      throw .init(column: column, kind: .badLetters(count: count))
    }
  }

  private func unknown(_ name: String) -> KeymapProblem.Kind {
    if case .success = KeyNotation.sequence(name) { return .keyAboveContexts(name) }
    return .unknownSetting(
      name, nearest: nearest(to: name, among: KeymapFile.settingNames))
  }
}

// MARK: - Keys

extension KeymapDocumentReader {
  private mutating func bind(
    _ entry: KeymapLine.Entry, in context: Context
  ) throws(KeymapLine.Fault) {
    if KeymapFile.settingNames.contains(entry.name) {
      throw .init(column: entry.nameColumn, kind: .settingBelow(entry.name))
    }
    let sequence = try sequence(entry, in: context)
    let command = try command(entry, in: context, for: sequence)
    document.assignments.append(
      KeymapAssignment(
        context: context, sequence: sequence, command: command, line: line,
        column: entry.nameColumn))
  }

  private func sequence(
    _ entry: KeymapLine.Entry, in context: Context
  ) throws(KeymapLine.Fault) -> KeySequence {
    switch KeyNotation.sequence(entry.name) {
    case .failure(let fault): throw .init(column: entry.nameColumn, kind: .key(fault))
    case .success(let sequence):
      if context.isTyping, let first = sequence.first, KeyNotation.isPrintable(first) {
        throw .init(column: entry.nameColumn, kind: .types(first, context))
      }
      return sequence
    }
  }

  private func command(
    _ entry: KeymapLine.Entry, in context: Context, for sequence: KeySequence
  ) throws(KeymapLine.Fault) -> Command? {
    guard case .text(let name) = entry.value else {
      throw .init(column: entry.valueColumn, kind: .expected("a command in quotes"))
    }
    if name == KeymapFile.unbound { return nil }
    guard let command = Command(rawValue: name) else {
      throw .init(
        column: entry.valueColumn,
        kind: .unknownCommand(name, nearest: nearest(to: name, among: Self.commandNames)))
    }
    guard let row = CommandTable.entry(command, in: context) else {
      throw .init(column: entry.valueColumn, kind: .commandElsewhere(command, context))
    }
    if row.traits.contains(.takesDigit), !("1"..."9").contains(sequence.last ?? "") {
      throw .init(column: entry.nameColumn, kind: .wantsDigit(command))
    }
    return command
  }

  /// The nearest right name, while anybody will read it.
  private func nearest(to name: String, among names: [String]) -> String? {
    log.isFull ? nil : Spelling.nearest(to: name, among: names)
  }

  private static let commandNames =
    Command.allCases.map(\.rawValue) + [KeymapFile.unbound]
}
