import ScreenCells
import Synthesis

/// Draws what stands beside a line, or under it: its codes, why it was set aside, what its words
/// are evidence for.
struct MarginDrawing {
  private let source: ReaderSource
  private let index: Int
  private let first: Int
  private let line: ReaderLine
  private let columns: ReaderWidth
  private let height: ReaderLayout.Height
  private let look: StopLook

  private var isFocus: Bool { look.isFocus }

  init(_ source: ReaderSource, _ line: ReaderLine, _ index: Int, _ look: StopLook, first: Int) {
    self.source = source
    self.index = index
    self.first = first
    self.line = line
    columns = source.reader.columns
    height = source.reader.layout.heights[look.stop]
    self.look = look
  }

  /// A code in the margin.
  private struct Entry {
    let text: String
    let sign: String
    let initials: String
    let style: Style
    let mark: Int?
    let continues: Bool
  }

  func draw(on frame: inout Frame) {
    let entries = entries
    guard !entries.isEmpty else { return }
    if columns.hasMargin {
      drawBeside(entries, on: &frame)
    } else if height.margin > 0 {
      drawUnder(entries, on: &frame)
    }
  }

  private var entries: [Entry] {
    let marks = source.marks(of: index)
    let above = marks.isEmpty ? [] : marksAbove
    var entries = marks.enumerated().map { offset, mark in
      entry(mark, offset, below: above.indices.contains(offset) ? above[offset] : nil)
    }
    let own = source.reader.showsAll ? source.state.me.initials : ""
    entries += look.pending.map {
      Entry(text: $0 + " …", sign: "▪", initials: own, style: .faint, mark: nil, continues: false)
    }
    if entries.isEmpty, let reason = source.reader.reason(of: index), line.line.isCodable {
      entries.append(note(reason))
    }
    if line.line.standing == .quotation { entries.append(note(tieWords)) }
    return entries
  }

  private func note(_ words: String) -> Entry {
    Entry(text: words, sign: "", initials: "", style: .faint, mark: nil, continues: false)
  }

  private func entry(_ mark: Mark, _ offset: Int, below above: Mark?) -> Entry {
    let isMine = mark.coder == source.state.me.id
    let initials =
      isMine && !source.reader.showsAll
      ? "" : source.state.coders.first { $0.id == mark.coder }?.initials ?? "?"
    let isLit = isFocus && source.reader.mark == offset
    let name = source.state.bank.name(of: mark.code) + (mark.hasMemo ? " ✎" : "")
    return Entry(
      text: name, sign: isMine ? "▪" : "▫", initials: initials,
      style: isLit ? .accent.bolded.on(.focusRow) : .text, mark: offset,
      continues: above.map { $0.code == mark.code && $0.coder == mark.coder } ?? false)
  }

  /// The codes of the line above, where a name that stands there already is not drawn again.
  private var marksAbove: [Mark] {
    guard columns.hasMargin, !isFocus, index > 0, !source.reader.beginsParagraph(index) else {
      return []
    }
    return source.marks(of: index - 1)
  }

  /// Who speaks and what the words are tied to; where there is no room for both, the speaker is
  /// left to the strip.
  private var tieWords: String {
    let ties = source.reader.tied(index)
    let speaker = line.line.speaker.isEmpty ? "" : "\(line.line.speaker) · "
    guard let first = ties.first else { return speaker + "not tied" }
    let name = source.state.boardTitle(first.target)
    let more = ties.count > 1 ? " +\(ties.count - 1)" : ""
    let tied = "\(first.isAgainst ? "against" : "for") ‘\(name)’\(more)"
    return displayWidth(speaker + tied) <= columns.marginWidth ? speaker + tied : tied
  }

  /// The first entry that is drawn: the code under the cursor is always among them.
  private func firstShown(room: Int) -> Int {
    guard isFocus, let mark = source.reader.mark else { return 0 }
    return max(0, mark - room + 1)
  }

  private func drawBeside(_ entries: [Entry], on frame: inout Frame) {
    let rows = height.text + height.margin
    let hidden = entries.count - rows
    let shown = entries.dropFirst(firstShown(room: rows)).prefix(rows)
    for (offset, entry) in shown.enumerated() {
      let row = first + offset
      guard source.isVisible(row) else { continue }
      let more = hidden > 0 && offset == rows - 1 ? " +\(hidden)" : ""
      let room = columns.marginWidth - displayWidth(more)
      put(entry, at: Point(column: columns.margin, row: row), width: room, on: &frame)
      frame.put(more, endingAt: source.rect.endColumn - 1, row: row, style: .text.bolded)
    }
  }

  private func drawUnder(_ entries: [Entry], on frame: inout Frame) {
    let row = first + height.text
    guard source.isVisible(row) else { return }
    var shown = fitting(entries, from: 0)
    if isFocus, let mark = source.reader.mark {
      while shown.upperBound <= mark, shown.lowerBound < mark {
        shown = fitting(entries, from: shown.lowerBound + 1)
      }
    }
    let hidden = entries.count - shown.count
    let more = hidden > 0 ? "+\(hidden)" : ""
    let end = source.rect.endColumn - 1 - (hidden > 0 ? displayWidth(more) + 2 : 0)
    var column = columns.margin
    for entry in entries[shown] {
      let room = end - column
      column += 2 + put(entry, at: Point(column: column, row: row), width: room, on: &frame)
    }
    frame.put(more, at: Point(column: column, row: row), style: .text.bolded)
  }

  /// The entries from one on that have room in one row, at least that one; a name may be cut where
  /// a good part of it stays.
  private func fitting(_ entries: [Entry], from start: Int) -> Range<Int> {
    var column = columns.margin
    for index in start..<entries.count {
      let hidden = entries.count - (index - start + 1)
      let reserve = hidden > 0 ? displayWidth("  +\(hidden)") : 0
      let room = source.rect.endColumn - 1 - column - reserve
      let wanted = width(of: entries[index])
      guard index == start || room >= min(wanted, 14) else { return start..<index }
      column += min(wanted, room) + 2
    }
    return start..<entries.count
  }

  private func width(of entry: Entry) -> Int {
    displayWidth(entry.text) + (entry.sign.isEmpty ? 0 : 2)
      + (entry.initials.isEmpty ? 0 : initialsWidth)
  }

  private var initialsWidth: Int {
    1 + (source.state.coders.map { displayWidth($0.initials) }.max() ?? 2)
  }

  /// Draws one entry; the columns that it took.
  @discardableResult
  private func put(_ entry: Entry, at point: Point, width: Int, on frame: inout Frame) -> Int {
    var used = 0
    if entry.continues {
      used = frame.put("│", at: point, width: width, style: .rule)
    } else {
      let sign = entry.sign.isEmpty ? "" : entry.sign + " "
      let signStyle: Style = entry.sign == "▪" ? .mark : .faint
      used += frame.put(sign, at: point, width: width, style: signStyle)
      // Initials stand in a column of their own, before names of any length.
      let initials = entry.initials.isEmpty ? "" : State.padded(entry.initials, initialsWidth)
      used += frame.put(initials, at: point.moved(columns: used), style: .faint)
      let room = max(1, width - used)
      let name =
        entry.sign.isEmpty
        ? cutEnd(entry.text, width: room) : cutMiddle(entry.text, width: room)
      used += frame.put(name, at: point.moved(columns: used), style: entry.style)
    }
    if let mark = entry.mark {
      frame.mark(
        Rect(column: point.column, row: point.row, columns: used, rows: 1),
        as: .mark(line: index, mark))
      if isFocus, source.reader.mark == mark {
        frame.cursor = point
      }
    }
    return used
  }
}
