import Synthesis

extension State {
  /// The context of the desk, whatever stands over it.
  package var deskContext: Context {
    switch desk {
    case .themes:
      if themes.carry != nil { .carry } else { themes.page == nil ? .themes : .themesPage }
    case .matrix: .matrix
    case .studies: .studies
    case .history: .history
    case .code:
      if reader?.moving != nil {
        .bounds
      } else if reader?.selection != nil {
        .select
      } else {
        reader?.mark != nil ? .codeMargin : .code
      }
    }
  }

  /// The context whose keys hold now.
  package var context: Context { overlays.last?.context ?? deskContext }

  /// Why a command can do nothing now; `nil` where it can.
  package func reason(against command: Command) -> String? {
    if me.role == .reader, Self.changing.contains(command), !opensFold(command) {
      return "you may only read"
    }
    if desk != .code, desk != .themes, overlays.isEmpty, Self.coding.contains(command) {
      return "that is for the code desk"
    }
    if desk == .matrix, overlays.isEmpty, let reason = reasonInMatrix(against: command) {
      return reason
    }
    switch command {
    case .codePick: return reasonAgainstPicking
    case .codeAgain, .codePinned, .codeInVivo, .lineSetAside: return reasonAgainstCoding
    case .evidenceTie where desk == .themes: return nil
    case .codeRun, .wordsWhose, .evidenceTie, .passageWords, .passageLines, .lineSplit, .lineJoin:
      return reasonAgainstLine
    case .thingTakeOff where desk == .code: return reasonAgainstLine
    case .nameEdit where desk == .themes, .definitionEdit where desk == .themes: return nil
    case .nameEdit, .definitionEdit:
      return desk == .code && reader?.mark == nil
        ? "no code is under the cursor (→ steps there)" : nil
    case .passageBounds, .codeOpen:
      return reader?.mark == nil ? "no code is under the cursor (→ steps there)" : nil
    case .studyNext, .studyPrevious:
      return studies.count < 2 ? "there is one study" : nil
    case .findNext, .findPrevious: return search.hits.isEmpty ? "nothing was searched for" : nil
    case .historyUndo: return undoable == nil && pending.isEmpty ? "nothing of yours to undo" : nil
    case .markToggle, .markClear, .thingDelete, .orderNext:
      return desk == .themes || desk == .matrix ? nil : "that is for the board of themes (g t)"
    case .commentAdd:
      return desk == .themes || desk == .code ? nil : "that is for lines, codes and themes"
    case .chainUp, .chainDown:
      return [.code, .themes, .matrix].contains(desk) ? nil : "that is for codes and themes"
    case .placeBack where !hasPage: return trail.isEmpty ? "you have not been elsewhere" : nil
    case .studyImport, .textEditor:
      return settings.isRestricted ? "this key may not reach other files" : nil
    default: return nil
    }
  }

  private func opensFold(_ command: Command) -> Bool {
    command == .codePick && desk == .code && reader != nil && reader?.focus == nil
  }

  private var reasonAgainstLine: String? {
    guard desk == .code else { return "that is for the code desk" }
    guard let reader else { return "there is no text yet; import one from the studies (g s)" }
    guard let focus = reader.focus else { return "the cursor is on folded lines (→ opens them)" }
    return reader.lines[focus].line.standing == .heading ? "headings are not coded" : nil
  }

  /// Enter opens a folded stretch, and offers evidence where words are not coded.
  private var reasonAgainstPicking: String? {
    if let reader, reader.focus == nil { return nil }
    return focusedStanding == .quotation ? reasonAgainstLine : reasonAgainstCoding
  }

  /// Why the line in focus cannot be coded or set aside; of a passage the rules say it.
  private var reasonAgainstCoding: String? {
    if let reason = reasonAgainstLine { return reason }
    switch focusedStanding {
    case .ineligible:
      let section = reader.flatMap { reader in reader.focus.flatMap(reader.section)?.title } ?? ""
      return "‘\(section)’ is not findings (\(key(.sectionEligibility)) says otherwise)"
    case .quotation:
      return "these are a participant's words (\(key(.evidenceTie)) keeps them as evidence)"
    default: return nil
    }
  }

  private var focusedStanding: Line.Standing? {
    guard let reader, reader.selection == nil, let focus = reader.focus else { return nil }
    return reader.lines[focus].line.standing
  }

  /// What is done to lines and to codes beside them.
  private static let coding: Set<Command> = [
    .thingTakeOff, .definitionEdit, .viewWhose, .textCopy, .paneNext, .panePrevious,
  ]

  private static let changing: Set<Command> = [
    .codePick, .codeRun, .codeAgain, .codePinned, .codeInVivo, .lineSetAside, .wordsWhose,
    .evidenceTie, .lineSplit, .lineJoin, .sectionEligibility, .studyDone, .thingTakeOff,
    .nameEdit, .definitionEdit, .memoEdit, .memoChoose, .historyUndo, .historyRedo, .studyImport,
    .passageBounds, .themePut, .themeAlso, .themeAgain, .themePinned, .themeMerge, .themeSplit,
    .codeLeaveOut, .checkAgree, .roundName, .arrangementReveal, .carryPickUp, .carryAlso, .thingNew,
    .thingDelete, .commentAdd, .commentResolve,
  ]
}
