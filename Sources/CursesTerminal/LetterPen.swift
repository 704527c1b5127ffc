import ScreenCells

/// Makes the cells of a row into letters in their looks, as ncurses keeps them.
struct LetterPen {
  private var inks: Inks
  private let ascii: Bool
  private let columns: (UInt32) -> Int
  private var letters: [Curses.Letter] = []

  /// - Parameters:
  ///   - inks: What styles are written with.
  ///   - ascii: Whether nothing else may be written.
  ///   - columns: How many columns the system's library gives a scalar.
  init(inks: Inks, ascii: Bool, columns: @escaping (UInt32) -> Int = Curses.columns) {
    self.inks = inks
    self.ascii = ascii
    self.columns = columns
  }

  /// Letters of one style beside each other.
  private struct Run {
    let start: Int
    /// How many blanks it begins with, and ends with.
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

  /// The letters that take the columns of the cells; the first half of a wide character alone is a
  /// blank.
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
    } else if cell.isASCII || (!ascii && columns(cell.scalars.base) == cell.width) {
      letters.append(Curses.letter(cell.scalars.base, cell.scalars.accents, like: ink.blank))
    } else {
      // What the library measures otherwise would move all that follows it.
      for scalar in asciiFallback(cell.text).unicodeScalars {
        letters.append(Curses.letter(scalar.value, like: ink.blank))
      }
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
