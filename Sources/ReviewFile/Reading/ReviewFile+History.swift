import GRDB
import Synthesis

extension ReviewFile {
  /// How many acts are put in words in one read, which no save may have to wait for long.
  private static let actsAtOnce = 50

  /// Acts in words, the latest to arrive first.
  ///
  /// Of an act in a draft that `viewer` may not see is said who did it and when; where a thing is
  /// asked after, it is not listed at all.
  ///
  /// - Parameters:
  ///   - coder: Whose acts, or everybody's.
  ///   - entity: Acts that changed this only.
  ///   - limit: How many.
  ///   - viewer: Who reads it; `nil` sees everything.
  /// - Returns: The acts with their sentences.
  /// - Throws: ``ReviewFileError``.
  package func history(
    coder: EntityID? = nil, entity: EntityID? = nil, limit: Int = .max,
    for viewer: EntityID?
  ) throws -> [HistoryItem] {
    var items: [HistoryItem] = []
    var before = Int64.max
    while items.count < limit {
      let rows = min(Self.actsAtOnce, limit - items.count)
      let batch = try read {
        try $0.history(
          before: before, coder: coder, entity: entity, limit: rows, for: viewer)
      }
      items += batch.items
      guard let last = batch.lastSeq else { break }
      before = last
    }
    return items
  }

  /// The identity of the coder's act that `undo` would take back, in words; `nil` where none.
  package func lastAct(of coder: EntityID) throws -> HistoryItem? {
    try read { reader in
      var found: HistoryItem?
      try reader.recentActions(of: coder) { action in
        guard !action.verb.isPassedOverByUndo, action.verb != .new,
          try reader.undoing(of: action.id) == nil
        else { return false }
        found = HistoryItem(
          action: action, sentence: try Sentences(reader).describe(action), isUndone: false)
        return true
      }
      return found
    }
  }
}

extension LogReader {
  func history(
    before seq: Int64, coder: EntityID?, entity: EntityID?, limit: Int, for viewer: EntityID?
  ) throws -> (items: [HistoryItem], lastSeq: Int64?) {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM action a WHERE seq < :seq AND (:coder IS NULL OR coder = :coder)
        AND (:entity IS NULL OR EXISTS(
          SELECT 1 FROM change c WHERE c.entity = :entity AND c.action = a.seq))
        ORDER BY seq DESC LIMIT :limit
        """, arguments: ["seq": seq, "coder": coder, "entity": entity, "limit": limit])
    var veil = try Veil(self, from: viewer)
    let items = try rows.map { try item($0, &veil) }
    return try (
      entity == nil ? items : items.filter { $0.action.verb != .veiled }, rows.last?.value("seq")
    )
  }

  /// An act in words, or veiled.
  func item(_ row: Row, _ veil: inout Veil) throws -> HistoryItem {
    let action = try action(row)
    let isUndone = try undoing(of: action.id) != nil
    guard try !veil.hides(action, self) else {
      return .veiled(action, sentence: Sentences<LogReader>.veiled, isUndone: isUndone)
    }
    return HistoryItem(
      action: action, sentence: try Sentences(self).describe(action), isUndone: isUndone)
  }
}
