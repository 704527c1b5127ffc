import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// The screens of the matrix as they were looked at and found good.
@Suite struct MatrixScreenTests {
  static let sizes = [(120, 36), (80, 24), (40, 12)]

  @Test(arguments: sizes)
  func themesByStudies(columns: Int, rows: Int) throws {
    let pilot = try SixStudies.matrix(size: (columns, rows))
    pilot.press("j j l")
    try expectGolden(pilot, "matrix-themes-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func aStudyOut(columns: Int, rows: Int) throws {
    let pilot = try SixStudies.matrix(size: (columns, rows))
    pilot.press("j l l l l l x j j j")
    try expectGolden(pilot, "matrix-without-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func codesByStudies(columns: Int, rows: Int) throws {
    let pilot = try SixStudies.matrix(size: (columns, rows))
    pilot.press(", t j j j")
    try expectGolden(pilot, "matrix-codes-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func theLinesOfACell(columns: Int, rows: Int) throws {
    let pilot = try SixStudies.matrix(size: (columns, rows))
    pilot.press("j j h enter j")
    try expectGolden(pilot, "matrix-lines-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func theSaturationChart(columns: Int, rows: Int) throws {
    let pilot = try SixStudies.matrix(size: (columns, rows))
    pilot.press(", t , s l l")
    try expectGolden(pilot, "matrix-chart-\(columns)x\(rows)")
  }

  @Test func presenceWithoutTheLowQuality() throws {
    let pilot = try SixStudies.matrix(size: (80, 24))
    pilot.press(", v , v , v , v , w")
    try expectGolden(pilot, "matrix-bands-80x24")
    pilot.press("down enter")
    try expectGolden(pilot, "matrix-presence-80x24")
  }

  @Test func noThemesYet() throws {
    let pilot = try SixStudies.matrix(size: (80, 24), room: try SixStudies.coded())
    try expectGolden(pilot, "matrix-no-themes-80x24")
  }

  @Test func theMatrixRead() throws {
    var settings = Settings()
    settings.isPlain = true
    let pilot = try SixStudies.matrix(size: (80, 24), settings: settings)
    pilot.press("j j l")
    try expectGolden(pilot, "matrix-plain-80x24")
  }
}
