import Synthesis

extension State {
  /// What is done to codes and themes on the board.
  mutating func actOnBoard(_ command: Command, digit: Int?) -> [Effect] {
    switch command {
    case .themePut: return openThemePicker()
    case .themeAlso: return openThemePicker(also: true)
    case .themeAgain: return putAgain()
    case .themePinned: return putPinned(digit)
    case .pinSet: pinTheme(digit)
    case .carryPickUp: return pickUp(also: false)
    case .carryAlso: return pickUp(also: true)
    case .thingNew: return newTheme()
    case .themeSplit: return splitTheme()
    case .themeMerge: return openMergePicker()
    case .codeLeaveOut: return chooseLeavingOut()
    case .thingTakeOff: return takeOffBoard()
    case .thingDelete: return deleteTheme()
    case .checkAgree: return agree()
    case .nameEdit: renameOnBoard()
    case .definitionEdit: editStatement()
    case .memoEdit: editBoardMemo()
    case .memoChoose: chooseBoardMemo()
    case .commentAdd: commentOnBoard()
    case .evidenceTie: return openEvidence()
    case .roundName: ask("name this round", .round)
    case .arrangementChoose: chooseArrangement()
    case .arrangementReveal: return revealDraft()
    case .arrangementCompare: chooseFirstSide()
    case .textCopy: return copyOnBoard()
    default: break
    }
    return []
  }

  /// Puts things somewhere; the theme is the last one from then on.
  mutating func put(_ things: [EntityID], _ landing: Landing) -> [Effect] {
    guard !things.isEmpty else { return [] }
    if let parent = landing.parent { themes.lastTheme = parent }
    themes.marks.subtract(things)
    return perform(.place(things, landing))
  }

  private func landing(
    under theme: EntityID?, from parent: EntityID?, also isAlso: Bool = false, why: String = ""
  ) -> Landing {
    let source: Landing.Source = isAlso ? .nowhere : parent.map { .theme($0) } ?? .everywhere
    return Landing(under: theme, leaving: source, why: why, in: boards.arrangement)
  }

  private mutating func putAgain() -> [Effect] {
    let subject = boardSubject
    guard !pending.contains(where: \.makesTheme) else {
      message = Message("the theme is being made; once more in a moment", .wrong)
      return []
    }
    guard let theme = themes.lastTheme else {
      message = Message("nothing was put under a theme yet; t puts it there", .wrong)
      return []
    }
    return put(subject.things, landing(under: theme, from: subject.from))
  }

  private mutating func putPinned(_ digit: Int?) -> [Effect] {
    guard let digit, let theme = themes.pins[digit] else {
      message = Message(
        "no theme is pinned to \(digit.map(String.init) ?? "it"); on a theme , and the digit pins",
        .wrong)
      return []
    }
    let subject = boardSubject
    return put(subject.things, landing(under: theme, from: subject.from))
  }

  private mutating func pinTheme(_ digit: Int?) {
    guard let digit, let focus = boardFocus, focus.isTheme else {
      message = Message("the cursor is on no theme to pin", .wrong)
      return
    }
    themes.pins[digit] = focus.id
    message = Message("\(numbered(focus.id)) is pinned to \(digit)")
  }

  /// Takes a theme of the picker: what is carried, else marked or under the cursor, goes there.
  mutating func take(theme: EntityID, _ things: [EntityID], from parent: EntityID?, also: Bool)
    -> [Effect]
  {
    let why = themes.carry?.why ?? ""
    let isAlso = themes.carry?.isAlso ?? also
    themes.carry = nil
    return put(things, landing(under: theme, from: parent, also: isAlso, why: why))
  }

  /// Makes a theme of the name that was typed in the picker, over the things.
  mutating func take(
    newTheme name: String, _ things: [EntityID], from parent: EntityID?, also: Bool
  ) -> [Effect] {
    let why = themes.carry?.why ?? ""
    themes.carry = nil
    return make(
      draft(over: things, at: landing(under: nil, from: parent, also: also, why: why), named: name))
  }

  private func draft(
    over things: [EntityID], at landing: Landing, named name: String
  ) -> ThemeDraft {
    let isRaising =
      !things.isEmpty && landing.parent == nil
      && things.allSatisfy { boards.board?.theme($0)?.level == .descriptive }
    return ThemeDraft(
      isRaising ? .analytical : .descriptive, named: name, at: landing, over: things)
  }

  /// Performs the making of a theme.
  mutating func make(_ draft: ThemeDraft) -> [Effect] {
    themes.marks.subtract(draft.members)
    return perform(.makeTheme(draft))
  }

  /// Asks for the name of a theme over some things; it can wait.
  mutating func askForTheme(
    over things: [EntityID], at landing: Landing, isDropped: Bool = false
  ) {
    askForName(of: draft(over: things, at: landing, named: ""), isDropped: isDropped)
  }

  mutating func askForName(of draft: ThemeDraft, isDropped: Bool = false) {
    let over = draft.members.isEmpty ? "" : " over \(boardTitles(draft.members))"
    // What was dropped lies where it is: leaving the field puts nothing back.
    let later = isDropped ? "; \(key(.actCancel, in: .text)) names it later" : "; its name can wait"
    ask("new \(draft.level.rawValue) theme\(over)\(later)", .newTheme(draft, isDropped: isDropped))
  }

  private mutating func newTheme() -> [Effect] {
    let subject = boardSubject
    let isOnTheme = themes.marks.isEmpty && boardFocus?.isTheme != false
    guard isOnTheme || subject.things.isEmpty else {
      askForTheme(
        over: subject.things, at: landing(under: nil, from: subject.from))
      return []
    }
    let here = boardFocus.flatMap { focus in
      boards.board?.theme(focus.id)?.level == .analytical ? focus.id : focus.parent
    }
    let descriptive = ThemeDraft(.descriptive, at: landing(under: here, from: nil))
    let analytical = ThemeDraft(.analytical, at: landing(under: nil, from: nil))
    let place = here.map { " under \(numbered($0))" } ?? ""
    overlays.append(
      .choice(
        Choice(
          "new theme",
          [
            ("descriptive theme\(place)", .nameTheme(descriptive)),
            ("analytical theme", .nameTheme(analytical)),
          ])))
    return []
  }

  private mutating func splitTheme() -> [Effect] {
    let subject = boardSubject
    guard let from = subject.from, !subject.things.isEmpty else {
      message = Message("mark what is to be split off one theme, then split", .wrong)
      return []
    }
    let above = boards.board?.parents(of: from).first
    var landing = landing(under: above, from: from)
    landing.spot = .after(from)
    askForName(of: ThemeDraft(.descriptive, at: landing, over: subject.things))
    return []
  }

  /// Takes what is under the cursor, or marked, out of its theme; a code left out is taken in.
  private mutating func takeOffBoard() -> [Effect] {
    let subject = boardSubject
    guard let board = boards.board, !subject.things.isEmpty else { return [] }
    let out = subject.things.filter { board.leftOut[$0] != nil }
    themes.marks.subtract(subject.things)
    if out.count == subject.things.count {
      return perform(.takeIn(out, in: boards.arrangement))
    }
    guard subject.things.contains(where: { !board.parents(of: $0).isEmpty }) else {
      message = Message("\(boardTitles(subject.things)) stands under no theme", .wrong)
      return []
    }
    return perform(.unplace(subject.things, from: subject.from, in: boards.arrangement))
  }

  private mutating func deleteTheme() -> [Effect] {
    guard let focus = boardFocus, focus.isTheme else {
      message = Message("the cursor is on no theme; x takes a code out of its theme", .wrong)
      return []
    }
    guard mayChange(focus.id) else { return [] }
    return perform(.deleteThemes([focus.id]))
  }

  private mutating func agree() -> [Effect] {
    guard let theme = focusedTheme, let board = boards.board else { return [] }
    guard boards.arrangement == nil else {
      message = Message("people agree on the shared board; \(boardKey) goes there", .wrong)
      return []
    }
    let mine = board.agreement(to: theme).holding.contains(me.id)
    return perform(
      mine ? .agree(theme, false) : .agreeAsShown(theme, basis: board.basis(of: theme)))
  }

  private var boardKey: String {
    let keys = keymap.keys(for: .arrangementChoose, in: .themes).first ?? []
    return KeyDisplay.text(keys, ascii: settings.isASCII)
  }

  /// Whether what a theme is called and says may be changed on the board on screen.
  ///
  /// In a draft only of the themes made in it, for the others are everybody's. Says so where not.
  mutating func mayChange(_ theme: EntityID) -> Bool {
    guard let draft = boards.arrangement, let own = boards.board?.theme(theme), own.home != draft
    else { return true }
    message = Message(
      "\(numbered(theme)) is on the shared board too; \(boardKey) goes there to change it", .wrong)
    return false
  }

  /// The theme of the page or under the cursor; says so where there is none.
  var focusedThemeIfAny: EntityID? {
    if let page = themes.page { return boards.board?.theme(page.subject)?.id }
    guard let focus = boardFocus, focus.isTheme else { return nil }
    return focus.id
  }

  private var focusedTheme: EntityID? {
    mutating get {
      if let theme = focusedThemeIfAny { return theme }
      message = Message("the cursor is on no theme", .wrong)
      return nil
    }
  }

  private mutating func renameOnBoard() {
    guard let id = themes.page?.subject ?? boardFocus?.id else { return }
    if let code = bank.codes[id]?.code {
      ask("rename code", .rename(id), text: code.name)
    } else if let theme = boards.board?.theme(id), mayChange(id) {
      ask("name of theme \(boards.board?.number(of: id) ?? "")", .renameTheme(id), text: theme.name)
    }
  }

  private mutating func editStatement() {
    guard let id = themes.page?.subject ?? boardFocus?.id else { return }
    if let code = bank.codes[id]?.code {
      write(.definition(id), title: "definition of ‘\(code.name)’", text: code.definition)
    } else if let theme = boards.board?.theme(id), mayChange(id) {
      write(
        .themeText(id, field: "statement"), title: "statement of \(numbered(id))",
        text: theme.statement)
    }
  }

  private mutating func editBoardMemo() {
    guard let id = themes.page?.subject ?? boardFocus?.id else { return }
    if let code = bank.codes[id]?.code {
      write(.memo(.code(id)), title: "memo on ‘\(code.name)’", text: code.memo)
    } else if let theme = boards.board?.theme(id) {
      write(.memo(.theme(id)), title: "memo on \(numbered(id))", text: theme.memo)
    }
  }

  private mutating func chooseBoardMemo() {
    var rows: [(String, Choice.Deed)] = []
    if let id = themes.page?.subject ?? boardFocus?.id {
      if let code = bank.codes[id]?.code {
        rows.append(("code ‘\(code.name)’", .memo(.code(id), text: code.memo)))
      } else if let theme = boards.board?.theme(id) {
        rows.append(("theme \(numbered(id))", .memo(.theme(id), text: theme.memo)))
      }
    }
    rows.append(("the review's journal", .loadMemo(.review)))
    overlays.append(.choice(Choice("memo on", rows)))
  }

  private mutating func commentOnBoard() {
    guard let id = themes.page?.subject ?? boardFocus?.id else { return }
    write(.comment(.thing(id)), title: "say to the others about ‘\(boardTitle(id))’", text: "")
  }

  private mutating func copyOnBoard() -> [Effect] {
    guard let focus = boardFocus else { return [] }
    let count = boards.counts[focus.id]
    let lines = bank.codes[focus.id]?.lines ?? count?.lines ?? 0
    message = Message("copied ‘\(boardTitle(focus.id))’")
    return [.copy("\(boardTitle(focus.id)) (\(Self.count(lines, "line")))")]
  }
}

extension State {
  private mutating func chooseLeavingOut() -> [Effect] {
    let codes = boardSubject.things.filter { bank.codes[$0] != nil }
    guard !codes.isEmpty, let board = boards.board else {
      message = Message("the cursor is on no code", .wrong)
      return []
    }
    var reasons = Set(board.leftOut.values.map(\.reason))
    reasons.formUnion(themes.lastReason.map { [$0] } ?? [])
    let usual = ["not about the question", "one line only", "setting"]
    let listed = reasons.sorted() + usual.filter { !reasons.contains($0) }
    var rows = listed.map { ($0, Choice.Deed.leaveOut(codes, reason: $0)) }
    rows.append(("another reason …", .otherLeavingOut(codes)))
    let last = themes.lastReason.flatMap { own in rows.firstIndex { $0.0 == own } }
    overlays.append(
      .choice(Choice("leave \(boardTitles(codes)) out of the themes", rows, last: last)))
    return []
  }

  mutating func leaveOut(_ codes: [EntityID], reason: String) -> [Effect] {
    themes.lastReason = reason
    themes.marks.subtract(codes)
    return perform(.leaveOut(codes, reason: reason, in: boards.arrangement))
  }

  private mutating func chooseArrangement() {
    guard let facts = boards.facts else { return }
    var rows: [(String, Choice.Deed)] = [("the shared board", .showArrangement(nil))]
    rows += facts.drafts.map { draft in
      let owner = coders.first { $0.id == draft.owner }?.initials ?? ""
      let words = draft.isRevealed ? "\(owner), revealed" : "\(owner), private"
      return ("\(draft.name) (\(words))", .showArrangement(draft.id))
    }
    rows.append(("new private draft …", .newArrangement))
    overlays.append(.choice(Choice("which board", rows)))
  }

  mutating func show(arrangement: EntityID?) -> [Effect] {
    boards.show(arrangement, bank: bank)
    themes.page = nil
    refreshBoard()
    return loadPeek()
  }

  /// Goes to the draft that I just made, so that what I do next is done there and not before all.
  mutating func goToDraft(_ name: String) -> [Effect] {
    let own = boards.facts?.drafts.filter { $0.owner == me.id && !$0.isRevealed && $0.name == name }
    guard desk == .themes, let draft = own?.max(by: { $0.id < $1.id }) else { return [] }
    return show(arrangement: draft.id)
  }

  private mutating func revealDraft() -> [Effect] {
    guard let draft = boards.arrangement.flatMap({ boards.facts?.arrangements[$0] }) else {
      message = Message("this is the shared board; , a goes to a draft", .wrong)
      return []
    }
    return perform(.revealArrangement(draft.id))
  }
}

extension State {
  /// Takes what was typed for the board; `nil` where it is for something else.
  mutating func acceptOnBoard(
    _ purpose: FieldPrompt.Purpose, _ text: String
  ) -> [Effect]? {
    switch purpose {
    case .newTheme(var draft, _):
      draft.name = text
      return make(draft)
    case .carryWhy:
      themes.carry?.why = text
      return []
    case .filterCodes(before: _):
      filterCodes(text)
      return []
    case .renameTheme(let theme) where !text.isEmpty:
      return perform(.setTheme(theme, ["name": text]))
    case .leavingOut(let codes) where !text.isEmpty: return leaveOut(codes, reason: text)
    case .round where !text.isEmpty: return perform(.nameRound(text, of: boards.arrangement))
    case .arrangement where !text.isEmpty: return perform(.makeArrangement(text))
    default: return nil
    }
  }

  /// Lists only the codes that fit what is typed.
  mutating func filterCodes(_ text: String) {
    guard themes.filter != text else { return }
    themes.filter = text
    themes.pane = .codes
    themes.filterCodes(bank, boards)
    themes.codeCursor = 0
  }

  /// Opens the list of themes that words may be tied to.
  mutating func openEvidenceThemes(_ place: Place, _ isAgainst: Bool) -> [Effect] {
    let title = "evidence \(isAgainst ? "against" : "for") which theme"
    overlays.append(
      .picker(filled(Picker(.evidenceTheme(place, isAgainst: isAgainst), title: title))))
    return boards.facts == nil ? [.loadBoard] : []
  }
}
