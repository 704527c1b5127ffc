import Interchange
import Synthesis
import Testing

@Suite struct MatrixTests {
  @Test func theSpreadsheetIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleMatrix().csv(), "matrix.csv")
  }

  @Test func theMarkdownIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleMatrix(.lines, .number).markdown(), "matrix.md")
  }

  @Test func thePageIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleMatrix(.lines, .number).html(), "matrix.html")
  }

  @Test func thePictureIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleMatrix().svg(), "matrix.svg")
  }

  @Test func theJSONIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleMatrix(.present, .key).json(), "matrix.json")
  }

  @Test func codesHaveNoNumbers() {
    let table = sampleMatrix(subject: .codes)
    #expect(table.csv().hasPrefix("code,"))
    #expect(table.markdown().hasPrefix("# Codes by studies: Staying with a link worker\n"))
  }

  @Test(arguments: [1, 6, 20, 40, 75])
  func noTextOfAMapLeavesThePageOrOverlapsAnother(studies: Int) throws {
    let picture = try PictureGeometry(largeMatrix(studies: studies).svg())
    #expect(picture.overlaps == [])
    #expect(picture.outside == [])
    #expect(picture.texts.allSatisfy { $0.size >= 7 })
    #expect(picture.millimetres == "180mm")
  }

  @Test func theSmallMapHasRoomToo() throws {
    for kind in [.lines, .present] as [StudyMatrix.Cells] {
      let picture = try PictureGeometry(sampleMatrix(kind, .number).svg())
      #expect(picture.overlaps == [])
      #expect(picture.outside == [])
    }
  }

  @Test func aMatrixOfNothingIsWrittenToo() throws {
    let naming = StudyNaming([])
    let table = MatrixTable(
      title: "", subject: .themes, matrix: matrix([], .lines, naming), studies: naming)
    #expect(try PictureGeometry(table.svg()).texts.first?.text == "Themes by studies")
    #expect(table.markdown().contains("There are no themes yet."))
    #expect(table.html().contains("There are no themes yet."))
    #expect(table.csv() == "number,theme,studies,of,total,studyNames\n")
  }

  @Test(arguments: hostileTexts)
  func everyTextLeavesAMapItsStructure(text: String) throws {
    let naming = StudyNaming([(study(1), text, text)], style: .key)
    let table = MatrixTable(
      title: text, round: text, subject: .themes,
      matrix: matrix([("1", text, [3])], .lines, naming), studies: naming, leftOut: [text])
    let picture = try PictureGeometry(table.svg())
    #expect(picture.elements == ["svg", "title", "desc", "rect", "text", "polyline"])
    #expect(picture.overlaps == [])
    #expect(tagCount(table.html()) == tagCount(plain.html()))
    for output in [table.svg(), table.html(), table.markdown()] {
      #expect(hasNoControls(output))
    }
  }

  private var plain: MatrixTable {
    let naming = StudyNaming([(study(1), "a", "a")], style: .key)
    return MatrixTable(
      title: "a", round: "a", subject: .themes, matrix: matrix([("1", "a", [3])], .lines, naming),
      studies: naming, leftOut: ["a"])
  }
}

@Suite struct SaturationCurveTests {
  @Test func theSpreadsheetIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleCurve().csv(), "saturation.csv")
  }

  @Test func theJSONIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleCurve(.key).json(), "saturation.json")
  }

  @Test func thePictureIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleCurve(.number).svg(), "saturation.svg")
  }

  @Test(arguments: [0, 1, 6, 20, 50, 80])
  func noTextOfACurveLeavesThePageOrOverlapsAnother(studies: Int) throws {
    let naming = StudyNaming(
      (0..<studies).map {
        (study(UInt64($0)), longName("Study \($0) of many ", $0 == 3 ? 120 : 30), "")
      })
    let uses = (0..<90).map { thing in
      (0..<studies).filter { $0 * 3 >= thing && ($0 + thing) % 4 == 0 }
    }
    let picture = try PictureGeometry(curve(uses, naming, order: .year).svg())
    #expect(picture.overlaps == [])
    #expect(picture.outside == [])
    #expect(picture.texts.allSatisfy { $0.size >= 7 })
    if studies > 0 {
      #expect(picture.texts.contains { $0.text.contains("by year of publication") })
    }
  }
}

/// How many tags stand in a page.
func tagCount(_ html: String) -> Int { html.unicodeScalars.count { $0 == "<" } }

/// Whether a document has no control character but line feeds.
func hasNoControls(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
}
