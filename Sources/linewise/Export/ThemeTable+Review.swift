import Interchange
import ReviewFile
import Synthesis

extension ThemeTable {
  /// The themes of a review with what shows them.
  init(of reading: ExportReading) throws {
    let reach = Reach(reading, try reading.file.codedLines())
    let words = try QuotationSource(reading).words(merged: reading.board.merged)
    self.init(
      title: reading.review.title, question: reading.review.question, round: reading.round,
      studies: reading.naming,
      entries: reading.board.themesInOrder.compactMap {
        ThemeEntry($0, reading, reach($0), words)
      })
  }
}

extension ThemeEntry {
  fileprivate init?(
    _ id: EntityID, _ reading: ExportReading, _ held: Reach.Item, _ words: ThemeWords
  ) {
    let (board, names) = (reading.board, reading.reading.names)
    guard let theme = board.theme(id) else { return nil }
    let holding = board.agreement(to: id).holding
    let chosen = words.chosen(for: id, on: board)
    self.init(
      isAnalytical: theme.level == .analytical, id: id.description,
      number: board.number(of: id) ?? "", name: theme.name, statement: theme.statement,
      rationale: theme.rationale, answer: theme.answer,
      parents: board.parents(of: id).map(\.description),
      analytical: board.nearestAnalytical(above: id).map(\.description),
      codes: board.codes(under: id).compactMap { names[$0] }, lines: held.lines,
      studies: held.studies,
      agreedBy: reading.coders.filter { holding.contains($0.id) }.map(\.name),
      isAgreed: board.isAgreed(id, by: reading.coders), authorTexts: chosen.authors,
      quotations: chosen.participants, against: chosen.against)
  }
}

extension ThemeBoard {
  /// The analytical themes under which a descriptive one stands, through descriptive ones only, in
  /// the order of the board.
  fileprivate func nearestAnalytical(above id: EntityID) -> [EntityID] {
    guard theme(id)?.level == .descriptive else { return [] }
    var found: Set<EntityID> = []
    var seen: Set<EntityID> = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      for parent in parents(of: next) where seen.insert(parent).inserted {
        if theme(parent)?.level == .analytical {
          found.insert(parent)
        } else {
          waiting.append(parent)
        }
      }
    }
    return themesInOrder.filter(found.contains)
  }
}
