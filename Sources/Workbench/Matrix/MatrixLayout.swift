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
  /// How wide everything is.
  private let widths: Widths

  /// How wide titles may be.
  var titleWidth: Int { widths.title }
  /// How wide a figure of a cell may be.
  var cellWidth: Int { widths.cell }
  /// How many studies are on screen at once.
  var visible: Int { widths.visible }
  /// How wide a total is, without the spaces before it; 0 where there is none: of presence the share
  /// says it, and on a narrow screen the strip does.
  var totalWidth: Int { widths.total }
  /// What stands above the shares: “studies”, or “of 6”.
  var shareWord: String { widths.shareWord }

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
    // White space comes first, but not before the titles.
    let wide = Widths(rect.columns, table, isWide: true)
    widths =
      rect.columns >= 100 && wide.title >= wide.natural
      ? wide : Widths(rect.columns, table, isWide: false)
  }

  /// The column behind the last cell of a study, by its place on screen.
  func end(of place: Int) -> Int {
    titleColumn + titleWidth + (place + 1) * (widths.gap + cellWidth)
  }

  /// The column behind a total.
  var totalEnd: Int { end(of: visible - 1) + (totalWidth > 0 ? 2 + totalWidth : 0) }

  /// The column behind a share.
  var shareEnd: Int { totalEnd + 2 + widths.share }

  /// The column behind the sums' words.
  var titleEnd: Int { titleColumn + titleWidth }

  /// Where a cell is.
  func cell(_ place: Int, row: Int) -> Rect {
    Rect(
      column: end(of: place) - cellWidth, row: row, columns: cellWidth, rows: 1)
  }

  /// How titles, studies and totals share the columns that there are.
  private struct Widths {
    private(set) var title: Int
    private(set) var cell: Int
    private(set) var visible: Int
    /// How wide the widest title is, within reason.
    let natural: Int
    /// The spaces before a cell.
    let gap: Int
    let total: Int
    let share: Int
    let shareWord: String

    init(_ columns: Int, _ table: CountedMatrix, isWide: Bool) {
      let isNarrow = columns < 60
      let counted = table.counted
      shareWord = isWide ? "studies" : "of \(counted.columns.count)"
      share = max(displayWidth(shareWord), 2 * String(counted.columns.count).count + 1)
      let word = min(displayWidth(counted.kind.word), isWide ? 10 : 6)
      total = counted.kind == .present || isNarrow ? 0 : max(table.figureWidth.total, word)
      gap = isWide ? 2 : 1
      natural = max(12, min(table.titleWidth, 60))
      let room = columns - 4 - share - 2 - (total > 0 ? total + 2 : 0)
      let count = max(1, table.columns.count)
      let least = max(4, table.figureWidth.cell)
      let wanted = max(least, min(table.headingWidth, 12))
      // Titles give way to the names of the studies down to a third of the room.
      title = min(natural, max(room / 3, room - count * (wanted + gap)))
      title = max(10, min(title, room - least - gap))
      let narrowest = min(wanted, max(least, isNarrow ? 5 : 6))
      cell = max(narrowest, min(wanted, (room - title) / count - gap))
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
