import ScreenCells
import Synthesis

/// How the matrix is shared out on the screen.
///
/// Titles stand left and stay; studies follow, as many as fit; what a row comes to in all stands
/// right behind the last of them.
struct MatrixLayout {
  /// The rows of the studies' names.
  let heading: Rect
  /// The row of the characteristic along the edge; empty where there is none.
  let band: Rect
  /// The rows of the themes or codes.
  let body: Rect
  /// The rows of the sums; empty where the screen is low.
  let foot: Rect
  /// The column where titles begin.
  let titleColumn = 3
  /// How wide titles may be.
  let titleWidth: Int
  /// How wide a figure of a cell may be.
  let cellWidth: Int
  /// The spaces before a cell.
  let gap: Int
  /// How many studies are on screen at once.
  let visible: Int
  /// How wide a total is, without the spaces before it; 0 where there is none: of presence the share
  /// says it, and on a narrow screen the strip does.
  let totalWidth: Int
  /// How wide “5/6” is.
  let shareWidth: Int
  /// What stands above the shares: “studies”, or “of 6”.
  let shareWord: String

  init(_ rect: Rect, _ table: CountedMatrix) {
    let isLow = rect.rows < 10
    let hasFoot = rect.rows >= 12
    let headingRows = isLow ? 1 : 2
    heading = rect.top(headingRows)
    band = table.edge == nil || !hasFoot ? rect.top(0) : rect.line(headingRows)
    let rest = rect.withoutTop(headingRows + band.rows)
    let room = rest.withoutBottom(hasFoot ? 3 : 0)
    body = room.top(max(1, min(room.rows, table.rows.count)))
    // The sums stand right under the rows, where these do not fill the screen.
    foot = hasFoot ? rest.withoutTop(body.rows).top(3) : rest.top(0)
    let isWide = rect.columns >= 100
    let isNarrow = rect.columns < 60
    shareWord = isWide ? "studies" : "of \(table.counted.columns.count)"
    let studies = String(table.counted.columns.count).count
    shareWidth = max(displayWidth(shareWord), 2 * studies + 1)
    let kind = table.counted.kind
    totalWidth =
      kind == .present || isNarrow
      ? 0 : max(table.figureWidth.total, min(displayWidth(kind.word), isWide ? 10 : 6))
    let marginals = shareWidth + 2 + (totalWidth > 0 ? totalWidth + 2 : 0)
    let columns = Columns(
      table, room: rect.columns - 3 - 1 - marginals, gap: isWide ? 2 : 1,
      narrowest: isNarrow ? 5 : 6)
    (titleWidth, cellWidth, gap) = (columns.title, columns.cell, columns.gap)
    visible = columns.visible
  }

  /// The column behind the last cell of a study, by its place on screen.
  func end(of place: Int) -> Int { titleColumn + titleWidth + (place + 1) * (gap + cellWidth) }

  /// The column behind a total.
  var totalEnd: Int { end(of: visible - 1) + (totalWidth > 0 ? 2 + totalWidth : 0) }

  /// The column behind a share.
  var shareEnd: Int { totalEnd + 2 + shareWidth }

  /// The column behind the sums' words.
  var titleEnd: Int { titleColumn + titleWidth }

  /// Where a cell is.
  func cell(_ place: Int, row: Int) -> Rect {
    Rect(
      column: end(of: place) - cellWidth, row: row, columns: cellWidth, rows: 1)
  }

  /// How titles and studies share the columns that they have.
  private struct Columns {
    private(set) var title: Int
    private(set) var cell: Int
    private(set) var gap: Int
    private(set) var visible: Int

    init(_ table: CountedMatrix, room: Int, gap: Int, narrowest: Int) {
      self.gap = gap
      let natural = max(12, min(table.titleWidth, 60))
      let count = max(1, table.columns.count)
      let least = max(4, table.figureWidth.cell)
      let wanted = max(least, min(table.headingWidth, 12))
      // Titles give way to the names of the studies down to a third of the room.
      title = min(natural, max(room / 3, room - count * (wanted + gap)))
      title = max(10, min(title, room - least - gap))
      cell = max(min(wanted, max(least, narrowest)), min(wanted, (room - title) / count - gap))
      cell = max(1, min(cell, room - title - gap))
      visible = max(1, min(count, (room - title) / (cell + gap)))
      // What is left over goes back to the titles.
      title = min(natural, max(title, room - visible * (cell + gap)))
    }
  }
}

extension CountedMatrix.Column {
  /// The name in two rows: who, and when; of linked studies the first, and how many more.
  var heading: (first: String, second: String) { CountedMatrix.heading(of: column.label) }
}

extension CountedMatrix {
  /// A study's name in two rows: who, and when; of linked studies the first, and how many more.
  static func heading(of label: String) -> (first: String, second: String) {
    let linked = label.split(separator: " + ").map(String.init)
    let more = linked.count > 1 ? ["+\(linked.count - 1)"] : []
    let words = (linked.first ?? label).split(separator: " ").map(String.init)
    guard words.count > 1, let last = words.last else { return (label, more.joined()) }
    return (words.dropLast().joined(separator: " "), ([last] + more).joined(separator: " "))
  }
}
