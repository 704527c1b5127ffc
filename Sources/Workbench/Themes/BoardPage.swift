import ScreenCells
import Synthesis

/// The page of a theme or code: what it says, who agrees, what speaks for and against it, and every
/// line study by study.
package struct BoardPage: Hashable, Sendable {
  /// The theme or code.
  package let subject: EntityID
  /// The row of the cursor.
  package var cursor = 0
  /// The first row of the screen.
  package var top = 0
}

/// A row of a page.
package enum PageRow: Hashable, Sendable {
  /// A heading.
  case heading(String)
  /// What is written: the statement, rationale or answer of a theme, the definition of a code.
  case text(field: String, String)
  /// How things stand, in words.
  case fact(String)
  /// A comment, or a reply.
  case comment(EntityID, isReply: Bool, isResolved: Bool, String)
  /// A code that stands under the theme, or a theme.
  case member(EntityID)
  /// A line, with its study where no heading says that.
  case line(Int, saysStudy: Bool = false)

  /// Whether the cursor stops there.
  var isStop: Bool {
    switch self {
    case .heading, .fact: false
    default: true
    }
  }
}

extension State {
  /// Opens what is under the cursor.
  mutating func openBoardThing() -> [Effect] {
    guard let focus = boardFocus else {
      if themes.pane == .codes, !themes.tree.isEmpty { themes.pane = .tree }
      return []
    }
    return openPage(of: focus.id)
  }

  /// Opens the page of a theme or code.
  mutating func openPage(of id: EntityID) -> [Effect] {
    themes.page = BoardPage(subject: id)
    if let first = pageRows.firstIndex(where: \.isStop) { putCursor(on: first) }
    return loadLines(of: id)
  }

  private mutating func putCursor(on row: Int) { themes.page?.cursor = row }

  /// The rows of the page that is open.
  var pageRows: [PageRow] {
    guard let page = themes.page, let board = boards.board, let facts = boards.facts else {
      return []
    }
    let id = page.subject
    var rows = bank.codes[id].map { codeRows($0) } ?? themeRows(id, board)
    let threads = facts.threads(about: id)
    if !threads.isEmpty { rows.append(.heading("said about it")) }
    for thread in threads {
      for comment in [thread.first] + thread.replies {
        let who = coders.first { $0.id == comment.coder }?.initials ?? "?"
        rows.append(
          .comment(
            thread.first.id, isReply: comment.thread != nil,
            isResolved: thread.first.isResolved, "\(who): \(comment.text)"))
      }
    }
    return rows + lineRows(id)
  }

  private func codeRows(_ row: BankCode) -> [PageRow] {
    let board = boards.board
    let parents = board?.parents(of: row.code.id).map(numbered) ?? []
    let reason = board?.leftOut[row.code.id].map { "left out: \($0.reason)" }
    return [
      .text(field: "definition", row.code.definition),
      .fact(
        "\(Self.count(row.lines, "line")) in \(row.studies) of "
          + Self.count(studies.count, "study", "studies")),
      .fact(reason ?? (parents.isEmpty ? "under no theme" : parents.joined(separator: " · "))),
    ]
  }

  private func themeRows(_ id: EntityID, _ board: ThemeBoard) -> [PageRow] {
    guard let theme = board.theme(id) else { return [] }
    var rows: [PageRow] = [
      .text(field: "statement", theme.statement), .text(field: "rationale", theme.rationale),
      .text(field: "answer", theme.answer), .fact(agreementWords(id, board)),
    ]
    if !theme.memo.isEmpty { rows.append(.fact("memo: \(theme.memo)")) }
    if let count = boards.counts[id] {
      rows.append(
        .fact(
          "\(Self.count(board.codes(under: id).count, "code")), "
            + "\(Self.count(count.lines, "line")) in \(count.studies) of "
            + "\(Self.count(studies.count, "study", "studies"))\(evidenceWords(id, board))"))
    }
    let members = board.members(of: id)
    if !members.isEmpty { rows.append(.heading("what stands under it")) }
    return rows + members.map { .member($0.id) }
  }

  /// “agreed by MC · JS's agreement has lapsed · waits for JS”.
  func agreementWords(_ theme: EntityID, _ board: ThemeBoard) -> String {
    let (holding, lapsed) = board.agreement(to: theme)
    let initials = { (ids: Set<EntityID>) in
      self.codersMeFirst.filter { ids.contains($0.id) }.map(\.initials).joined(separator: ", ")
    }
    let waiting = Set(Coder.reviewers(among: coders).map(\.id)).subtracting(holding)
    var words: [String] = []
    if board.isAgreed(theme, by: coders) {
      words.append("◆ agreed by \(initials(holding))")
    } else {
      words.append(holding.isEmpty ? "draft" : "draft, agreed by \(initials(holding))")
      let missing = waiting.subtracting(lapsed)
      if !missing.isEmpty { words.append("waits for \(initials(missing))") }
    }
    if !lapsed.isEmpty { words.append("lapsed: \(initials(lapsed))") }
    return words.joined(separator: " · ")
  }

  /// “ · evidence for 3, against 1”.
  private func evidenceWords(_ id: EntityID, _ board: ThemeBoard) -> String {
    guard let coded = boards.coded else { return "" }
    let codes = board.codes(under: id)
    let tallies = coded.tallies(
      of: codes, evidenceFor: Set(codes).union(board.family(of: id)))
    let (pro, con) = tallies.values.reduce((0, 0)) { ($0.0 + $1.quotations, $0.1 + $1.against) }
    return pro + con == 0 ? "" : " · evidence for \(pro), against \(con)"
  }

  private func lineRows(_ id: EntityID) -> [PageRow] {
    guard let lines = themes.lines, lines.subject.id == id else {
      return [.heading("its lines"), .fact("being read …")]
    }
    guard !lines.lines.isEmpty else { return [.heading("its lines"), .fact("none yet")] }
    var rows: [PageRow] = []
    for (words, isAgainst) in [("kept as evidence for it", false), ("against it", true)] {
      let kept = lines.lines.indices.filter {
        lines.lines[$0].isEvidence && lines.lines[$0].isAgainst == isAgainst
      }
      if !kept.isEmpty { rows += [.heading(words)] + kept.map { .line($0, saysStudy: true) } }
    }
    var study = ""
    for (index, line) in lines.lines.enumerated() {
      if line.study != study {
        study = line.study
        rows.append(.heading(study))
      }
      rows.append(.line(index))
    }
    if lines.lines.count == Self.linesOnPage {
      rows.append(.fact("these are the first \(Self.linesOnPage); the export of codings has all"))
    }
    return rows
  }

  /// The keys of a page; `nil` for those that mean what they mean on the board.
  mutating func runPage(_ command: Command) -> [Effect]? {
    let half = max(1, Rooms(size, .themes).body.rows / 2)
    switch command {
    case .cursorDown: stepPage(by: 1)
    case .cursorUp: stepPage(by: -1)
    case .pageDown: for _ in 0..<half { stepPage(by: 1) }
    case .pageUp: for _ in 0..<half { stepPage(by: -1) }
    case .listFirst: putCursor(on: pageRows.firstIndex(where: \.isStop) ?? 0)
    case .listLast: putCursor(on: pageRows.lastIndex(where: \.isStop) ?? 0)
    case .blockNext: stepPage(toHeading: true)
    case .blockPrevious: stepPage(toHeading: false)
    case .thingOpen: return openPageRow()
    case .placeLeave, .placeBack, .actCancel, .cursorOut:
      themes.page = nil
      return loadPeek()
    case .commentResolve: return resolveThread()
    case .definitionEdit, .checkAgree, .nameEdit, .memoEdit, .memoChoose, .commentAdd,
      .evidenceTie, .themePut, .themeAlso, .thingDelete, .chainDown, .chainUp:
      return runOnPage(command)
    case .arrangementChoose, .arrangementCompare, .roundName: return nil
    default:
      message = Message("that is for the board; q closes this page", .wrong)
    }
    return []
  }

  private mutating func runOnPage(_ command: Command) -> [Effect]? {
    guard let page = themes.page else { return nil }
    switch command {
    case .themePut, .themeAlso:
      openThemePicker(for: [page.subject], from: nil, also: command == .themeAlso)
      return []
    case .thingDelete:
      guard boards.board?.theme(page.subject) != nil else {
        message = Message("this page is a code's; only themes are deleted here", .wrong)
        return []
      }
      return mayChange(page.subject) ? perform(.deleteThemes([page.subject])) : []
    case .chainUp:
      guard let parent = boards.board?.parents(of: page.subject).first else {
        message = Message("nothing stands above this")
        return []
      }
      return openPage(of: parent)
    case .chainDown:
      if let first = boards.board?.members(of: page.subject).first { return openPage(of: first.id) }
      if let line = pageRows.firstIndex(where: { if case .line = $0 { true } else { false } }) {
        putCursor(on: line)
      }
      return []
    default: return nil
    }
  }

  private mutating func stepPage(by count: Int) {
    guard let page = themes.page else { return }
    let rows = pageRows
    var index = page.cursor + count
    while rows.indices.contains(index), !rows[index].isStop { index += count }
    if rows.indices.contains(index) { putCursor(on: index) }
  }

  private mutating func stepPage(toHeading forward: Bool) {
    guard let page = themes.page else { return }
    let rows = pageRows
    let headings = rows.indices.filter {
      if case .heading = rows[$0] { true } else { false }
    }
    let heading =
      forward
      ? headings.first { $0 > page.cursor } : headings.dropLast().last { $0 < page.cursor - 1 }
    guard let heading else { return }
    if let stop = rows.indices.first(where: { $0 > heading && rows[$0].isStop }) {
      putCursor(on: stop)
    }
  }

  private mutating func openPageRow() -> [Effect] {
    guard let page = themes.page else { return [] }
    let rows = pageRows
    guard rows.indices.contains(page.cursor) else { return [] }
    switch rows[page.cursor] {
    case .text where me.role == .reader: message = Message("not now: you may only read", .wrong)
    case .text(let field, let text):
      guard boards.board?.theme(page.subject) != nil else {
        write(.definition(page.subject), title: "definition", text: text)
        return []
      }
      guard mayChange(page.subject) else { return [] }
      write(
        .themeText(page.subject, field: field), title: "\(field) of \(numbered(page.subject))",
        text: text)
    case .comment(let thread, _, _, _): write(.reply(thread), title: "answer", text: "")
    case .member(let id): return openPage(of: id)
    case .line(let index, _):
      guard let lines = themes.lines?.lines, lines.indices.contains(index) else { return [] }
      return go(to: lines[index].place)
    case .heading, .fact: break
    }
    return []
  }

  /// Reads a place in its study, on the code desk.
  mutating func go(to place: Place) -> [Effect] {
    guard let study = studies.first(where: { $0.documents.contains(place.document) }) else {
      return []
    }
    remember()
    desk = .code
    let spot = Spot(
      desk: Desk.code.rawValue, study: study.study.id.description,
      document: place.document.description, position: place.passage.start)
    return [.loadStudy(study.study.id, spot)]
  }

  private mutating func resolveThread() -> [Effect] {
    guard let page = themes.page, pageRows.indices.contains(page.cursor),
      case .comment(let thread, _, let isResolved, _) = pageRows[page.cursor]
    else {
      message = Message("the cursor is on no comment", .wrong)
      return []
    }
    return perform(.resolve(thread, !isResolved))
  }

  /// Opens a theme's page at what speaks for and against it.
  mutating func openEvidence() -> [Effect] {
    guard let id = themes.page?.subject ?? boardFocus?.id else { return [] }
    message = Message("on a line of its study, e ties words for or against it")
    return themes.page == nil ? openPage(of: id) : []
  }

  /// Closes a page whose theme or code is gone, and keeps its cursor on a row.
  mutating func checkPage() {
    guard let page = themes.page else { return }
    guard bank.codes[page.subject] != nil || boards.board?.theme(page.subject) != nil else {
      themes.page = nil
      message = Message("what stood on this page is gone from the board", .wrong)
      return
    }
    let rows = pageRows
    if !rows.indices.contains(page.cursor) || !rows[page.cursor].isStop {
      putCursor(
        on: rows.indices.last { $0 <= page.cursor && rows[$0].isStop } ?? rows.firstIndex(
          where: \.isStop) ?? 0)
    }
  }
}
