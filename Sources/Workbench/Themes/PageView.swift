import ScreenCells
import Synthesis

extension State {
  func drawPage(on frame: inout Frame, _ rect: Rect) {
    guard let page = themes.page else { return }
    let board = boards.board
    let level = board?.theme(page.subject)?.level.rawValue
    let title =
      level == nil ? boardTitle(page.subject) : numbered(page.subject)
    frame.rule(
      rect.top(1),
      [(title, .accent.bolded), ("  \(level.map { "\($0) theme" } ?? "code")", .faint)])
    let body = rect.withoutTop(1)
    let drawn = pageLines(width: body.columns - 6)
    for (offset, line) in drawn.dropFirst(page.top).prefix(body.rows).enumerated() {
      let row = body.line(offset)
      let isFocus = line.row == page.cursor
      let ground: Background = isFocus ? .focusRow : .none
      frame.fill(row, style: Style.text.on(ground))
      frame.mark(row, as: .board(.pageRow(line.row)))
      if isFocus {
        frame.put("▌", at: row.origin, style: .accent.on(ground))
        if frame.cursor == nil { frame.cursor = row.origin.moved(columns: 2) }
      }
      frame.put(
        line.pieces.map { ($0.text, $0.style.on(ground)) }, at: row.origin.moved(columns: 2),
        width: row.columns - 3)
    }
    if frame.cursor == nil { frame.cursor = body.origin }
  }

  /// A row of the screen, and the row of the page that it belongs to.
  struct PageLine {
    let row: Int
    let pieces: [(text: String, style: Style)]
  }

  /// The rows of the page in rows of the screen.
  func pageLines(width: Int) -> [PageLine] {
    pageRows.enumerated().flatMap { index, row in
      pieces(of: row, width: width).map { PageLine(row: index, pieces: $0) }
    }
  }

  private func pieces(of row: PageRow, width: Int) -> [[(text: String, style: Style)]] {
    switch row {
    case .heading(let words): [[], [(words, .heading.bolded)]]
    case .text(let field, let text): fieldPieces(field, text, width)
    case .fact(let words): Self.wrapped(words, width).map { [("  " + $0, .faint)] }
    case .comment(_, let isReply, let isResolved, let text):
      Self.wrapped(text, width - (isReply ? 6 : 2)).map {
        [
          (
            (isReply ? "      " : "  ") + $0,
            isResolved ? .dim : .text
          )
        ]
      }
    case .member(let id): [memberPieces(id, width)]
    case .line(let index, let saysStudy): linePieces(index, width, saysStudy: saysStudy)
    }
  }

  private func fieldPieces(
    _ field: String, _ text: String, _ width: Int
  ) -> [[(text: String, style: Style)]] {
    let label = Self.padded(field, 12)
    guard !text.isEmpty else { return [[(label, .faint), ("not written yet", .faint)]] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Self.wrapped(String($0), width - 12) }.enumerated().map { offset, words in
        [(offset == 0 ? label : Self.padded("", 12), .faint), (words, .text)]
      }
  }

  private func memberPieces(_ id: EntityID, _ width: Int) -> [(text: String, style: Style)] {
    let lines = bank.codes[id]?.lines ?? boards.counts[id]?.lines ?? 0
    let figure = Self.rightAligned(Self.count(lines, "line"), 10)
    let title = bank.codes[id] == nil ? numbered(id) : "▪ \(boardTitle(id))"
    let name = cutMiddle(title, width: max(4, width - 14))
    return [("  " + Self.padded(name, max(4, width - 14)), .text), (figure, .faint)]
  }

  private func linePieces(
    _ index: Int, _ width: Int, saysStudy: Bool
  ) -> [[(text: String, style: Style)]] {
    guard let lines = themes.lines?.lines, lines.indices.contains(index) else { return [] }
    let line = lines[index]
    let number = Self.rightAligned(String(line.number), 5)
    let isSaid = line.speaker.isEmpty || line.text.contains(line.speaker)
    let who = [isSaid ? "" : line.speaker, saysStudy ? line.study : ""].filter { !$0.isEmpty }
    let text = line.text + who.map { "  · \($0)" }.joined()
    return Self.wrapped(text, max(8, width - 9)).enumerated().map { offset, words in
      [
        (offset == 0 ? "  \(number) \(line.sign)" : "         ", .faint),
        (words, line.isEvidence ? .quotation : .text),
      ]
    }
  }

  func draw(_ page: ReadingPage, on frame: inout Frame, _ rooms: Rooms) {
    let rect = rooms.desk
    frame.fill(rect, style: .text)
    frame.mark(rect, as: .overlay)
    frame.rule(rect.top(1), [(page.title, .accent.bolded)])
    let body = rect.withoutTop(1)
    let rows = page.rows.flatMap { row in
      Self.wrapped(row, body.columns - 5).enumerated().map {
        $0.offset == 0 ? $0.element : "  " + $0.element
      }
    }
    for (offset, words) in rows.dropFirst(page.top).prefix(body.rows).enumerated() {
      frame.put(words, at: body.line(offset).origin.moved(columns: 2), style: .text)
    }
    frame.cursor = body.origin.moved(columns: 2)
  }
}
