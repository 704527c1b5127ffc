import Synthesis

extension State {
  mutating func runHistory(_ command: Command) -> [Effect] {
    let last = max(0, historyList.items.count - 1)
    switch command {
    case .cursorDown: historyList.cursor = min(last, historyList.cursor + 1)
    case .cursorUp: historyList.cursor = max(0, historyList.cursor - 1)
    case .pageDown: historyList.cursor = min(last, historyList.cursor + listHeight / 2)
    case .pageUp: historyList.cursor = max(0, historyList.cursor - listHeight / 2)
    case .listFirst: historyList.cursor = 0
    case .listLast: historyList.cursor = last
    case .blockNext, .blockPrevious: goToDay(forward: command == .blockNext)
    case .thingOpen: return goToChange()
    case .historyUndoThis: return undoThis()
    default: break
    }
    return []
  }

  private mutating func goToDay(forward: Bool) {
    let items = historyList.items
    guard items.indices.contains(historyList.cursor) else { return }
    let day = items[historyList.cursor].action.at / 86_400_000
    let others =
      forward
      ? Array(items.indices.dropFirst(historyList.cursor + 1))
      : Array(items.indices.prefix(historyList.cursor).reversed())
    historyList.cursor =
      others.first { items[$0].action.at / 86_400_000 != day }
      ?? (forward ? items.count - 1 : 0)
  }

  private mutating func goToChange() -> [Effect] {
    guard historyList.items.indices.contains(historyList.cursor) else { return [] }
    for change in historyList.items[historyList.cursor].action.changes {
      guard let document = change.fields["document"]?.entity,
        let study = studies.first(where: { $0.documents.contains(document) })
      else { continue }
      remember()
      desk = .code
      let position = change.fields["start"]?.number ?? change.fields["position"]?.number ?? 0
      let spot = Spot(
        desk: Desk.code.rawValue, study: study.study.id.description,
        document: document.description, position: position)
      return [.loadStudy(study.study.id, spot)]
    }
    return goToBoard(of: historyList.items[historyList.cursor].action)
  }

  /// To the theme or code that an act changed on the board.
  private mutating func goToBoard(of action: Action) -> [Effect] {
    for change in action.changes {
      let named = change.kind == Theme.kind || change.kind == Code.kind ? change.entity : nil
      let linked = ["child", "theme", "code"].lazy.compactMap { change.fields[$0]?.entity }.first
      guard let id = named ?? linked else { continue }
      let effects = go(to: .themes)
      themes.page = nil
      themes.sought = id
      seekOnBoard()
      return effects + loadPeek()
    }
    message = Message("this act changed no line and nothing on the board")
    return []
  }

  private mutating func undoThis() -> [Effect] {
    guard historyList.items.indices.contains(historyList.cursor) else { return [] }
    let item = historyList.items[historyList.cursor]
    overlays.append(
      .choice(Choice("undo: \(item.sentence)", [("undo this act", .undoThis(item.action.id))])))
    return []
  }
}
