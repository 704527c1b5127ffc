import Foundation
import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The matrix: what is pressed, and what is seen then.
@Suite struct MatrixTests {
  /// A row of the table as it is seen: its sign and title, then its figures.
  private func row(_ title: String, _ pilot: Pilot) -> String? {
    pilot.rows.first { !$0.hasPrefix("─") && !$0.ranges(of: title).isEmpty }.map { row in
      row.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  @Test func everyFigureIsCounted() throws {
    let pilot = try SixStudies.matrix()
    let rows = [
      "1 Care fitted to the person is the treatment 5 3 2 1 1 2 14 6/6",
      "1.1 A relationship that carries the work · 2 · 1 1 1 5 4/6",
      "1.2 Referrals that fit 3 1 1 · 1 · 6 4/6",
      "1.3 Goals small enough to reach 2 · 1 · · 1 4 3/6",
      "2 A place to become someone again 1 2 2 1 3 1 10 6/6",
      "2.1 The whole of a life, not one complaint · · · · 1 1 2 2/6",
      "2.2 From guest to host · · 1 · 1 · 2 2/6",
      "pile 2.3 (no name yet) 1 2 1 1 1 · 6 5/6",
      "themes present 5 5 6 4 7 5 of 8", "carried alone · · · · · · of 8",
    ]
    let seen = pilot.rows.dropFirst(4).prefix(11).filter { !$0.isEmpty }.map { line in
      line.drop { $0 == "▌" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(seen == rows)
    #expect(pilot.top.contains("lines · 6 of 6 studies count"))
  }

  @Test func theFiguresAreThoseOfAnHonestReader() throws {
    let room = try SixStudies.room()
    let pilot = try SixStudies.matrix(room: room)
    for rows in MatrixDesk.Rows.allCases {
      let table = try #require(pilot.state.matrix.table)
      #expect(pilot.state.matrix.kept.rows == rows)
      for (row, own) in table.rows.enumerated() {
        for (column, study) in table.columns.enumerated() {
          let lines = try room.review.lines(
            holding: own.row.codes, in: study.column.studies.first)
          #expect(table.figure(row, column) == lines.count, "\(own.title) × \(study.column.label)")
        }
      }
      pilot.press(", t")
    }
  }

  @Test func cellsSayLinesCodersCodesQuotationsAndPresence() throws {
    let pilot = try SixStudies.matrix()
    #expect(row("1.3", pilot) == "1.3 Goals small enough to reach 2 · 1 · · 1 4 3/6")
    pilot.press(", v")
    #expect(row("1.3", pilot) == "1.3 Goals small enough to reach 1 · 1 · · 1 1 3/6")
    #expect(row("pile", pilot) == "pile 2.3 (no name yet) 2 1 1 1 1 · 2 5/6")
    pilot.press(", v")
    #expect(row("1.3", pilot) == "1.3 Goals small enough to reach 2 · 1 · · 1 2 3/6")
    pilot.press(", v")
    #expect(row("1.2", pilot) == "1.2 Referrals that fit · · · · · 1 1 4/6")
    pilot.press(", v")
    #expect(row("1.2", pilot) == "1.2 Referrals that fit ● ● ● · ● · 4/6")
    pilot.press(", v")
    #expect(row("1.2", pilot) == "1.2 Referrals that fit 3 1 1 · 1 · 6 4/6")
  }

  @Test func aStudyThatIsTakenOutLeavesItsMarkInTheRowsThatRestedOnIt() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("l l l l l x")
    #expect(row("2.1", pilot) == "‡ 2.1 The whole of a life, not one complaint · · · · 1 1 1 1/5")
    #expect(row("2.2", pilot) == "2.2 From guest to host · · 1 · 1 · 2 2/5")
    #expect(pilot.said == "without Wren 2022: 1 theme down to one study")
    #expect(pilot.top.contains("5 of 6 studies count"))
    pilot.press("h x")
    #expect(row("2.1", pilot) == "† 2.1 The whole of a life, not one complaint · · · · 1 1 0 0/4")
    #expect(row("2.2", pilot) == "‡ 2.2 From guest to host · · 1 · 1 · 1 1/4")
    #expect(
      pilot.said == "without Vale 2021: 1 theme lost, 1 theme down to one study")
    #expect(row("† lost", pilot) == "† lost: 1 theme ‡ down to one study: 1 theme")
    #expect(row("themes present", pilot) == "themes present 5 5 6 4 out out of 8")
    #expect(row("carried alone", pilot) == "carried alone · · 1 · out out of 8")
    #expect(pilot.acts.isEmpty)
  }

  @Test func theMarksAreThoseOfTheStudyMatrix() throws {
    let room = try SixStudies.room()
    let pilot = try SixStudies.matrix(room: room)
    let board = try room.board()
    let studies = try room.review.studies().map(\.study)
    let whole = StudyMatrix(
      rows: StudyMatrix.rows(of: board), columns: StudyMatrix.columns(of: studies), kind: .lines,
      lines: try room.review.codedLines())
    for first in studies.indices {
      for second in studies.indices where second > first {
        pilot.press("home" + String(repeating: " h", count: 7))
        for index in [first, second] {
          pilot.press(String(repeating: " h", count: 7) + String(repeating: " l", count: index + 1))
          pilot.press("x")
        }
        let table = try #require(pilot.state.matrix.table)
        for support in whole.support(without: [first, second]) {
          let sign = table.support[support.row]
          #expect((sign == .lost) == support.isLost)
          #expect((sign == .downToOne) == (support.restsOnOne && support.before > 1))
        }
        pilot.press("x" + String(repeating: " h", count: second - first) + " x")
        #expect(pilot.state.matrix.filter == MatrixFilter())
      }
    }
  }

  @Test func takingOutTwiceIsAsIfNothingHadBeen() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("h j j")
    for _ in 0..<7 {
      let (before, filter) = (pilot.rows.dropLast(), pilot.state.matrix.filter)
      pilot.press("x")
      #expect(pilot.rows.dropLast() != before)
      pilot.press("x")
      #expect(pilot.rows.dropLast() == before)
      #expect(pilot.state.matrix.filter == filter)
      pilot.press("l")
    }
  }

  @Test func aRowIsTakenOutOfTheSumsAlone() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("h j j x")
    #expect(row("1.2", pilot) == "▌× 1.2 Referrals that fit 3 1 1 · 1 · 6 4/6")
    #expect(row("themes present", pilot) == "themes present 4 4 5 4 6 5 of 7")
    #expect(
      pilot.said
        == "‘Referrals that fit’ is out of the sums at the foot; its own figures stay")
  }

  @Test func aBandLeavesStudiesOutAndASecondCallPutsThemBack() throws {
    let pilot = try SixStudies.matrix()
    pilot.press(", w")
    #expect(
      pilot.choice?.rows.map(\.label) == [
        "without the studies below quality 5 (1 of 6 studies)",
        "without the studies below quality 6 (2 of 6 studies)",
        "without the studies below quality 8 (3 of 6 studies)",
        "without the studies below quality 9 (4 of 6 studies)",
        "without country = Ireland (2 of 6 studies)", "without country = Malta (1 of 6 studies)",
        "without country = UK (3 of 6 studies)",
      ])
    pilot.press("down enter")
    #expect(pilot.top.contains("4 of 6 studies count, without the studies below quality 6"))
    #expect(row("themes present", pilot) == "themes present 5 out 6 out 7 5 of 8")
    pilot.press("l x")
    #expect(pilot.said == "Marrow 2016 counts again")
    #expect(row("themes present", pilot) == "themes present 5 5 6 out 7 5 of 8")
    pilot.press("x")
    #expect(row("themes present", pilot) == "themes present 5 out 6 out 7 5 of 8")
    pilot.press(", w")
    #expect(row("themes present", pilot) == "themes present 5 5 6 4 7 5 of 8")
    #expect(pilot.state.matrix.filter == MatrixFilter())
  }

  @Test func linkedStudiesCountAsOneOrApart() throws {
    var room = try SixStudies.room()
    for label in ["Hollis 2019", "Marrow 2016"] {
      try room.act(room.ada, .setStudy(try room.study(label), ["group": "one service"]))
    }
    let pilot = try SixStudies.matrix(room: room)
    #expect(pilot.top.contains("6 of 6 studies count · linked apart"))
    pilot.press(", l")
    #expect(pilot.top.contains("5 of 5 studies count · linked as one"))
    #expect(row("pile", pilot) == "pile 2.3 (no name yet) 3 1 1 1 · 6 4/5")
    pilot.press("j j , v , v")
    #expect(row("1.2", pilot) == "▌ 1.2 Referrals that fit 3 1 · 1 · 3 3/5")
    #expect(pilot.screen.contains("Hollis 2019 + Marrow 2016: 3 of 3 codes"))
    pilot.press("x")
    #expect(pilot.top.contains("4 of 5 studies count"))
    pilot.press("x , l")
    #expect(pilot.top.contains("6 of 6 studies count · linked apart"))
  }

  @Test func theStudiesStandByLabelByYearOrAsTheyWereCoded() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("l o")
    #expect(pilot.rows[1].split(separator: " ").map(String.init).suffix(2) == ["Vale", "Wren"])
    #expect(pilot.said == "studies in the order in which they were first coded")
    pilot.press("o")
    #expect(pilot.said == "studies by year of publication")
    #expect(
      pilot.rows[1].split(separator: " ").map(String.init)
        == ["themes", "Marrow", "Sand", "Hollis", "Petrie", "Vale", "Wren"])
    #expect(pilot.state.matrix.focusedColumn?.column.label == "Marrow 2016")
  }

  @Test func enterGoesToTheLinesAndToALineAndBackspaceComesBackToTheCell() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("j j enter")
    #expect(pilot.screen.contains("Most had been sent by letter and had not gone."))
    #expect(pilot.screen.contains("3 lines"))
    pilot.press("j enter")
    #expect(pilot.state.desk == .code)
    #expect(pilot.line == 6)
    pilot.press("backspace")
    #expect(pilot.state.desk == .matrix)
    #expect(pilot.screen.contains("── Hollis 2019 6 ─"))
    pilot.press("q")
    #expect(!pilot.hasQuit)
    #expect(pilot.state.matrix.row == 2)
    #expect(pilot.state.matrix.column == 0)
    pilot.press("l enter enter")
    #expect(pilot.state.reader?.page.summary.study.label == "Marrow 2016")
    #expect(pilot.line == 5)
    pilot.press("backspace backspace")
    #expect(pilot.state.matrix.page == nil)
    #expect(pilot.state.matrix.focusedColumn?.column.label == "Marrow 2016")
  }

  @Test func theLinesOfARowAreThoseOfTheStudiesThatCount() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("j j x h enter")
    #expect(pilot.screen.contains("the 5 studies that count"))
    #expect(pilot.screen.contains("3 lines"))
    #expect(!pilot.rows.dropLast().joined().contains("Hollis"))
    #expect(pilot.screen.contains("The group met while I was at work."))
  }

  @Test func wordsKeptAsEvidenceStandWithTheLinesAndAreCountedApart() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("j j h enter")
    #expect(pilot.screen.contains("6 lines + 1 as evidence"))
    #expect(pilot.screen.contains("They were greeted by name."))
    // And so they do above, on the page of the theme over it: there another code counts the line.
    pilot.press("q k k enter")
    #expect(pilot.screen.contains(" 14 lines\n"))
    pilot.press("q j j l l l l l l , v , v , v enter")
    #expect(pilot.screen.contains("0 lines + 1 as evidence"))
  }

  @Test func theLinesFollowWhatIsCodedMeanwhile() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("j j l enter")
    #expect(pilot.screen.contains("1 line\n") || pilot.screen.contains(" 1 line"))
    pilot.partner { room in
      try room.code(room.ben, "asked before being sent", 2, of: 1)
    }
    #expect(pilot.screen.contains("2 lines"))
    pilot.press("q")
    #expect(row("1.2", pilot) == "▌ 1.2 Referrals that fit 3 2 1 · 1 · 7 4/6")
  }

  @Test func anEmptyCellSaysWhyItDoesNotOpen() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("j enter")
    #expect(
      pilot.said
        == "not now: Hollis 2019 has no line of ‘A relationship that carries the work’")
  }

  @Test func jAndKGoByAnalyticalThemesAndNToWhatRestsOnOne() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("J")
    #expect(pilot.state.matrix.focusedRow?.title == "2  A place to become someone again")
    pilot.press("j K")
    #expect(pilot.state.matrix.focusedRow?.title == "2  A place to become someone again")
    pilot.press("K n")
    #expect(pilot.said == "no other theme rests on one study or on none")
    pilot.press("l l l l x n")
    #expect(pilot.state.matrix.focusedRow?.row.number == "2.1")
    pilot.press("n")
    #expect(pilot.state.matrix.focusedRow?.row.number == "2.2")
    pilot.press("end g g")
    #expect(pilot.state.matrix.row == 0)
  }

  @Test func aPartnersThemeMovesNoCursor() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("J j l l")
    let before = pilot.state.matrix.focusedRow?.row.title
    pilot.partner { room in
      let first = try room.theme("An early one", over: ["nobody rang"])
      try room.act(room.ben, .place([first], Landing(under: nil, at: .first)))
    }
    #expect(pilot.screen.contains("1  An early one"))
    #expect(pilot.state.matrix.focusedRow?.row.title == before)
    #expect(pilot.state.matrix.focusedColumn?.column.label == "Petrie 2020")
  }

  @Test func whileItCountsItSaysSo() throws {
    let pilot = try Pilot(room: try SixStudies.room())
    pilot.holdsAnswers = true
    pilot.press("g m")
    #expect(pilot.screen.contains("counting …"))
    pilot.press(", v")
    #expect(pilot.said == "not now: the lines are being counted")
    pilot.answer()
    #expect(row("1.2", pilot) == "1.2 Referrals that fit 3 1 1 · 1 · 6 4/6")
  }

  @Test func anEmptyMatrixSaysWhatToDo() throws {
    let pilot = try SixStudies.matrix(room: try SixStudies.coded())
    #expect(pilot.screen.contains("no themes yet: g t, then + makes one; , t shows the codes"))
    pilot.press("x")
    #expect(pilot.said?.hasPrefix("not now: no themes yet") == true)
    pilot.press(", t")
    #expect(pilot.screen.contains("owning the plan"))
    let empty = try SixStudies.matrix(room: try Room())
    #expect(empty.screen.contains("no study yet: g s, then + imports a text"))
    let uncoded = try SixStudies.matrix(room: try Room("# Findings\nMothers waited."))
    uncoded.press(", t")
    #expect(uncoded.screen.contains("no codes yet: g c, then ⏎ codes a line"))
  }

  @Test func whatIsDoneElsewhereSaysWhere() throws {
    let pilot = try SixStudies.matrix()
    pilot.press("+")
    #expect(pilot.said == "+ is no key here; ? lists the keys")
    pilot.press("r")
    #expect(pilot.said == "not now: that is done on the board of themes (g t)")
    pilot.press(", l")
    #expect(
      pilot.said
        == "not now: no two studies are linked (linewise study … set --group says which are)")
  }

  @Test func theCursorIsOnScreenWhereverItGoes() throws {
    // That it is, the pilot holds after every key.
    var random = Seeded(seed: 8)
    let keys = ["h", "l", "j", "k", "J", "K", "home", "end", "pagedown", "pageup", "x"]
    let others = [", t", ", v", "o", "n"]
    for size in [(40, 12), (50, 14), (80, 24)] {
      let pilot = try SixStudies.matrix(size: size)
      for step in 0..<150 {
        pilot.press(step % 12 == 11 ? random.one(of: others) ?? "" : random.one(of: keys) ?? "")
        if step % 50 == 49 { pilot.resize(Int.random(in: 40...90, using: &random), size.1) }
      }
    }
  }

  @Test func howItLooksComesBack() throws {
    let pilot = try SixStudies.matrix()
    pilot.press(", t , v o")
    let kept = pilot.state.matrix.kept
    #expect(
      (kept.rows, kept.cells, kept.studies, kept.chart) == (.codes, .coders, .coded, .coded))
    let again = try JSONDecoder().decode(
      MatrixDesk.Kept.self, from: try JSONEncoder().encode(kept))
    #expect(again == kept)
  }
}

/// The saturation chart over the matrix.
@Suite struct SaturationChartTests {
  private func figures(_ title: String, _ pilot: Pilot) -> [String]? {
    pilot.rows.first { $0.trimmed.hasPrefix(title) }?.trimmed.dropFirst(title.count)
      .split(separator: " ").map(String.init)
  }

  @Test func theNumbersStandBeneathTheDrawing() throws {
    let pilot = try SixStudies.matrix()
    pilot.press(", t , s")
    #expect(
      pilot.screen.contains("New codes by study, in the order in which they were first coded"))
    #expect(pilot.screen.contains("over all 720 orders"))
    #expect(figures("new", pilot) == ["6", "1", "1", "2", "1", "0"])
    #expect(figures("so far", pilot) == ["6", "7", "8", "10", "11", "11"])
    #expect(figures("mean", pilot) == ["3.8", "6.6", "8.5", "9.7", "10.5", "11.0"])
    #expect(figures("least–most", pilot) == ["2–6", "5–10", "7–11", "8–11", "9–11", "11"])
  }

  @Test func theOrderIsNamedAndChanges() throws {
    let pilot = try SixStudies.matrix()
    pilot.press(", s o")
    #expect(pilot.screen.contains("New themes by study, by year of publication"))
    #expect(figures("new", pilot) == ["5", "0", "1", "1", "1", "0"])
    pilot.press("o")
    #expect(pilot.screen.contains("New themes by study, by label"))
    pilot.press(", t")
    #expect(pilot.screen.contains("New codes by study, by label"))
  }

  @Test func aStudyThatIsOutIsNotInIt() throws {
    let pilot = try SixStudies.matrix()
    pilot.press(", t x , s")
    #expect(pilot.screen.contains("over all 120 orders"))
    #expect(figures("so far", pilot) == ["3", "6", "8", "9", "9"])
    #expect(pilot.top.contains("5 of 6 studies count"))
  }

  @Test func aStudyInFocusIsSaidInWords() throws {
    let pilot = try SixStudies.matrix()
    pilot.press(", t , s l l")
    #expect(pilot.screen.contains("── Petrie 2020, 3 of 6 studies ─"))
    #expect(pilot.screen.contains("1 code new of 4 used there · 8 so far of 11"))
    pilot.press("end l")
    #expect(pilot.screen.contains("── Wren 2022, 6 of 6 studies ─"))
  }

  @Test func itClosesAndTheTableIsWhereItWas() throws {
    for way in ["q", "esc", "backspace", ", s"] {
      let pilot = try SixStudies.matrix()
      pilot.press("j l , s " + way)
      #expect(pilot.state.matrix.page == nil)
      #expect((pilot.state.matrix.row, pilot.state.matrix.column) == (1, 1))
      #expect(!pilot.hasQuit)
    }
  }

  @Test func itIsDrawnInPlainCharactersToo() throws {
    var settings = Settings()
    settings.isASCII = true
    let pilot = try SixStudies.matrix(size: (80, 24), settings: settings)
    pilot.press(", t , s")
    let drawing = pilot.rows[4..<14].joined()
    #expect(!drawing.contains { !$0.isASCII })
    #expect(drawing.contains("#") && drawing.contains("=") && drawing.contains("."))
    #expect(!asciiFallback(pilot.rows.dropLast(3).joined()).contains("?"))
  }

  @Test func manyStudiesScrollSideways() throws {
    var room = try Room()
    for index in 1...20 {
      try room.importText(
        "# Findings\nOne line.", study: .new(label: "Study \(index < 10 ? "0" : "")\(index)"))
      try room.code(room.ada, "code \(index)", 1, of: index - 1)
    }
    let pilot = try SixStudies.matrix(size: (80, 24), room: room)
    pilot.press(", t , s end")
    #expect(pilot.screen.contains("over 1000 orders drawn by lot"))
    #expect(pilot.screen.contains("── Study 20, 20 of 20 studies ─"))
    #expect(pilot.rows[15].contains("Study"))
    #expect(figures("so far", pilot)?.last == "20")
  }
}

/// Everything that a mouse would do on the matrix.
@Suite struct MatrixMouseTests {
  let pilot: Pilot

  init() throws { pilot = try SixStudies.matrix() }

  private var place: [Int] { [pilot.state.matrix.row, pilot.state.matrix.column] }

  @Test func aClickGoesToACellAndASecondOneOpensIt() {
    pilot.click(.matrixCell(row: 2, column: 1))
    #expect(place == [2, 1])
    pilot.click(.matrixCell(row: 2, column: 2), twice: true)
    #expect(pilot.screen.contains("Workers asked twice before they wrote a referral."))
    pilot.click(.matrixLine(0), twice: true)
    #expect(pilot.state.desk == .code)
    #expect(pilot.state.reader?.page.summary.study.label == "Petrie 2020")
  }

  @Test func aClickOnAStudyTakesItOutAndAnotherPutsItBack() {
    pilot.click(.matrixHeading(5))
    #expect(pilot.said == "without Wren 2022: 1 theme down to one study")
    pilot.click(.matrixHeading(5))
    #expect(pilot.said == "Wren 2022 counts again")
  }

  @Test func aClickOnATitleGoesThereAndASecondOneOpensAllItsLines() {
    pilot.click(.matrixRow(2), column: 4)
    #expect(place == [2, -1])
    pilot.click(.matrixRow(2), column: 4, twice: true)
    #expect(pilot.screen.contains("the 6 studies that count"))
  }

  @Test func theCornerChangesRowsCellsAndOrder() {
    pilot.click(.command(.matrixRows))
    #expect(pilot.state.matrix.kept.rows == .codes)
    pilot.click(.command(.matrixCells))
    #expect(pilot.state.matrix.kept.cells == .coders)
    pilot.click(.command(.orderNext))
    #expect(pilot.state.matrix.kept.studies == .coded)
  }

  @Test func theWheelGoesThroughTheRowsAndTheLines() {
    pilot.wheel(down: true, over: .matrixRow(0))
    pilot.wheel(down: true, over: .matrixRow(0))
    pilot.wheel(down: false, over: .matrixRow(0))
    #expect(place == [1, 0])
    pilot.press("k enter")
    pilot.wheel(down: true, over: .matrixLine(0))
    #expect(pilot.screen.contains("── Hollis 2019 3 ─"))
  }

  @Test func aClickInTheChartGoesToTheStudy() {
    pilot.press(", s")
    pilot.click(.chartStudy(3), column: 2)
    #expect(pilot.screen.contains("── Sand 2018, 4 of 6 studies ─"))
    pilot.click(.command(.orderNext))
    #expect(pilot.screen.contains("by year of publication"))
  }
}
