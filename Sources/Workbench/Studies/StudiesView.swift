import ScreenCells
import Synthesis

extension State {
  func drawStudies(on frame: inout Frame, _ rect: Rect) {
    let people = coders.filter { $0.role != .reader }
    let figures = studyColumns(people)
    frame.put(" Studies", at: rect.origin, style: .heading.bolded)
    frame.put(
      figures.heading, endingAt: rect.endColumn - 1, row: rect.row, style: .faint)
    let rows = studyRows
    guard !rows.isEmpty else {
      frame.put(
        "No study yet: + imports a text.", at: Point(column: 4, row: rect.row + 2), style: .text)
      frame.cursor = Point(column: 4, row: rect.row + 2)
      return
    }
    let body = rect.withoutTop(1)
    for (offset, index) in (studyList.top..<rows.count).prefix(body.rows).enumerated() {
      let line = body.line(offset)
      let ground: Background = index == studyList.cursor ? .focusRow : .none
      frame.fill(line, style: Style.text.on(ground))
      frame.mark(line, as: .studyRow(index))
      if index == studyList.cursor {
        frame.put("▌", at: line.origin, style: .accent.on(ground))
        frame.cursor = line.origin.moved(columns: 2)
      }
      switch rows[index] {
      case .study(let study): draw(studies[study], people, on: &frame, line, ground)
      case .section(let study, let section):
        draw(section, of: studies[study], on: &frame, line, ground)
      }
    }
  }

  private func studyColumns(_ people: [Coder]) -> (heading: String, width: Int) {
    let names = people.map { "\($0.initials) open" }
    let heading = (["lines"] + names).map { Self.right($0, 9) }.joined()
    return (heading, displayWidth(heading))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - displayWidth(text))) + text
  }

  private func draw(
    _ study: StudySummary, _ people: [Coder], on frame: inout Frame, _ rect: Rect,
    _ ground: Background
  ) {
    let isOpen = studyList.unfolded.contains(study.study.id)
    let figures = ([String(study.codable)] + people.map { openWords(study, $0) })
      .map { Self.right($0, 9) }.joined()
    frame.put(isOpen ? "▾" : "▸", at: rect.origin.moved(columns: 2), style: .faint.on(ground))
    let room = rect.columns - 5 - displayWidth(figures)
    let used = frame.put(
      cutEnd(study.study.label, width: room), at: rect.origin.moved(columns: 4),
      style: Style.text.bolded.on(ground))
    let documents = study.documents.count == 1 ? "" : Self.count(study.documents.count, "text")
    frame.put(
      cutEnd(
        [study.study.year, documents].filter { !$0.isEmpty }.joined(separator: " · "),
        width: max(0, room - used - 2)),
      at: rect.origin.moved(columns: 6 + used), style: .faint.on(ground))
    frame.put(figures, endingAt: rect.endColumn - 1, row: rect.row, style: .text.on(ground))
  }

  private func openWords(_ study: StudySummary, _ coder: Coder) -> String {
    study.finishedBy.contains(coder.id)
      ? "finished" : String(study.coverage(of: coder.id).open)
  }

  private func draw(
    _ index: Int, of study: StudySummary, on frame: inout Frame, _ rect: Rect,
    _ ground: Background
  ) {
    guard let sections = studyList.sections[study.study.id], sections.indices.contains(index)
    else { return }
    let own = sections[index]
    let style = (own.section.isEligible ? Style.text : .dim).on(ground)
    let indent = 6 + 2 * max(0, own.section.level - 1)
    let title = own.section.title.isEmpty ? "(beginning)" : own.section.title
    let figures =
      "\(own.section.isEligible ? "findings" : "not findings")  "
      + Self.right(String(own.lines), 4)
    let room = rect.columns - indent - displayWidth(figures) - 3
    let used = frame.put(
      cutEnd(title, width: room), at: rect.origin.moved(columns: indent), style: style)
    frame.put(
      cutEnd(own.section.why, width: max(0, room - used - 3)),
      at: rect.origin.moved(columns: indent + used + 2), style: Style.faint.on(ground))
    frame.put(figures, endingAt: rect.endColumn - 1, row: rect.row, style: style)
  }
}
