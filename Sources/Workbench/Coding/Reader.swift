import ScreenCells
import Synthesis

/// A study as the code desk shows it: its lines laid out, the cursor, and what stands beside them.
package struct Reader: Sendable {
  /// The study.
  package private(set) var page: StudyPage
  /// Its lines, over all documents.
  package private(set) var lines: [ReaderLine] = []
  /// For each line the codings of its document that touch it, by their places there.
  private(set) var codingsTouching: [[Int]] = []
  /// The codes that I used in this study.
  package private(set) var codesInStudy: Set<EntityID> = []
  /// The edition of its lines, of what stands beside them, and of their rows.
  private(set) var edition = Edition()
  /// What the cursor stops at: lines, and stretches of lines folded into one row.
  package private(set) var stops: [Stop] = []
  /// The rows that all stops take at the present width.
  package private(set) var layout = ReaderLayout(words: [], heights: [])
  /// The stop under the cursor.
  package var cursor = 0
  /// The first row on screen.
  package var top = 0
  /// The code beside the line that the cursor is on, if it is.
  package var mark: Int?
  /// The passage that is being selected.
  package var selection: Selection?
  /// The coding whose ends are being moved.
  package var moving: MovingBounds?
  /// Whether everybody's codes are shown.
  package var showsAll = false { didSet { edition = Edition() } }
  /// Whether the study's own headings of its findings are hidden, so that its themes do not become
  /// mine.
  package private(set) var hidesHeadings = false
  /// The sections that are not findings and are shown all the same.
  private var unfolded: Set<EntityID> = []
  private var width = ReaderWidth(columns: 80)
  let me: EntityID

  /// Makes a reader of a study for a coder.
  package init(_ page: StudyPage, me: EntityID, columns: Int) {
    self.page = page
    self.me = me
    width = ReaderWidth(columns: columns)
    derive()
    cursor =
      stops.firstIndex { stop in
        if case .line(let line) = stop { lines[line].line.isCodable } else { false }
      } ?? 0
  }

  /// How the columns are shared out.
  package var columns: ReaderWidth { width }

  /// The line under the cursor; `nil` on a folded stretch.
  package var focus: Int? {
    guard stops.indices.contains(cursor), case .line(let line) = stops[cursor] else { return nil }
    return line
  }

  /// The line under the cursor, or the first of a folded stretch.
  package var focusOrFirst: Int? {
    guard stops.indices.contains(cursor) else { return nil }
    switch stops[cursor] {
    case .line(let line): return line
    case .fold(let range): return range.lowerBound
    }
  }

  /// Takes a document as it stands now.
  ///
  /// The cursor, the scroll and what is open stay.
  package mutating func update(_ document: DocumentPage) {
    guard
      let index = page.documents.firstIndex(where: {
        $0.table.document.id == document.table.document.id
      })
    else { return }
    let spot = position
    // What a section is called and whether it is findings are no matter of lines.
    let known = page.documents[index].table
    let isReshaped =
      document.table.lines != known.lines || document.table.sections != known.sections
    page.documents[index] = document
    if isReshaped {
      derive()
      if let spot { come(to: spot.document, spot.position) }
    } else {
      deriveLines()
    }
    if let mark, let focus, mark >= marks(of: focus).count { self.mark = nil }
  }

  /// Takes the study's counts as they stand now.
  package mutating func update(_ summary: StudySummary) { page.summary = summary }

  /// Takes another width of the terminal; the cursor stays on its line.
  package mutating func resize(columns: Int) {
    guard width != ReaderWidth(columns: columns) else { return }
    width = ReaderWidth(columns: columns)
    layOut()
  }

  /// Shows or hides the study's own headings of its findings.
  package mutating func setHeadings(hidden isHidden: Bool) {
    guard hidesHeadings != isHidden else { return }
    hidesHeadings = isHidden
    layOut()
  }

  /// The document and position under the cursor.
  package var position: (document: EntityID, position: Int)? {
    focusOrFirst.map { (lines[$0].document, lines[$0].line.passage.start) }
  }

  /// Puts the cursor on the line at a position, unfolding its section if need be.
  package mutating func come(to document: EntityID, _ position: Int) {
    let found = lines.lastIndex { $0.document == document && $0.line.passage.start <= position }
    guard let index = found ?? lines.firstIndex(where: { $0.document == document }) else { return }
    come(toLine: index)
  }

  /// Puts the cursor on a line, unfolding its section if need be.
  package mutating func come(toLine index: Int) {
    guard lines.indices.contains(index) else { return }
    if !stops.contains(.line(index)), let section = sectionID(of: index) {
      unfolded.insert(section)
      derive()
    }
    cursor = stops.firstIndex(of: .line(index)) ?? cursor
    mark = nil
  }

  /// Shows the sections of a folded stretch, or folds that of a line again.
  package mutating func toggleFold() {
    guard stops.indices.contains(cursor) else { return }
    switch stops[cursor] {
    case .fold(let range):
      unfolded.formUnion(range.compactMap(sectionID))
      derive()
      cursor = stops.firstIndex(of: .line(range.lowerBound)) ?? cursor
    case .line(let line):
      guard let section = sectionID(of: line), unfolded.contains(section) else { return }
      unfolded.remove(section)
      derive()
      cursor = stops.firstIndex { $0.contains(line) } ?? cursor
    }
  }

  private func sectionID(of line: Int) -> EntityID? {
    let line = lines[line]
    return line.line.section.map { page.documents[line.page].table.sections[$0].id }
  }
}

/// A line of the study on screen.
package struct ReaderLine: Sendable {
  /// The index of its document in the page.
  package let page: Int
  /// The document.
  package let document: EntityID
  /// Its number in the study, from 1.
  package let number: Int
  /// The line.
  package let line: Line
  /// What became of it, for me; `nil` where it does not count.
  package let state: LineState?
  /// Its place.
  package var place: Place { Place(document, line.passage) }
}

/// What the cursor stops at.
package enum Stop: Hashable, Sendable {
  /// A line.
  case line(Int)
  /// Lines that are not findings, folded into one row.
  case fold(Range<Int>)

  /// Whether a line is shown here.
  func contains(_ line: Int) -> Bool {
    switch self {
    case .line(let own): own == line
    case .fold(let range): range.contains(line)
    }
  }
}

extension Reader {
  /// Derives the lines with what became of them, and what stands beside each.
  private mutating func deriveLines() {
    edition = Edition()
    lines = page.documents.enumerated().flatMap { index, document in
      let (before, states) = (page.linesBefore(index), document.states(for: me))
      return document.table.lines.enumerated().map { number, line in
        ReaderLine(
          page: index, document: document.table.document.id, number: before + number + 1,
          line: line, state: states[number])
      }
    }
    codingsTouching = Array(repeating: [], count: lines.count)
    codesInStudy.removeAll(keepingCapacity: true)
    for (index, document) in page.documents.enumerated() {
      let before = page.linesBefore(index)
      for (place, coding) in document.codings.enumerated() {
        if coding.coder == me { codesInStudy.insert(coding.code) }
        for line in document.table.indices(touchedBy: coding.passage) {
          codingsTouching[before + line].append(place)
        }
      }
    }
  }

  /// Derives lines, stops and layout from the page.
  private mutating func derive() {
    deriveLines()
    stops = Self.stops(lines) { line in
      guard line.line.standing == .ineligible || line.line.standing == .heading else {
        return false
      }
      let table = page.documents[line.page].table
      guard let section = line.line.section.map({ table.sections[$0] }) else { return true }
      return !section.isEligible && !unfolded.contains(section.id)
    }
    cursor = min(cursor, max(0, stops.count - 1))
    layOut()
  }

  private static func stops(_ lines: [ReaderLine], folds: (ReaderLine) -> Bool) -> [Stop] {
    var stops: [Stop] = []
    for (index, line) in lines.enumerated() {
      guard folds(line) else {
        stops.append(.line(index))
        continue
      }
      if case .fold(let range)? = stops.last {
        stops[stops.count - 1] = .fold(range.lowerBound..<index + 1)
      } else {
        stops.append(.fold(index..<index + 1))
      }
    }
    return stops
  }

  private mutating func layOut() {
    edition = Edition()
    let words = stops.map { stop -> [RowSpan] in
      guard case .line(let line) = stop else { return [] }
      return TextFlow.rows(of: text(of: line), width: width.text(of: lines[line]))
    }
    let heights = stops.indices.map { index -> ReaderLayout.Height in
      guard case .line(let line) = stops[index] else {
        return ReaderLayout.Height(before: index == 0 ? 0 : 1, text: 1, margin: 0)
      }
      return height(of: line, at: index, rows: words[index].count)
    }
    layout = ReaderLayout(words: words, heights: heights)
  }

  /// The rows of a line: the words, the margin that it owns from the start, and a blank row before
  /// a new paragraph.
  private func height(of index: Int, at stop: Int, rows: Int) -> ReaderLayout.Height {
    let line = lines[index]
    let isNew = stop == 0 || beginsParagraph(index)
    let blank = stop == 0 ? 0 : isNew ? 1 : 0
    let owns = line.line.standing == .codable || line.line.standing == .quotation
    if width.hasMargin {
      return ReaderLayout.Height(
        before: blank, text: max(1, rows), margin: line.line.isCodable ? max(0, 2 - rows) : 0)
    }
    return ReaderLayout.Height(before: blank, text: max(1, rows), margin: owns ? 1 : 0)
  }

  /// Whether a line begins a paragraph.
  package func beginsParagraph(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let (line, before) = (lines[index], lines[index - 1])
    return line.page != before.page || line.line.paragraph != before.line.paragraph
      || before.line.standing == .heading
  }

  /// The words of a line, each run of white space as one space.
  package func text(of index: Int) -> String {
    let line = lines[index]
    if hidesHeadings, line.line.standing == .heading, let place = placeOfSection(index) {
      return place
    }
    return page.documents[line.page].table.text.words(line.line.passage)
  }
}

/// How the columns of the reader are shared out.
package struct ReaderWidth: Hashable, Sendable {
  /// The columns of the terminal.
  package let columns: Int

  /// Where the words begin.
  package static let textColumn = 10

  /// Whether codes stand beside their lines, or under them.
  package var hasMargin: Bool { columns >= 100 }

  /// The widest row of words.
  package var text: Int {
    let room = columns - Self.textColumn - 1
    return hasMargin ? min(72, room - 30) : max(8, min(72, room))
  }

  /// The widest row of a line; quotations are set in by two.
  func text(of line: ReaderLine) -> Int {
    text - (line.line.standing == .quotation ? 2 : 0)
  }

  /// Where the margin begins.
  package var margin: Int {
    hasMargin ? Self.textColumn + text + 4 : Self.textColumn + 2
  }

  /// The columns of the margin.
  package var marginWidth: Int { max(0, columns - margin - 1) }
}

/// The rows of all stops, with sums, so that the place of any is found at once.
package struct ReaderLayout: Sendable {
  /// The rows of one stop.
  package struct Height: Hashable, Sendable {
    /// Blank rows before it.
    package let before: Int
    /// Rows of words.
    package let text: Int
    /// Rows of margin below the words.
    package let margin: Int

    /// All of them.
    package var total: Int { before + text + margin }
  }

  /// The words of each stop in rows; none of a folded stretch.
  let words: [[RowSpan]]
  /// The rows of each stop.
  package let heights: [Height]
  /// The first row of each stop, and the count of rows at the end.
  package let starts: [Int]

  init(words: [[RowSpan]], heights: [Height]) {
    self.words = words
    self.heights = heights
    var sum = 0
    starts =
      heights.map { height in
        defer { sum += height.total }
        return sum
      } + [sum]
  }

  /// The rows in all.
  package var rows: Int { starts.last ?? 0 }

  /// The stop that shows at a row.
  package func stop(atRow row: Int) -> Int {
    var (low, high) = (0, heights.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= row { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
