import ScreenCells
import Synthesis

extension State {
  func drawStudies(on frame: inout Frame, _ rect: Rect) {
    let people = peopleShown(width: rect.columns)
    let more = codersMeFirst.count - people.count
    let names = ["lines"] + people.map { "\($0.initials) open" }
    let heading = names.map { Self.right($0, 9) }.joined()
    frame.put("by label", at: rect.origin.moved(columns: 4), style: .faint)
    frame.put(heading, endingAt: rect.endColumn - 1, row: rect.row, style: .faint)
    if more > 0 {
      frame.put(
        "+\(more)", endingAt: rect.endColumn - 1 - displayWidth(heading), row: rect.row,
        style: .faint)
    }
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
        draw(section, of: studies[study], people, on: &frame, line, ground)
      }
    }
  }

  /// The coders for whom there is a column: me, and as many others as leave room for the labels.
  private func peopleShown(width: Int) -> [Coder] {
    Array(codersMeFirst.prefix(max(1, (width - 9 - min(30, width / 2)) / 9)))
  }

  private static func blank(_ count: Int) -> String { String(repeating: " ", count: count) }

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
    let year = study.study.label.contains(study.study.year) ? "" : study.study.year
    frame.put(
      cutEnd(
        [year, documents].filter { !$0.isEmpty }.joined(separator: " · "),
        width: max(0, room - used - 2)),
      at: rect.origin.moved(columns: 6 + used), style: .faint.on(ground))
    frame.put(figures, endingAt: rect.endColumn - 1, row: rect.row, style: .text.on(ground))
  }

  private func openWords(_ study: StudySummary, _ coder: Coder) -> String {
    study.finishedBy.contains(coder.id)
      ? "finished" : String(study.coverage(of: coder.id).open)
  }

  private func draw(
    _ index: Int, of study: StudySummary, _ people: [Coder], on frame: inout Frame, _ rect: Rect,
    _ ground: Background
  ) {
    guard let sections = studyList.sections[study.study.id], sections.indices.contains(index)
    else { return }
    let own = sections[index]
    let style = (own.section.isEligible ? Style.text : .dim).on(ground)
    let indent = 6 + 2 * max(0, own.section.level - 1)
    let title = own.section.title.isEmpty ? "(beginning)" : own.section.title
    // Its lines stand in the column of the study's.
    let figures = Self.right(String(own.lines), 9) + Self.blank(9 * people.count)
    let room = rect.columns - indent - displayWidth(figures) - 1
    let standing = own.section.isEligible ? "findings" : "not findings"
    let used = frame.put(
      cutEnd(title, width: room), at: rect.origin.moved(columns: indent), style: style)
    let why = own.section.why.isEmpty ? standing : "\(standing): \(own.section.why)"
    // The strip says it where there is no room for a good part of it.
    if room - used - 2 >= displayWidth(standing) {
      frame.put(
        cutEnd(why, width: room - used - 2),
        at: rect.origin.moved(columns: indent + used + 2), style: Style.faint.on(ground))
    }
    frame.put(figures, endingAt: rect.endColumn - 1, row: rect.row, style: style)
  }
}
