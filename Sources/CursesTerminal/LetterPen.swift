import ScreenCells

/// Makes the cells of a row into letters in their looks, as ncurses keeps them.
struct LetterPen {
  private var inks: Inks
  private let ascii: Bool
  private var letters: [Curses.Letter] = []

  init(inks: Inks, ascii: Bool) {
    self.inks = inks
    self.ascii = ascii
  }

  /// Letters of one style beside each other, of which the first so many are blank, and the last.
  private struct Run {
    let start: Int
    private(set) var before = 0
    private(set) var after = 0

    init(at start: Int) {
      self.start = start
    }

    mutating func append(isBlank: Bool, at index: Int) {
      if isBlank, start + before == index { before += 1 }
      after = isBlank ? after + 1 : 0
    }
  }

  /// One for each cell but the second halves of wide characters; a first half alone becomes a blank.
  mutating func letters(for cells: ArraySlice<Cell>) -> [Curses.Letter] {
    letters.removeAll(keepingCapacity: true)
    guard var style = cells.first?.style else { return letters }
    var (ink, run) = (inks.ink(of: style), Run(at: 0))
    for (index, cell) in zip(cells.indices, cells) where cell.width > 0 {
      if cell.style != style {
        finish(run, ink)
        style = cell.style
        (ink, run) = (inks.ink(of: style), Run(at: letters.count))
      }
      run.append(isBlank: cell.isBlank, at: letters.count)
      append(cell, ink, isCut: cell.width == 2 && index + 1 == cells.endIndex)
    }
    finish(run, ink)
    return letters
  }

  private mutating func append(_ cell: Cell, _ ink: Ink, isCut: Bool) {
    if isCut {
      letters.append(ink.blank)
    } else if ascii, !cell.isASCII {
      for scalar in asciiFallback(cell.text).unicodeScalars {
        letters.append(ink.letter(scalar.value))
      }
    } else if cell.isASCII || Curses.columns(of: cell.scalars.base) == cell.width {
      letters.append(ink.letter(cell.scalars.base, cell.scalars.accents))
    } else {
      // What this system's library measures otherwise would move all that follows it.
      letters += [ink.letter(0x3F)] + (1..<cell.width).map { _ in ink.blank }
    }
  }

  /// Makes blanks at the edges of a run plain where nobody sees their style: ncurses then knows them
  /// for blank, and clears the rest of a row without going to their end first.
  private mutating func finish(_ run: Run, _ ink: Ink) {
    guard ink.leavesBlanksPlain else { return }
    let plain = inks.ink(of: .text).blank
    for index in run.start..<run.start + run.before { letters[index] = plain }
    for index in letters.count - run.after..<letters.count { letters[index] = plain }
  }
}
