import ScreenCells
import Synthesis

extension State {
  /// The screen for readers by ear or finger: one column, no panes, rules or colours; what is in
  /// focus stands first, and the cursor on it, for that is what such readers follow.
  func drawPlain(on frame: inout Frame) {
    var rows = plainOverlay ?? plainDesk
    if let message { rows.append(message.text) }
    var row = 0
    for words in rows {
      for piece in Self.wrapped(words, size.columns - 1) where row < size.rows {
        frame.put(piece, at: Point(column: 0, row: row), style: .text)
        row += 1
      }
    }
    frame.cursor = Point(column: plainCursor, row: 0)
    frame.cursorVisible = true
    frame.announcement = announcement
  }

  private var plainDesk: [String] {
    switch desk {
    case .code: plainReader
    case .studies, .history: ["\(stripWords.title): \(stripWords.text)", desk.title]
    }
  }

  private var plainReader: [String] {
    guard let reader, let line = reader.focusOrFirst else {
      return ["No text is in this review yet. g s goes to the studies, + there imports one."]
    }
    guard reader.focus != nil else {
      return ["Folded lines that are not findings; right opens them."]
    }
    if reader.mark != nil { return ["code \(stripWords.title): \(stripWords.text)"] }
    let coverage = reader.page.summary.coverage(of: me.id)
    return [
      "\(reader.lines[line].number) \(reader.text(of: line))",
      stripWords.text.isEmpty ? "no code" : stripWords.text,
      "\(reader.page.summary.study.label), \(reader.section(of: line)?.title ?? "")",
      "\(coverage.coded) coded, \(coverage.setAside) set aside, \(coverage.open) open",
    ]
  }

  /// What stands over the desk, what is in focus first.
  private var plainOverlay: [String]? {
    switch overlays.last {
    case .picker(let picker): plainPicker(picker)
    case .choice(let choice):
      choice.rows[choice.focus...].prefix(1).map { "\($0.letter): \($0.label)" }
        + [choice.title] + choice.rows.map { "\($0.letter): \($0.label)" }
    case .field(let prompt): [prompt.field.text, prompt.title]
    case .memo(let memo):
      memo.field.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        + [memo.title]
    case .progress:
      studies.map { study in
        let coverage = study.coverage(of: me.id)
        return "\(study.study.label): \(coverage.coded) coded, \(coverage.setAside) set aside, "
          + "\(coverage.open) open"
      }
    case nil: prefix.isEmpty ? nil : ["\(prefix.joined(separator: " ")) and then?"]
    }
  }

  private func plainPicker(_ picker: Picker) -> [String] {
    let focus = picker.focused.map { row in
      ([row.label, row.note] + row.figures).filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let place = picker.focus.map { "\($0 + 1) of \(picker.rows.count)" } ?? "\(picker.rows.count)"
    return [picker.field.text, focus ?? picker.emptyWords, "\(place), \(picker.title)"]
  }

  private var plainCursor: Int {
    switch overlays.last {
    case .picker(let picker): displayWidth(picker.field.beforeCursor)
    case .field(let prompt): displayWidth(prompt.field.beforeCursor)
    default: 0
    }
  }
}
