import Synthesis

extension State {
  /// Opens the picker of themes for what is carried, marked or under the cursor.
  mutating func openThemePicker(also isAlso: Bool = false) -> [Effect] {
    let subject = themes.carry.map { ($0.things, $0.from) } ?? boardSubject
    guard !subject.0.isEmpty else {
      message = Message("nothing is here to put under a theme", .wrong)
      return []
    }
    openThemePicker(for: subject.0, from: subject.1, also: isAlso)
    return []
  }

  /// Opens the picker of themes for some things.
  mutating func openThemePicker(
    for things: [EntityID], from parent: EntityID?, also isAlso: Bool
  ) {
    let title =
      "\(boardTitles(things)) \(isAlso ? "also " : "")under"
      + (isAlso || parent != nil ? "" : leavingWords(things))
    let picker = Picker(.theme(things, from: parent, isAlso: isAlso), title: title)
    overlays.append(.picker(filled(picker)))
  }

  /// What is said where things leave more than one theme.
  private func leavingWords(_ things: [EntityID]) -> String {
    let places = Set(things.flatMap { boards.board?.parents(of: $0) ?? [] })
    return places.count > 1 ? ", out of all \(places.count) themes" : ""
  }

  mutating func openMergePicker() -> [Effect] {
    guard let focus = boardFocus, focus.isTheme else {
      message = Message("the cursor is on no theme to merge", .wrong)
      return []
    }
    guard mayChange(focus.id) else { return [] }
    let picker = Picker(.mergeTheme(focus.id), title: "merge \(numbered(focus.id)) into")
    overlays.append(.picker(filled(picker)))
    return []
  }

  func fillThemes(_ picker: inout Picker, for things: [EntityID]) {
    let typed = picker.field.text.trimmed
    let ranked = rankedThemes(typed) { mayLand(things, under: $0) }
    picker.rows = ranked.themes.map(themeRow)
    let hasExact = ranked.themes.contains { boards.board?.theme($0)?.name == typed }
    if !typed.isEmpty, !hasExact {
      picker.rows.append(Picker.Row(deed: .newTheme(typed), label: "new theme “\(typed)”"))
    }
    guard !picker.rows.isEmpty else {
      picker.focus = nil
      return
    }
    picker.focus = ranked.hasAllWords || typed.isEmpty ? 0 : picker.rows.count - 1
  }

  func fillMerge(_ picker: inout Picker, _ theme: EntityID) {
    let level = boards.board?.theme(theme)?.level
    let ranked = rankedThemes(picker.field.text.trimmed) {
      $0 != theme && boards.board?.theme($0)?.level == level
    }
    picker.rows = ranked.themes.map(themeRow)
    picker.focus = picker.rows.isEmpty ? nil : 0
  }

  func themeRow(_ theme: EntityID) -> Picker.Row {
    let codes = boards.board?.codes(under: theme).count ?? 0
    let studies = boards.counts[theme].map { "\($0.studies)/\(self.studies.count)" }
    return Picker.Row(
      deed: .theme(theme), label: numbered(theme),
      note: themes.pins.first { $0.value == theme }.map { "pinned to \($0.key)" } ?? "",
      figures: .holdings(codes: codes, studies: studies))
  }

  /// The themes that fit what is typed: by number, by words that begin words of the name, then by
  /// what stands anywhere in it; the last used first, else in the order of the board.
  func rankedThemes(
    _ typed: String, _ mayBe: (EntityID) -> Bool
  ) -> (themes: [EntityID], hasAllWords: Bool) {
    guard let board = boards.board else { return ([], false) }
    let all = board.themesInOrder.filter(mayBe)
    let words = typed.lowercased().split(separator: " ").map(String.init)
    let last = all.filter { $0 == themes.lastTheme }
    guard !words.isEmpty else { return (last + all.filter { $0 != themes.lastTheme }, true) }
    let numbered = all.filter { (board.number(of: $0) ?? "").hasPrefix(typed) }
      .sorted { ($0 == theme(typed) ? 0 : 1) < ($1 == theme(typed) ? 0 : 1) }
    let holders = all.map { (theme: $0, title: board.title(of: $0).lowercased()) }
      .filter { holder in words.allSatisfy { Self.has(holder.title, $0) } }
    let beginning = holders.filter { holder in
      let own = holder.title.split { !$0.isLetter && !$0.isNumber }
      return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }.map(\.theme)
    var seen: Set<EntityID> = []
    let beginners = last.filter(beginning.contains) + beginning
    let ordered = (numbered + beginners + holders.map(\.theme)).filter { seen.insert($0).inserted }
    return (ordered, !numbered.isEmpty || !beginning.isEmpty)
  }

  /// Whether a text has a word in it; where it is ASCII byte for byte, for all themes are looked
  /// through at each key.
  private static func has(_ text: String, _ word: String) -> Bool {
    let (bytes, wanted) = (Array(text.utf8), Array(word.utf8))
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return text.contains(word) }
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0] == wanted.first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  private func theme(_ number: String) -> EntityID? {
    boards.board?.themesInOrder.first { boards.board?.number(of: $0) == number }
  }
}
