import Synthesis

extension State {
  mutating func runCode(_ command: Command, digit: Int?) -> [Effect] {
    guard reader != nil else {
      if command == .thingOpen { return go(to: .studies) }
      message = Message("there is no text yet; g s and + import one", .wrong)
      return []
    }
    if let effects = moveInReader(command) { return effects }
    if let effects = select(command) { return effects }
    switch command {
    case .codePick, .thingOpen: return openFocus()
    case .codeRun: return runCodes()
    case .codeAgain: return again()
    case .codePinned: return applyPin(digit)
    case .pinSet: return setPin(digit)
    case .codeInVivo: return inVivo()
    case .thingTakeOff: return takeOffHere()
    case .lineSetAside: return chooseReason()
    case .wordsWhose: return chooseVoice()
    case .evidenceTie: return chooseEvidence()
    case .memoEdit: return editMemo()
    case .memoChoose: return chooseMemo()
    case .definitionEdit: return editDefinition()
    case .nameEdit: return editName()
    case .codeOpen: return editDefinition()
    case .viewWhose: return toggleWhose()
    case .viewDim: return toggleDim()
    case .studyNext: return goToStudy(by: 1)
    case .studyPrevious: return goToStudy(by: -1)
    case .studyDone: return finishStudy()
    case .lineSplit: return splitLine()
    case .lineJoin: return joinLine()
    case .sectionEligibility: return chooseEligibility()
    case .passageBounds: return beginBounds()
    case .textCopy: return copyFocus()
    case .themePut: return putFocusedCode()
    case .chainUp: return goUpFromLine()
    case .chainDown:
      reader?.mark = nil
      return []
    case .commentAdd: return commentOnLine()
    default: return []
    }
  }

  private mutating func moveInReader(_ command: Command) -> [Effect]? {
    let height = readerHeight
    let half = max(1, height / 2)
    let all = reader?.stops.count ?? 0
    switch command {
    case .cursorDown:
      if let mark = reader?.mark, let focus = reader?.focus {
        let count = reader?.marks(of: focus).count ?? 1
        reader?.mark = min(mark + 1, max(0, count - 1))
      } else {
        reader?.step(1)
      }
    case .cursorUp:
      if let mark = reader?.mark { reader?.mark = max(0, mark - 1) } else { reader?.step(-1) }
    case .pageDown: reader?.scroll(rows: half, height: height)
    case .pageUp: reader?.scroll(rows: -half, height: height)
    case .listFirst: reader?.step(-all)
    case .listLast: reader?.step(all)
    case .blockNext: reader?.goToParagraph(forward: true)
    case .blockPrevious: reader?.goToParagraph(forward: false)
    case .sectionNext: reader?.goToSection(forward: true)
    case .sectionPrevious: reader?.goToSection(forward: false)
    case .needNext, .needPrevious: goToOpen(forward: command == .needNext)
    case .cursorIn, .paneNext: goIn()
    case .cursorOut, .panePrevious: goOut()
    default: return nil
    }
    return []
  }

  /// Goes to the next open line; where there is no other, says so and what may follow.
  @discardableResult
  mutating func goToOpen(forward: Bool) -> Bool {
    let waiting = pending.compactMap(\.place)
    if reader?.goToOpen(forward: forward, passing: waiting) == true { return true }
    if let reader, let focus = reader.focus, reader.lines[focus].state == .open,
      !waiting.contains(reader.lines[focus].place)
    {
      message = Message("this is the only line that is open")
    } else if reader?.page.summary.finishedBy.contains(me.id) == true {
      message = Message("no line is open here; \(key(.studyNext)) goes to the next study")
    } else {
      message = Message(
        "no line is open in this study; \(key(.studyDone)) says that you have finished it")
    }
    return false
  }

  /// The first key of a command on the code desk or elsewhere, as people read it.
  func key(_ command: Command, in context: Context = .code) -> String {
    let keys = keymap.keys(for: command, in: context).first ?? []
    return KeyDisplay.text(keys, ascii: settings.isASCII)
  }

  /// To the codes beside the line, or into a folded stretch.
  private mutating func goIn() {
    guard let reader else { return }
    guard let focus = reader.focus else {
      self.reader?.toggleFold()
      return
    }
    if reader.marks(of: focus).isEmpty {
      message = Message("no code beside this line")
    } else if reader.mark == nil {
      self.reader?.mark = 0
    }
  }

  private mutating func goOut() {
    if reader?.mark != nil { reader?.mark = nil } else { reader?.toggleFold() }
  }

  /// Enter: the picker on a line, a folded stretch opens.
  private mutating func openFocus() -> [Effect] {
    guard reader?.focus != nil || reader?.selection != nil else {
      reader?.toggleFold()
      return []
    }
    if let line = reader?.focus.map({ reader?.lines[$0].line }) ?? nil, reader?.selection == nil,
      line.standing == .quotation
    {
      return chooseEvidence()
    }
    return openCodePicker(isRun: false)
  }

  /// Begins to code line after line: here, or at the next open line where this one is not coded.
  private mutating func runCodes() -> [Effect] {
    if let focus = reader?.focus, reader?.selection == nil,
      reader?.lines[focus].line.isCodable == false
    {
      guard goToOpen(forward: true) else { return [] }
    }
    return openCodePicker(isRun: true)
  }

  private mutating func again() -> [Effect] {
    guard let place = reader?.focusPlace else { return [] }
    reader?.selection = nil
    return perform(.applyAgain(at: place), at: place)
  }

  private mutating func applyPin(_ digit: Int?) -> [Effect] {
    guard let digit, let place = reader?.focusPlace else { return [] }
    guard let code = pins[digit], bank.codes[code] != nil else {
      message = Message("no code is pinned to \(digit); , \(digit) pins the last one used", .wrong)
      return []
    }
    reader?.selection = nil
    return perform(
      .apply([.existing(code)], at: place), at: place, names: [bank.name(of: code)])
  }

  private mutating func setPin(_ digit: Int?) -> [Effect] {
    guard let digit, let code = reader?.focusedMark?.code ?? bank.recent.first else {
      message = Message("no code used yet to pin", .wrong)
      return []
    }
    pins[digit] = code
    message = Message("‘\(bank.name(of: code))’ is pinned to \(digit)")
    return []
  }

  private mutating func inVivo() -> [Effect] {
    guard let reader, let place = reader.focusPlace, let focus = reader.focusOrFirst else {
      return []
    }
    let table = reader.page.documents[reader.lines[focus].page].table
    let words = table.text.words(place.passage)
    let isWhole = reader.selection == nil && words.count > 60
    ask("in vivo", .inVivo(place), text: isWhole ? "" : words)
    return []
  }

  private mutating func takeOffHere() -> [Effect] {
    guard let reader, let focus = reader.focus else { return [] }
    let place = reader.lines[focus].place
    guard let mark = reader.mark, reader.marks(of: focus).indices.contains(mark) else {
      return perform(.takeOff(nil, at: place))
    }
    let own = reader.marks(of: focus)[mark]
    guard own.coder == me.id else {
      let coder = coders.first { $0.id == own.coder }?.name ?? "somebody else"
      message = Message("that is \(coder)'s; only \(coder) can take it off", .wrong)
      return []
    }
    self.reader?.mark = nil
    return perform(.takeOff([own.code], at: place))
  }

  private mutating func chooseReason() -> [Effect] {
    guard let place = reader?.focusPlace else { return [] }
    var rows = review.reasons.map { ($0, Choice.Deed.setAside(place, reason: $0)) }
    rows.append(("another reason …", .otherReason(place)))
    // A reason of one's own comes last, so that it takes no letter from the others.
    if let own = lastReason, !review.reasons.contains(own) {
      rows.append((own, .setAside(place, reason: own)))
    }
    let last = lastReason.flatMap { own in rows.firstIndex { $0.0 == own } }
    overlays.append(.choice(Choice("set \(placeName) aside", rows, last: last)))
    return []
  }

  private mutating func chooseVoice() -> [Effect] {
    guard let place = reader?.focusPlace else { return [] }
    overlays.append(
      .choice(
        Choice(
          "whose words is \(placeName)",
          [
            ("as guessed", .confirmVoice(place)),
            ("participant's", .voice(.participant, place)),
            ("the authors'", .voice(.author, place)),
          ])))
    return []
  }

  private mutating func chooseEvidence() -> [Effect] {
    guard let reader, let place = reader.focusPlace else { return [] }
    let ties = reader.focus.map { reader.ties(of: $0).filter { $0.coder == me.id } } ?? []
    let untie = ties.filter { $0.passage == place.passage }.map {
      ("untie from ‘\(boardTitle($0.target))’", Choice.Deed.untie($0.target, place))
    }
    overlays.append(
      .choice(
        Choice(
          "keep \(placeName) as evidence",
          [
            ("for a code", .tie(place, isAgainst: false)),
            ("for a theme", .tieTheme(place, isAgainst: false)),
            ("against a code", .tie(place, isAgainst: true)),
          ]
            + untie)))
    return []
  }

  private mutating func editMemo() -> [Effect] {
    guard let reader, let focus = reader.focus else { return [] }
    if let mark = reader.mark, reader.marks(of: focus).indices.contains(mark),
      let coding = reader.coding(reader.marks(of: focus)[mark]), coding.coder == me.id
    {
      let title = "memo on ‘\(bank.name(of: coding.code))’ at line \(reader.lines[focus].number)"
      write(.memo(.coding(coding.id)), title: title, text: coding.memo)
      return []
    }
    let place = reader.focusPlace ?? reader.lines[focus].place
    let text = reader.selection == nil ? reader.memo(of: focus)?.text ?? "" : ""
    write(
      .memo(.passage(place)), title: "memo on line \(reader.lines[focus].number)", text: text)
    return []
  }

  private mutating func chooseMemo() -> [Effect] {
    guard let reader else { return [] }
    var rows: [(String, Choice.Deed)] = []
    if let focus = reader.focus {
      let place = reader.lines[focus].place
      rows.append(
        (
          "line \(reader.lines[focus].number)",
          .memo(.passage(place), text: reader.memo(of: focus)?.text ?? "")
        ))
      if let coding = reader.focusedMark.flatMap(reader.coding) {
        let code = bank.codes[coding.code]?.code
        rows.append(("this coding", .memo(.coding(coding.id), text: coding.memo)))
        rows.append(
          ("code ‘\(code?.name ?? "")’", .memo(.code(coding.code), text: code?.memo ?? "")))
      }
    }
    rows.append(("the study", .loadMemo(.study(reader.page.summary.study.id))))
    rows.append(("review's journal", .memo(.review, text: "")))
    overlays.append(.choice(Choice("memo on", rows)))
    return []
  }

  /// The code under the cursor in the margin.
  private var markedCode: Code? {
    (reader?.focusedMark?.code).flatMap { bank.codes[$0]?.code }
  }

  private mutating func editDefinition() -> [Effect] {
    guard let code = markedCode else { return [] }
    write(
      .definition(code.id), title: "definition of ‘\(code.name)’", text: code.definition)
    return []
  }

  private mutating func editName() -> [Effect] {
    guard let code = markedCode else { return [] }
    ask("rename", .rename(code.id), text: code.name)
    return []
  }

  /// All coders' codes, or only mine.
  ///
  /// Looking before I have finished is said in the history.
  private mutating func toggleWhose() -> [Effect] {
    guard let reader else { return [] }
    self.reader?.showsAll.toggle()
    self.reader?.mark = nil
    let study = reader.page.summary
    let shows = !reader.showsAll
    message = Message(shows ? "all coders' codes" : "only my codes")
    guard shows, !study.finishedBy.contains(me.id), coders.count > 1, me.role != .reader else {
      return []
    }
    return perform(.look(study: study.study.id), quietly: true)
  }

  private mutating func toggleDim() -> [Effect] {
    let all = Settings.Dimming.allCases
    let next = (all.firstIndex(of: settings.dimming) ?? 0) + 1
    settings.dimming = all[next % all.count]
    message = Message("dim: \(settings.dimming.words)")
    return []
  }

  private mutating func goToStudy(by step: Int) -> [Effect] {
    guard let reader, !studies.isEmpty else { return [] }
    let here = studies.firstIndex { $0.study.id == reader.page.summary.study.id } ?? 0
    let next = studies[(here + step + studies.count) % studies.count].study.id
    remember()
    return [.loadStudy(next, places[next])]
  }

  mutating func finishStudy() -> [Effect] {
    let study =
      desk == .studies ? focusedStudy : reader?.page.summary
    guard let study else { return [] }
    let coverage = study.coverage(of: me.id)
    if study.finishedBy.contains(me.id) {
      overlays.append(
        .choice(
          Choice(
            "you have finished \(study.study.label)",
            [("take it up again", .done(study.study.id, false))])))
      return []
    }
    guard coverage.open > 0 else { return perform(.setDone(study: study.study.id, isDone: true)) }
    overlays.append(
      .choice(
        Choice(
          "\(Self.count(coverage.open, "line")) of \(study.study.label) \(coverage.open == 1 ? "is" : "are") open",
          [("finished all the same", .done(study.study.id, true))])))
    return []
  }

  private mutating func splitLine() -> [Effect] {
    guard let reader, let focus = reader.focus else { return [] }
    let line = reader.lines[focus]
    if let selection = reader.selection {
      self.reader?.selection = nil
      return perform(
        .splitLine(document: line.document, position: selection.passage.start))
    }
    let words = reader.words(of: focus)
    guard let first = words.first else { return [] }
    let begin = Selection(anchor: first, head: first, document: line.document)
    let clause = reader.movedByClause(begin, forward: true).head
    guard let after = words.first(where: { $0.start > clause.start }) else {
      message = Message("this line has one clause; v selects where the second line begins", .wrong)
      return []
    }
    return perform(.splitLine(document: line.document, position: after.start))
  }

  private mutating func joinLine() -> [Effect] {
    guard let reader, let focus = reader.focus else { return [] }
    let line = reader.lines[focus]
    return perform(.joinLine(document: line.document, position: line.line.passage.start))
  }

  private mutating func chooseEligibility() -> [Effect] {
    guard let reader, let line = reader.focusOrFirst, let section = reader.section(of: line) else {
      return []
    }
    let sections = reader.page.documents[reader.lines[line].page].table.sections
    chooseEligibility(
      of: sections.including(section).map(\.id), titled: section.title,
      isEligible: section.isEligible)
    return []
  }

  mutating func chooseEligibility(of ids: [EntityID], titled title: String, isEligible: Bool) {
    overlays.append(
      .choice(
        Choice(
          "‘\(title)’ is \(isEligible ? "findings" : "not findings")",
          [
            (
              isEligible ? "take it out of the findings" : "take it for findings",
              .eligible(ids, !isEligible)
            )
          ])))
  }

  private mutating func copyFocus() -> [Effect] {
    guard let reader, let focus = reader.focusOrFirst, let place = reader.focusPlace else {
      return []
    }
    let words = reader.page.documents[reader.lines[focus].page].table.text.words(place.passage)
    let source = "(\(reader.page.summary.study.label), line \(reader.lines[focus].number))"
    self.reader?.selection = nil
    message = Message("copied")
    return [.copy("\(words) \(source)")]
  }
}
