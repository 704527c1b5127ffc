import Interchange
import ReviewFile
import Synthesis

extension ThematicTree {
  /// The thematic tree of a review.
  init(of reading: ExportReading) throws {
    let tree = TreeReading(reading, Reach(reading, try reading.file.codedLines()))
    self.init(
      title: reading.review.title, question: reading.review.question, round: reading.round,
      studies: reading.naming, roots: reading.board.roots.map { tree.node($0, under: nil) },
      notPlaced: tree.asides(reading.board.notPlaced),
      leftOut: tree.asides(Set(reading.board.leftOut.keys)))
  }
}

private struct TreeReading {
  let board: ThemeBoard
  let reach: Reach
  let names: [EntityID: String]

  init(_ reading: ExportReading, _ reach: Reach) {
    board = reading.board
    names = reading.reading.names
    self.reach = reach
  }

  /// A theme or code where it stands, with all that stands under it.
  func node(_ member: ThemeBoard.Member, under parent: EntityID?) -> ThematicTree.Node {
    let held = reach(member.id)
    let theme = member.isTheme ? board.theme(member.id) : nil
    return ThematicTree.Node(
      theme.map { $0.level == .analytical ? .analytical : .descriptive } ?? .code,
      id: member.id.description, number: board.number(of: member.id) ?? "",
      name: theme?.name ?? names[member.id] ?? "", lines: held.lines, studies: held.studies,
      alsoIn: board.parents(of: member.id).filter { $0 != parent }.compactMap(board.number),
      children: board.members(of: member.id).map { node($0, under: member.id) })
  }

  /// Codes that stand under no theme, by name.
  func asides(_ codes: Set<EntityID>) -> [ThematicTree.Aside] {
    codes.sorted { (names[$0] ?? "", $0) < (names[$1] ?? "", $1) }.map { code in
      ThematicTree.Aside(
        id: code.description, name: names[code] ?? "", reason: board.leftOut[code]?.reason ?? "")
    }
  }
}
