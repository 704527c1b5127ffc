import Synthesis

extension State {
  /// Commands that make and move selections and the ends of codings; `nil` for others.
  mutating func select(_ command: Command) -> [Effect]? {
    switch command {
    case .passageWords:
      reader?.select()
      return []
    case .passageLines:
      reader?.selectLine()
      return []
    case .actCancel where reader?.selection != nil || reader?.moving != nil,
      .placeLeave where reader?.selection != nil || reader?.moving != nil:
      reader?.selection = nil
      reader?.moving = nil
      return []
    case .actCancel:
      reader?.mark = nil
      message = nil
      return []
    case .boundKeep: return keepBounds()
    default: return moveEnds(command)
    }
  }

  private mutating func moveEnds(_ command: Command) -> [Effect]? {
    guard let reader, let selection = reader.moving?.selection ?? reader.selection else {
      return nil
    }
    let moved: Selection
    switch command {
    case .selectWord, .boundWord: moved = reader.moved(selection, words: 1)
    case .selectWordLess, .boundWordBack: moved = reader.moved(selection, words: -1)
    case .selectClause, .boundClause: moved = reader.movedByClause(selection, forward: true)
    case .selectClauseLess, .boundClauseBack:
      moved = reader.movedByClause(selection, forward: false)
    case .selectLine: moved = reader.movedByLine(selection, forward: true)
    case .selectLineLess: moved = reader.movedByLine(selection, forward: false)
    case .selectOtherEnd, .boundOtherEnd:
      moved = Selection(
        anchor: selection.head, head: selection.anchor, document: selection.document)
    default: return nil
    }
    if reader.moving == nil {
      self.reader?.selection = moved
      if let line = reader.lineIndex(of: moved.head, in: moved.document) {
        self.reader?.come(toLine: line)
      }
    } else {
      self.reader?.moving?.selection = moved
    }
    return []
  }

  /// Begins to move the ends of the coding under the cursor: its last word first.
  mutating func beginBounds() -> [Effect] {
    guard let reader, let focus = reader.focus, let mark = reader.mark,
      reader.marks(of: focus).indices.contains(mark),
      let coding = reader.coding(reader.marks(of: focus)[mark])
    else { return [] }
    guard coding.coder == me.id else {
      message = Message("that coding is another coder's", .wrong)
      return []
    }
    let words = reader.lines.indices.filter { reader.lines[$0].document == coding.document }
      .filter { reader.lines[$0].line.passage.meets(coding.passage) }.flatMap(reader.words)
      .filter { $0.meets(coding.passage) }
    guard let first = words.first, let last = words.last else { return [] }
    self.reader?.moving = MovingBounds(
      coding: coding.id,
      selection: Selection(anchor: first, head: last, document: coding.document))
    return []
  }

  private mutating func keepBounds() -> [Effect] {
    guard let moving = reader?.moving else { return [] }
    reader?.moving = nil
    return perform(.moveBounds(coding: moving.coding, to: moving.selection.passage))
  }
}
