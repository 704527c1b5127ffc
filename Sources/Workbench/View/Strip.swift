import ScreenCells
import Synthesis

extension State {
  /// The thing under the cursor in full: where anything that is cut stands whole.
  func drawStrip(on frame: inout Frame, _ rect: Rect) {
    guard rect.rows > 1 else { return }
    let strip = stripWords
    frame.rule(rect, [(strip.title, .accent.bolded)])
    drawPins(on: &frame, rect.top(1), after: displayWidth(strip.title) + 6)
    let width = rect.columns - 2
    let rows = TextFlow.rows(of: strip.text, width: width)
    let scalars = Array(strip.text.unicodeScalars)
    for (offset, row) in rows.prefix(rect.rows - 1).enumerated() {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[row.scalars])
      let isLast = offset == rect.rows - 2 && rows.count > rect.rows - 1
      let text = isLast ? cutEnd(String(view) + " …", width: width) : String(view)
      frame.put(
        text, at: Point(column: 1, row: rect.row + 1 + offset), width: width, style: .text)
    }
  }

  /// The codes pinned to digits, in the rule of the strip: what `1` to `9` put on a line.
  private func drawPins(on frame: inout Frame, _ rect: Rect, after column: Int) {
    guard desk == .code, !pins.isEmpty else { return }
    var at = max(column, rect.columns / 4)
    for (digit, code) in pins.sorted(by: { $0.key < $1.key }) where bank.codes[code] != nil {
      let name = cutMiddle(bank.name(of: code), width: 20)
      let width = displayWidth(name) + 4
      guard at + width < rect.endColumn else { return }
      let start = Point(column: at, row: rect.row)
      frame.put([(" \(digit)", .key), (" \(name) ", .faint)], at: start, width: width)
      frame.mark(Rect(column: at, row: rect.row, columns: width, rows: 1), as: .pin(digit))
      at += width + 1
    }
  }

  /// What the strip says, and what `--plain` reads out.
  package var stripWords: (title: String, text: String) {
    switch desk {
    case .code: readerStrip
    case .studies: studyStrip
    case .history: historyStrip
    }
  }

  private var readerStrip: (title: String, text: String) {
    guard let reader, let index = reader.focusOrFirst else { return ("", "") }
    let line = reader.lines[index]
    guard reader.focus != nil else { return ("folded", "→ shows these lines; they do not count") }
    if let mark = reader.mark, reader.marks(of: index).indices.contains(mark) {
      let own = reader.marks(of: index)[mark]
      guard let row = bank.codes[own.code] else { return ("", "") }
      let memo = reader.coding(own)?.memo ?? ""
      let parts = [
        row.code.definition,
        "\(Self.count(row.lines, "line")) in \(Self.count(row.studies, "study", "studies"))",
        memo.isEmpty ? "" : "memo: \(memo)",
      ]
      return (row.code.name, parts.filter { !$0.isEmpty }.joined(separator: " · "))
    }
    let marks = reader.marks(of: index).map { mark in
      let coder = coders.first { $0.id == mark.coder }?.initials ?? ""
      return "\(bank.name(of: mark.code)) \(coder)"
    }
    let ties = reader.ties(of: index).map {
      "\($0.isAgainst ? "against" : "for") ‘\(bank.name(of: $0.target))’"
    }
    let memo = reader.memo(of: index).map { ["memo: \($0.text)"] } ?? []
    return (
      String(line.number),
      (standingWords(line, index) + marks + ties + memo).joined(separator: " · ")
    )
  }

  private func standingWords(_ line: ReaderLine, _ index: Int) -> [String] {
    var words: [String] = []
    switch line.line.standing {
    case .heading: words.append("heading")
    case .ineligible: words.append("not findings: \(reader?.section(of: index)?.why ?? "")")
    case .quotation:
      words.append(
        "a participant's words" + (line.line.speaker.isEmpty ? "" : ": \(line.line.speaker)"))
    case .codable:
      if line.state == .open { words.append("open") }
      if let reason = reader?.reason(of: index), line.state == .setAside {
        words.append("set aside: \(reason)")
      }
      if line.line.role == .mixed { words.append("a participant's words inside") }
    }
    if line.line.role != .author, !line.line.roleIsConfirmed { words.append("(guessed)") }
    return words
  }

  private var studyStrip: (title: String, text: String) {
    guard let study = focusedStudy else { return ("", "") }
    if case .section(_, let index)? = studyRow,
      let sections = studyList.sections[study.study.id], sections.indices.contains(index)
    {
      let own = sections[index]
      return (
        own.section.title.isEmpty ? "beginning" : own.section.title,
        "\(own.section.isEligible ? "findings" : "not findings"): \(own.section.why) · \(own.beginning)"
      )
    }
    let finished = coders.filter { study.finishedBy.contains($0.id) }.map(\.initials)
    let parts = [
      study.study.citation, Self.count(study.lines, "line"),
      Self.count(study.quotations, "quotation"),
      study.rolesGuessed > 0 ? "\(study.rolesGuessed) guesses of whose words" : "",
      finished.isEmpty ? "" : "finished: \(finished.joined(separator: ", "))",
    ]
    return (study.study.label, parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }

  private var historyStrip: (title: String, text: String) {
    guard historyList.items.indices.contains(historyList.cursor) else { return ("", "") }
    let item = historyList.items[historyList.cursor]
    let coder = coders.first { $0.id == item.action.coder }?.name ?? ""
    return (coder, item.sentence + (item.isUndone ? " (undone)" : "") + note(of: item))
  }

  private func note(of item: HistoryItem) -> String {
    item.action.note.isEmpty ? "" : " · \(item.action.note)"
  }

  /// One spoken line: what a screen reader says of a move.
  package var announcement: String {
    if let message { return message.text }
    let strip = stripWords
    guard desk == .code, let reader, let index = reader.focus else {
      return "\(strip.title): \(strip.text)"
    }
    return "\(strip.title): \(reader.text(of: index)) \(strip.text)"
  }
}
