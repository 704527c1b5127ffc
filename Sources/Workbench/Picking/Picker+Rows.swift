import Synthesis

extension State {
  /// Makes the rows of a picker for what is typed in it now.
  func filled(_ picker: Picker) -> Picker {
    var picker = picker
    picker.isInDetail = false
    picker.detailTop = 0
    switch picker.purpose {
    case .code(let place, _): fillCodes(&picker, on: place, mayMake: true)
    case .evidence(let place, _): fillCodes(&picker, on: place, mayMake: false)
    case .theme(let things, _, _): fillThemes(&picker, for: things)
    case .evidenceTheme:
      picker.rows = rankedThemes(picker.field.text.trimmed) { _ in true }.themes.map(themeRow)
      picker.focus = picker.rows.isEmpty ? nil : 0
    case .mergeTheme(let theme): fillMerge(&picker, theme)
    case .help(let context): fillHelp(&picker, context)
    case .palette: fillPalette(&picker)
    case .find: fillFind(&picker)
    }
    return picker
  }

  private func fillCodes(_ picker: inout Picker, on place: Place, mayMake: Bool) {
    let typed = picker.field.text.trimmed
    if typed.hasPrefix("-"), mayMake { return fillReasons(&picker, typed) }
    picker.here = mayMake ? reader?.codes(on: place) ?? [] : []
    if typed.isEmpty, let whole = picker.whole, whole.names == bank.nameEdition {
      picker.rows = whole.rows
      picker.focus = nil
      return
    }
    let ranked = bank.ranked(typed, inStudy: reader?.codesInStudy ?? [], limit: 200)
    picker.rows = ranked.map { row, _ in
      Picker.Row(
        deed: .code(row.id), label: row.name,
        note: pins.first { $0.value == row.id }.map { "pinned to \($0.key)" } ?? "",
        figures: .uses(lines: row.lines, studies: row.studies))
    }
    let hasExact = ranked.contains { $0.row.name == typed }
    if mayMake, !typed.isEmpty, !hasExact {
      picker.rows.append(
        Picker.Row(deed: .newCode(typed), label: "new code “\(typed)”"))
    }
    guard !typed.isEmpty else {
      picker.whole = (picker.rows, bank.nameEdition)
      picker.focus = nil
      return
    }
    let hasAllWords = ranked.first?.fit.hasAllWords ?? false
    picker.focus = picker.rows.isEmpty ? nil : hasAllWords || !mayMake ? 0 : picker.rows.count - 1
  }

  private func fillReasons(_ picker: inout Picker, _ typed: String) {
    let wanted = typed.dropFirst().lowercased().trimmed
    let reasons = review.reasons.filter {
      wanted.isEmpty || $0.lowercased().hasPrefix(wanted)
        || $0.lowercased().split(separator: " ").contains { $0.hasPrefix(wanted) }
    }
    let last = lastReason.map { reason in reasons.filter { $0 == reason } } ?? []
    let ordered = wanted.isEmpty ? last + reasons.filter { !last.contains($0) } : reasons
    picker.rows = ordered.map { Picker.Row(deed: .reason($0), label: "set aside: \($0)") }
    if picker.rows.isEmpty {
      picker.rows = [Picker.Row(deed: .reason(wanted), label: "set aside: “\(wanted)”")]
    }
    picker.focus = 0
  }

  private func fillHelp(_ picker: inout Picker, _ context: Context) {
    let words = picker.field.text.lowercased().split(separator: " ").map(String.init)
    var seen: Set<Command> = []
    picker.rows = context.chain.flatMap(CommandTable.entries(of:)).compactMap { entry in
      guard seen.insert(entry.command).inserted else { return nil }
      let keys = KeyDisplay.list(
        keymap.keys(for: entry.command, in: context), ascii: settings.isASCII)
      let text = "\(keys.joined(separator: " ")) \(entry.sentence)".lowercased()
      guard words.allSatisfy(text.contains) else { return nil }
      return Picker.Row(
        deed: .command(entry.command, unavailable: reason(against: entry.command)),
        label: entry.sentence, figures: .words(keys.joined(separator: "  ")))
    }
    picker.focus = picker.rows.isEmpty ? nil : 0
  }

  private func fillPalette(_ picker: inout Picker) {
    let typed = picker.field.text.trimmed
    let words = typed.lowercased().split(separator: " ").map(String.init)
    picker.rows = []
    if let number = Int(typed), number > 0 {
      picker.rows.append(Picker.Row(deed: .line(number), label: "go to line \(number)"))
    }
    // What holds on a code beside the line is listed too, with why not where none is in focus.
    let context: Context = deskContext == .code ? .codeMargin : deskContext
    var seen: Set<Command> = []
    picker.rows += context.chain.flatMap(CommandTable.entries(of:)).compactMap { entry in
      let text = "\(entry.command.rawValue) \(entry.label) \(entry.sentence)".lowercased()
      guard words.allSatisfy(text.contains), entry.command != .paletteOpen,
        !entry.traits.contains(.takesDigit), seen.insert(entry.command).inserted
      else { return nil }
      let here = keymap.keys(for: entry.command, in: deskContext)
      let keys = KeyDisplay.list(
        here.isEmpty ? keymap.keys(for: entry.command, in: context) : here,
        ascii: settings.isASCII)
      let why = reason(against: entry.command)
      return Picker.Row(
        deed: .command(entry.command, unavailable: why), label: entry.sentence,
        note: why.map { "not now: \($0)" } ?? "", figures: .words(keys.first ?? ""))
    }
    picker.focus = picker.rows.isEmpty ? nil : 0
  }

  private func fillFind(_ picker: inout Picker) {
    let typed = picker.field.text.trimmed
    guard typed == search.words, !typed.isEmpty else {
      picker.rows =
        typed.isEmpty
        ? [] : [Picker.Row(deed: .search(typed), label: "search all texts for “\(typed)”")]
      picker.focus = picker.rows.isEmpty ? nil : 0
      return
    }
    picker.rows = search.hits.enumerated().map { index, hit in
      Picker.Row(
        deed: .hit(index), label: hit.text, figures: .words("\(hit.label)  \(hit.number)"))
    }
    picker.focus = picker.rows.isEmpty ? nil : 0
  }

  /// “1 line”, “2 lines”.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}

extension StringProtocol {
  /// The text without white space at its edges.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
