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
    frame.cursor = plainCursor
    frame.cursorVisible = true
    frame.announcement = announcement
  }

  var plainDesk: [String] {
    switch desk {
    case .code: plainReader
    case .studies where studies.isEmpty: ["No study yet: + imports a text.", desk.title]
    case .matrix:
      [
        "\(stripWords.title): \(stripWords.text)",
        "\(desk.title), \(matrixPlace): \(matrixFigures.map(\.words).joined())",
      ]
    case .themes, .studies, .history:
      ["\(stripWords.title): \(stripWords.text)", desk.title]
    }
  }

  private var plainReader: [String] {
    guard let reader, let line = reader.focusOrFirst else {
      return ["No text is in this review. g s goes to the studies, + there imports one."]
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
  var plainOverlay: [String]? {
    switch overlays.last {
    case .picker(let picker): plainPicker(picker)
    case .choice(let choice):
      choice.rows[choice.focus...].prefix(1).map { "\($0.letter): \($0.label)" }
        + [choice.title] + choice.rows.map { "\($0.letter): \($0.label)" }
    case .field(let prompt): [prompt.field.text, prompt.title]
    case .memo(let memo):
      memo.field.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        + [memo.title]
    case .reading(let page): Array(page.rows.dropFirst(page.top)) + [page.title]
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
      let words = [row.label, picker.isOn(row) ? "on this line" : "", row.note] + row.figures.words
      return words.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let place = picker.focus.map { "\($0 + 1) of \(picker.rows.count)" } ?? "\(picker.rows.count)"
    let none = picker.rows.isEmpty ? picker.emptyWords : "↓ goes into the list"
    return [picker.field.text, focus ?? none, "\(place), \(picker.title)"]
  }

  private var plainCursor: Point {
    let field: TextField? =
      switch overlays.last {
      case .picker(let picker): picker.field
      case .field(let prompt): prompt.field
      case .memo(let memo): memo.field
      default: nil
      }
    let place =
      field.map { MemoLayout($0, width: max(8, size.columns - 1)).cursor }
      ?? Point(column: 0, row: 0)
    return Point(
      column: min(place.column, size.columns - 1), row: min(place.row, size.rows - 1))
  }
}
