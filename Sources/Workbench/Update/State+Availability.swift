import Synthesis

extension State {
  /// The context of the desk, whatever stands over it.
  package var deskContext: Context {
    switch desk {
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
    if me.role == .reader, Self.changing.contains(command) { return "you may only read" }
    switch command {
    case .codePick, .codeRun, .codeAgain, .codePinned, .codeInVivo, .lineSetAside, .wordsWhose,
      .evidenceTie, .passageWords, .passageLines, .lineSplit, .lineJoin:
      return reasonAgainstLine
    case .thingTakeOff where desk == .code: return reasonAgainstLine
    case .nameEdit, .definitionEdit:
      return desk == .code && reader?.mark == nil
        ? "no code is under the cursor (→ steps there)" : nil
    case .passageBounds: return reader?.mark == nil ? "no code is under the cursor" : nil
    case .studyNext, .studyPrevious:
      return studies.count < 2 ? "there is one study" : nil
    case .findNext, .findPrevious: return search.hits.isEmpty ? "nothing was searched for" : nil
    case .historyUndo: return undoable == nil && pending.isEmpty ? "nothing of yours to undo" : nil
    case .placeBack: return trail.isEmpty ? "you have not been elsewhere" : nil
    case .studyImport, .textEditor:
      return settings.isRestricted ? "this key may not reach other files" : nil
    default: return nil
    }
  }

  private var reasonAgainstLine: String? {
    guard desk == .code else { return "that is for the code desk" }
    guard let reader else { return "there is no text yet; import one from the studies (g s)" }
    guard let focus = reader.focus else { return "the cursor is on folded lines (→ opens them)" }
    return reader.lines[focus].line.standing == .heading ? "headings are not coded" : nil
  }

  private static let changing: Set<Command> = [
    .codePick, .codeRun, .codeAgain, .codePinned, .codeInVivo, .lineSetAside, .wordsWhose,
    .evidenceTie, .lineSplit, .lineJoin, .sectionEligibility, .studyDone, .thingTakeOff,
    .nameEdit, .definitionEdit, .memoEdit, .memoChoose, .historyUndo, .historyRedo, .studyImport,
    .passageBounds,
  ]
}
