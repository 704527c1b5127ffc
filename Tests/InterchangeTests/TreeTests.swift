import Interchange
import Testing

@Suite struct TreeTests {
  @Test func theTextIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleTree().text(), "tree.txt")
  }

  @Test func theMarkdownIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleTree(.number).markdown(), "tree.md")
  }

  @Test func thePictureIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleTree().svg(), "tree.svg")
  }

  @Test func theGraphIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleTree(.key).dot(), "tree.dot")
  }

  @Test func theJSONIsTheOneThatWasReviewed() throws {
    try expectGolden(sampleTree(.authorYear).json(), "tree.json")
  }

  @Test(arguments: [1, 6, 12, 30])
  func noTextOfAPictureLeavesThePageOrOverlapsAnother(studies: Int) throws {
    let picture = try PictureGeometry(largeTree(studies: studies).svg())
    #expect(picture.overlaps == [])
    #expect(picture.outside == [])
    #expect(picture.texts.allSatisfy { $0.size >= 7 })
    #expect(picture.millimetres == "180mm")
    #expect(picture.width == 510)
  }

  @Test func theSmallPictureHasRoomToo() throws {
    let picture = try PictureGeometry(sampleTree().svg())
    #expect(picture.overlaps == [])
    #expect(picture.outside == [])
    #expect(picture.title == "Thematic tree: Staying with a link worker")
    #expect(
      picture.description.hasPrefix(
        "2 analytical themes, 5 descriptive themes and 6 codes from 6 studies."))
  }

  @Test func aTreeOfNothingIsDrawnToo() throws {
    let tree = ThematicTree(title: "", studies: StudyNaming([]), roots: [])
    #expect(try PictureGeometry(tree.svg()).texts.map(\.text) == ["There are no themes yet."])
    #expect(tree.text() == "Thematic tree\n\nThere are no themes yet.\n\n")
    #expect(tree.markdown() == "# Thematic tree\n\nThere are no themes yet.\n")
    #expect(tree.dot().hasSuffix("}\n"))
  }

  @Test(arguments: hostileTexts)
  func everyTextLeavesAPictureItsStructure(text: String) throws {
    let picture = try PictureGeometry(tree(of: text).svg())
    #expect(
      picture.elements == ["svg", "title", "desc", "rect", "text", "polyline"])
    #expect(picture.overlaps == [])
  }

  @Test(arguments: hostileTexts)
  func everyTextLeavesAGraphItsStatements(text: String) {
    let lines = tree(of: text).dot().split(separator: "\n")
    #expect(lines.count == 12)
    for line in lines {
      let marks = line.replacing("\\\\", with: "").replacing("\\\"", with: "").count { $0 == "\"" }
      #expect(marks.isMultiple(of: 2), "\(line)")
    }
  }

  @Test(arguments: hostileTexts.filter { !$0.allSatisfy(\.isWhitespace) })
  func everyTextLeavesAListItsItems(text: String) {
    let items = tree(of: text).markdown().split(separator: "\n").filter {
      $0.drop { $0 == " " }.hasPrefix("- ")
    }
    #expect(items.count == 5)
  }

  @Test(arguments: hostileTexts)
  func noControlCharacterIsWritten(text: String) {
    let tree = tree(of: text)
    for output in [tree.svg(), tree.text(), tree.dot(), tree.markdown()] {
      #expect(
        output.unicodeScalars.allSatisfy {
          $0 == "\n" || $0.properties.generalCategory != .control
        })
    }
  }

  private func tree(of text: String) -> ThematicTree {
    let studies = StudyNaming([(study(1), text, text)])
    let code = ThematicTree.Node(.code, id: "c", name: text, lines: 1, studies: [0])
    let theme = ThematicTree.Node(
      .descriptive, id: "t", number: "1.1", name: text, lines: 1, studies: [0], children: [code])
    return ThematicTree(
      title: text, question: text, round: text, studies: studies,
      roots: [
        .init(
          .analytical, id: "a", number: "1", name: text, lines: 1, studies: [0], children: [theme])
      ], notPlaced: [.init(id: "n", name: text)],
      leftOut: [.init(id: "l", name: text, reason: text)])
  }
}
