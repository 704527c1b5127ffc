import Synthesis

/// The log in words, the latest first.
package struct HistoryList: Hashable, Sendable {
  package var items: [HistoryItem] = []
  package var cursor = 0
  package var top = 0

  /// Takes what was read anew: the cursor stays on its act, or on the last where that is not among
  /// the items.
  mutating func take(_ read: [HistoryItem]) {
    let act = items.indices.contains(cursor) ? items[cursor].action.id : nil
    let place = read.firstIndex { $0.action.id == act } ?? cursor
    items = read
    cursor = max(0, min(place, items.count - 1))
    top = min(top, cursor)
  }

  /// Takes an act that has just arrived: it stands first, the cursor stays on the act that it was on,
  /// and an act that this one undid or did again is shown as it stands now.
  mutating func take(_ item: HistoryItem) {
    guard !items.isEmpty, !items.contains(where: { $0.action.id == item.action.id }) else { return }
    items.insert(item, at: 0)
    cursor += 1
    for change in item.action.changes where change.kind == UndoMark.kind {
      guard let index = items.firstIndex(where: { $0.action.id == change.entity }) else { continue }
      items[index] = HistoryItem(
        action: items[index].action, sentence: items[index].sentence,
        isUndone: change.fields["undone"]?.flag ?? false)
    }
  }
}
