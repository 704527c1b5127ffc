import ScreenCells
import Synthesis

extension State {
  /// The thing under the cursor in full: where anything that is cut stands whole.
  func drawStrip(on frame: inout Frame, _ rect: Rect, below top: TopLine) {
    guard rect.rows > 1 else { return }
    frame.fill(rect, style: .text)
    let strip = stripParts
    var title: [(text: String, style: Style)] = []
    if !strip.title.isEmpty, !peekNamesFocus {
      title.append((strip.title, .accent.bolded))
    }
    if !strip.title.isEmpty, let place = placeThatIsCut(of: top) {
      let room = rect.columns - 8 - title.reduce(0) { $0 + displayWidth($1.text) }
      title.append(((title.isEmpty ? "" : "  ") + cutEnd(place, width: room), .faint))
    }
    frame.rule(rect, title)
    let end = title.reduce(6) { $0 + displayWidth($1.text) }
    drawPins(on: &frame, rect.top(1), after: end)
    let width = rect.columns - 2
    let rows = Self.stripRows(strip.parts, width: width, rows: rect.rows - 1)
    for (offset, text) in rows.enumerated() {
      frame.put(
        text, at: Point(column: 1, row: rect.row + 1 + offset), width: width, style: .text)
    }
  }

  /// The parts in rows; where there are too many, whole parts and `+n` for the others.
  private static func stripRows(_ parts: [String], width: Int, rows: Int) -> [String] {
    // More than have room on rows that are full need not be tried.
    var room = width * rows
    let most = parts.prefix { part in
      defer { room -= displayWidth(part) }
      return room > 0
    }.count
    for count in stride(from: most, through: 1, by: -1) {
      let more = count < parts.count ? " +\(parts.count - count)" : ""
      let all = wrapped(parts.prefix(count).joined(separator: " · ") + more, width)
      if all.count <= rows { return all }
    }
    guard let first = parts.first else { return [] }
    var all = Array(wrapped(first, width).prefix(rows))
    let more = parts.count > 1 ? " +\(parts.count - 1)" : ""
    if let last = all.popLast() {
      all.append(cutEnd(last + " …", width: width - displayWidth(more)) + more)
    }
    return all
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
    let (title, parts) = stripParts
    return (title, parts.joined(separator: " · "))
  }

  private var stripParts: (title: String, parts: [String]) {
    switch desk {
    case .code: readerStrip
    case .themes: themesStrip
    case .matrix: matrixStrip
    case .studies: studyStrip
    case .history: historyStrip
    }
  }

  private var readerStrip: (title: String, parts: [String]) {
    guard let reader, let index = reader.focusOrFirst else { return ("", []) }
    let line = reader.lines[index]
    guard reader.focus != nil else {
      return ("folded", ["\(key(.cursorIn)) shows these lines; they do not count"])
    }
    if let mark = reader.mark, reader.marks(of: index).indices.contains(mark) {
      let own = reader.marks(of: index)[mark]
      guard let row = bank.codes[own.code] else { return ("", []) }
      let memo = reader.coding(own)?.memo ?? ""
      let parts = [
        row.code.definition,
        "\(Self.count(row.lines, "line")) in \(Self.count(row.studies, "study", "studies"))",
        memo.isEmpty ? "" : "memo: \(memo)",
      ]
      return (row.code.name, parts.filter { !$0.isEmpty })
    }
    let marks = reader.marks(of: index).map { mark in
      guard reader.showsAll else { return bank.name(of: mark.code) }
      let coder = coders.first { $0.id == mark.coder }?.initials ?? ""
      return "\(bank.name(of: mark.code)) \(coder)"
    }
    let ties = reader.tied(index).map {
      "\($0.isAgainst ? "against" : "for") ‘\(boardTitle($0.target))’"
    }
    let memo = reader.memo(of: index).map { ["memo: \($0.text)"] } ?? []
    return (String(line.number), standingWords(line, index) + marks + ties + memo)
  }

  private func standingWords(_ line: ReaderLine, _ index: Int) -> [String] {
    var words: [String] = []
    switch line.line.standing {
    case .heading: words.append("heading")
    case .ineligible: words.append("not findings: \(reader?.section(of: index)?.why ?? "")")
    case .quotation:
      let speaker = line.line.speaker.isEmpty ? "" : ": \(line.line.speaker)"
      words.append("a participant's words\(speaker)\(guess(line))")
    case .codable:
      if line.state == .open { words.append("open") }
      if let reason = reader?.reason(of: index), line.state == .setAside {
        words.append("set aside: \(reason)")
      }
      if line.line.role == .mixed { words.append("a participant's words inside\(guess(line))") }
    }
    return words
  }

  private func guess(_ line: ReaderLine) -> String {
    line.line.roleIsConfirmed ? "" : " (guessed)"
  }

  private var studyStrip: (title: String, parts: [String]) {
    guard let study = focusedStudy else { return ("", []) }
    if case .section(_, let index)? = studyRow,
      let sections = studyList.sections[study.study.id], sections.indices.contains(index)
    {
      let own = sections[index]
      return (
        own.section.title.isEmpty ? "beginning" : own.section.title,
        [
          "\(own.section.isEligible ? "findings" : "not findings"): \(own.section.why)",
          own.beginning,
        ].filter { !$0.isEmpty }
      )
    }
    let finished = coders.filter { study.finishedBy.contains($0.id) }.map(\.initials)
    let parts = [
      study.study.citation,
      "\(Self.count(study.codable, "line")) to code, \(study.lines) in all",
      Self.count(study.quotations, "quotation"),
      study.rolesGuessed > 0 ? "\(study.rolesGuessed) guesses of whose words" : "",
      finished.isEmpty ? "" : "finished: \(finished.joined(separator: ", "))",
    ]
    return (study.study.label, parts.filter { !$0.isEmpty })
  }

  private var historyStrip: (title: String, parts: [String]) {
    guard historyList.items.indices.contains(historyList.cursor) else { return ("", []) }
    let item = historyList.items[historyList.cursor]
    let coder = coders.first { $0.id == item.action.coder }?.name ?? ""
    let parts = [item.sentence + (item.isUndone ? " (undone)" : ""), item.action.note]
    return (coder, parts.filter { !$0.isEmpty })
  }

  /// One spoken line: what is in focus, and what was said last.
  package var announcement: String {
    [spokenFocus, message?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private var spokenFocus: String {
    if let overlay = plainOverlay {
      return overlay.prefix(2).filter { !$0.isEmpty }.joined(separator: ": ")
    }
    let strip = stripWords
    guard !strip.title.isEmpty else { return plainDesk.first ?? "" }
    guard desk == .code, let reader, let index = reader.focus, reader.mark == nil else {
      return "\(strip.title): \(strip.text)"
    }
    return "\(strip.title): \(reader.text(of: index)) \(strip.text)"
  }
}
