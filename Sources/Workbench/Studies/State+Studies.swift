import Synthesis

extension State {
  /// The study in focus in the list.
  var focusedStudy: StudySummary? {
    switch studyRow {
    case .study(let index), .section(let index, _): studies[index]
    case nil: nil
    }
  }

  mutating func runStudies(_ command: Command) -> [Effect] {
    let last = max(0, studyRows.count - 1)
    switch command {
    case .cursorDown: studyList.cursor = min(last, studyList.cursor + 1)
    case .cursorUp: studyList.cursor = max(0, studyList.cursor - 1)
    case .pageDown: studyList.cursor = min(last, studyList.cursor + listHeight / 2)
    case .pageUp: studyList.cursor = max(0, studyList.cursor - listHeight / 2)
    case .listFirst: studyList.cursor = 0
    case .listLast: studyList.cursor = last
    case .blockNext: goToStudyRow(forward: true)
    case .blockPrevious: goToStudyRow(forward: false)
    case .cursorIn: return unfold()
    case .cursorOut: fold()
    case .thingOpen: return openStudy()
    case .needNext, .needPrevious: goToUnfinished(forward: command == .needNext)
    case .studyImport: ask("import a text from", .importPath)
    case .studyDone: return finishStudy()
    case .sectionEligibility: chooseSection()
    case .memoEdit, .memoChoose:
      guard let study = focusedStudy?.study else { break }
      return [.loadMemo(.study(study.id), title: "memo on \(study.label)")]
    case .nameEdit:
      guard let study = focusedStudy?.study else { break }
      ask("label of the study", .label(study.id), text: study.label)
    default: break
    }
    return []
  }

  private mutating func goToStudyRow(forward: Bool) {
    let rows = studyRows
    let candidates =
      forward
      ? Array(rows.indices.dropFirst(studyList.cursor + 1))
      : Array(rows.indices.prefix(studyList.cursor).reversed())
    let next = candidates.first { if case .study = rows[$0] { true } else { false } }
    studyList.cursor = next ?? studyList.cursor
  }

  private mutating func goToUnfinished(forward: Bool) {
    let rows = studyRows
    let order =
      forward
      ? Array(rows.indices.dropFirst(studyList.cursor + 1)) + Array(rows.indices)
      : Array(rows.indices.prefix(studyList.cursor).reversed()) + Array(rows.indices.reversed())
    let next = order.first { row in
      guard case .study(let index) = rows[row] else { return false }
      return studies[index].coverage(of: me.id).open > 0
    }
    guard let next else {
      message = Message("no study has an open line")
      return
    }
    studyList.cursor = next
  }

  private mutating func unfold() -> [Effect] {
    guard let study = focusedStudy?.study.id else { return [] }
    studyList.unfolded.insert(study)
    return [.loadSections(study)]
  }

  private mutating func fold() {
    guard let row = studyRow else { return }
    let index =
      switch row {
      case .study(let index), .section(let index, _): index
      }
    studyList.unfolded.remove(studies[index].study.id)
    studyList.cursor = studyRows.firstIndex(of: .study(index)) ?? 0
  }

  private mutating func openStudy() -> [Effect] {
    guard let study = focusedStudy, let row = studyRow else {
      message = Message("no study yet; + imports a text", .wrong)
      return []
    }
    remember()
    desk = .code
    studyList.unfolded.remove(study.study.id)
    guard case .section(_, let index) = row, let sections = studyList.sections[study.study.id],
      sections.indices.contains(index)
    else { return [.loadStudy(study.study.id, places[study.study.id])] }
    let section = sections[index].section
    return [
      .loadStudy(
        study.study.id,
        Spot(
          desk: Desk.code.rawValue, study: study.study.id.description,
          document: section.document.description, position: section.passage.start))
    ]
  }

  private mutating func chooseSection() {
    guard case .section(let study, let index)? = studyRow,
      let sections = studyList.sections[studies[study].study.id], sections.indices.contains(index)
    else {
      message = Message("→ shows the sections of a study; choose one of them", .wrong)
      return
    }
    let own = sections[index].section
    let whole = sections.map(\.section).including(own)
    chooseEligibility(of: whole.map(\.id), titled: own.title, isEligible: own.isEligible)
  }
}
