import Foundation
import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// What holds whatever is pressed, clicked, resized or heard of.
@Suite struct DeskLawTests {
  @Test(arguments: 1...6)
  func anySequenceOfInputsKeepsTheScreenSound(seed: UInt64) throws {
    var monkey = try Monkey(seed: seed)
    for _ in 0..<350 {
      try monkey.step()
      #expect(monkey.knowsCodesOfPassages, "seed \(seed)")
    }
    monkey.leaveEverything()
    #expect(monkey.pilot.state.overlays.isEmpty, "seed \(seed)")
    #expect(monkey.pilot.state.context == .code || monkey.pilot.state.desk != .code)
  }

  @Test func everySizeIsDrawnSoundly() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    let scenes = ["", "enter o w n", "s", "m a b", "?", ": c", "g", "a l j", ", p", "v J j"]
    for scene in scenes {
      pilot.press(scene)
      for columns in [1, 2, 7, 20, 39, 40, 41, 59, 64, 79, 99, 100, 109, 110, 200, 300] {
        for rows in [1, 2, 5, 11, 12, 13, 19, 20, 35, 36, 100] { pilot.resize(columns, rows) }
      }
      pilot.resize(80, 24)
      pilot.press("esc esc h")
    }
  }

  @Test func resizingAndBackChangesNothing() throws {
    let pilot = try Hollis.pilot(size: (120, 36))
    pilot.press("g l 1 3 enter")
    let line = pilot.line
    for size in [(40, 12), (1, 1), (300, 100), (80, 24), (120, 36)] {
      pilot.resize(size.0, size.1)
      #expect(pilot.line == line)
    }
  }

  @Test(arguments: [(120, 36), (80, 24), (60, 20), (40, 12)])
  func openingThePickerMovesNoLine(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    for number in 8...17 where number != 14 {
      pilot.press("g l")
      pilot.type(String(number))
      pilot.press("enter")
      let (before, top) = (pilot.rows, pilot.state.reader?.top)
      pilot.press("c")
      guard pilot.picker != nil else { continue }
      let covered = Set(pilot.state.view().rects(of: .overlay).flatMap(\.rowRange))
      let after = pilot.rows
      for row in 1..<(rows - 1) where !covered.contains(row) {
        #expect(after[row] == before[row], "line \(number), row \(row)")
      }
      #expect(pilot.state.reader?.top == top)
      let own = before.indices.filter { before[$0].hasPrefix("▌") }
      let (first, last) = (own.first ?? 0, own.last ?? 0)
      if max(first - 1, rows - 2 - last - (columns < 100 ? 1 : 0)) >= 5 {
        #expect(covered.isDisjoint(with: own), "the picker hides line \(number)")
      }
      pilot.press("esc")
    }
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func aCodeMovesNoRowOfTheText(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    let (text, place) = (texts(pilot), spot(pilot))
    for name in ["one more", "and another", "a third that is a whole sentence, and long"] {
      pilot.code(name)
      #expect(texts(pilot) == text)
      #expect(spot(pilot) == place)
    }
    for _ in 0..<3 {
      pilot.run(.historyUndo)
      #expect(texts(pilot) == text)
    }
    pilot.press("s t")
    #expect(pilot.acts.last == "set aside Hollis 2019 15: table or caption")
    #expect(texts(pilot) == text)
    #expect(spot(pilot) == place)
  }

  @Test(arguments: [(120, 36), (80, 24), (40, 12)])
  func aPartnersActsMoveNothingOfMine(columns: Int, rows: Int) throws {
    let pilot = try Hollis.pilot(size: (columns, rows))
    pilot.press("g l 1 3 enter a l j")
    let (text, place, mark) = (texts(pilot), spot(pilot), pilot.state.reader?.mark)
    for line in 8..<17 {
      pilot.partner { _ = try? $0.code($0.ben, "his \(line)", line) }
      #expect(texts(pilot) == text)
      #expect(spot(pilot) == place)
      #expect(pilot.state.reader?.mark == mark)
    }
    pilot.press("esc m")
    pilot.type("half a")
    pilot.partner { try $0.act($0.ben, .undo(nil, keepingUsed: false)) }
    #expect(pilot.field == "half a")
  }

  @Test func aPartnersSplitAboveKeepsMyLineUnderTheCursor() throws {
    let pilot = try Hollis.pilot(size: (80, 24))
    pilot.press("g l 1 6 enter")
    let words = pilot.state.reader.flatMap { reader in reader.focus.map(reader.text) }
    pilot.partner { room in
      let place = try room.place(of: "A letter, several")
      try room.act(
        room.ben,
        .splitLine(document: place.document, position: place.passage.start))
    }
    #expect(pilot.line == 17)
    #expect(pilot.state.reader.flatMap { reader in reader.focus.map(reader.text) } == words)
  }

  @Test(arguments: [120, 80, 40])
  func aLineOwnsItsMarginRowsFromTheStart(columns: Int) throws {
    let bare = try Pilot(room: Hollis.room(), size: (columns, 36))
    let heights = try #require(bare.state.reader?.layout.heights)
    bare.partner { room in
      for line in 8..<17 {
        for name in ["a", "b", "c", "d"] { _ = try? room.code(room.ada, name, line) }
      }
    }
    #expect(bare.state.reader?.layout.heights == heights)
  }

  @Test func aBurstOfKeysIsManyUpdatesAndNoViewIsNeededBetween() throws {
    let pilot = try Hollis.pilot(size: (120, 36))
    pilot.holdsAnswers = true
    pilot.press("g l 1 1 enter")
    for _ in 0..<20 { pilot.press("enter o w n enter enter j") }
    #expect(pilot.state.pending.count > 0)
    let count = pilot.state.pending.count
    pilot.answer()
    #expect(pilot.state.pending.isEmpty)
    #expect(pilot.acts.count <= count)
  }

  @Test func aDeskReadsNoClockMakesNoIdentityAndTouchesNoFile() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Workbench")
      .resolvingSymlinksInPath()
    let files = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let imports = text.split(separator: "\n").filter { $0.hasPrefix("import ") }
      #expect(
        Set(imports).isSubset(of: ["import ScreenCells", "import Synthesis"]),
        "\(file.lastPathComponent)")
      for name in ["Clock", "Date(", "random", "UUID", "SystemOrigin", "print("] {
        #expect(!text.contains(name), "\(name) in \(file.lastPathComponent)")
      }
      count += 1
    }
    #expect(count > 40)
  }

  private func spot(_ pilot: Pilot) -> [Int?] {
    [pilot.state.reader?.cursor, pilot.state.reader?.top, pilot.line]
  }

  /// The columns of the words of each row that shows a line's text.
  private func texts(_ pilot: Pilot) -> [String] {
    let frame = pilot.state.view()
    let reader = pilot.state.reader
    let rows = (0..<(reader?.lines.count ?? 0)).flatMap { line in
      (0..<8).flatMap { row in frame.rects(of: .text(line: line, row: row)).map(\.row) }
    }
    let end = 10 + (reader?.columns.text ?? 0)
    return rows.sorted().map { row in
      "\(row) " + frame.row(row).prefix(end).dropFirst(10).map(\.text).joined()
    }
  }
}

/// Presses, clicks, resizes and partners at random.
private struct Monkey {
  let pilot: Pilot
  private var seeded: Seeded
  private let keys: [String]

  init(seed: UInt64) throws {
    seeded = Seeded(seed: seed)
    var room = try Hollis.room()
    try room.importText("# Findings\nEin. | Zwei; drei, vier.", study: .new(label: "Zwei 2021"))
    pilot = try Pilot(room: room, size: (80, 24))
    let named = Key.Name.allCases.map(\.rawValue).filter { $0 != "f4" }
    let letters = "jjkkllhhnnccssvvVVbbmweoxadriuU.C,,gg(:?/)JKGNMfF123456789-ytpqzжß漢"
    keys =
      named + letters.map(String.init)
      + ["enter", "enter", "down", "esc", "esc", "space", "ctrl-d", "ctrl-u", "ctrl-x", "ctrl-c"]
  }

  mutating func step() throws {
    switch Int.random(in: 0..<100, using: &seeded) {
    case 0..<80: pilot.press(seeded.one(of: keys) ?? "j")
    case 80..<90: click()
    case 90..<92:
      pilot.resize(
        Int.random(in: 1...300, using: &seeded), Int.random(in: 1...100, using: &seeded))
      if Bool.random(using: &seeded) { pilot.resize(80, 24) }
    case 92: pilot.resize(80, 24)
    case 93..<96: partner()
    case 96: pilot.paste("pasted words\nand more")
    case 97:
      pilot.holdsAnswers.toggle()
      if !pilot.holdsAnswers { pilot.answer() }
    case 98: pilot.tell(.edited("from an editor"))
    default: pilot.answer()
    }
  }

  private mutating func click() {
    let size = pilot.state.size
    let point = Point(
      column: Int.random(in: 0..<max(1, size.columns), using: &seeded),
      row: Int.random(in: 0..<max(1, size.rows), using: &seeded))
    let kinds: [Mouse.Kind] = [.press, .press, .drag, .release, .wheelUp, .wheelDown]
    pilot.mouse(
      seeded.one(of: kinds) ?? .press,
      Int.random(in: 0..<8, using: &seeded) == 0 ? .right : .left, at: point,
      ctrl: Int.random(in: 0..<8, using: &seeded) == 0,
      after: Int.random(in: 10...600, using: &seeded))
  }

  private mutating func partner() {
    var acts = RandomActs(seed: seeded.next(), documents: pilot.room.documents)
    pilot.partner { room in
      guard let intent = try? acts.next(in: room.review) else { return }
      _ = try? room.act(room.ben, intent)
    }
  }

  /// Whether my codes on a passage, and all that meet it, are found as by a look at all codings.
  var knowsCodesOfPassages: Bool {
    guard let reader = pilot.state.reader else { return true }
    return reader.page.documents.allSatisfy { document in
      let mine = document.codings.filter { $0.coder == pilot.me }
      let lines = document.table.lines.map(\.passage)
      let pairs = zip(lines, lines.dropFirst()).map { Passage(start: $0.start, end: $1.end) }
      return (document.codings.map(\.passage) + pairs).allSatisfy { passage in
        let place = Place(document.table.document.id, passage)
        return reader.codes(on: place) == Set(mine.filter { $0.passage == passage }.map(\.code))
          && reader.ownCodings(meeting: place) == mine.filter { $0.passage.meets(passage) }
      }
    }
  }

  /// Every overlay closes with Esc.
  func leaveEverything() {
    pilot.holdsAnswers = false
    pilot.answer()
    for _ in 0..<6 { pilot.press("esc") }
  }
}
